//! Programs: what may use the interface for programs, each with a token of its own.

pub mod rows;

use ground::entry::Deed;
use ground::{Error, Id, Moment, Result, secret};
use serde::Serialize;

use crate::work::{Done, Work};

/// A program was let in.
pub const ADDED: Deed = Deed("program.added");
/// A program's token was revoked.
pub const REVOKED: Deed = Deed("program.revoked");

/// A program that may use the interface for programs. Its token is known to it alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Program {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// What it is called.
    pub name: String,
    /// When it was let in.
    pub created_at: Moment,
    /// When its token was revoked.
    pub revoked_at: Option<Moment>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// Lets a program in: its token, of which only the digest is kept.
///
/// # Errors
/// Broken when the machine has no randomness.
pub fn add(work: &mut Work<'_>, name: &str) -> Result<Done<String>> {
    let token = secret::token()?;
    Ok(add_with(work, name, &token)?.map(|_| token))
}

/// Lets a program in by a token that was agreed before.
///
/// # Errors
/// Broken when the token is taken.
pub fn add_with(work: &mut Work<'_>, name: &str, token: &str) -> Result<Done<Id<Program>>> {
    let program =
        Program { id: Id::fresh(), name: name.to_owned(), created_at: work.now, revoked_at: None, version: 0 };
    rows::insert(work.connection, &program, token)?;
    work.done(ADDED, program.id.as_str(), (None, &program), program.id.clone())
}

/// Revokes the token of a program: from now on it is let in no more.
///
/// # Errors
/// Not found when there is none of this name, or its token was revoked before.
pub fn revoke(work: &mut Work<'_>, id: &Id<Program>) -> Result<Done<()>> {
    let programs = rows::all(work.connection)?;
    let before = programs.into_iter().find(|program| program.id == *id && program.revoked_at.is_none());
    let before = before.ok_or(Error::NotFound)?;
    let after = Program { revoked_at: Some(work.now), ..before.clone() };
    rows::save(work.connection, &after)?;
    work.done(REVOKED, id.as_str(), (Some(&before), &after), ())
}
