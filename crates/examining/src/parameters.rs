//! How hard questions turned out to be, and how steeply they tell apart, as answers say.

pub mod jobs;
pub mod rows;
mod rules;

pub use rules::{Fitted, fitted, is_due, of};

use ground::Result;
use ground::entry::Deed;
use people::work::{Done, Work};
use serde_json::json;

/// Questions were fitted to the answers.
pub const FITTED: Deed = Deed("questions.fitted");

/// What answers say takes the place of what they said before.
///
/// # Errors
/// Broken when the database says so.
pub fn keep(work: &mut Work<'_>, all: &[Fitted]) -> Result<Done<()>> {
    rows::replace(work.connection, all)?;
    let answers: usize = all.iter().map(|one| one.answers).sum();
    work.done(FITTED, "questions", (None, &json!({ "questions": all.len(), "answers": answers })), ())
}
