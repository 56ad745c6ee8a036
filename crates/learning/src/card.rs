//! What officers remember: a card for each question that they were asked in practice, with the day on which it comes back.

pub mod jobs;
pub mod rows;
mod rules;

pub use rules::{Card, Forgetting, Grade, History, Memory, Step};

use std::collections::BTreeMap;

use ground::entry::Deed;
use ground::{Id, Result};
use people::staff::StaffMember;
use people::work::{Done, Work};
use serde_json::json;

use crate::question::Question;
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
    let mut cards: BTreeMap<Id<Question>, Card> = BTreeMap::new();
    for given in answer::rows::of_staff(work.connection, staff_id)?.into_iter().filter(|given| given.is_review) {
        let step = Step { grade: Grade::of(given.is_right, given.given.is_guess), on: given.answered_on };
        let before = cards.get(&given.question_id);
        let card = Card::reviewed(before, (staff_id, &given.question_id), step, &fades);
        cards.insert(given.question_id, card);
    }
    for card in cards.values() {
        rows::keep(work.connection, card)?;
    }
    work.done(RECKONED, staff_id.as_str(), (None, &json!({ "cards": cards.len() })), ())
}
