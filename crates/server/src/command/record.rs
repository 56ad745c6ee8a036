//! `rapport migrate` and `rapport verify`.

use std::process::ExitCode;

use clap::Args;
use ground::App;
use ground::config::Settings;
use ground::entry::seal;
use ground::entry::verify::{Verdict, verify as walk};

use crate::{Outcome, backup};

/// Proves the record, also while the server runs.
///
/// Walks every chain of entries from its first to its last, and every seal. Ends with 1, and names
/// the first thing that is wrong, when an entry was changed, removed or slipped in.
#[derive(Args)]
#[command(after_help = "\
Examples:
  rapport verify
  rapport verify --seal 9f2c...     and that the record still holds this seal

Keep the last digest elsewhere, such as in a letter to yourself: with --seal a record whose end was cut off,
seals and all, is noticed too.")]
pub struct Arguments {
    /// A digest that an earlier run printed: a seal of the record must still have it.
    #[arg(long, value_name = "DIGEST")]
    pub seal: Option<String>,
}

/// Brings the tables of the database up to date.
///
/// # Errors
/// When the database cannot be reached, or a migration fails.
pub fn migrate(settings: &Settings) -> Outcome {
    backup::check_no_restore_is_open(&settings.data)?;
    ground::disk::make_private_folder(&settings.data)?;
    let mut connection = ground::db::connect_alone(settings.database.as_deref(), &settings.data)?;
    println!("The tables are up to date: migration {}.", backup::newest_migration(&mut connection)?);
    Ok(())
}

/// Proves the record, and that a seal of it still has this digest.
///
/// # Errors
/// When the database cannot be read.
pub fn verify(app: &App, digest: Option<&str>) -> Outcome<ExitCode> {
    let key = app.keys.seal().verifying_key();
    let (verdict, seals) = app.db.read_here(|connection| Ok((walk(connection, &key)?, seal::all(connection)?)))?;
    let code = say(&verdict);
    match digest {
        Some(digest) if !seals.iter().any(|seal| seal.digest == digest) => {
            println!("The record is BROKEN: no seal has the digest {digest}.");
            Ok(ExitCode::FAILURE)
        }
        _ => Ok(code),
    }
}

/// Prints what the record is worth.
pub(crate) fn say(verdict: &Verdict) -> ExitCode {
    match verdict {
        Verdict::Whole { entries, chains, seals, last_digest } => {
            println!("The record is whole: {entries} entries in {chains} chains, {seals} seals.");
            if let Some(digest) = last_digest {
                println!("Last digest: {digest}");
            }
            ExitCode::SUCCESS
        }
        Verdict::BadEntry { subject_id, position, reason } => {
            println!("The record is BROKEN at entry {position} of {subject_id}: {reason}.");
            ExitCode::FAILURE
        }
        Verdict::BadSeal { number, reason } => {
            println!("The record is BROKEN at seal {number}: {reason}.");
            ExitCode::FAILURE
        }
    }
}
