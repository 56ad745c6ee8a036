-- When somebody is written a summary of what is new. Everybody who has one has a row; whoever
-- came lately gets it within the hour. Nobody is owed one as long as next_at is null.
create table digest (
  id text primary key,
  person_id text not null unique,
  person_kind text not null check (person_kind in ('contact', 'staff')),
  rhythm text not null check (rhythm in ('never', 'daily', 'weekly')),
  weekday bigint not null check (weekday between 1 and 7),
  hour bigint not null check (hour between 0 and 23),
  zone text not null,
  looked_at bigint not null,
  next_at bigint
);
create index digest_due on digest (next_at, id) where next_at is not null;
