-- Post orders: what officers stand by. One text for a post, and one for a whole site, which its posts share.

-- What clients agreed to about changed orders: how long they take to answer, who may answer for
-- them, and what their silence means.
alter table contract add column approval_limit text not null default '3 working days';
alter table contract add column approval_silence text not null default 'waits'
  check (approval_silence in ('waits', 'counts_as_yes', 'lapses'));
alter table contract add column stand_in_id text references contact (id);

create table post_orders (
  id text primary key,
  site_id text not null references site (id),
  post_id text unique references post (id),
  language text not null,
  revision_id text,
  number bigint not null default 0,
  review_on text not null,
  version bigint not null default 0
);
create unique index post_orders_of_site on post_orders (site_id) where post_id is null;
create index post_orders_by_site on post_orders (site_id, id);
create index post_orders_by_review on post_orders (review_on, id);

-- Words that stand in sections, each once, by their hash: most sections of a revision are those of the one before.
create table wording (
  hash text primary key,
  words text not null
);

-- One version of post orders. A draft may still change; it gets its number and its hash when it is
-- proposed, and nothing that anybody reads of it changes after that.
create table revision (
  id text primary key,
  orders_id text not null references post_orders (id),
  number bigint,
  state text not null
    check (state in ('draft', 'proposed', 'approved', 'in_force', 'replaced', 'refused', 'withdrawn')),
  base_id text,
  summary text not null,
  cause text not null check (cause in ('first', 'concern', 'incident', 'review', 'client', 'other')),
  cause_words text,
  effective_at bigint,
  question text,
  author_id text not null,
  author_name text not null,
  hash text,
  begun_at bigint not null,
  proposed_at bigint,
  emergency_at bigint,
  decided_at bigint,
  in_force_at bigint,
  ended_at bigint,
  next_step text check (next_step in ('remind', 'silence', 'take_force')),
  next_due_at bigint,
  version bigint not null default 0,
  check ((state = 'draft') = (number is null)),
  check ((number is null) = (hash is null)),
  check ((next_step is null) = (next_due_at is null))
);
create unique index revision_by_number on revision (orders_id, number) where number is not null;
create unique index revision_draft on revision (orders_id) where state = 'draft';
create unique index revision_waiting on revision (orders_id) where state in ('proposed', 'approved');
-- The state that is asked for is bound, so an index of one state alone would not be found.
create index revision_by_state on revision (orders_id, state);
create index revision_due on revision (next_due_at, id) where next_due_at is not null;

-- The concerns because of which a revision was written.
create table revision_concern (
  revision_id text not null references revision (id),
  concern_id text not null references concern (id),
  primary key (revision_id, concern_id)
);
create index revision_by_concern on revision_concern (concern_id, revision_id);

-- A section in one language. Its key stays its own through all revisions. What is translated says of
-- which wording; the origins name, line by line, the revision that brought the line.
create table section (
  id text primary key,
  revision_id text not null references revision (id),
  key text not null,
  language text not null,
  place bigint not null,
  kind text not null,
  title text not null,
  wording_hash text not null references wording (hash),
  translates_hash text,
  origins text not null,
  changed_by text not null,
  changed_at bigint not null,
  removed_at bigint,
  version bigint not null default 0,
  unique (revision_id, key, language)
);

-- What a section of a draft said before somebody saved another text over it.
create table section_earlier (
  section_id text not null references section (id),
  version bigint not null,
  title text not null,
  wording_hash text not null references wording (hash),
  primary key (section_id, version)
);

-- A picture that may stand in post orders.
create table orders_picture (
  orders_id text not null references post_orders (id),
  hash text not null,
  width bigint not null,
  height bigint not null,
  bytes bigint not null,
  primary key (orders_id, hash)
);

-- Whom of a client we asked for a revision, and what they said. It holds for the text with this hash.
create table approval (
  id text primary key,
  revision_id text not null references revision (id),
  contact_id text not null references contact (id),
  standing_in_at bigint,
  asked_at bigint not null,
  reminded_at bigint,
  answer text check (answer in ('yes', 'no')),
  words text,
  way text check (way in ('portal', 'link', 'told_us')),
  hash text,
  answered_at bigint,
  version bigint not null default 0,
  unique (revision_id, contact_id),
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (hash is null))
);
create index approval_waiting on approval (contact_id, asked_at) where answer is null;

-- What somebody says of one line of a revision that waits.
create table remark (
  id text primary key,
  revision_id text not null references revision (id),
  section_key text not null,
  line bigint not null,
  line_words text not null,
  by_kind text not null,
  by_id text not null,
  by_name text not null,
  words text not null,
  said_at bigint not null
);
create index remark_by_revision on remark (revision_id, said_at, id);

-- A code or the number of a key: kept apart from the text, locked, shown on demand.
create table secret (
  id text primary key,
  orders_id text not null references post_orders (id),
  name text not null,
  locked text not null,
  changed_at bigint not null,
  retired_at bigint,
  version bigint not null default 0
);
create index secret_by_orders on secret (orders_id, name);
