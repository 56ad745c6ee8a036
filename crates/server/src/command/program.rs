//! `rapport token`: programs that may use the interface for programs.

use clap::Subcommand;
use ground::{App, Id};
use people::Door;
use people::program;

use crate::Outcome;

/// Lets programs in and out.
///
/// A program that uses the interface under /api/v1/ sends its token in the header
/// `Authorization: Bearer TOKEN`. A token is printed once, when it is made; only its digest is kept.
#[derive(Subcommand)]
#[command(arg_required_else_help = true)]
pub enum Command {
    /// Lets a program in, and prints its token.
    #[command(after_help = "Example:\n  rapport token add --name 'Access control'")]
    Add {
        /// What the program is called in the record.
        #[arg(long)]
        name: String,
    },
    /// Lists the programs.
    List,
    /// Revokes a program's token.
    Revoke {
        /// The program's id, as `rapport token list` prints it.
        id: String,
    },
}

/// Does it.
///
/// # Errors
/// When there is no such program.
pub fn run(app: &App, command: Command) -> Outcome {
    let door = Door::of_system(app, app.clock.now());
    match command {
        Command::Add { name } => {
            let name = name.trim().to_owned();
            if name.is_empty() || name.chars().count() > 120 {
                return Err("--name: please write 1 to 120 characters.".into());
            }
            let token = door.write(move |work| program::add(work, &name))?;
            eprintln!("This token is shown once. The program sends it as `Authorization: Bearer TOKEN`.");
            println!("{token}");
        }
        Command::List => {
            for program in door.read(|work| program::rows::all(work.connection))? {
                let state = program.revoked_at.map_or_else(|| "in use".to_owned(), |at| format!("revoked {at}"));
                println!("{}  since {}  {state}  {}", program.id, program.created_at, program.name);
            }
        }
        Command::Revoke { id } => {
            let id = Id::parse(&id).ok_or("That is no id; `rapport token list` prints them.")?;
            match door.write(move |work| program::revoke(work, &id)) {
                Err(ground::Error::NotFound) => return Err("There is no program of this id.".into()),
                revoked => revoked?,
            }
            println!("Revoked.");
        }
    }
    Ok(())
}
