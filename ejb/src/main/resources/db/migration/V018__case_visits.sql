-- Up to which entry of its history somebody has seen a case on its own page. Whatever stands there is no news to them,
-- wherever their mark in the feed is.
create table case_visit (
    user_id  uuid references portal_user,
    case_id  uuid references claim_case,
    position integer not null check (position > 0),
    primary key (user_id, case_id)
);
