-- What was agreed, where we stand, and who stands there.

-- Days are texts such as 2026-12-31. What is promised otherwise than in the usual table is JSON.
create table contract (
  id text primary key,
  outside_key text unique,
  client_id text not null references client (id),
  starts_on text not null,
  ends_on text,
  notice_days bigint not null check (notice_days >= 0),
  renewal text not null check (renewal in ('automatic', 'by_agreement')),
  promises text not null,
  version bigint not null default 0
);
create index contract_by_client on contract (client_id, starts_on);

create table post (
  id text primary key,
  outside_key text unique,
  site_id text not null references site (id),
  name text not null,
  closed_at bigint,
  version bigint not null default 0
);
create index post_by_site on post (site_id, name, id);

-- An assignment that was withdrawn before it began ends when it starts.
create table assignment (
  id text primary key,
  outside_key text unique,
  post_id text not null references post (id),
  staff_id text not null references staff (id),
  starts_at bigint not null,
  ends_at bigint check (ends_at is null or ends_at >= starts_at),
  version bigint not null default 0
);
create index assignment_by_post on assignment (post_id, starts_at);
create index assignment_by_staff on assignment (staff_id, starts_at);
