-- What everything stands on. One text for SQLite and PostgreSQL: text, bigint and
-- double precision only; a moment (milliseconds since 1970, UTC) instead of a boolean.

-- The record: one row for each thing that was done, never changed, never removed.
-- The entries of one subject form a chain of hashes.
create table entry (
  subject_id text not null,
  position bigint not null check (position > 0),
  subject_kind text not null,
  deed text not null,
  by_kind text not null check (by_kind in ('system', 'guest', 'contact', 'staff', 'program')),
  by_id text not null,
  by_name text not null,
  their_at bigint,
  recorded_at bigint not null,
  change text not null,
  previous_hash text not null,
  hash text not null,
  primary key (subject_id, position)
);
create index entry_by_time on entry (recorded_at, subject_id, position);

-- A signed checkpoint over every entry recorded in one span of time.
create table seal (
  number bigint primary key,
  from_at bigint not null,
  until_at bigint not null check (until_at > from_at),
  entries bigint not null,
  digest text not null,
  previous_digest text not null,
  signature text not null,
  sealed_at bigint not null
);

-- What is to happen later. Written by the verb that causes it, in its transaction.
create table job (
  id text primary key,
  kind text not null,
  key text not null,
  payload text not null,
  due_at bigint not null,
  attempts bigint not null default 0,
  leased_until bigint not null default 0,
  last_error text,
  done_at bigint,
  given_up_at bigint,
  unique (kind, key)
);
create index job_waiting on job (due_at, id) where done_at is null and given_up_at is null;

-- A letter is written once, by the verb that causes it, and posted by a job. follows: the Message-IDs
-- of what came before it in its conversation; none where it stands alone. A letter that did not
-- arrive says when that was known, and what the mail server said.
create table letter (
  id text primary key,
  kind text not null,
  class text not null check (class in ('essential', 'concerns', 'questions', 'surveys', 'alerts', 'orders', 'digests', 'reports', 'training')),
  about_id text not null,
  auto_submitted text,
  from_name text not null,
  to_name text not null,
  to_address text not null,
  language text not null,
  subject text not null,
  words text not null,
  message_id text not null unique,
  follows text,
  written_at bigint not null,
  posted_at bigint,
  failed_at bigint,
  failure text
);
create index letter_by_time on letter (written_at, id);
create index letter_by_thing on letter (about_id, written_at, id);
create index letter_by_posting on letter (posted_at) where posted_at is not null;

-- The mail by which a conversation about a thing began, and the last one: letters name them, so that
-- mail programs show all of it together.
create table thread_mail (
  thing_id text primary key,
  first_id text not null,
  last_id text not null
);

-- What an address does not want to be written about.
create table unwanted (
  address text not null,
  class text not null check (class in ('concerns', 'questions', 'surveys', 'alerts', 'orders', 'digests', 'reports', 'training')),
  since_at bigint not null,
  primary key (address, class)
);

-- An address that refuses mail, until somebody says otherwise.
create table refusing (
  address text primary key,
  since_at bigint not null,
  why text not null
);

-- The same request sent twice is answered once.
create table idempotency (
  key_digest text primary key,
  request_digest text not null,
  answer text not null,
  at bigint not null
);
create index idempotency_by_time on idempotency (at);

-- How often somebody knocked in one window of time.
create table knock (
  who_digest text not null,
  window_at bigint not null,
  times bigint not null,
  primary key (who_digest, window_at)
);
create index knock_by_time on knock (window_at);
