//! The product's own way in, without a browser: for jobs, command lines, and histories that are grown.

use ground::db::DbConnection;
use ground::words::{Language, Words};
use ground::{App, Error, Moment, Result};

use crate::work::{Done, Me, Work};

/// The product's own way to the database, on the thread that asks.
pub struct SystemDoor {
    app: App,
    me: Me,
    now: Moment,
}

impl SystemDoor {
    pub(super) const fn open(app: App, me: Me, now: Moment) -> Self {
        Self { app, me, now }
    }

    /// The same way in, as somebody else: for growing a history and for command lines.
    #[must_use]
    pub fn acting_as(mut self, me: Me) -> Self {
        self.me = me;
        self
    }

    /// Reads, within one consistent state.
    ///
    /// # Errors
    /// What the closure returns.
    pub fn read<T>(&self, read: impl FnOnce(&mut Work<'_>) -> Result<T>) -> Result<T> {
        let (app, me, now) = (&self.app, &self.me, self.now);
        self.app.db.read_here(|connection| read(&mut Work { app, me, now, connection, their_at: None }))
    }

    /// Changes: runs a verb in a transaction and commits what it did.
    ///
    /// # Errors
    /// What the verb returns, and nothing is changed.
    pub fn write<T: Send + 'static>(
        &self,
        verb: impl Fn(&mut Work<'_>) -> Result<Done<T>> + Send + 'static,
    ) -> Result<T> {
        let (app, me, now) = (self.app.clone(), self.me.clone(), self.now);
        let value = self.app.db.write_here(move |connection| {
            let mut work = Work { app: &app, me: &me, now, connection, their_at: None };
            verb(&mut work).map(Done::into_value)
        })?;
        self.app.changes.nudge();
        Ok(value)
    }

    /// Lives through a story: many verbs, each by its own person at its own time, in one
    /// transaction. It is committed when each of its verbs was done.
    ///
    /// # Errors
    /// What the story returns, and nothing is changed; broken when it went on after a verb failed.
    pub fn live<T: Send + 'static>(&self, story: impl Fn(&mut Story<'_>) -> Result<T> + Send + 'static) -> Result<T> {
        let (app, now) = (self.app.clone(), self.now);
        let value = self.app.db.write_here(move |connection| {
            let mut told = Story { app: &app, now, connection, failed: false };
            let value = story(&mut told)?;
            if told.failed { Err(Error::broken("a story went on after one of its verbs failed")) } else { Ok(value) }
        })?;
        self.app.changes.nudge();
        Ok(value)
    }
}

/// Verbs of many people at many times, in one transaction; see [`SystemDoor::live`].
pub struct Story<'a> {
    app: &'a App,
    now: Moment,
    connection: &'a mut DbConnection,
    failed: bool,
}

impl Story<'_> {
    /// Until when the story may go: nothing happens in the future.
    #[must_use]
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// The sentences in a language.
    #[must_use]
    pub fn speak(&self, language: Language) -> Words {
        self.app.catalogue.speak(language)
    }

    /// Runs a verb as somebody, at a time.
    ///
    /// # Errors
    /// What the verb returns; broken when that time has not come. The whole story is then undone.
    pub fn write<T>(&mut self, me: &Me, at: Moment, verb: impl FnOnce(&mut Work<'_>) -> Result<Done<T>>) -> Result<T> {
        let done = if at > self.now {
            Err(Error::broken("a story tells of the future"))
        } else {
            verb(&mut Work { app: self.app, me, now: at, connection: self.connection, their_at: None })
        };
        self.failed |= done.is_err();
        done.map(Done::into_value)
    }
}
