-- What we change because of what we heard, and whether it worked.

-- A change of measures that answers one or more concerns. What was told and what changes are
-- sentences that may hang in a lobby: they name nobody. The targets are in the words of agreements.
create table adjustment (
  id text primary key,
  client_id text not null references client (id),
  site_id text not null references site (id),
  kind text not null check (kind in ('revision', 'training', 'staffing', 'equipment', 'client')),
  said text not null,
  headline text not null,
  expected text not null,
  owner_id text not null references staff (id),
  target text not null,
  due_at bigint not null,
  check_back_after text not null,
  state text not null check (state in ('planned', 'in_force', 'dropped')),
  orders_id text references post_orders (id),
  revision_id text,
  board_at bigint,
  opened_at bigint not null,
  opened_by text not null,
  ended_at bigint,
  words text,
  ask_officers_at bigint,
  version bigint not null default 0,
  check ((state = 'planned') = (ended_at is null))
);
create index adjustment_by_site on adjustment (site_id, opened_at, id);
create index adjustment_planned on adjustment (state, due_at, id);
create index adjustment_by_revision on adjustment (revision_id) where revision_id is not null;
create index adjustment_to_ask on adjustment (ask_officers_at, id) where ask_officers_at is not null;

create table adjustment_concern (
  adjustment_id text not null references adjustment (id),
  concern_id text not null references concern (id),
  primary key (adjustment_id, concern_id)
);
create index adjustment_by_concern on adjustment_concern (concern_id);

-- "Did it work?", asked of an officer who stands where something was changed.
create table officer_answer (
  id text primary key,
  adjustment_id text not null references adjustment (id),
  staff_id text not null references staff (id),
  asked_at bigint not null,
  answer text check (answer in ('yes', 'partly', 'no')),
  words text,
  answered_at bigint,
  unique (adjustment_id, staff_id),
  check ((answer is null) = (answered_at is null))
);
create index officer_answer_waiting on officer_answer (staff_id, asked_at) where answer is null;
