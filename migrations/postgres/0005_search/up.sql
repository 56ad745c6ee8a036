-- Words of concerns, stemmed in both languages of the product.
create table search (
  id text primary key,
  concern_id text not null references concern (id),
  site_id text not null,
  words tsvector not null
);
create index search_words on search using gin (words);
