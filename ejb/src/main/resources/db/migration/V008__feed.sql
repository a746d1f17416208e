-- The change feed: every entry of every history in one row, numbered after it has been committed, so that a number that
-- has been passed is never given to anything later. Who may see an entry stands on it: a reader touches no other rows.
alter table activity
    add column account_id    uuid references account,
    add column reporter_id   uuid references portal_user,
    add column feed_position bigint;

-- What is there already, in the order it happened; within a case in the case's own order, whatever its clock said.
update activity a set account_id = c.account_id, reporter_id = c.reporter_id, feed_position = o.place
from claim_case c, (
    select id, row_number() over (order by happened, case_id, position) as place
    from (select id, case_id, position, max(at) over (partition by case_id order by position) as happened from activity) h
) o
where c.id = a.case_id and o.id = a.id;

alter table activity
    alter column account_id set not null,
    alter column reporter_id set not null;

-- The row of everybody's entries is an index of an expression, lest the planner walk it for somebody's own.
create unique index activity_feed on activity ((feed_position + 0)) where feed_position is not null;
create index activity_account_feed on activity (account_id, feed_position) where feed_position is not null;
create index activity_reporter_feed on activity (reporter_id, feed_position) where feed_position is not null;
create index activity_unnumbered on activity (case_id, position) where feed_position is null;
