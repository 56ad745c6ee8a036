//! For tests alone: a fresh database, a clock that moves, a cast of people.
//!
//! With `TEST_DATABASE=postgres://...` every stage stands on a PostgreSQL database of its own,
//! otherwise on SQLite; the tests are the same.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot be set up has failed")]

mod browser;
mod cast;
mod database;
mod page;

pub use browser::{Browser, Pushed};
pub use cast::{Cast, Who};
pub use database::Fresh;
pub use page::Page;

use axum::Router;
use ground::app::Slices;
use ground::clock::Clock;
use ground::config::Said;
use ground::job::{Timetable, runner};
use ground::web::{Routes, guard};
use ground::words::{Catalogue, Sentences};
use ground::{App, Moment};
use people::work::{Done, Work};
use people::{Door, Me};

/// Sunday, 22 November 2026, 06:00 in Chicago.
pub const OPENING: &str = "2026-11-22T12:00:00Z";

/// What a slice brings to a stage: its addresses, its jobs, its sentences.
pub struct Slice {
    /// Its addresses.
    pub routes: Routes,
    /// Its jobs.
    pub jobs: Timetable,
    /// Its sentences.
    pub sentences: Sentences,
}

/// The slices of these crates, for [`Stage::open`]: each has the same three names for what it brings.
#[macro_export]
macro_rules! slices {
    ($($slice:ident),+ $(,)?) => {
        vec![$($crate::Slice { routes: $slice::routes(), jobs: $slice::jobs(), sentences: $slice::SENTENCES }),+]
    };
}

/// A process of its own for one test.
pub struct Stage {
    /// What it has.
    pub app: App,
    /// Who plays.
    pub cast: Cast,
    router: Router,
    _database: database::Fresh,
    _folder: tempfile::TempDir,
}

impl Stage {
    /// A stage for these slices, those to their left included. The ground is always there.
    #[must_use]
    pub fn open(slices: Vec<Slice>) -> Self {
        Self::open_with(Said::default(), slices)
    }

    /// The same, with some settings.
    #[must_use]
    pub fn open_with(said: Said, slices: Vec<Slice>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = database::Fresh::make();
        let said = Said { data: Some(folder.path().to_owned()), database: database.url(), ..said };
        let said = Said { push_to_loopback: Some(true), ..said };
        let mut sentences = vec![ground::words::SENTENCES];
        let (mut routes, mut timetable) = (Routes::default(), Timetable::default());
        for slice in slices {
            sentences.push(slice.sentences);
            routes = routes.and(slice.routes);
            timetable = timetable.and(slice.jobs);
        }
        let catalogue = Catalogue::gather(&sentences).unwrap();
        let destinations = routes.destinations().to_vec();
        let clock = Clock::standing_at(Moment::parse_rfc3339(OPENING).unwrap());
        let app = App::open(said.settle().unwrap(), clock, Slices { catalogue, timetable, destinations }).unwrap();
        let router = guard::guarded(routes.into_router(), &app).unwrap();
        let cast = Cast::gather(&app);
        Self { app, cast, router, _database: database, _folder: folder }
    }

    /// Time passes, and what falls due in it happens, minute by minute for the first hour and
    /// then hour by hour.
    pub fn forward_seconds(&self, seconds: i64) {
        let mut left = seconds;
        while left > 0 {
            let step = left.min(if seconds - left < 3_600 { 60 } else { 3_600 });
            self.app.clock.forward_seconds(step);
            self.run_jobs();
            left -= step;
        }
    }

    /// What is due now happens.
    pub fn run_jobs(&self) {
        runner::wind_up(&self.app, self.app.clock.now()).unwrap();
        while runner::run_due(&self.app, self.app.clock.now()).unwrap() > 0 {}
    }

    /// Runs a verb as somebody.
    ///
    /// # Errors
    /// What the verb returns.
    pub fn write<T: Send + 'static>(
        &self,
        me: &Me,
        verb: impl Fn(&mut Work<'_>) -> ground::Result<Done<T>> + Send + 'static,
    ) -> ground::Result<T> {
        Door::of_system(&self.app, self.app.clock.now()).acting_as(me.clone()).write(verb)
    }

    /// Reads as somebody.
    ///
    /// # Errors
    /// What the closure returns.
    pub fn read<T>(&self, me: &Me, read: impl FnOnce(&mut Work<'_>) -> ground::Result<T>) -> ground::Result<T> {
        Door::of_system(&self.app, self.app.clock.now()).acting_as(me.clone()).read(read)
    }

    /// The newest letter to somebody: its words.
    #[must_use]
    pub fn letter_to(&self, address: &str) -> Option<String> {
        let letters = self.app.db.read_here(|connection| ground::letter::newest(connection, 100)).unwrap();
        letters.into_iter().find(|letter| letter.to_address == address).map(|letter| letter.words)
    }
}
