//! `rapport jobs`: what happens later, what failed, and trying it again.

use clap::Subcommand;
use ground::{App, job};
use people::Door;

use crate::Outcome;

/// How many jobs in trouble are printed or tried again in one go.
const AT_ONCE: i64 = 1_000;

/// Shows the jobs that failed, and has them tried again.
///
/// A job is what happens later: a letter that is posted, a question that is asked on the clock. It
/// is tried ten times with growing patience, and then given up until somebody has it tried again.
#[derive(Subcommand)]
#[command(arg_required_else_help = true)]
pub enum Command {
    /// Lists the jobs that failed, and how many wait.
    List,
    /// Has a job that failed tried again, or all of them.
    #[command(after_help = "Examples:\n  rapport jobs again 01997b6e-...\n  rapport jobs again --all")]
    Again {
        /// The job's id, as `rapport jobs list` prints it.
        #[arg(required_unless_present = "all")]
        id: Option<String>,
        /// All jobs that failed.
        #[arg(long, conflicts_with = "id")]
        all: bool,
    },
}

/// Does it.
///
/// # Errors
/// When no such job failed.
pub fn run(app: &App, command: Command) -> Outcome {
    let door = Door::of_system(app, app.clock.now());
    let in_trouble = || door.read(|work| job::in_trouble(work.connection, AT_ONCE));
    match command {
        Command::List => {
            for job in in_trouble()? {
                let next =
                    job.given_up_at.map_or_else(|| format!("next {}", job.due_at), |at| format!("given up {at}"));
                let error = job.last_error.unwrap_or_default();
                println!("{}  {} {}  {} tries, {next}  {error}", job.id, job.kind, job.key, job.attempts);
            }
            let counts = door.read(|work| job::count(work.connection))?;
            println!("{} waiting, {} given up", counts.waiting, counts.given_up);
        }
        Command::Again { id, .. } => {
            let ids = match id {
                Some(id) => vec![id],
                None => in_trouble()?.into_iter().map(|job| job.id).collect(),
            };
            for id in &ids {
                let id = id.clone();
                match door.write(move |work| people::job::try_again(work, &id)) {
                    Err(ground::Error::NotFound) => return Err("No job of this id failed.".into()),
                    tried => tried?,
                }
            }
            println!("{} will be tried again by the server that runs.", ids.len());
        }
    }
    Ok(())
}
