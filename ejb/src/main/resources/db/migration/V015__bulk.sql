-- Many claims sent as one file. A file is known again by its bytes; each row waits until it has become a case, or what is
-- wrong with it is known, in a transaction of its own. The rows go after a month, the file's figures stay.
create table bulk_file (
    id           uuid primary key,
    account_id   uuid not null references account,
    user_id      uuid not null references portal_user,
    name         text not null check (length(name) between 1 and 255),
    format       text not null check (format in ('XLSX', 'CSV')),
    sha256       text not null check (length(sha256) = 64),
    row_count    int not null check (row_count > 0),
    received_at  timestamptz not null,
    leased_until timestamptz,
    worked_at    timestamptz not null,
    finished_at  timestamptz,
    made         int not null default 0,
    repeated     int not null default 0,
    rejected     int not null default 0,
    unique (account_id, sha256)
);
create index bulk_file_work on bulk_file (worked_at) where finished_at is null;
create index bulk_file_user on bulk_file (user_id, received_at, id);
create index bulk_file_account on bulk_file (account_id, received_at, id);
create index bulk_file_finished on bulk_file (finished_at) where finished_at is not null;

create table bulk_row (
    file_id         uuid not null references bulk_file,
    number          int not null,
    category        text not null,
    tracking_number text not null,
    subject         text not null,
    description     text not null,
    claimed_amount  text not null,
    related_to      text not null,
    fingerprint     text not null,
    state           text not null check (state in ('WAITING', 'MADE', 'REPEATED', 'REJECTED')),
    faults          text,
    case_number     text,
    other_case      text,
    colleague       boolean not null default false,
    settled_at      timestamptz,
    primary key (file_id, number)
);
create index bulk_row_state on bulk_row (file_id, state, number);
-- A row that has become a case is not made a second one of, whatever file it comes in.
create index bulk_row_made on bulk_row (fingerprint) where state = 'MADE';
