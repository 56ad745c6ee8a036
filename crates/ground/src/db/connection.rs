//! One connection type for both databases.
#![allow(missing_docs, reason = "the derived parts carry none; ours do")]

/// A connection to either database. Queries are checked at build time for both.
#[derive(diesel::MultiConnection)]
pub enum DbConnection {
    /// PostgreSQL, or an engine that speaks its language.
    Postgres(diesel::PgConnection),
    /// SQLite, built in.
    Sqlite(diesel::SqliteConnection),
}
