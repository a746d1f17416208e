-- Cases for which a ticket is being made, few among many: asked for by each poll, and by rings for unknown tickets.
create index sync_link_in_the_making on sync_link (case_id) where ticket_id is null and attempt is not null;
