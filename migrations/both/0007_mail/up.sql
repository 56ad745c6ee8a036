-- What comes in by mail.

-- One mail that reached us. The mail itself lies on disk under its hash before its row is here. The
-- key is the hash and for whom it was: the same mail handed over again is the same arrival.
create table arrival (
  id text primary key,
  key text not null unique,
  hash text not null,
  bytes bigint not null,
  source text not null check (source in ('mailbox', 'handed_over')),
  null_sender_at bigint,
  recipients text not null,
  received_at bigint not null,
  message_id text,
  from_name text,
  from_address text,
  subject text not null default '',
  written_at bigint,
  words_digest text,
  state text not null check
    (state in ('waiting', 'raised', 'heard', 'machine', 'bounced', 'twin', 'held', 'set_aside')),
  reason text,
  trust text not null check (trust in ('verified', 'unchecked', 'failed')),
  matched_by text check (matched_by in ('message_id', 'reply_address', 'subject_token')),
  named_id text references concern (id),
  concern_id text references concern (id),
  site_id text references site (id),
  settled_at bigint,
  version bigint not null default 0,
  check ((state = 'waiting') = (settled_at is null)),
  check ((state = 'waiting') = (reason is null))
);
create index arrival_held on arrival (state, received_at, id);
create index arrival_by_time on arrival (received_at, id);
create index arrival_by_message on arrival (message_id) where message_id is not null;
create index arrival_by_site on arrival (site_id, received_at, id) where site_id is not null;
create index arrival_by_hash on arrival (hash);
create index arrival_by_concern on arrival (concern_id, received_at) where concern_id is not null;

-- How far a mailbox was read: every mail up to this one was taken in, or is known to be too large.
create table mailbox (
  name text primary key,
  validity bigint not null,
  last_number bigint not null,
  read_at bigint not null
);
