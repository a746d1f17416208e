-- Who paused the sync last, or let it go on, and when.
alter table sync_state
    add column switched_by text,
    add column switched_at timestamptz;
