//! How memories fade, as answers say: of a whole company, and of an officer who answered enough.

pub mod jobs;
pub mod rows;
mod rules;

pub use rules::{FEWEST_OF_COMPANY, FEWEST_OF_OFFICER, Histories, Trial};

use ground::db::DbConnection;
use ground::entry::Deed;
use ground::{Id, Result};
use people::staff::StaffMember;
use people::work::{Done, Work};

use crate::card::{self, Forgetting};

/// Another way in which memories fade was tried on the newest answers.
pub const TRIED: Deed = Deed("forgetting.tried");

/// How the memories of an officer fade: as their own answers say, or else as those of the company, or else as those of most
/// people.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Forgetting> {
    let weights = match rows::weights(connection, staff_id.as_str())? {
        Some(own) => Some(own),
        None => rows::weights(connection, rows::COMPANY)?,
    };
    Ok(weights.and_then(|weights| Forgetting::of(&weights)).unwrap_or_default())
}

/// Keeps what a trial said, for an officer or (none) for the company. When it foretells better, what they remember is
/// reckoned anew.
///
/// # Errors
/// Broken when the database says so.
pub fn keep(work: &mut Work<'_>, staff_id: Option<&Id<StaffMember>>, trial: &Trial) -> Result<Done<()>> {
    let of = staff_id.map_or(rows::COMPANY, Id::as_str);
    rows::keep(work.connection, of, trial, work.now)?;
    if trial.weights.is_some() {
        let officers = match staff_id {
            Some(one) => vec![one.clone()],
            None => card::rows::officers(work.connection)?,
        };
        for officer in officers {
            let key = format!("{officer} {}", work.now.millis());
            ground::job::after(work.connection, card::RECKON, &key, officer.as_str(), work.now)?;
        }
    }
    let subject = if of.is_empty() { "company" } else { of };
    work.done(TRIED, subject, (None, trial), ())
}
