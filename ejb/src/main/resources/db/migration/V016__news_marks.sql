-- Up to which place of the feed somebody has looked at what others did on their cases. What there is to look at are the
-- entries of the histories themselves.
create table news_mark (
    user_id uuid primary key references portal_user,
    place   bigint not null check (place >= 0)
);
