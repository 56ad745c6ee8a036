//! What the process has: one value that every handler and every job is given.

use std::ops::Deref;
use std::sync::Arc;

use tokio::sync::watch;

use crate::clock::Clock;
use crate::config::Settings;
use crate::db::Db;
use crate::entry::{rows, seal};
use crate::file::Files;
use crate::job::Timetable;
use crate::letter::{self, Office};
use crate::secret::Keys;
use crate::web::live::Changes;
use crate::web::routes::Destination;
use crate::words::Catalogue;
use crate::{Moment, Result, disk};

/// What the process has.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of an [`App`].
pub struct Parts {
    /// How it is set up.
    pub settings: Settings,
    /// Where the rows are.
    pub db: Db,
    /// What time it is.
    pub clock: Clock,
    /// The installation's key.
    pub keys: Keys,
    /// Where the pictures are.
    pub files: Files,
    /// Every sentence.
    pub catalogue: Catalogue,
    /// Who hands letters to the mail server.
    pub post_office: Office,
    /// What may happen later.
    pub timetable: Timetable,
    /// Where a page's frame leads.
    pub destinations: Vec<Destination>,
    /// What changed a moment ago, for pages that are being looked at.
    pub changes: Changes,
    /// True once the process is asked to stop: an answer that would never end ends then.
    pub stopping: watch::Sender<bool>,
}

/// What the slices bring: gathered by the server.
#[derive(Clone)]
pub struct Slices {
    /// Their sentences.
    pub catalogue: Catalogue,
    /// Their jobs.
    pub timetable: Timetable,
    /// Where their pages are.
    pub destinations: Vec<Destination>,
}

impl App {
    /// Opens everything: the data folder, the key, the database.
    ///
    /// # Errors
    /// Broken when something cannot be opened; the sentence says what.
    pub fn open(settings: Settings, clock: Clock, slices: Slices) -> Result<Self> {
        disk::make_private_folder(&settings.data)?;
        let keys = Keys::open(&settings.data)?;
        let files = Files::open(&settings.data)?;
        let db = Db::open(settings.database.as_deref(), &settings.data)?;
        if let Some(recorded) = db.read_here(rows::last_recorded_at)? {
            clock.not_before(recorded);
        }
        let Slices { catalogue, timetable, destinations } = slices;
        let timetable = timetable
            .and(crate::job::runner::timetable())
            .on_with_patience(letter::POST, letter::post, letter::TRIES, letter::given_up)
            .every_seconds(300, "entry.seal", make_seal);
        let changes = Changes::new();
        let stopping = watch::Sender::new(false);
        let post_office = Office::default();
        let parts = Parts {
            settings,
            db,
            clock,
            keys,
            files,
            catalogue,
            post_office,
            timetable,
            destinations,
            changes,
            stopping,
        };
        Ok(Self(Arc::new(parts)))
    }
}

/// Seals the record; its digest goes to the log, so that a copy of it is elsewhere too.
fn make_seal(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let key = app.keys.seal();
    let made = app.db.write_here(move |connection| seal::make(connection, &key, now))?;
    if let Some(seal) = made {
        tracing::info!(number = seal.number, entries = seal.entries, digest = seal.digest, "the record was sealed");
    }
    Ok(())
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::config::Said;
    use crate::db::DbConnection;
    use crate::entry::{Actor, Deed, Done};
    use crate::job::runner;

    /// A process on a fresh database whose clock stands at zero.
    pub(crate) fn app(timetable: Timetable) -> (tempfile::TempDir, App) {
        app_with(Said::default(), timetable)
    }

    /// The same, with some settings.
    pub(crate) fn app_with(said: Said, timetable: Timetable) -> (tempfile::TempDir, App) {
        let folder = tempfile::tempdir().unwrap();
        let settings = Said { data: Some(folder.path().to_owned()), ..said }.settle().unwrap();
        let catalogue = Catalogue::gather(&[crate::words::SENTENCES]).unwrap();
        let slices = Slices { catalogue, timetable, destinations: Vec::new() };
        let app = App::open(settings, Clock::standing_at(Moment::from_millis(0)), slices).unwrap();
        (folder, app)
    }

    #[test]
    fn what_was_recorded_is_sealed_by_the_clock() {
        let (_folder, app) = app(Timetable::default());
        let begun = app.clock.now();
        let record = move |connection: &mut DbConnection| {
            let done = Done {
                deed: Deed("thing.done"),
                subject_id: "thing",
                by: &Actor::system(),
                their_at: None,
                recorded_at: begun,
                change: serde_json::json!({}),
            };
            rows::append(connection, &done)
        };
        app.db.write_here(record).unwrap();
        runner::wind_up(&app, begun).unwrap();
        for seconds in [0, seal::LAG_SECONDS + 300] {
            assert_eq!(app.db.read_here(seal::last).unwrap(), None, "it is not sealed before {seconds}");
            runner::run_due(&app, begun.plus_seconds(seconds)).unwrap();
        }
        let seal = app.db.read_here(seal::last).unwrap().unwrap();
        assert_eq!((seal.number, seal.entries), (1, 1));
    }

    #[cfg(unix)]
    #[test]
    fn a_data_folder_that_we_make_is_for_our_own_user() {
        use std::os::unix::fs::PermissionsExt;
        let around = tempfile::tempdir().unwrap();
        let data = around.path().join("data");
        let settings = Said { data: Some(data.clone()), ..Said::default() }.settle().unwrap();
        let catalogue = Catalogue::gather(&[crate::words::SENTENCES]).unwrap();
        let slices = Slices { catalogue, timetable: Timetable::default(), destinations: Vec::new() };
        App::open(settings, Clock::standing_at(Moment::from_millis(0)), slices).unwrap();
        let mode = |name: &str| std::fs::metadata(data.join(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(""), mode("rapport.key")), (0o700, 0o600));
    }
}
