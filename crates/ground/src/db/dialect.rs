//! The few sentences that the two databases say differently.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::DbConnection;
use super::schema::search;
use crate::Result;

/// Makes words findable as words of a concern.
///
/// # Errors
/// Broken when the database says so.
pub fn index_words(connection: &mut DbConnection, concern_id: &str, site_id: &str, words: &str) -> Result<()> {
    match connection {
        DbConnection::Sqlite(connection) => {
            diesel::insert_into(search::table)
                .values((search::words.eq(words), search::concern_id.eq(concern_id), search::site_id.eq(site_id)))
                .execute(connection)?;
        }
        DbConnection::Postgres(connection) => {
            diesel::sql_query(
                "insert into search (id, concern_id, site_id, words)
                 values ($1, $2, $3, to_tsvector('english', $4) || to_tsvector('spanish', $4))",
            )
            .bind::<Text, _>(uuid::Uuid::now_v7().to_string())
            .bind::<Text, _>(concern_id)
            .bind::<Text, _>(site_id)
            .bind::<Text, _>(words)
            .execute(connection)?;
        }
    }
    Ok(())
}

/// Words that were found.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Hit {
    /// Where they stand among all words; a hit with a greater place is newer.
    #[diesel(sql_type = Text)]
    pub place: String,
    /// Whose words they are.
    #[diesel(sql_type = Text)]
    pub concern_id: String,
}

/// What is searched for, and from where on.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// All of these stand there.
    pub words: &'a str,
    /// Said at this site; empty for anywhere.
    pub site_id: &'a str,
    /// Before this place; empty for the newest.
    pub before: &'a str,
}

/// The words that are searched for, newest first, at most so many. A concern is hit as often as
/// it has such words.
///
/// # Errors
/// Broken when the database says so.
pub fn search_words(connection: &mut DbConnection, search: Search<'_>, limit: i64) -> Result<Vec<Hit>> {
    let Search { words, site_id, before } = search;
    match connection {
        DbConnection::Sqlite(connection) => match fts5_query(words) {
            None => Ok(Vec::new()),
            Some(query) => Ok(diesel::sql_query(
                "select cast(rowid as text) as place, concern_id from search
                 where search match $1 and rowid < $2 and ($3 = '' or site_id = $3)
                 order by rowid desc limit $4",
            )
            .bind::<Text, _>(query)
            .bind::<BigInt, _>(before.parse().unwrap_or(i64::MAX))
            .bind::<Text, _>(site_id)
            .bind::<BigInt, _>(limit)
            .load(connection)?),
        },
        // Materialized: for a limit the planner would walk all words backwards to find a rare one.
        DbConnection::Postgres(connection) => Ok(diesel::sql_query(
            "with hit as materialized (
                 select id, concern_id from search
                 where words @@ (websearch_to_tsquery('english', $1) || websearch_to_tsquery('spanish', $1))
                 and ($3 = '' or site_id = $3)
             )
             select id as place, concern_id from hit where $2 = '' or id < $2 order by id desc limit $4",
        )
        .bind::<Text, _>(words)
        .bind::<Text, _>(before)
        .bind::<Text, _>(site_id)
        .bind::<BigInt, _>(limit)
        .load(connection)?),
    }
}

/// What a person typed, as a question to FTS5: every word quoted, the last letters left open,
/// so that nothing typed is read as an operator and "light" finds "lights".
fn fts5_query(words: &str) -> Option<String> {
    let terms: Vec<String> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|term| !term.is_empty())
        .map(|term| if term.chars().count() < 3 { format!("\"{term}\"") } else { format!("\"{term}\"*") })
        .collect();
    (!terms.is_empty()).then(|| terms.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_never_an_operator() {
        assert_eq!(fts5_query("gate 3 OR \"x"), Some("\"gate\"* \"3\" \"OR\" \"x\"".to_owned()));
        assert_eq!(fts5_query(" *-\" "), None);
    }
}
