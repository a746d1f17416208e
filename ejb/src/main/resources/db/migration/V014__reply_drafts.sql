-- A message being written to the executive: a draft too, one for each user and case, whose files go up before it is sent.
alter table draft add column reply_to uuid references claim_case;
create unique index draft_reply on draft (user_id, reply_to) where reply_to is not null;
