-- What officers hold, and what they should practise next.

-- A licence or registration of an officer. expires_on is its last day; one without goes on. reminds_on is the day on which
-- somebody is written to next, none when that is over. One that was ended is kept, and counts no more.
create table licence (
  id text primary key,
  staff_id text not null references staff (id),
  kind text not null,
  jurisdiction text not null,
  number text not null,
  issued_on text not null,
  expires_on text,
  renewal text,
  reminds_on text,
  added_at bigint not null,
  ended_at bigint,
  ended_why text,
  version bigint not null default 0,
  check ((ended_at is null) = (ended_why is null)),
  check (reminds_on is null or (ended_at is null and expires_on is not null))
);
create index licence_by_staff on licence (staff_id);
create index licence_by_reminder on licence (reminds_on) where reminds_on is not null;

-- What proves that an officer passed an exam, or finished what a trainer attests. Its words are those of the day on which it
-- was issued. digest is that of the code in its address, which follows from its name and the installation's key, so that it
-- can be printed again. reminds_on is the day on which somebody is written to that it expires, none when that is over. One that
-- was withdrawn is kept and says so; so does one whose exam was voided.
create table certificate (
  id text primary key,
  number text not null unique,
  digest text not null unique,
  staff_id text not null references staff (id),
  officer_name text not null,
  exam_id text references exam (id),
  title text not null,
  hours bigint,
  issuer text not null,
  instructor text,
  language text not null,
  completed_on text not null,
  issued_on text not null,
  valid_until text,
  reminds_on text,
  issued_at bigint not null,
  withdrawn_at bigint,
  withdrawn_why text,
  version bigint not null default 0,
  check ((withdrawn_at is null) = (withdrawn_why is null)),
  check (reminds_on is null or (withdrawn_at is null and valid_until is not null))
);
create index certificate_by_reminder on certificate (reminds_on) where reminds_on is not null;
create index certificate_by_staff on certificate (staff_id, issued_at);
create unique index certificate_of_exam on certificate (exam_id) where exam_id is not null and withdrawn_at is null;

-- What an officer should practise next, and why; until_on is its last day. reason_count of reason_of are what it rests on:
-- concerns of a site, low answers of its people, dialogues, right answers; a trainer's has words instead.
create table plan_item (
  id text primary key,
  staff_id text not null references staff (id),
  competency text not null,
  reason text not null,
  site_id text references site (id),
  reason_count bigint,
  reason_of bigint,
  words text,
  begun_on text not null,
  until_on text not null,
  set_at bigint not null,
  ended_at bigint,
  version bigint not null default 0,
  check ((reason_count is null) = (reason_of is null)),
  check ((reason in ('site', 'answered')) = (site_id is not null)),
  check ((reason = 'trainer') = (words is not null))
);
create index plan_item_by_staff on plan_item (staff_id, set_at);
create index plan_item_open on plan_item (until_on) where ended_at is null;
