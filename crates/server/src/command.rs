//! The command line: what can be said, and who does it.

pub mod content;
pub mod import;
pub mod jobs;
pub mod program;
pub mod record;
pub mod routes;
pub mod settings;
pub mod staff;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use ground::App;
use ground::clock::Clock;
use ground::config::Settings;

use crate::{Outcome, backup, demo, serve, slices};
use settings::{Door, Where};

/// Client relations for security-guard companies.
#[derive(Parser)]
#[command(name = "rapport", version, propagate_version = true, after_help = FIRST_STEPS, long_about = ABOUT)]
struct Line {
    #[command(flatten)]
    place: Where,
    #[command(subcommand)]
    command: Command,
}

const ABOUT: &str = "\
Client relations for security-guard companies: what clients, visitors and officers tell you is heard, \
acknowledged, answered and followed up, within the times that you promised, in a record that can prove it.

Everything is in this one program. It keeps its rows in an SQLite file in the data folder, or in PostgreSQL.";

const FIRST_STEPS: &str = "\
First steps:
  rapport demo                          look at a company that is made up
  rapport user add --email you@example.com --name 'Your Name' --role administrator
                                        set up the first person of your own company
  rapport serve                         start, then open the link that the line above printed

Settings come from flags, then from the environment (RAPPORT_LISTEN, RAPPORT_DATA, ...), then from
./rapport.toml. `rapport serve --check-config` shows what they come to.";

#[derive(Subcommand)]
enum Command {
    Serve(ServeArguments),
    Demo(demo::Arguments),
    /// Brings the tables of the database up to date, and ends.
    ///
    /// `rapport serve` does the same when it starts. With several processes on one PostgreSQL this
    /// does it once, before any of them starts.
    Migrate,
    #[command(subcommand)]
    User(staff::Command),
    #[command(subcommand)]
    Token(program::Command),
    #[command(subcommand)]
    Jobs(jobs::Command),
    Import(import::Arguments),
    #[command(subcommand)]
    Content(content::Command),
    Backup(BackupArguments),
    Restore(RestoreArguments),
    Verify(record::Arguments),
    /// Prints every address: method, path, who may enter, and the function that answers.
    ///
    /// The function's name leads to its file: `people::client::pages::show` is in
    /// crates/people/src/client/pages.rs.
    Routes,
}

/// Starts the server.
///
/// Opens the database, brings its tables up to date, and answers until it is stopped (Ctrl+C, or
/// SIGTERM from systemd): it then takes no more requests, finishes those that it has within ten
/// seconds, and ends.
#[derive(Args)]
#[command(after_help = "\
Examples:
  rapport serve
  rapport serve --listen 0.0.0.0:7300 --public-url https://rapport.example.com
  rapport serve --database postgres://rapport:secret@localhost/rapport --data /var/lib/rapport
  rapport serve --config /etc/rapport.toml --check-config

GET /health/live says that the process runs, GET /health/ready that the database answers, and
GET /metrics, from this machine only, gives numbers to Prometheus. RUST_LOG sets how much is logged.")]
struct ServeArguments {
    #[command(flatten)]
    door: Door,
    /// Show the settings that flags, environment and file come to, and do nothing else.
    #[arg(long)]
    check_config: bool,
}

/// Writes everything into one file, also while the server runs.
///
/// The file holds one state of the database: a JSON line for each row, the pictures, the
/// installation's key, and the digest of every part. It can be restored into SQLite and into
/// PostgreSQL, whichever it came from. Whoever has it has everything: keep it as safe as the server.
/// Sessions and links for signing in are left out on purpose.
#[derive(Args)]
#[command(after_help = "Example:\n  rapport backup --to /var/backups/rapport-$(date +%F).tar")]
struct BackupArguments {
    /// The file to write. It must not be there yet.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

/// Reads back what `rapport backup` wrote. Stop the server first.
///
/// Checks every digest before it touches anything, restores all or nothing, and then verifies the
/// record. Everybody signs in anew. What was there before is not deleted: it is put into a folder
/// `replaced-...` in the data folder (rows in PostgreSQL are replaced for good).
#[derive(Args)]
#[command(after_help = "\
Examples:
  rapport restore rapport-2026-11-22.tar
  rapport restore rapport-2026-11-22.tar --database postgres://rapport:secret@localhost/rapport
                                        moves from SQLite to PostgreSQL")]
struct RestoreArguments {
    /// The file that `rapport backup` wrote.
    file: PathBuf,
    /// Restore also where something is already.
    #[arg(long)]
    replace: bool,
}

/// Does what the command line says.
#[must_use]
pub fn run() -> ExitCode {
    match act(Line::parse()) {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("rapport: {}", trouble.0);
            ExitCode::FAILURE
        }
    }
}

fn act(line: Line) -> Outcome<ExitCode> {
    let place = line.place;
    match line.command {
        Command::Serve(arguments) => start(&place, arguments)?,
        Command::Demo(arguments) => demo::run(&place, arguments)?,
        Command::Migrate => record::migrate(&place.settle()?)?,
        // The first person may be set up before the first start.
        Command::User(command @ staff::Command::Add(_)) => staff::run(&open(place.settle()?)?, command)?,
        Command::User(command) => staff::run(&existing(place.settle()?)?, command)?,
        Command::Token(command) => program::run(&existing(place.settle()?)?, command)?,
        Command::Jobs(command) => jobs::run(&existing(place.settle()?)?, command)?,
        Command::Import(arguments) => return import::run(&existing(place.settle()?)?, &arguments),
        Command::Content(command) => return content::run(&command),
        Command::Backup(arguments) => backup::write(&existing(place.settle()?)?, &arguments.to)?,
        Command::Restore(arguments) => return backup::restore(place.settle()?, &arguments.file, arguments.replace),
        Command::Verify(arguments) => return record::verify(&existing(place.settle()?)?, arguments.seal.as_deref()),
        Command::Routes => routes::print(),
    }
    Ok(ExitCode::SUCCESS)
}

fn start(place: &Where, arguments: ServeArguments) -> Outcome {
    let (settings, file) = place.settle_with(arguments.door)?;
    if arguments.check_config {
        print!("{}", settings::shown(&settings, file.as_deref()));
        return Ok(());
    }
    serve::run(settings, |_, _| Ok(()))
}

/// Opens everything for a command.
///
/// # Errors
/// When a restore was not finished, or something cannot be opened.
pub fn open(settings: Settings) -> Outcome<App> {
    backup::check_no_restore_is_open(&settings.data)?;
    Ok(App::open(settings, Clock::system(), slices::gather()?)?)
}

/// Opens an installation that must be there already, so that a mistyped folder is not made into a new one.
fn existing(settings: Settings) -> Outcome<App> {
    if !settings.data.join(KEY).exists() {
        let folder = settings.data.display();
        return Err(format!(
            "There is no installation in the data folder {folder}. Name the right one with --data, or begin one \
                 there: `rapport user add` makes its first administrator."
        )
        .into());
    }
    open(settings)
}

/// The name of the installation's key in the data folder.
pub const KEY: &str = "rapport.key";
