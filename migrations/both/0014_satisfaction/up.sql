-- How our work is going, asked of the people of our clients.

-- A round of asking. Whoever was asked about anything of late is asked later in it, or not at all. One that repeats
-- opens the next one at repeats_at.
create table survey_round (
  id text primary key,
  opened_at bigint not null,
  closes_at bigint not null,
  closed_at bigint,
  repeats_at bigint,
  opened_by text not null,
  version bigint not null default 0,
  check (closes_at > opened_at)
);
create index survey_round_open on survey_round (closes_at, id) where closed_at is null;
create index survey_round_repeats on survey_round (repeats_at, id) where repeats_at is not null;

-- One contact who was asked in a round. Whether they answered is known also of whoever left their name out, so that
-- nobody reminds them; what they said is not.
create table asking (
  id text primary key,
  round_id text not null references survey_round (id),
  client_id text not null references client (id),
  site_id text references site (id),
  contact_id text not null references contact (id),
  digest text not null unique,
  asked_at bigint not null,
  reminds_at bigint,
  reminded_at bigint,
  answered_at bigint,
  is_anonymous bigint not null check (is_anonymous in (0, 1)),
  unique (round_id, contact_id)
);
create index asking_by_contact on asking (contact_id, asked_at);
create index asking_reminds on asking (reminds_at, id) where reminds_at is not null;

-- What was answered. Without asking_id its author left their name out: then counted_at is when the round closes, and the
-- name of the row is drawn by lot, so that neither says when it was written.
create table survey_reply (
  id text primary key,
  asking_id text unique references asking (id),
  round_id text not null references survey_round (id),
  client_id text not null references client (id),
  site_id text references site (id),
  standing text,
  counted_at bigint not null,
  language text not null,
  comment text
);
create index survey_reply_by_round on survey_reply (round_id, client_id);
create index survey_reply_by_client on survey_reply (client_id, counted_at);

create table survey_answer (
  reply_id text not null references survey_reply (id),
  item text not null,
  value bigint not null,
  primary key (reply_id, item)
);

-- What somebody at a site answered behind its sign, without an account and without a name: the pulse of the public, which
-- is never counted with what clients say. It has a day and no time, and a name that is drawn by lot, so that nobody finds
-- its author in the pictures of a camera.
create table pulse_answer (
  id text primary key,
  site_id text not null references site (id),
  sign_code text not null references sign (code),
  given_on text not null,
  safe bigint check (safe between 1 and 5),
  treated bigint check (treated between 1 and 5),
  language text not null,
  comment text
);
create index pulse_answer_by_site on pulse_answer (site_id, given_on);

-- Questions of the organization's own, which rounds ask besides ours. One whose words change is another one.
create table own_question (
  id text primary key,
  kind text not null check (kind in ('agreement', 'words')),
  english text not null,
  spanish text,
  made_at bigint not null,
  retired_at bigint,
  version bigint not null default 0
);

-- Which of them a round asks, as they were when it opened.
create table round_question (
  round_id text not null references survey_round (id),
  question_id text not null references own_question (id),
  place bigint not null,
  primary key (round_id, question_id)
);

-- What was answered to them: a step of the scale, or words.
create table own_answer (
  reply_id text not null references survey_reply (id),
  question_id text not null references own_question (id),
  value bigint check (value between 1 and 7),
  words text,
  primary key (reply_id, question_id),
  check ((value is null) <> (words is null))
);
