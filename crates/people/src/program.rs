//! Programs: what may use our interface for programs, each with a token of its own.

mod pages;
pub mod rows;
mod rules;

pub use rules::Program;

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Id, Result, secret};

use crate::work::{Done, Work};

/// A program was given a token.
pub const ADDED: Deed = Deed("program.added");
/// A program's token was taken away.
pub const REVOKED: Deed = Deed("program.revoked");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/programs", pages::list)
        .post("/programs", pages::add)
        .post("/programs/{id}/revocation", pages::revoke)
}

/// Gives a program a token. The token is answered here and is nowhere else: only its digest is kept.
///
/// # Errors
/// Broken when the machine has no randomness.
pub fn add(work: &mut Work<'_>, name: &str) -> Result<Done<String>> {
    let token = secret::token()?;
    Ok(add_with(work, name, &token)?.map(|()| token))
}

/// Gives a program a token that was agreed before, as in a demo.
///
/// # Errors
/// Broken when another program has it.
pub fn add_with(work: &mut Work<'_>, name: &str, token: &str) -> Result<Done<()>> {
    let program = Program::added(name, work.now);
    rows::insert(work.connection, &program, &secret::digest(token))?;
    work.done(ADDED, program.id.as_str(), (None, &program), ())
}

/// Takes a program's token away, from now on.
///
/// # Errors
/// Not found; refused when that was done before.
pub fn revoke(work: &mut Work<'_>, id: &Id<Program>) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let after = before.clone().revoked(work.now)?;
    rows::save(work.connection, &after)?;
    work.done(REVOKED, id.as_str(), (Some(&before), &after), ())
}
