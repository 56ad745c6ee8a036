-- What officers must know before they stand: orders that end by themselves, and who confirmed what they read.

-- An instruction with an expiry, of a post, or of a whole site where no post is named. It is in force
-- from when it was given until it ends or was ended: no job ends it. asks_at is when whoever gave it
-- is asked what becomes of it; none once they were, or when there is nothing to ask.
create table temporary (
  id text primary key,
  site_id text not null references site (id),
  post_id text references post (id),
  kind text not null check (kind in ('order', 'visitors', 'leavers', 'deliveries')),
  words text not null,
  language text not null,
  by_kind text not null check (by_kind in ('staff', 'contact')),
  by_id text not null,
  by_name text not null,
  concern_id text references concern (id),
  given_at bigint not null,
  ends_at bigint not null,
  asks_at bigint,
  ended_at bigint,
  revision_id text,
  version bigint not null default 0,
  check (given_at < ends_at),
  check (by_kind = 'staff' or kind <> 'order')
);
create index temporary_by_site on temporary (site_id, ends_at, id);
create index temporary_to_ask on temporary (asks_at, id) where asks_at is not null;

-- An officer's statement that they read a revision, bound to its hash. It counts for that revision alone.
-- Whoever comes back after an absence confirms once more: the next round. looks is how often a wrong
-- answer showed them the changed lines again.
create table confirmation (
  id text primary key,
  orders_id text not null references post_orders (id),
  revision_id text not null references revision (id),
  staff_id text not null references staff (id),
  round bigint not null,
  hash text not null,
  way text not null check (way in ('own', 'post_phone', 'paper')),
  looks bigint not null default 0,
  confirmed_at bigint not null,
  their_at bigint,
  entered_by_id text,
  entered_by_name text,
  photo text,
  unique (revision_id, staff_id, round),
  check (way <> 'paper' or photo is not null)
);
create index confirmation_by_officer on confirmation (staff_id, orders_id, confirmed_at);

-- How often an officer looked once more at a revision that they have not confirmed yet.
create table confirmation_try (
  revision_id text not null references revision (id),
  staff_id text not null references staff (id),
  looks bigint not null,
  primary key (revision_id, staff_id)
);

-- A revision in force of which those who must confirm it were told.
create table revision_announced (
  revision_id text primary key references revision (id),
  announced_at bigint not null
);
create index revision_by_force on revision (in_force_at, id) where in_force_at is not null;

-- A shift that began without confirmation, of which those on duty were told once.
create table unconfirmed_told (
  assignment_id text not null references assignment (id),
  revision_id text not null references revision (id),
  told_at bigint not null,
  primary key (assignment_id, revision_id)
);
create index assignment_by_start on assignment (starts_at, id);

-- By what a staff member confirms on a phone that a post shares: a hash, as of a password.
create table pin (
  staff_id text primary key references staff (id),
  hash text not null,
  chosen_at bigint not null
);
