//! What others of the house read of this slice: open words, and visits to read about.

use ground::db::DbConnection;
use ground::{Id, Result};
use people::contact::Contact;
use people::staff::StaffMember;
use people::work::Work;

pub use crate::interaction::rows::{last_talk_with, last_visit, visits_to};

use crate::coaching;
use crate::given_word::{self, GivenWord};
use crate::interaction::Interaction;

/// So many visits are named at most.
const MOST: i64 = 3;

/// The open words that a staff member holds, what is due first first.
///
/// # Errors
/// Broken when the database says so.
pub fn held_by(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<GivenWord>> {
    given_word::rows::open(connection, Some(staff_id.as_str()), &[])
}

/// How many words are late that whoever asks holds, or that were given at a site within their reach.
///
/// # Errors
/// Broken when the database says so.
pub fn late(work: &mut Work<'_>) -> Result<usize> {
    Ok(given_word::open_for_me(work)?.iter().filter(|word| word.is_late(work.now)).count())
}

/// All words that were given to a contact by name, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn given_to(connection: &mut DbConnection, contact_id: &Id<Contact>) -> Result<Vec<GivenWord>> {
    given_word::rows::given_to(connection, contact_id)
}

/// Visits of which somebody has something to read, and has not answered it; the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn to_read(work: &mut Work<'_>, about_id: &Id<StaffMember>) -> Result<Vec<Id<Interaction>>> {
    coaching::rows::unanswered(work.connection, about_id, MOST)
}
