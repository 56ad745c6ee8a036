//! SQL for moving whole tables: the database itself writes its rows as JSON, and reads them again.

use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use ground::db::DbConnection;
use ground::{Error, Result};

/// The tables that are moved, each after those that it refers to.
pub const TABLES: &[&str] = &[
    "organization",
    "client",
    "staff",
    "site",
    "contact",
    "contact_site",
    "staff_site",
    "program",
    "contract",
    "post",
    "assignment",
    "duty",
    "ladder",
    "device",
    "quiet",
    "sign",
    "terms",
    "concern",
    "message",
    "message_earlier",
    "photo",
    "attachment",
    "promise",
    "pause",
    "measure",
    "check_back",
    "alert",
    "arrival",
    "mailbox",
    "digest",
    "post_orders",
    "wording",
    "revision",
    "revision_concern",
    "section",
    "section_earlier",
    "orders_picture",
    "approval",
    "remark",
    "secret",
    "temporary",
    "confirmation",
    "confirmation_try",
    "revision_announced",
    "unconfirmed_told",
    "pin",
    "adjustment",
    "adjustment_concern",
    "officer_answer",
    "phone",
    "sending",
    "shared_phone",
    "interaction",
    "given_word",
    "coaching",
    "survey_round",
    "asking",
    "survey_reply",
    "survey_answer",
    "pulse_answer",
    "own_question",
    "round_question",
    "own_answer",
    "health_weights",
    "health_day",
    "visit_rhythm",
    "renewal",
    "renewal_task",
    "renewal_outcome",
    "calendar_feed",
    "question",
    "question_wording",
    "content_taken",
    "answer",
    "card",
    "practice",
    "forgetting",
    "rehearsal",
    "question_import",
    "preferred",
    "exam",
    "exam_question",
    "item_parameters",
    "licence",
    "certificate",
    "plan_item",
    "report_posting",
    "report_subscription",
    "entry",
    "seal",
    "job",
    "letter",
    "thread_mail",
    "unwanted",
    "refusing",
    "idempotency",
];

/// The tables that stay behind: who is signed in where, who knocked how often, and what is made
/// anew: the index of words, and how sites stand today.
pub const LEFT_BEHIND: &[&str] = &["session", "sign_in_link", "knock", "search", "part", "health", "health_follow"];

/// How many rows are read and written at once.
const PAGE: i64 = 1_000;

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Column {
    /// Its name.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// Its type: `text` or `bigint`.
    #[diesel(sql_type = Text)]
    pub kind: String,
    /// 1, 2 ... in the primary key; 0 outside of it.
    #[diesel(sql_type = BigInt)]
    pub key_position: i64,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// A table as the database knows it.
#[derive(Debug, Clone)]
pub struct Table {
    name: &'static str,
    columns: Vec<Column>,
}

impl Table {
    /// Asks the database for the columns of a table.
    ///
    /// # Errors
    /// Broken when there is no such table, or it has a column that cannot be moved.
    pub fn of(connection: &mut DbConnection, name: &'static str) -> Result<Self> {
        let columns = columns(connection, name)?;
        let known = |column: &Column| matches!(column.kind.as_str(), "text" | "bigint");
        if columns.iter().all(|column| column.key_position == 0) || !columns.iter().all(known) {
            return Err(Error::broken(format!("the table {name} is none that can be moved")));
        }
        Ok(Self { name, columns })
    }

    /// The rows after this one in the order of the primary key, each a line of JSON.
    ///
    /// # Errors
    /// Broken when the database says so.
    pub fn page(&self, connection: &mut DbConnection, after: Option<&str>) -> Result<Vec<String>> {
        let (name, key) = (self.name, self.names(&self.key()));
        let from = |value: &dyn Fn(&Column) -> String| match after {
            Some(_) => {
                format!("where ({key}) > ({})", self.key().into_iter().map(value).collect::<Vec<_>>().join(", "))
            }
            None => String::new(),
        };
        let sql = match connection {
            DbConnection::Sqlite(_) => {
                let pairs: Vec<String> =
                    self.columns.iter().map(|Column { name, .. }| format!("'{name}', {name}")).collect();
                let from = from(&|column| format!("$1 ->> '{}'", column.name));
                format!(
                    "select json_object({}) as line from {name} {from} order by {key} limit {PAGE}",
                    pairs.join(", ")
                )
            }
            DbConnection::Postgres(_) => {
                let columns = self.names(&self.columns.iter().collect::<Vec<_>>());
                let from = from(&|column| format!("($1::json ->> '{}')::{}", column.name, column.kind));
                format!(
                    "select row_to_json(moved)::text as line from
                     (select {columns} from {name} {from} order by {key} limit {PAGE}) moved"
                )
            }
        };
        let lines: Vec<Line> = match after {
            Some(after) => diesel::sql_query(sql).bind::<Text, _>(after).load(connection)?,
            None => diesel::sql_query(sql).load(connection)?,
        };
        Ok(lines.into_iter().map(|line| line.line).collect())
    }

    /// Adds rows: a JSON array of what [`Table::page`] gave.
    ///
    /// # Errors
    /// Broken when the database refuses one of them.
    pub fn add(&self, connection: &mut DbConnection, rows: &str) -> Result<usize> {
        let (name, columns) = (self.name, self.names(&self.columns.iter().collect::<Vec<_>>()));
        let sql = match connection {
            DbConnection::Sqlite(_) => {
                let values: Vec<String> =
                    self.columns.iter().map(|Column { name, .. }| format!("value ->> '{name}'")).collect();
                format!("insert into {name} ({columns}) select {} from json_each($1)", values.join(", "))
            }
            DbConnection::Postgres(_) => format!(
                "insert into {name} ({columns}) select {columns} from json_populate_recordset(null::{name}, $1::json)"
            ),
        };
        Ok(diesel::sql_query(sql).bind::<Text, _>(rows).execute(connection)?)
    }

    /// The columns of the primary key, in its order.
    fn key(&self) -> Vec<&Column> {
        let mut key: Vec<&Column> = self.columns.iter().filter(|column| column.key_position > 0).collect();
        key.sort_by_key(|column| column.key_position);
        key
    }

    fn names(&self, columns: &[&Column]) -> String {
        columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

fn columns(connection: &mut DbConnection, table: &str) -> Result<Vec<Column>> {
    let sql = match connection {
        DbConnection::Sqlite(_) => {
            "select name, lower(type) as kind, pk as key_position from pragma_table_info($1) order by cid"
        }
        DbConnection::Postgres(_) => {
            "select c.column_name::text as name, c.data_type::text as kind,
               coalesce(k.ordinal_position, 0)::bigint as key_position
             from information_schema.columns c
             left join information_schema.table_constraints t
               on t.table_schema = c.table_schema and t.table_name = c.table_name and t.constraint_type = 'PRIMARY KEY'
             left join information_schema.key_column_usage k
               on k.constraint_schema = t.constraint_schema and k.constraint_name = t.constraint_name
               and k.table_name = c.table_name and k.column_name = c.column_name
             where c.table_schema = current_schema() and c.table_name = $1 order by c.ordinal_position"
        }
    };
    Ok(diesel::sql_query(sql).bind::<Text, _>(table).load(connection)?)
}

/// Removes every row of every table.
///
/// # Errors
/// Broken when the database says so.
pub fn clear(connection: &mut DbConnection) -> Result<()> {
    for table in LEFT_BEHIND.iter().chain(TABLES.iter().rev()) {
        connection.batch_execute(&format!("delete from {table}"))?;
    }
    Ok(())
}

/// The newest migration that a database has seen.
///
/// # Errors
/// Broken when the database says so.
pub fn newest_migration(connection: &mut DbConnection) -> Result<String> {
    let newest: Line =
        diesel::sql_query("select max(version) as line from __diesel_schema_migrations").get_result(connection)?;
    Ok(newest.line)
}

/// Whether a server, or another command, works on this file of SQLite: it can be taken out of its
/// mode of a shared log only by who has it alone.
#[must_use]
pub fn is_in_use(file: &Path) -> bool {
    let Some(name) = file.to_str().filter(|_| file.exists()) else { return false };
    let Ok(mut connection) = diesel::SqliteConnection::establish(name) else { return false };
    let alone = connection.batch_execute("pragma busy_timeout = 200; pragma journal_mode = delete");
    alone.is_err_and(|error| error.to_string().contains("locked"))
}
