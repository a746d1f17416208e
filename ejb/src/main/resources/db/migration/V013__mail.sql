-- Mail: what each person wishes to be told, which cases have something to tell, the letters themselves, and the links in
-- them that open the portal once.

-- Whether letters may quote what was written about a case; a company's administrators decide.
alter table account add column quotes_in_mail boolean not null default false;

-- Who has no row is told everything about their own cases, in Spanish.
create table mail_preference (
    user_id       uuid primary key references portal_user,
    language      text not null check (language in ('es', 'en')),
    answers       boolean not null,
    states        boolean not null,
    compensation  boolean not null,
    reminders     boolean not null,
    company_cases boolean not null,
    refused_at    timestamptz
);
create index mail_preference_company on mail_preference (user_id) where company_cases;

-- Up to which entry of a case's history its people have been told. Due is set in the transaction that made something
-- happen, a little later than that: what happens meanwhile goes into the same letter.
create table case_news (
    case_id      uuid primary key references claim_case,
    told         int not null,
    due_at       timestamptz,
    reminded_for timestamptz
);
create index case_news_due on case_news (due_at) where due_at is not null;

-- Of a link to a new password only the hash of its secret. It gets one when its letter is sent.
create table one_time_link (
    id         uuid primary key,
    user_id    uuid not null references portal_user,
    purpose    text not null check (purpose in ('RESET', 'INVITATION')),
    hash       bytea unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    ended_at   timestamptz
);
create index one_time_link_user on one_time_link (user_id) where ended_at is null;
create index one_time_link_created on one_time_link (created_at);

-- Forgotten passwords as asked for, whether or not anybody has this address: the answer takes as long.
create table link_request (
    id           uuid primary key,
    email        text not null,
    requested_at timestamptz not null
);
create index link_request_oldest on link_request (requested_at);

create table mail (
    id              uuid primary key,
    number          bigint generated always as identity unique,
    kind            text not null,
    user_id         uuid not null references portal_user,
    case_id         uuid references claim_case,
    link_id         uuid,
    address         text not null,
    subject         text not null,
    body_text       text not null,
    body_html       text not null,
    state           text not null check (state in ('PENDING', 'SENT', 'REFUSED', 'KEPT', 'OBSOLETE')),
    attempts        int not null,
    lease           uuid,
    created_at      timestamptz not null,
    last_attempt_at timestamptz,
    next_attempt_at timestamptz check ((next_attempt_at is null) = (state <> 'PENDING')),
    finished_at     timestamptz,
    last_error      text,
    last_answer     text
);
create index mail_due on mail (next_attempt_at) where next_attempt_at is not null;
create index mail_state on mail (state, number);
create index mail_finished on mail (finished_at) where finished_at is not null;
