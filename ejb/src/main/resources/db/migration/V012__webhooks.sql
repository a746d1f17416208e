-- A company's own addresses that are told of what happens to its cases. Each has its place in the feed: what lies before it
-- has been made into deliveries.
create table webhook (
    id              uuid primary key,
    account_id      uuid not null references account,
    url             text not null check (length(url) <= 2000),
    description     text check (length(description) <= 200),
    secret          text not null,
    enabled         boolean not null,
    disabled_reason text,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    deleted_at      timestamptz,
    feed_position   bigint not null,
    failures        int not null default 0,
    rests_until     timestamptz,
    picked_at       timestamptz,
    last_success_at timestamptz,
    last_failure_at timestamptz
);
create index webhook_account on webhook (account_id, created_at, id) where deleted_at is null;
create index webhook_working on webhook (id) where enabled and deleted_at is null;

create sequence webhook_turn;

-- One thing to tell to one address; what has been told, or given up, is the log. A delivery that waits for an earlier one
-- of its case has no next attempt.
create table webhook_delivery (
    id               uuid primary key,
    number           bigint generated always as identity unique,
    turn             bigint not null default nextval('webhook_turn'),
    webhook_id       uuid not null references webhook,
    case_id          uuid references claim_case,
    case_number      text,
    activity_id      uuid,
    type             text not null,
    body             text not null,
    state            text not null check (state in ('PENDING', 'DELIVERED', 'FAILED')),
    attempts         int not null,
    lease            uuid,
    created_at       timestamptz not null,
    first_attempt_at timestamptz,
    last_attempt_at  timestamptz,
    next_attempt_at  timestamptz check (next_attempt_at is null or state = 'PENDING'),
    finished_at      timestamptz,
    last_status      int,
    last_error       text,
    last_answer      text,
    unique (webhook_id, activity_id)
);
-- What keeps the order: of the deliveries of a case at most one can be sent.
create unique index webhook_delivery_head on webhook_delivery (webhook_id, case_id) where next_attempt_at is not null;
create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at) where next_attempt_at is not null;
create index webhook_delivery_line on webhook_delivery (webhook_id, case_id, turn) where state = 'PENDING';
create index webhook_delivery_log on webhook_delivery (webhook_id, number);
create index webhook_delivery_state on webhook_delivery (webhook_id, state, number);
create index webhook_delivery_finished on webhook_delivery (finished_at) where finished_at is not null;
