-- The officer's phone, and what it sends: made where there was no signal, and taken once however often it comes.

-- A browser in which a staff member has signed in. The same phone has a row for each of those who share it.
-- seen_before_at is when its person was here the time before this one. clock_ahead_seconds is how far its clock was ahead of ours when it was last heard of; given_up_at when
-- somebody said that it is lost: what it sends after that is held.
create table phone (
  id text not null,
  staff_id text not null references staff (id),
  label text not null,
  first_seen_at bigint not null,
  last_seen_at bigint not null,
  seen_before_at bigint,
  clock_ahead_seconds bigint not null,
  given_up_at bigint,
  primary key (id, staff_id)
);

-- One thing that a phone sent, under the name that the phone gave it. digest is of what was sent, so that one
-- name never stands for two things. at is by the phone's clock, happened_at by ours. content is what was sent,
-- locked, as long as it is held for a supervisor: of an account that was closed, or a phone that is lost.
create table sending (
  id text primary key,
  phone_id text not null,
  staff_id text not null references staff (id),
  kind text not null check (kind in ('concern', 'interaction', 'confirmation', 'photo', 'heard', 'practice')),
  digest text not null,
  at bigint not null,
  clock_ahead_seconds bigint not null,
  happened_at bigint not null,
  received_at bigint not null,
  state text not null check (state in ('taken', 'held', 'settled')),
  subject_id text,
  number text,
  says text,
  content text,
  settled_at bigint,
  settled_by_id text,
  settled_by_name text,
  settled_words text,
  check (state <> 'held' or content is not null),
  check (state <> 'settled' or (settled_at is not null and content is null))
);
create index sending_by_staff on sending (staff_id, received_at, id);
create index sending_held on sending (received_at, id) where content is not null;

-- The parts of a picture that is on its way: deleted when it is whole, or when it was left behind.
create table part (
  sending_id text not null,
  number bigint not null,
  content text not null,
  received_at bigint not null,
  primary key (sending_id, number)
);
create index part_by_time on part (received_at);

-- A phone that those at a site share: on it an officer is known by a PIN. The phone holds the token in a cookie.
create table shared_phone (
  id text primary key,
  site_id text not null references site (id),
  label text not null,
  token_digest text not null unique,
  made_at bigint not null,
  made_by_name text not null,
  ended_at bigint
);
create index shared_phone_by_site on shared_phone (site_id, made_at, id);
