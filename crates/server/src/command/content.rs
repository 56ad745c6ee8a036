//! `rapport content`: what officers learn, as files.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use curriculum::scenario::picture;
use curriculum::{Curriculum, Folder};

use crate::Outcome;

/// Checks what officers learn, and draws its dialogues.
#[derive(Subcommand)]
pub enum Command {
    /// Says what in a folder of content breaks a rule, and ends with 1 when something does.
    ///
    /// A folder of content holds competencies.toml, lessons/en and lessons/es, items/en and items/es, scenarios and
    /// blueprints. The folder `content` of the repository is one, and its README.md says how each file is written.
    Check(CheckArguments),
    /// Draws a dialogue as an SVG: its scenes and endings, and which choice leads where.
    Picture(PictureArguments),
}

/// What is checked.
#[derive(Args)]
pub struct CheckArguments {
    /// The folder.
    #[arg(default_value = "content")]
    folder: PathBuf,
}

/// What is drawn.
#[derive(Args)]
#[command(after_help = "\
Example:
  rapport content picture upset-client > upset-client.svg")]
pub struct PictureArguments {
    /// The name of the dialogue: that of its file, without .toml.
    name: String,
    /// The folder of content.
    #[arg(long, default_value = "content")]
    folder: PathBuf,
}

/// Checks or draws.
///
/// # Errors
/// When the folder cannot be read, or has no such dialogue.
pub fn run(command: &Command) -> Outcome<ExitCode> {
    match command {
        Command::Check(arguments) => check(&arguments.folder),
        Command::Picture(arguments) => {
            let (all, _) = read(&arguments.folder)?;
            let named = all.scenarios.iter().find(|scenario| scenario.id == arguments.name);
            let Some(scenario) = named else {
                let names: Vec<&str> = all.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
                return Err(format!("There is no dialogue {}; there are: {}.", arguments.name, names.join(", ")).into());
            };
            print!("{}", picture::svg(scenario));
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn check(folder: &Path) -> Outcome<ExitCode> {
    let (all, findings) = read(folder)?;
    for finding in &findings {
        println!("{finding}");
    }
    let spanish = all.items.iter().filter(|item| item.spanish.is_some()).count();
    println!(
        "{} competencies, {} lessons, {} questions ({spanish} in Spanish too), {} dialogues, {} exams: {}",
        all.competencies.len(),
        all.lessons.len(),
        all.items.len(),
        all.scenarios.len(),
        all.blueprints.len(),
        match findings.len() {
            0 => "no rule is broken.".to_owned(),
            1 => "one rule is broken.".to_owned(),
            count => format!("{count} rules are broken."),
        }
    );
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read(folder: &Path) -> Outcome<(Curriculum, Vec<curriculum::Finding>)> {
    let opened = Folder::open(folder);
    let opened = opened.map_err(|error| format!("The folder {} cannot be read: {error}.", folder.display()))?;
    Ok(Curriculum::read(&opened))
}
