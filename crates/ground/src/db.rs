//! The database: SQLite in a file of ours, or PostgreSQL, behind one connection type.
//!
//! A change is a closure that runs in a transaction. On SQLite one writer thread runs the
//! waiting closures one after another and commits them together; on PostgreSQL a closure runs
//! on a pooled connection and is run again when the database asks for it. In both cases the
//! answer goes out only after the commit, so what a person was told is saved is on disk.

mod connection;
pub mod dialect;
mod postgres;
pub mod schema;
mod sqlite;

pub use connection::DbConnection;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::{Error, Result};

/// Where the rows are.
#[derive(Clone)]
pub enum Db {
    /// A file of ours, with one writer.
    Sqlite(sqlite::Sqlite),
    /// A server that several processes share.
    Postgres(postgres::Postgres),
}

const BOTH: EmbeddedMigrations = embed_migrations!("../../migrations/both");
const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

/// The name of SQLite's file in the data folder.
pub const FILE: &str = "rapport.db";

/// How long a reader waits for a connection before the page says that we are busy.
const POOL_WAIT: Duration = Duration::from_secs(10);

impl Db {
    /// Opens the database of this address (`postgres://...`), or the file in this folder, and brings its tables up to date.
    ///
    /// # Errors
    /// When the database cannot be reached, or a migration fails.
    pub fn open(url: Option<&str>, data: &Path) -> Result<Self> {
        match url {
            Some(url) => Ok(Self::Postgres(postgres::Postgres::open(url)?)),
            None => Ok(Self::Sqlite(sqlite::Sqlite::open(&data.join(FILE))?)),
        }
    }

    /// Reads: the closure sees one consistent state and can change nothing.
    ///
    /// # Errors
    /// What the closure returns; broken when the database cannot be reached.
    pub async fn read<T, F>(&self, read: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut DbConnection) -> Result<T> + Send + 'static,
    {
        let db = self.clone();
        self.in_turn(move || db.read_here(read)).await
    }

    /// Does what needs a connection, off the threads that serve, once one is free. It is waited for
    /// without holding a thread: under load those who wait are many, and each thread takes memory.
    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let turns = match self {
            Self::Sqlite(sqlite) => &sqlite.turns,
            Self::Postgres(postgres) => &postgres.turns,
        };
        let turn = tokio::time::timeout(POOL_WAIT, Arc::clone(turns).acquire_owned()).await;
        let turn = turn.map_err(|_| Error::broken("no connection was free in time"))?;
        let turn = turn.map_err(|error| Error::Broken(error.into()))?;
        tokio::task::spawn_blocking(move || {
            let outcome = work();
            drop(turn);
            outcome
        })
        .await?
    }

    /// Reads on the thread that asks; for command lines, jobs and tests.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub fn read_here<T>(&self, read: impl FnOnce(&mut DbConnection) -> Result<T>) -> Result<T> {
        match self {
            Self::Sqlite(sqlite) => sqlite.read(read),
            Self::Postgres(postgres) => postgres.read(read),
        }
    }

    /// Changes: the closure runs in one transaction and is answered after its commit. It may be
    /// run more than once, so it has no effect but on the database.
    ///
    /// # Errors
    /// What the closure returns, and nothing is changed; broken when the commit failed.
    pub async fn write<T, F>(&self, change: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&mut DbConnection) -> Result<T> + Send + 'static,
    {
        match self {
            Self::Sqlite(sqlite) => sqlite.write(change).await,
            Self::Postgres(postgres) => {
                let postgres = postgres.clone();
                self.in_turn(move || postgres.write(change)).await
            }
        }
    }

    /// Changes on the thread that asks; for command lines, jobs and tests.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_here<T, F>(&self, change: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&mut DbConnection) -> Result<T> + Send + 'static,
    {
        match self {
            Self::Sqlite(sqlite) => sqlite.write_here(change),
            Self::Postgres(postgres) => postgres.write(change),
        }
    }

    /// Whether an answer comes back.
    ///
    /// # Errors
    /// Broken when none does.
    pub async fn check(&self) -> Result<()> {
        self.read(|connection| Ok(connection.batch_execute("select 1")?)).await
    }

    /// How many connections are open, besides the one that writes to SQLite.
    #[must_use]
    pub fn open_connections(&self) -> u32 {
        match self {
            Self::Sqlite(sqlite) => sqlite.open_connections(),
            Self::Postgres(postgres) => postgres.open_connections(),
        }
    }

    /// Whether several processes may share this database.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

/// One connection of its own, its tables up to date, and nothing beside it: for command lines
/// that move a whole database. The file of SQLite is closed when the connection is dropped.
///
/// # Errors
/// As [`Db::open`].
pub fn connect_alone(url: Option<&str>, data: &Path) -> Result<DbConnection> {
    match url {
        Some(url) => postgres::connect_alone(url),
        None => sqlite::connect_alone(&data.join(FILE)),
    }
}

/// Runs a change in one transaction of a connection of its own, without a limit to its time.
///
/// # Errors
/// What the closure returns, and nothing is changed; broken when the commit failed.
pub fn change_alone<T>(
    connection: &mut DbConnection,
    change: impl FnOnce(&mut DbConnection) -> Result<T>,
) -> Result<T> {
    let begin = match connection {
        DbConnection::Postgres(_) => postgres::BEGIN_LONG,
        DbConnection::Sqlite(_) => "begin immediate",
    };
    within(connection, [begin, "commit", "rollback"], change)
}

/// Brings the tables up to date.
fn migrate(connection: &mut DbConnection) -> Result<()> {
    fn run<DB: diesel::backend::Backend>(
        harness: &mut impl MigrationHarness<DB>,
        migrations: EmbeddedMigrations,
    ) -> Result<()> {
        harness.run_pending_migrations(migrations).map(|_| ()).map_err(Error::Broken)
    }
    match connection {
        DbConnection::Postgres(connection) => {
            run(connection, BOTH)?;
            run(connection, POSTGRES)
        }
        DbConnection::Sqlite(connection) => {
            run(connection, BOTH)?;
            run(connection, SQLITE)
        }
    }
}

/// Runs a closure between two sentences of SQL; the change is undone when it fails or panics.
fn within<T>(
    connection: &mut DbConnection,
    [begin, commit, undo]: [&str; 3],
    change: impl FnOnce(&mut DbConnection) -> Result<T>,
) -> Result<T> {
    connection.batch_execute(begin)?;
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| change(connection)))
        .unwrap_or_else(|_| Err(Error::broken("a change panicked and was undone")));
    let outcome = outcome.and_then(|value| Ok(connection.batch_execute(commit).map(|()| value)?));
    if outcome.is_err() {
        connection.batch_execute(undo)?;
    }
    outcome
}

#[cfg(test)]
mod tests;
