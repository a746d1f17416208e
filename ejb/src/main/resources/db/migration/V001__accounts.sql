-- Companies, their users with passwords, and API tokens.
create table account (
    id         uuid primary key,
    name       text not null check (length(name) between 1 and 120),
    rut        text not null unique,
    created_at timestamptz not null
);
create index account_name on account (name, id);

create table portal_user (
    id                    uuid primary key,
    account_id            uuid references account,
    email                 text not null,
    name                  text not null check (length(name) between 1 and 120),
    role                  text not null check (role in ('CUSTOMER', 'ACCOUNT_ADMIN', 'OPERATOR')),
    password_hash         text not null,
    must_change_password  boolean not null,
    password_expires_at   timestamptz,
    disabled              boolean not null default false,
    last_sign_in_at       timestamptz,
    created_at            timestamptz not null,
    check ((role = 'OPERATOR') = (account_id is null))
);
-- One sign-in name whatever its capitals.
create unique index portal_user_email on portal_user (lower(email));
create index portal_user_account on portal_user (account_id, name, id);

-- Failed sign-ins by what was tried and from where; a success clears the name's row.
create table sign_in_failure (
    subject         text primary key,
    failures        int not null,
    blocked_until   timestamptz not null,
    last_failure_at timestamptz not null
);
create index sign_in_failure_last on sign_in_failure (last_failure_at);
