-- One mark for each case that has changed since it was last brought into step. However often a case changes, it has one
-- mark; the mark says since when it waits, and counts the changes so that a change during the work is not lost.
create table dirty_mark (
    case_id      uuid primary key,
    marked_since timestamptz not null,
    last_change  timestamptz not null,
    changes      bigint not null default 1
);
create index dirty_mark_since on dirty_mark (marked_since);
