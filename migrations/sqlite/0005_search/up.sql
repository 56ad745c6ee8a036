-- Words of concerns, findable with and without accents. The row's number grows with time,
-- so newest first is the order in which the index is read.
create virtual table search using fts5 (
  words,
  concern_id unindexed,
  site_id unindexed,
  tokenize = "unicode61 remove_diacritics 2",
  prefix = '3 5'
);
