-- What officers and supervisors note of talking with people at a site, and the words that they gave.

-- A correction is a row of its own that names the one it replaces; nothing is ever changed here. The name is held by no
-- foreign key, since a restore puts rows back table by table.
create table interaction (
  id text primary key,
  site_id text not null references site (id),
  post_id text references post (id),
  by_id text not null references staff (id),
  by_name text not null,
  kind text not null check (kind in ('round', 'talk', 'call', 'visit')),
  whom text not null check (whom in ('contact', 'someone', 'unsaid')),
  contact_id text references contact (id),
  with_name text,
  mood text check (mood in ('at_ease', 'neutral', 'uneasy')),
  topic text not null,
  language text not null,
  happened_at bigint not null,
  received_at bigint not null,
  replaces_id text unique,
  check ((whom = 'contact') = (contact_id is not null)),
  check (whom = 'someone' or with_name is null)
);
create index interaction_by_site on interaction (site_id, happened_at, id);
create index interaction_by_contact on interaction (contact_id, happened_at) where contact_id is not null;

-- What a supervisor saw an officer do on a visit, and said of it. It is never a score. Its words stand nowhere else.
create table coaching (
  id text primary key references interaction (id),
  about_id text not null references staff (id),
  attentive text not null check (attentive in ('seen', 'not_yet', 'no_occasion')),
  common_ground text not null check (common_ground in ('seen', 'not_yet', 'no_occasion')),
  courteous text not null check (courteous in ('seen', 'not_yet', 'no_occasion')),
  connecting text not null check (connecting in ('seen', 'not_yet', 'no_occasion')),
  informing text not null check (informing in ('seen', 'not_yet', 'no_occasion')),
  words text not null,
  answer text,
  answered_at bigint,
  check ((answer is null) = (answered_at is null))
);
create index coaching_to_answer on coaching (about_id, id) where answered_at is null;

-- A promise by word of mouth. It ends once: kept, or released because it cannot be done.
create table given_word (
  id text primary key,
  site_id text not null references site (id),
  interaction_id text not null references interaction (id),
  holder_id text not null references staff (id),
  contact_id text references contact (id),
  to_name text,
  words text not null,
  given_at bigint not null,
  due_at bigint not null,
  asks_at bigint,
  tells_at bigint,
  kept_at bigint,
  released_at bigint,
  how text,
  version bigint not null default 0,
  check (due_at > given_at),
  check (kept_at is null or released_at is null)
);
create index given_word_by_site on given_word (site_id, due_at, id) where kept_at is null and released_at is null;
create index given_word_by_holder on given_word (holder_id, due_at, id) where kept_at is null and released_at is null;
create index given_word_by_contact on given_word (contact_id, given_at) where contact_id is not null;
create index given_word_to_ask on given_word (asks_at, id) where asks_at is not null;
create index given_word_to_tell on given_word (tells_at, id) where tells_at is not null;
create index given_word_by_interaction on given_word (interaction_id);
