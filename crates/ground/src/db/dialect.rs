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

/// A concern whose words were found.
#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    concern_id: String,
}

/// The concerns in whose words all of these stand, newest first, each once, at most so many.
///
/// # Errors
/// Broken when the database says so.
pub fn search_words(connection: &mut DbConnection, words: &str, limit: i64) -> Result<Vec<String>> {
    let found: Vec<Found> = match connection {
        DbConnection::Sqlite(connection) => match fts5_query(words) {
            None => Vec::new(),
            Some(query) => {
                diesel::sql_query("select concern_id from search where search match $1 order by rowid desc limit $2")
                    .bind::<Text, _>(query)
                    .bind::<BigInt, _>(limit)
                    .load(connection)?
            }
        },
        DbConnection::Postgres(connection) => diesel::sql_query(
            "select concern_id from search
             where words @@ (websearch_to_tsquery('english', $1) || websearch_to_tsquery('spanish', $1))
             order by id desc limit $2",
        )
        .bind::<Text, _>(words)
        .bind::<BigInt, _>(limit)
        .load(connection)?,
    };
    let mut seen = std::collections::HashSet::new();
    Ok(found.into_iter().map(|found| found.concern_id).filter(|id| seen.insert(id.clone())).collect())
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
