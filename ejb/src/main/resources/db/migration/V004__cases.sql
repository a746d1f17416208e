-- Claims from opening to closing, and their one history.
create sequence case_number start with 1001;

create table claim_case (
    id                  uuid primary key,
    number              text not null unique,
    account_id          uuid not null references account,
    reporter_id         uuid not null references portal_user,
    category_code       text not null references category,
    tracking_number     text check (length(tracking_number) <= 40),
    subject             text not null check (length(subject) between 1 and 120),
    description         text not null check (length(description) between 1 and 4000),
    state               text not null check (state in ('NEW', 'OPEN', 'AWAITING_INFO', 'RESOLVED', 'CLOSED', 'CANCELLED')),
    state_since         timestamptz not null,
    executive_id        uuid references executive,
    compensation_state  text not null check (compensation_state in ('NOT_REQUESTED', 'REQUESTED', 'UNDER_REVIEW', 'APPROVED',
                            'REJECTED', 'PAYMENT_PENDING', 'PAID', 'PAYMENT_FAILED', 'WITHDRAWN')),
    claimed_amount      bigint check (claimed_amount >= 0),
    approved_amount     bigint check (approved_amount >= 0),
    paid_amount         bigint check (paid_amount >= 0),
    shown_amount        bigint check (shown_amount >= 0),
    related_to          uuid references claim_case,
    resolution_code     text,
    resolution_notes    text,
    resolved_at         timestamptz,
    paid_at             timestamptz,
    rejections          int not null default 0,
    origin              text not null,
    activity_count      int not null default 0,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    version             bigint not null,
    -- Who may see it, its numbers and its words in one index, so that a search never looks at another company's cases.
    search              tsvector not null generated always as (
                            array_to_tsvector(array_remove(array ['account:' || account_id::text, 'reporter:' || reporter_id::text,
                                'number:' || lower(number), 'tracking:' || lower(tracking_number)], null))
                            || to_tsvector('spanish', subject || ' ' || description)) stored
);
-- The three orders of the report, for a person's own cases and for a whole company.
create index claim_case_reporter_created on claim_case (reporter_id, created_at, number);
create index claim_case_reporter_updated on claim_case (reporter_id, updated_at, number);
create index claim_case_reporter_amount on claim_case (reporter_id, coalesce(shown_amount, -1), number);
create index claim_case_account_created on claim_case (account_id, created_at, number);
create index claim_case_account_updated on claim_case (account_id, updated_at, number);
create index claim_case_account_amount on claim_case (account_id, coalesce(shown_amount, -1), number);
-- Counts by state, and the few cases in a rare state, situation or state of compensation, without walking all of them.
create index claim_case_reporter_state on claim_case (reporter_id, state, created_at, number);
create index claim_case_account_state on claim_case (account_id, state, created_at, number);
create index claim_case_reporter_compensation on claim_case (reporter_id, compensation_state, created_at, number);
create index claim_case_account_compensation on claim_case (account_id, compensation_state, created_at, number);
create index claim_case_reporter_category on claim_case (reporter_id, category_code, created_at, number);
create index claim_case_account_category on claim_case (account_id, category_code, created_at, number);
create index claim_case_search on claim_case using gin (search);
-- An open case on the same tracking number is shown before a second is made.
create index claim_case_tracking on claim_case (account_id, tracking_number)
    where state not in ('CLOSED', 'CANCELLED');
-- The load of each executive, the unassigned queue, and the solutions nobody has answered.
create index claim_case_load on claim_case (executive_id, state)
    where state not in ('CLOSED', 'CANCELLED');
create index claim_case_unassigned on claim_case (created_at)
    where executive_id is null and state not in ('CLOSED', 'CANCELLED');
create index claim_case_resolved on claim_case (state_since)
    where state = 'RESOLVED';

-- Why a case went to whom. One row for each decision, never changed.
create table assignment_decision (
    id           uuid primary key,
    case_id      uuid not null references claim_case,
    executive_id uuid references executive,
    reasons      text not null,
    load         numeric(10, 2),
    decided_at   timestamptz not null
);
create index assignment_decision_case on assignment_decision (case_id, decided_at);

create table customer_message (
    id          uuid primary key,
    case_id     uuid not null references claim_case,
    author_kind text not null check (author_kind in ('CUSTOMER', 'EXECUTIVE', 'SYSTEM')),
    author_id   uuid,
    author_name text not null,
    body        text not null check (length(body) between 1 and 4000),
    posted_at   timestamptz not null
);
create index customer_message_case on customer_message (case_id);

-- What executives say among themselves. Another table, so that no query for a customer can return one.
create table work_note (
    id           uuid primary key,
    case_id      uuid not null references claim_case,
    executive_id uuid not null references executive,
    body         text not null check (length(body) between 1 and 4000),
    written_at   timestamptz not null
);
create index work_note_case on work_note (case_id, written_at);

create table attachment (
    id           uuid primary key,
    case_id      uuid not null references claim_case,
    message_id   uuid references customer_message,
    name         text not null check (length(name) between 1 and 255),
    content_type text not null,
    size         bigint not null check (size > 0),
    sha256       text not null check (length(sha256) = 64),
    evidence     text,
    uploader_kind text not null,
    attached_at  timestamptz not null
);
create index attachment_case on attachment (case_id, attached_at, id);
create index attachment_sha256 on attachment (sha256);

create table activity (
    id              uuid primary key,
    case_id         uuid not null references claim_case,
    position        int not null,
    type            text not null check (type in ('MESSAGE', 'FILE', 'STATE', 'ASSIGNMENT', 'COMPENSATION')),
    at              timestamptz not null,
    actor_kind      text not null check (actor_kind in ('CUSTOMER', 'EXECUTIVE', 'SYSTEM')),
    actor_id        uuid,
    actor_name      text not null,
    origin          text not null,
    message_id      uuid references customer_message,
    attachment_id   uuid references attachment,
    from_state      text,
    to_state        text,
    reason          text,
    executive_id    uuid references executive,
    compensation_state text,
    claimed_amount  bigint,
    approved_amount bigint,
    paid_amount     bigint,
    unique (case_id, position)
);
-- "Lo último" of the home page walks back from now.
create index activity_at on activity (case_id, at);
