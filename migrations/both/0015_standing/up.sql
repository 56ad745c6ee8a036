-- How we stand with each client, and what comes up.

-- How health is reckoned, from a moment until the next row.
create table health_weights (
  id text primary key,
  from_at bigint not null,
  by_name text not null,
  words text not null,
  weights text not null
);
create index health_weights_by_time on health_weights (from_at, id);

-- How a site stands today: its points, none where not enough is known, and its reasons as JSON. Made anew when something
-- happens there, and once a day.
create table health (
  site_id text primary key references site (id),
  client_id text not null references client (id),
  day text not null,
  score bigint,
  known text not null,
  reasons text not null,
  reckoned_at bigint not null
);
create index health_by_client on health (client_id, score);
create index health_by_day on health (day, site_id);

-- How it stood on a day, and on every day after it until the next row: a day that changed nothing has none.
create table health_day (
  site_id text not null references site (id),
  day text not null,
  client_id text not null references client (id),
  score bigint,
  known text not null,
  reasons text not null,
  reckoned_at bigint not null,
  primary key (site_id, day)
);
create index health_day_by_client on health_day (client_id, day);
create index health_day_by_day on health_day (day, client_id, site_id);

-- Up to where the record was followed.
create table health_follow (
  id text primary key check (id = 'health'),
  recorded_at bigint not null,
  subject_id text not null,
  position bigint not null
);

-- How often a supervisor comes to a site, where it is not as usual.
create table visit_rhythm (
  site_id text primary key references site (id),
  every_days bigint not null check (every_days > 0),
  version bigint not null default 0
);

-- What else is known of a contract: what it is worth in a year, when we meet about it, for how long it renews itself.
create table renewal (
  contract_id text primary key references contract (id),
  value_cents bigint check (value_cents >= 0),
  currency text not null,
  renews_months bigint not null check (renews_months > 0),
  review_on text,
  words text not null,
  version bigint not null default 0,
  check (value_cents is null or currency <> '')
);

-- What is to be done before notice can be given, for one term. Its owner is reminded on a day; on none when they were, or it
-- is done.
create table renewal_task (
  id text primary key,
  contract_id text not null references contract (id),
  term_ends_on text not null,
  kind text not null check (kind in ('review_meeting', 'renewal_pack', 'other')),
  headline text not null,
  owner_id text not null references staff (id),
  due_on text not null,
  reminds_on text,
  done_at bigint,
  done_by text,
  words text,
  version bigint not null default 0,
  check ((done_at is null) = (done_by is null))
);
create index renewal_task_by_contract on renewal_task (contract_id, due_on, id);
create index renewal_task_by_owner on renewal_task (owner_id, due_on, id) where done_at is null;
create index renewal_task_to_remind on renewal_task (reminds_on, id) where reminds_on is not null;

-- How a term ended, and why.
create table renewal_outcome (
  id text primary key,
  contract_id text not null references contract (id),
  client_id text not null references client (id),
  term_ends_on text not null,
  outcome text not null check (outcome in ('kept', 'lost', 'retendered', 'changed')),
  reason text not null,
  words text not null,
  decided_on text not null,
  entered_at bigint not null,
  entered_by text not null,
  unique (contract_id, term_ends_on)
);
create index renewal_outcome_by_client on renewal_outcome (client_id, decided_on);

-- A secret address by which a calendar reads what comes up; only its digest is kept.
create table calendar_feed (
  digest text primary key,
  staff_id text not null references staff (id),
  made_at bigint not null,
  revoked_at bigint
);
create index calendar_feed_by_staff on calendar_feed (staff_id, made_at);
