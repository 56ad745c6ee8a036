-- What officers can, and how sure one can be of it.

-- An exam of one officer; or a test that finds out how much somebody can, which has no clock and gets its questions one by
-- one (kind). The questions of an exam are drawn once: seed drew them, and short_of names what there were too few questions
-- about, as JSON. ends_at is its clock. While it is under way, beat_at says each minute that the clock is being watched:
-- where that stopped for a while we were away, and ends_at moves by that while.
-- asked and right_answers count its questions; foretold_millionths is how likely it was to be passed, as the answers before
-- it said; ability_thousandths and error_thousandths are what a test found. What was voided counts for nothing.
create table exam (
  id text primary key,
  staff_id text not null references staff (id),
  kind text not null,
  blueprint text not null,
  unit text,
  language text not null,
  seed bigint not null,
  begun_at bigint not null,
  ends_at bigint,
  beat_at bigint not null,
  given_back_seconds bigint not null default 0,
  closed_at bigint,
  closed_why text,
  asked bigint not null,
  pass_mark bigint not null,
  right_answers bigint,
  short_of text,
  foretold_millionths bigint,
  ability_thousandths bigint,
  error_thousandths bigint,
  voided_at bigint,
  voided_why text,
  version bigint not null default 0,
  check ((closed_at is null) = (closed_why is null)),
  check ((closed_at is null) = (right_answers is null)),
  check ((voided_at is null) = (voided_why is null))
);
-- One at a time, however often somebody taps.
create unique index exam_under_way on exam (staff_id, kind) where closed_at is null;
create index exam_by_staff on exam (staff_id, begun_at);
create index exam_by_begin on exam (begun_at);

-- A question of it, in the words that it had when it was drawn. chosen is the place of what was chosen among the options as
-- their author has them; nobody chose anything as long as answered_at is empty, and in a test none means "I do not know".
create table exam_question (
  exam_id text not null references exam (id),
  place bigint not null,
  question_id text not null references question (id),
  wording_id text not null references question_wording (id),
  chosen bigint,
  answered_at bigint,
  flagged_at bigint,
  primary key (exam_id, place)
);
create unique index exam_question_once on exam_question (exam_id, question_id);
create index exam_question_by_question on exam_question (question_id);

-- How hard a question turned out to be, and how steeply it tells apart, from so many answers.
create table item_parameters (
  question_id text primary key references question (id),
  discrimination_thousandths bigint not null,
  difficulty_thousandths bigint not null,
  answers bigint not null,
  fitted_at bigint not null
);
