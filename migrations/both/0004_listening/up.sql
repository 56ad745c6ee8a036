-- What people tell us, what we say, and what we promised.

-- A place where a sign hangs; its code is in the sign's address.
create table sign (
  code text primary key,
  site_id text not null references site (id),
  post_id text references post (id),
  place text not null,
  made_at bigint not null,
  retired_at bigint,
  version bigint not null default 0
);
create index sign_by_site on sign (site_id);

-- The calendar and the targets under which a concern was taken, kept as they were on that day.
create table terms (
  hash text primary key,
  calendar text not null,
  targets text not null
);

-- A concern that is not closed always has an owner, a next step, and the moment at which that step is due.
create table concern (
  id text primary key,
  number text not null unique,
  client_id text not null references client (id),
  site_id text not null references site (id),
  post_id text references post (id),
  channel text not null check (channel in ('portal', 'qr', 'phone', 'spoken', 'api', 'mail')),
  voice text not null check (voice in ('client', 'public', 'officer')),
  reporter_id text,
  reporter_name text,
  reporter_email text,
  language text not null,
  headline text not null,
  category text not null,
  severity text not null check (severity in ('S1', 'S2', 'S3', 'S4', 'P')),
  remedy text,
  state text not null check (state in ('new', 'acknowledged', 'waiting', 'answered', 'refused', 'closed')),
  owner_id text not null references staff (id),
  about_id text references staff (id),
  next_step text not null,
  next_due_at bigint,
  next_alert_at bigint,
  said_at bigint not null,
  raised_at bigint not null,
  closed_at bigint,
  outcome text check (outcome in ('settled', 'silent', 'told', 'thanked')),
  protected_at bigint,
  round bigint not null default 1,
  tracking_digest text not null unique,
  terms_hash text not null references terms (hash),
  version bigint not null default 0,
  check ((closed_at is null) = (next_due_at is not null)),
  check ((closed_at is null) = (state <> 'closed'))
);
-- Most people see few of the sites: what says who may see a concern stands in the indexes by which
-- lists are walked, so that a concern of somebody else is passed over without reading its row.
create index concern_open on concern
  (next_due_at, id, site_id, owner_id, reporter_id, about_id, protected_at, next_step) where closed_at is null;
create index concern_open_by_site on concern (site_id, next_due_at, id) where closed_at is null;
create index concern_open_by_owner on concern
  (owner_id, next_due_at, id, site_id, reporter_id, about_id, protected_at) where closed_at is null;
create index concern_open_by_severity on concern
  (severity, next_due_at, id, site_id, owner_id, reporter_id, about_id, protected_at) where closed_at is null;
create index concern_open_by_state on concern
  (state, next_due_at, id, site_id, owner_id, reporter_id, about_id, protected_at) where closed_at is null;
create index concern_open_by_step on concern (next_step, next_due_at, id) where closed_at is null;
create index concern_by_site on concern (site_id, raised_at, id);
create index concern_by_client on concern (client_id, raised_at, id);
create index concern_by_time on concern (raised_at, id);
create index concern_by_reporter on concern (reporter_id, raised_at, id) where reporter_id is not null;
create index concern_alert on concern (next_alert_at, id) where next_alert_at is not null;
create index concern_closed on concern (closed_at, id) where closed_at is not null;

-- What was said. A message is seen by the reporter; a note only by staff. One that came by mail has
-- the mail, whether its sender was checked, and what was quoted below the new words.
create table message (
  id text primary key,
  concern_id text not null references concern (id),
  kind text not null check (kind in ('message', 'note')),
  by_kind text not null,
  by_id text not null,
  by_name text not null,
  language text not null,
  words text not null,
  said_at bigint not null,
  edited_at bigint,
  arrival_id text,
  trust text check (trust in ('verified', 'unchecked', 'failed')),
  folded text,
  version bigint not null default 0,
  check ((arrival_id is null) = (trust is null))
);
create index message_by_concern on message (concern_id, said_at, id);

-- What a message said before it was corrected.
create table message_earlier (
  message_id text not null references message (id),
  until_at bigint not null,
  words text not null,
  primary key (message_id, until_at)
);

create table photo (
  id text primary key,
  message_id text not null references message (id),
  concern_id text not null references concern (id),
  hash text not null,
  width bigint not null,
  height bigint not null,
  bytes bigint not null
);
create index photo_by_concern on photo (concern_id);
create index photo_by_message on photo (message_id);

-- A file that came with a message by mail, kept as it came; never shown, only handed out.
create table attachment (
  id text primary key,
  message_id text not null references message (id),
  concern_id text not null references concern (id),
  name text not null,
  hash text not null,
  bytes bigint not null
);
create index attachment_by_concern on attachment (concern_id);

-- A due time that was given. A promise that is replaced or missed is never erased.
create table promise (
  id text primary key,
  concern_id text not null references concern (id),
  step text not null check (step in ('acknowledge', 'answer', 'follow_up', 'adjust', 'check_back', 'close')),
  round bigint not null,
  target text not null,
  given_at bigint not null,
  due_at bigint,
  kept_at bigint,
  ended_at bigint,
  late_reason text,
  told bigint not null default 0
);
create index promise_by_concern on promise (concern_id, given_at, id);

-- What is changed because of a concern, as far as whoever told us is told of it. Its name is that of the
-- adjustment, of which a later slice knows the rest.
create table measure (
  id text not null,
  concern_id text not null references concern (id),
  headline text not null,
  state text not null check (state in ('planned', 'in_force', 'dropped')),
  since_at bigint not null,
  primary key (id, concern_id)
);
create index measure_by_concern on measure (concern_id, since_at);

-- A span in which the answer waits for the person who told us.
create table pause (
  id text primary key,
  concern_id text not null references concern (id),
  started_at bigint not null,
  ended_at bigint
);
create index pause_by_concern on pause (concern_id, started_at);

-- "Did it help?": one asking, and what was said to it.
create table check_back (
  id text primary key,
  concern_id text not null references concern (id),
  round bigint not null,
  asked_at bigint not null,
  digest text not null unique,
  answer text check (answer in ('yes', 'partly', 'no')),
  words text,
  answered_at bigint,
  -- How they found it handled, 1 (not at all) to 5 (fully); none where they did not say.
  fair bigint check (fair between 1 and 5),
  prompt bigint check (prompt between 1 and 5),
  respect bigint check (respect between 1 and 5),
  told_why bigint check (told_why between 1 and 5)
);
create index check_back_by_concern on check_back (concern_id, asked_at);
create index check_back_by_time on check_back (asked_at, id);

-- Who of ours was told that a promise needs somebody.
create table alert (
  id text primary key,
  concern_id text not null references concern (id),
  promise_id text not null references promise (id),
  whom text not null check (whom in ('owner', 'supervisors', 'account_managers', 'administrators')),
  staff_id text not null references staff (id),
  way text not null check (way in ('push', 'letter')),
  told_at bigint not null
);
create index alert_by_concern on alert (concern_id, told_at, id);
