//! What officers remember: a card for each question that they were asked in practice, with the day on which it comes back.

pub mod jobs;
pub mod rows;
mod rules;

pub use rules::{Card, Forgetting, Grade, History, Memory, Step};

use ground::entry::Deed;
use ground::{Id, Result};
use people::staff::StaffMember;
use people::work::{Done, Work};
use serde_json::json;

use crate::answer::Answer;
use crate::{answer, forgetting};

/// What an officer remembers was reckoned anew.
pub const RECKONED: Deed = Deed("cards.reckoned");
/// The job that does that.
pub const RECKON: &str = "cards.reckon";

/// Reckons anew what an officer remembers, from all that they answered, since how memories fade is taken to be otherwise.
///
/// # Errors
/// Broken when the database says so.
pub fn reckon(work: &mut Work<'_>, staff_id: &Id<StaffMember>) -> Result<Done<()>> {
    let fades = forgetting::of_staff(work.connection, staff_id)?;
    let mut histories: Vec<(Answer, History)> = Vec::new();
    for given in answer::rows::of_staff(work.connection, staff_id)?.into_iter().filter(|given| given.is_review) {
        let step = Step { grade: Grade::of(given.is_right, given.given.is_guess), on: given.answered_on };
        match histories.iter_mut().find(|(first, _)| first.question_id == given.question_id) {
            Some((_, history)) => history.push(step),
            None => histories.push((given, vec![step])),
        }
    }
    for (first, history) in &histories {
        let card = history.iter().fold(None, |card: Option<Card>, step| {
            Some(Card::reviewed(card.as_ref(), (staff_id, &first.question_id), *step, &fades))
        });
        if let Some(card) = card {
            rows::keep(work.connection, &card)?;
        }
    }
    work.done(RECKONED, staff_id.as_str(), (None, &json!({ "cards": histories.len() })), ())
}
