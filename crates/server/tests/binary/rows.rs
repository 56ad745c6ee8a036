//! SQL by which the tests look behind the commands.

use diesel::connection::{Connection, SimpleConnection};
use diesel::prelude::*;
use diesel::sql_types::Text;
use ground::db::DbConnection;

/// A table, and one that it refers to, if any.
#[derive(QueryableByName)]
pub(crate) struct Pair {
    #[diesel(sql_type = Text)]
    pub(crate) name: String,
    #[diesel(sql_type = Text)]
    pub(crate) parent: String,
}

/// Every table of SQLite that a migration made, with those that it refers to.
pub(crate) fn tables_and_parents(connection: &mut DbConnection) -> Vec<Pair> {
    let sql = "select t.name as name, coalesce(k.\"table\", '') as parent from sqlite_master t
               left join pragma_foreign_key_list(t.name) k
               where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\'
               and t.name not like 'search\\_%' escape '\\' and t.name <> '__diesel_schema_migrations'";
    diesel::sql_query(sql).load(connection).unwrap()
}

/// Runs SQL on a PostgreSQL server.
pub(crate) fn execute(server: &str, sql: &str) {
    diesel::PgConnection::establish(server).unwrap().batch_execute(sql).unwrap();
}

/// Runs SQL on the built-in database of a data folder.
pub(crate) fn tamper(data: &std::path::Path, sql: &str) {
    ground::db::connect_alone(None, data).unwrap().batch_execute(sql).unwrap();
}
