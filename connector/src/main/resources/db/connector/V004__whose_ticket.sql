-- The number of our case that a ticket carries: a system restored from its backup may give the ticket's key once more.
alter table sync_link add column carries text;
