//! PostgreSQL, and engines that speak its language: a pool, and the patience to run a change again.

use std::sync::Arc;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::{Connection as _, PgConnection};
use tokio::sync::Semaphore;

use super::{DbConnection, POOL_WAIT, migrate, within};
use crate::{Error, Result};

const CONNECTIONS: u32 = 16;
/// How often a change is run before we say that we are busy.
const TRIES: u32 = 20;
/// How often the tables are brought up to date before we say that they cannot be: more often than
/// there are migrations, for another process can be ahead of us at each of them.
const MIGRATION_TRIES: u32 = 100;
const READ: [&str; 3] = ["begin isolation level repeatable read read only", "commit", "rollback"];
/// Serializable, so that a rule that looked before it wrote was right when it is committed.
const CHANGE: [&str; 3] = ["begin isolation level serializable", "commit", "rollback"];
/// A statement that hangs, or a transaction that waits for nothing, must not hold up all others.
const SESSION: &str = "set statement_timeout = '30s'; set idle_in_transaction_session_timeout = '30s';
    set client_min_messages = warning;";

/// A transaction that may take long, because nothing else works on the database meanwhile.
pub(super) const BEGIN_LONG: &str =
    "begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0";

/// The shared database.
#[derive(Clone)]
pub struct Postgres {
    pool: r2d2::Pool<Manager>,
    /// One for each connection.
    pub(super) turns: Arc<Semaphore>,
}

impl Postgres {
    pub(super) fn open(url: &str) -> Result<Self> {
        drop(connect_alone(url)?);
        let pool = r2d2::Pool::builder()
            .max_size(CONNECTIONS)
            .min_idle(Some(1))
            .connection_timeout(POOL_WAIT)
            .build(Manager { url: url.to_owned() })?;
        Ok(Self { pool, turns: Arc::new(Semaphore::new(CONNECTIONS as usize)) })
    }

    pub(super) fn open_connections(&self) -> u32 {
        self.pool.state().connections
    }

    pub(super) fn read<T>(&self, read: impl FnOnce(&mut DbConnection) -> Result<T>) -> Result<T> {
        let mut connection = self.pool.get()?;
        within(&mut connection, READ, read)
    }

    pub(super) fn write<T>(&self, change: impl Fn(&mut DbConnection) -> Result<T>) -> Result<T> {
        let mut connection = self.pool.get()?;
        again(TRIES, Error::is_passing, || within(&mut connection, CHANGE, &change))
    }
}

/// Runs something again as long as its error may pass, after a pause that grows and differs.
fn again<T>(most: u32, may_pass: impl Fn(&Error) -> bool, mut run: impl FnMut() -> Result<T>) -> Result<T> {
    let mut tries = 1;
    loop {
        match run() {
            Err(error) if may_pass(&error) && tries < most => {
                std::thread::sleep(pause(tries));
                tries += 1;
            }
            outcome => return outcome,
        }
    }
}

fn pause(tries: u32) -> Duration {
    let longest_micros = 500u64 << tries.min(8);
    let mut random = [0u8; 8];
    // Without randomness the pause is the longest one, which is slower and still right.
    let share = getrandom::fill(&mut random).map_or(longest_micros, |()| u64::from_le_bytes(random) % longest_micros);
    Duration::from_micros(share)
}

fn connect(url: &str) -> Result<DbConnection> {
    // The address holds a password, so what the driver says of it is not repeated.
    let mut connection = PgConnection::establish(url)
        .map_err(|_| Error::broken("PostgreSQL cannot be reached: check `database` in the configuration"))?;
    connection.batch_execute(SESSION)?;
    Ok(DbConnection::Postgres(connection))
}

/// A connection of its own, its tables up to date.
pub(super) fn connect_alone(url: &str) -> Result<DbConnection> {
    let mut connection = connect(url)?;
    // Two processes that start together both migrate. The one that comes second fails at what the
    // first has just made, with an error that no longer says so, and then finds it done.
    again(MIGRATION_TRIES, |_| true, || migrate(&mut connection))?;
    Ok(connection)
}

#[derive(Debug)]
struct Manager {
    url: String,
}

impl r2d2::ManageConnection for Manager {
    type Connection = DbConnection;
    type Error = Error;

    fn connect(&self) -> Result<DbConnection> {
        connect(&self.url)
    }

    fn is_valid(&self, connection: &mut DbConnection) -> Result<()> {
        Ok(connection.batch_execute("select 1")?)
    }

    fn has_broken(&self, connection: &mut DbConnection) -> bool {
        use diesel::connection::TransactionManager;
        match connection {
            DbConnection::Postgres(connection) => {
                <PgConnection as diesel::Connection>::TransactionManager::is_broken_transaction_manager(connection)
            }
            DbConnection::Sqlite(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_pass_is_run_again_and_nothing_else_is() {
        /// Whether something that works the third time worked, and how often it was run.
        fn third_time(most: u32, may_pass: impl Fn(&Error) -> bool) -> (bool, u32) {
            let mut runs = 0;
            let outcome = again(most, may_pass, || {
                runs += 1;
                if runs == 3 { Ok(()) } else { Err(Error::broken("relation \"entry\" already exists")) }
            });
            (outcome.is_ok(), runs)
        }
        assert_eq!(third_time(MIGRATION_TRIES, |_| true), (true, 3));
        assert_eq!(third_time(2, |_| true), (false, 2));
        assert_eq!(third_time(TRIES, Error::is_passing), (false, 1));
    }
}
