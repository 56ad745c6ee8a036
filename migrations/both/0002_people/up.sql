-- Who we are, whom we serve, who serves, and who may enter.

create table organization (
  id text primary key check (id = 'organization'),
  name text not null,
  language text not null,
  zone text not null,
  emergency_number text not null,
  phone text,
  email text,
  absence_days bigint not null default 30 check (absence_days > 0),
  demo_since bigint,
  version bigint not null default 0
);

create table client (
  id text primary key,
  outside_key text unique,
  name text not null,
  setting text not null,
  left_at bigint,
  version bigint not null default 0
);
create index client_by_name on client (name, id);

create table staff (
  id text primary key,
  outside_key text unique,
  name text not null,
  email text not null unique,
  roles text not null check (roles <> ''),
  language text not null,
  theme text not null default '',
  keys_off_at bigint,
  password_hash text,
  left_at bigint,
  version bigint not null default 0
);
create index staff_by_name on staff (name, id);

-- A site always has the staff member to whom its concerns fall first. Its name for mail is a whole
-- address, or what stands after the "+" in ours.
create table site (
  id text primary key,
  outside_key text unique,
  client_id text not null references client (id),
  name text not null,
  setting text not null,
  address text not null,
  zone text not null,
  calendar text not null,
  owner_id text not null references staff (id),
  mail_name text unique,
  closed_at bigint,
  version bigint not null default 0
);
create index site_by_client on site (client_id, name, id);
create index site_by_name on site (name, id);
create index site_by_owner on site (owner_id);

create table contact (
  id text primary key,
  outside_key text unique,
  client_id text not null references client (id),
  name text not null,
  email text not null unique,
  phone text,
  standing text not null check (standing in ('decision_maker', 'day_to_day')),
  language text not null,
  theme text not null default '',
  left_at bigint,
  version bigint not null default 0
);
create index contact_by_client on contact (client_id, name, id);

-- The sites that a contact may see; a contact without a row sees all of the client's.
create table contact_site (
  contact_id text not null references contact (id),
  site_id text not null references site (id),
  primary key (contact_id, site_id)
);

-- The sites that a supervisor looks after.
create table staff_site (
  staff_id text not null references staff (id),
  site_id text not null references site (id),
  primary key (staff_id, site_id)
);
create index staff_site_by_site on staff_site (site_id);

-- Only the digest of a session's token is kept.
create table session (
  digest text primary key,
  id text not null unique,
  person_kind text not null check (person_kind in ('contact', 'staff')),
  person_id text not null,
  device text not null,
  created_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null
);
create index session_by_person on session (person_id);
create index session_by_expiry on session (expires_at);

-- A link in a letter, good once: it signs a contact in, and lets a staff member choose a password.
create table sign_in_link (
  digest text primary key,
  person_kind text not null check (person_kind in ('contact', 'staff')),
  person_id text not null,
  created_at bigint not null,
  expires_at bigint not null,
  spent_at bigint
);
create index sign_in_link_by_expiry on sign_in_link (expires_at);

-- A program that may use the interface for programs; only its token's digest is kept.
create table program (
  id text primary key,
  name text not null,
  digest text not null unique,
  created_at bigint not null,
  revoked_at bigint,
  version bigint not null default 0
);
