-- What officers learn.

-- A question with its options. Those of the content that we carry are here under the name that they have there, those that
-- a trainer brought in under theirs, and those of post orders under that of their revision; whoever stands at that site is
-- asked the last kind, and nobody else. At worded_at words were replaced or ended the last time: what was fitted before does
-- not hold any more. is_gone: it is retired because its source has it no more, and is asked again when it comes back; what a
-- trainer retired stays so.
create table question (
  id text primary key,
  name text not null,
  origin text not null,
  competency text not null,
  setting text not null,
  source text not null,
  level_thousandths bigint not null,
  site_id text references site (id),
  revision_id text references revision (id),
  taken_at bigint not null,
  worded_at bigint not null,
  retired_at bigint,
  is_gone bigint not null default 0 check (is_gone in (0, 1)),
  version bigint not null default 0,
  unique (origin, name),
  check (is_gone = 0 or retired_at is not null),
  check ((site_id is null) = (revision_id is null))
);
create index question_in_use on question (competency, name) where retired_at is null;
create index question_of_revision on question (revision_id) where revision_id is not null;

-- Its words in a language. They are never changed: others take their place, and what was answered names these.
-- The options are JSON: [{"text": "...", "why": "..."}].
create table question_wording (
  id text primary key,
  question_id text not null references question (id),
  language text not null,
  ask text not null,
  options text not null,
  key_place bigint not null,
  explanation text not null,
  made_at bigint not null,
  ended_at bigint
);
create unique index question_wording_in_use on question_wording (question_id, language) where ended_at is null;

-- Which content was taken in last: its digest.
create table content_taken (
  digest text primary key,
  taken_at bigint not null
);

-- One answer of one officer, kept for good: chosen is its place among the options, none where an exam ended before.
-- is_first: they had answered the question in no words that were asked then; is_review: it moved what they are taken to
-- remember.
create table answer (
  id text primary key,
  staff_id text not null references staff (id),
  question_id text not null references question (id),
  wording_id text not null references question_wording (id),
  occasion text not null,
  occasion_id text not null,
  answered_at bigint not null,
  answered_on text not null,
  chosen bigint,
  is_guess bigint not null check (is_guess in (0, 1)),
  is_right bigint not null check (is_right in (0, 1)),
  is_first bigint not null check (is_first in (0, 1)),
  is_review bigint not null check (is_review in (0, 1))
);
create index answer_by_staff on answer (staff_id, answered_at, id);
create index answer_by_question on answer (question_id, answered_at);
create index answer_by_occasion on answer (occasion_id);

-- What an officer is taken to remember of a question, and when it comes back.
create table card (
  staff_id text not null references staff (id),
  question_id text not null references question (id),
  stability_millionths bigint not null,
  difficulty_millionths bigint not null,
  reviewed_on text not null,
  due_on text not null,
  reviews bigint not null,
  lapses bigint not null,
  primary key (staff_id, question_id)
);
create index card_due on card (staff_id, due_on);

-- Five minutes of practice that were handed in.
create table practice (
  id text primary key,
  staff_id text not null references staff (id),
  practised_at bigint not null,
  asked bigint not null,
  right_answers bigint not null
);
create index practice_by_staff on practice (staff_id, practised_at);

-- How memories fade, as the answers of a company (staff_id is empty) or of one officer say. weights is JSON; there are
-- none as long as no set foretold the newest answers better than the usual one.
create table forgetting (
  staff_id text primary key,
  weights text,
  reviews bigint not null,
  tried_at bigint not null,
  loss_before_millionths bigint,
  loss_after_millionths bigint
);

-- A dialogue that an officer goes through. path is JSON: all that is told of it afterwards, in the words that were read, so
-- that it can be told when the dialogue has other words; digest says whether it has. One of each dialogue at a time.
create table rehearsal (
  id text primary key,
  staff_id text not null references staff (id),
  scenario text not null,
  digest text not null,
  begun_at bigint not null,
  ended_at bigint,
  ending text,
  outcome text,
  path text not null,
  version bigint not null default 0,
  check ((ending is null) = (outcome is null)),
  check (ending is null or ended_at is not null)
);
create index rehearsal_by_staff on rehearsal (staff_id, begun_at);
create index rehearsal_by_scenario on rehearsal (scenario, begun_at);
create unique index rehearsal_under_way on rehearsal (staff_id, scenario) where ended_at is null;

-- A file of questions that a trainer brought in; what of it could not be taken, and what could be better about its
-- questions, item by item, as JSON.
create table question_import (
  id text primary key,
  format text not null,
  brought_at bigint not null,
  brought_by text not null,
  added bigint not null,
  reworded bigint not null,
  same bigint not null,
  left_out text not null,
  remarks text not null
);
create index question_import_newest on question_import (brought_at, id);

-- What new questions of an officer should be about rather than others, until a day.
create table preferred (
  staff_id text not null references staff (id),
  competency text not null,
  until_on text not null,
  primary key (staff_id, competency)
);
