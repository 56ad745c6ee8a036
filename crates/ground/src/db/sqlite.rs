//! SQLite: one writer thread whose waiting changes share a commit, and a few readers.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc;

use diesel::connection::SimpleConnection;
use diesel::{Connection as _, SqliteConnection};
use tokio::sync::{Semaphore, oneshot};

use super::{DbConnection, POOL_WAIT, migrate, within};
use crate::{Error, Result};

/// How many changes share one commit at most, so that the first of them does not wait long.
const SHARED_COMMIT_LIMIT: usize = 256;
const READERS: u32 = 4;

/// `synchronous=full` with a write-ahead log: a commit is on disk when it returns. How long to wait
/// comes first: whoever closes the file last has it alone for a moment, and the rest must wait for that.
const WRITER: &str = "pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full;
    pragma foreign_keys = on; pragma cache_size = -16000; pragma temp_store = memory;";
const READER: &str = "pragma busy_timeout = 10000; pragma query_only = on; pragma cache_size = -4000;
    pragma temp_store = memory;";
const SAVEPOINT: [&str; 3] = ["savepoint change", "release change", "rollback to change; release change"];

/// The embedded database.
#[derive(Clone)]
pub struct Sqlite {
    writer: mpsc::Sender<Box<dyn Waiting>>,
    readers: r2d2::Pool<Readers>,
    /// One for each reader.
    pub(super) turns: Arc<Semaphore>,
}

impl Sqlite {
    pub(super) fn open(file: &Path) -> Result<Self> {
        let connection = connect_alone(file)?;
        let path: Arc<str> = name(file)?.into();
        let (writer, inbox) = mpsc::channel();
        std::thread::Builder::new().name("writer".to_owned()).spawn(move || write_all(connection, &inbox))?;
        let readers = r2d2::Pool::builder().max_size(READERS).connection_timeout(POOL_WAIT).build(Readers { path })?;
        Ok(Self { writer, readers, turns: Arc::new(Semaphore::new(READERS as usize)) })
    }

    pub(super) fn open_connections(&self) -> u32 {
        self.readers.state().connections
    }

    pub(super) fn read<T>(&self, read: impl FnOnce(&mut DbConnection) -> Result<T>) -> Result<T> {
        let mut connection = self.readers.get()?;
        within(&mut connection, ["begin", "commit", "rollback"], read)
    }

    pub(super) async fn write<T: Send + 'static>(
        &self,
        change: impl Fn(&mut DbConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (reply, answer) = oneshot::channel();
        // Whoever asked may have gone away; the change stands all the same.
        self.hand_over(change, |outcome| drop(reply.send(outcome)))?;
        answer.await.map_err(|_| Error::broken("the writer stopped"))?
    }

    pub(super) fn write_here<T: Send + 'static>(
        &self,
        change: impl Fn(&mut DbConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (reply, answer) = mpsc::sync_channel(1);
        self.hand_over(change, move |outcome| drop(reply.send(outcome)))?;
        answer.recv().map_err(|_| Error::broken("the writer stopped"))?
    }

    fn hand_over<T: Send + 'static>(
        &self,
        change: impl Fn(&mut DbConnection) -> Result<T> + Send + 'static,
        reply: impl FnOnce(Result<T>) + Send + 'static,
    ) -> Result<()> {
        let waiting = Box::new(Change { change, outcome: None, reply });
        self.writer.send(waiting).map_err(|_| Error::broken("the writer stopped"))
    }
}

/// A change that waits for the writer.
trait Waiting: Send {
    /// Runs the change in a savepoint of its own, so that its failure undoes nothing else.
    fn run(&mut self, connection: &mut DbConnection);
    /// Answers whoever waits, once it is known whether the shared commit held.
    fn answer(self: Box<Self>, committed: Result<(), &str>);
}

struct Change<T, F, R> {
    change: F,
    outcome: Option<Result<T>>,
    reply: R,
}

impl<T, F, R> Waiting for Change<T, F, R>
where
    T: Send,
    F: Fn(&mut DbConnection) -> Result<T> + Send,
    R: FnOnce(Result<T>) + Send,
{
    fn run(&mut self, connection: &mut DbConnection) {
        self.outcome = Some(within(connection, SAVEPOINT, &self.change));
    }

    fn answer(self: Box<Self>, committed: Result<(), &str>) {
        let outcome = match (committed, self.outcome) {
            (Ok(()), Some(outcome)) => outcome,
            // A refusal stands whether or not the others' commit held.
            (Err(_), Some(Err(refused))) => Err(refused),
            (Err(cause), _) => Err(Error::broken(cause)),
            (Ok(()), None) => Err(Error::broken("a change was not run")),
        };
        (self.reply)(outcome);
    }
}

fn write_all(mut connection: DbConnection, inbox: &mpsc::Receiver<Box<dyn Waiting>>) {
    while let Ok(first) = inbox.recv() {
        let mut batch = vec![first];
        let committed = commit_together(&mut connection, &mut batch, inbox);
        if let Err(cause) = &committed {
            tracing::error!(%cause, "a shared commit failed");
        }
        for waiting in batch {
            waiting.answer(match &committed {
                Ok(()) => Ok(()),
                Err(cause) => Err(cause),
            });
        }
    }
}

/// Runs what waits, and what comes in meanwhile, and commits all of it at once.
fn commit_together(
    connection: &mut DbConnection,
    batch: &mut Vec<Box<dyn Waiting>>,
    inbox: &mpsc::Receiver<Box<dyn Waiting>>,
) -> Result<(), String> {
    within(connection, ["begin immediate", "commit", "rollback"], |connection| {
        batch.iter_mut().for_each(|waiting| waiting.run(connection));
        while batch.len() < SHARED_COMMIT_LIMIT {
            let Ok(mut next) = inbox.try_recv() else { break };
            next.run(connection);
            batch.push(next);
        }
        Ok(())
    })
    .map_err(|error| error.to_string())
}

/// A connection that may write, its tables up to date.
pub(super) fn connect_alone(file: &Path) -> Result<DbConnection> {
    let mut connection = connect(name(file)?, WRITER)?;
    migrate(&mut connection)?;
    Ok(connection)
}

fn name(file: &Path) -> Result<&str> {
    file.to_str().ok_or_else(|| Error::broken("the data folder's name is not text"))
}

fn connect(path: &str, pragmas: &str) -> Result<DbConnection> {
    let mut connection = SqliteConnection::establish(path).map_err(|error| Error::Broken(error.into()))?;
    connection.batch_execute(pragmas)?;
    Ok(DbConnection::Sqlite(connection))
}

#[derive(Debug)]
struct Readers {
    path: Arc<str>,
}

impl r2d2::ManageConnection for Readers {
    type Connection = DbConnection;
    type Error = Error;

    fn connect(&self) -> Result<DbConnection> {
        connect(&self.path, READER)
    }

    fn is_valid(&self, _: &mut DbConnection) -> Result<()> {
        Ok(())
    }

    fn has_broken(&self, _: &mut DbConnection) -> bool {
        false
    }
}
