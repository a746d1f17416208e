-- Marks that are worked on: when next, whether the other side is to be asked, and in whose hands, until when.
alter table dirty_mark
    add column due_at        timestamptz not null default now(),
    add column look          boolean not null default false,
    add column lease         uuid,
    add column leased_until  timestamptz,
    add column attempts      int not null default 0,
    add column failing_since timestamptz,
    add column reason        text;
create index dirty_mark_failing on dirty_mark (failing_since, case_id) where failing_since is not null;

-- A case and its ticket: what both held when they last agreed, what the other side has told since, how far the history
-- has been sent, and a write whose outcome is not known.
create table sync_link (
    case_id       uuid primary key,
    ticket_id     text,
    ticket_number text,
    agreed_ours   jsonb not null,
    agreed_theirs jsonb not null,
    told          jsonb,
    told_revision bigint,
    told_at       timestamptz,
    position      int not null,
    parts         int not null,
    attempt       jsonb,
    look          boolean not null,
    health        text not null check (health in ('HEALTHY', 'PARKED', 'IGNORED', 'GONE')),
    about         text not null,
    detail        text,
    reason        text,
    request       text,
    answer        text,
    since         timestamptz
);
create unique index sync_link_ticket on sync_link (ticket_id) where ticket_id is not null;
create index sync_link_parked on sync_link (since, case_id) where health in ('PARKED', 'GONE');

-- What stands for what: a message or file of ours for a comment or file of theirs.
create table sync_item (
    id        bigint generated always as identity primary key,
    case_id   uuid not null,
    item      uuid,
    part      int not null,
    way       text not null check (way in ('DELIVERED', 'NOT_DELIVERED', 'TAKEN', 'NOT_TAKEN')),
    remote_id text,
    print     text not null,
    reason    text
);
create unique index sync_item_ours on sync_item (case_id, item, part) where item is not null;
create unique index sync_item_theirs on sync_item (case_id, remote_id) where remote_id is not null;
create index sync_item_unpaired on sync_item (case_id, id) where way = 'DELIVERED' and remote_id is null;

-- What the other side has told of a ticket and nobody has paired or taken yet.
create table sync_fact (
    case_id      uuid not null,
    remote_id    text not null,
    at           timestamptz not null,
    author       text not null,
    author_email text,
    us           boolean not null,
    text         text,
    name         text,
    size         bigint,
    readiness    text,
    primary key (case_id, remote_id)
);
create index sync_fact_order on sync_fact (case_id, at, remote_id);

-- What both sides did not agree upon; nothing is lost.
create table sync_conflict (
    id      bigint generated always as identity primary key,
    case_id uuid not null,
    field   text not null,
    ours    text,
    theirs  text,
    note    text,
    at      timestamptz not null
);
create index sync_conflict_at on sync_conflict (at, id);

-- One row: up to where the other side's changes have been seen, which node may ask next and from when on, and whether an
-- operator has paused it all.
create table sync_state (
    one           boolean primary key default true check (one),
    watermark     text not null default '',
    next_poll     timestamptz not null default now(),
    paused        boolean not null default false,
    last_exchange timestamptz,
    swept_on      date
);
insert into sync_state default values;

-- Calls to the other side by the hour.
create table sync_hour (
    hour      timestamptz primary key,
    exchanges bigint not null,
    failures  bigint not null,
    millis    bigint not null
);
