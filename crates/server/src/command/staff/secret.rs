//! A password that is typed: not shown, and hashed at once.

use std::io::{BufRead, IsTerminal};
use std::process::Command;

use ground::words::Language;
use people::session::password;

use crate::{Outcome, Trouble, slices};

/// Asks for a password and gives its hash. What is not typed at a terminal is read as one line.
pub(super) fn asked_and_hashed() -> Outcome<String> {
    let terminal = std::io::stdin().is_terminal();
    if terminal {
        eprint!("Password (it is not shown): ");
    }
    let hidden = terminal.then(Hidden::begin);
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    drop(hidden);
    let typed = line.trim_end_matches(['\r', '\n']);
    if let Err(refusal) = password::check(typed) {
        return Err(Trouble(slices::catalogue()?.speak(Language::English).refusal(&refusal)));
    }
    Ok(password::hash_here(typed)?)
}

/// While this lives the terminal does not show what is typed.
struct Hidden;

impl Hidden {
    fn begin() -> Self {
        echo("-echo");
        Self
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        echo("echo");
        eprintln!();
    }
}

/// A terminal that cannot be told shows what is typed, which is worse, and still works.
fn echo(how: &str) {
    let _ignored = Command::new("stty").arg(how).status();
}
