-- Whom of ours we call, when, and how.

-- A span in which a supervisor is on duty. One that was withdrawn before it began ends when it starts.
create table duty (
  id text primary key,
  staff_id text not null references staff (id),
  starts_at bigint not null,
  ends_at bigint not null check (ends_at >= starts_at),
  version bigint not null default 0
);
create index duty_by_staff on duty (staff_id, ends_at);
create index duty_by_end on duty (ends_at);

-- The ladder of one severity and step, where it is not as usual: of the organization, or of a site.
-- Its rungs are JSON; none means that it is as usual again.
create table ladder (
  id text primary key,
  scope_id text not null,
  severity text not null check (severity in ('S1', 'S2', 'S3', 'S4', 'P')),
  step text not null check (step in ('acknowledge', 'answer', 'follow_up', 'adjust')),
  rungs text,
  version bigint not null default 0,
  unique (scope_id, severity, step)
);

-- A browser that takes what is pushed. Its address is a secret between it and its push service.
create table device (
  id text primary key,
  staff_id text not null references staff (id),
  endpoint text not null unique,
  public_key text not null,
  secret text not null,
  label text not null,
  added_at bigint not null,
  taken_at bigint
);
create index device_by_staff on device (staff_id, added_at);

-- The hours in which somebody is written to, and nothing is pushed; minutes of the day in a zone.
create table quiet (
  staff_id text primary key references staff (id),
  from_minute bigint not null check (from_minute between 0 and 1439),
  until_minute bigint not null check (until_minute between 0 and 1439),
  zone text not null
);
