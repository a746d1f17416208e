-- What was answered to a request that carried an Idempotency-Key, kept for a day. The row is written in the transaction of
-- the request itself: a second request with the key waits at the primary key until the first has ended.
create table idempotent_request (
    user_id     uuid not null,
    key         text not null check (length(key) between 1 and 255),
    received_at timestamptz not null,
    fingerprint text,
    status      int,
    location    text,
    etag        text,
    body        text,
    primary key (user_id, key)
);
create index idempotent_request_received on idempotent_request (received_at);
