-- Who works on cases: skills, absences and the companies each looks after.
create table executive (
    id               uuid primary key,
    email            text not null,
    name             text not null,
    active           boolean not null default true,
    capacity         int check (capacity > 0),
    last_assigned_at timestamptz
);
create unique index executive_email on executive (lower(email));

create table executive_skill (
    executive_id  uuid not null references executive,
    category_code text not null,
    primary key (executive_id, category_code)
);

create table executive_absence (
    id           uuid primary key,
    executive_id uuid not null references executive,
    first_day    date not null,
    last_day     date not null,
    delegate_id  uuid references executive,
    check (last_day >= first_day)
);
create index executive_absence_last_day on executive_absence (last_day);

create table account_executive (
    account_id   uuid not null references account,
    role         text not null check (role in ('PRIMARY', 'BACKUP')),
    executive_id uuid not null references executive,
    primary key (account_id, role)
);

-- API tokens act as a named person: a user of a company or an executive.
create table api_token (
    id           uuid primary key,
    name         text not null,
    hash         bytea not null unique,
    user_id      uuid references portal_user,
    executive_id uuid references executive,
    scopes       text not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    check ((user_id is null) <> (executive_id is null))
);
create index api_token_user on api_token (user_id);
