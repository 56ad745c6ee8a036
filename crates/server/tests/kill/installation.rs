//! An installation with one site and a few programs, and the server that is killed on it.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use ground::config::Said;
use ground::db::dialect;
use ground::job::{self, runner};
use ground::{App, Id, Result, entry, letter};
use listening::{concern, conversation};
use people::client::{NewClient, Setting};
use people::organization::{self, Organization};
use people::site::{self, NewSite};
use people::staff::{self, NewStaffMember, Role, Roles};
use people::work::{Done, Work};
use people::{Door, program};
use stage::Fresh;

use crate::client::{self, Raised};

/// So many that none of them writes too often.
const PROGRAMS: usize = 40;
/// Longer than a runner may hold a job.
const LEASE_SECONDS: i64 = 150;
/// How long a start may take before the test gives up on it.
const PATIENCE: Duration = Duration::from_secs(60);

/// A data folder, a database, and what is in them.
pub(crate) struct Installation {
    folder: tempfile::TempDir,
    database: Fresh,
    site: String,
    tokens: Vec<String>,
}

/// A server that runs.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) site: String,
    pub(crate) tokens: Vec<String>,
    process: Process,
}

/// A server's process, which ends with the test, also with one that fails.
struct Process(Mutex<Child>);

impl Installation {
    pub(crate) fn set_up() -> Self {
        let (folder, database) = (tempfile::tempdir().unwrap(), Fresh::make());
        let mut installation = Self { folder, database, site: String::new(), tokens: Vec::new() };
        let app = installation.open();
        let described = Organization { name: "Lantern Guards".to_owned(), ..Organization::default() };
        write(&app, move |work| organization::describe(work, &described));
        let new = NewStaffMember {
            name: "Sam Okonjo".to_owned(),
            email: "sam@lantern.example".to_owned(),
            roles: Roles::of(&[Role::Supervisor]).unwrap(),
            language: ground::words::Language::English,
        };
        let owner_id = write(&app, move |work| staff::take_on(work, &new));
        let new = NewClient { name: "Harbour Lofts".to_owned(), setting: Setting::Residential };
        let client_id = write(&app, move |work| people::client::welcome(work, &new));
        let new = NewSite {
            client_id,
            name: "Harbour Gate".to_owned(),
            setting: Setting::Residential,
            address: "1 Harbour Street, Port Lantern".to_owned(),
            zone: "America/Chicago".to_owned(),
            calendar: "always".to_owned(),
            owner_id,
            mail_name: None,
        };
        installation.site = write(&app, move |work| site::open(work, &new)).to_string();
        let added = |number: usize| write(&app, move |work| program::add(work, &format!("Program {number}")));
        installation.tokens = (0..PROGRAMS).map(added).collect();
        installation
    }

    /// Starts the server, and waits until it answers.
    pub(crate) fn serve(&self) -> Server {
        // It takes a free port itself and says which: one that is chosen for it may be taken meanwhile.
        let log = tempfile::NamedTempFile::new().unwrap();
        let mut command = self.command("serve");
        command.args(["--listen", "127.0.0.1:0"]).env("RUST_LOG", "info");
        let process = command.stdout(Stdio::null()).stderr(log.reopen().unwrap()).spawn().unwrap();
        let process = Process(Mutex::new(process));
        let started = Instant::now();
        let address = loop {
            let said = std::fs::read_to_string(log.path()).unwrap();
            if let Some(address) = address_in(&said).filter(|address| client::is_ready(*address)) {
                break address;
            }
            assert!(started.elapsed() < PATIENCE, "the server does not answer: {said}");
            assert!(process.0.lock().unwrap().try_wait().unwrap().is_none(), "the server ended by itself: {said}");
            std::thread::sleep(Duration::from_millis(2));
        };
        Server { address, site: self.site.clone(), tokens: self.tokens.clone(), process }
    }

    /// How many of these are whole in the rows: the concern, its one message, its promises, the one
    /// entry that raised it, and its words where they are searched.
    pub(crate) fn count_whole<'a>(&self, raised: impl Iterator<Item = &'a Raised>) -> usize {
        let app = self.open();
        let door = Door::of_system(&app, app.clock.now());
        raised.filter(|raised| door.read(|work| is_whole(work, raised)).unwrap()).count()
    }

    /// What the killed servers left to do is done. Jobs that were being done when a server died wait
    /// until their lease is over, so the clock goes there.
    pub(crate) fn finish_jobs(&self) {
        let app = self.open();
        let until = app.clock.now().plus_seconds(LEASE_SECONDS);
        while runner::run_due(&app, until).unwrap() > 0 {}
    }

    /// What came of the jobs: of each thing that was told one letter tells the supervisor. It lies in
    /// the post office once, and no job is left.
    pub(crate) fn check_jobs<'a>(&self, raised: impl Iterator<Item = &'a Raised>) -> usize {
        let app = self.open();
        let letters = app.db.read_here(|connection| letter::newest(connection, i64::MAX)).unwrap();
        let mut expected: Vec<(&str, &str)> = raised.map(|raised| ("alert.told", raised.id.as_str())).collect();
        let mut written: Vec<(&str, &str)> =
            letters.iter().map(|letter| (letter.kind.as_str(), letter.about_id.as_str())).collect();
        expected.sort_unstable();
        written.sort_unstable();
        assert_eq!(written, expected, "each letter is written once");
        assert!(letters.iter().all(|letter| letter.posted_at.is_some()), "each is posted");
        let mut files: Vec<String> = std::fs::read_dir(app.settings.mail_folder())
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .filter(|name| !name.starts_with('.'))
            .collect();
        let mut names: Vec<String> = letters.iter().map(|letter| format!("{}.eml", letter.id)).collect();
        files.sort_unstable();
        names.sort_unstable();
        assert_eq!(files, names, "each is in the post office, and nothing else is");
        let in_trouble = app.db.read_here(|connection| job::in_trouble(connection, 10)).unwrap();
        assert!(in_trouble.is_empty(), "{in_trouble:?}");
        letters.len()
    }

    /// The record proves itself, by the command that an administrator would use.
    pub(crate) fn verify(&self) {
        let output = self.command("verify").output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        println!("{}", said.trim());
        assert!(output.status.success() && said.starts_with("The record is whole"), "{said}");
    }

    pub(crate) fn database(&self) -> &'static str {
        if self.database.url().is_some() { "PostgreSQL" } else { "SQLite" }
    }

    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
        command.arg(name).arg("--data").arg(self.folder.path()).current_dir(self.folder.path());
        if let Some(url) = self.database.url() {
            command.args(["--database", &url]);
        }
        command
    }

    fn open(&self) -> App {
        let data: Option<PathBuf> = Some(self.folder.path().to_owned());
        let said = Said { data, database: self.database.url(), ..Said::default() };
        server::command::open(said.settle().unwrap()).ok().unwrap()
    }
}

/// The address that a server says it listens at, once it has said all of it.
fn address_in(log: &str) -> Option<SocketAddr> {
    let (address, _) = log.split_once("serving address=")?.1.split_once(' ')?;
    Some(address.parse().unwrap())
}

fn write<T: Send + 'static>(app: &App, verb: impl Fn(&mut Work<'_>) -> Result<Done<T>> + Send + 'static) -> T {
    Door::of_system(app, app.clock.now()).write(verb).unwrap()
}

fn is_whole(work: &mut Work<'_>, raised: &Raised) -> Result<bool> {
    let id = Id::known(raised.id.as_str());
    let case = concern::rows::case(work, &id)?;
    let said = conversation::rows::all(work.connection, &id)?;
    let entries = entry::rows::of_subject(work.connection, id.as_str())?;
    let search = dialect::Search { words: &raised.word, site_id: "", before: "" };
    let found = dialect::search_words(work.connection, search, 10)?;
    Ok(case.concern.number == raised.number
        && !case.promises.is_empty()
        && said.len() == 1
        && said[0].message.words.contains(&raised.word)
        && entries.iter().filter(|entry| entry.deed == concern::RAISED.0).count() == 1
        && found.len() == 1
        && found[0].concern_id == raised.id)
}

impl Server {
    /// Ends the server without a word of warning.
    pub(crate) fn kill(&self) {
        let mut process = self.process.0.lock().unwrap();
        process.kill().unwrap();
        process.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Ok(mut process) = self.0.lock() {
            let _ended = process.kill().and_then(|()| process.wait());
        }
    }
}
