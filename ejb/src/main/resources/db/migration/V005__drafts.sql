-- Claims being written, with their files, kept for seven days. What is typed is kept as typed, right or wrong.
create table draft (
    id              uuid primary key,
    user_id         uuid not null references portal_user,
    category_code   text references category,
    tracking_number text not null default '',
    subject         text not null default '',
    description     text not null default '',
    claimed_amount  text not null default '',
    related_to      uuid references claim_case,
    case_number     text,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);
create index draft_user on draft (user_id, updated_at);
create index draft_updated on draft (updated_at);

create table draft_file (
    id           uuid primary key,
    draft_id     uuid not null references draft on delete cascade,
    name         text not null check (length(name) between 1 and 255),
    content_type text not null,
    size         bigint not null check (size > 0),
    sha256       text not null check (length(sha256) = 64),
    evidence     text,
    added_at     timestamptz not null
);
create index draft_file_draft on draft_file (draft_id, added_at, id);
create index draft_file_sha256 on draft_file (sha256);
