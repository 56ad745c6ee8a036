//! Licences and registrations of officers, and until when they hold. The product warns; who stands where is for people to
//! decide.

pub mod jobs;
mod letters;
mod pages;
pub mod rows;
mod rules;

pub use rules::{AHEAD_DAYS, Licence, NewLicence, Standing};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::organization;
use people::staff::{self, StaffMember};
use people::work::{Done, Work};

/// A licence of an officer was written down.
pub const ADDED: Deed = Deed("licence.added");
/// What we know of one was corrected.
pub const CORRECTED: Deed = Deed("licence.corrected");
/// One counts no more.
pub const ENDED: Deed = Deed("licence.ended");
/// Those who should know were written to, before it expires or after it did.
pub const REMINDED: Deed = Deed("licence.reminded");
/// Nobody is written to that one expires: the officer left.
pub const REMINDER_DROPPED: Deed = Deed("licence.reminder_dropped");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/me/licences", pages::mine)
        .get("/licences", pages::list::show)
        .get("/licences.csv", pages::list::file)
        .get("/licences.parquet", pages::list::file)
        .get("/licences/{id}", pages::edit)
        .post("/licences/{id}", pages::correct)
        .post("/licences/{id}/ending", pages::end)
        .get("/staff/{id}/licences", pages::of)
        .post("/staff/{id}/licences", pages::add)
}

/// Writes down a licence of an officer.
///
/// # Errors
/// Not found when there is no such officer; refused when they left, when its days do not fit, or when it is there.
pub fn add(work: &mut Work<'_>, staff_id: &Id<StaffMember>, new: &NewLicence) -> Result<Done<Id<Licence>>> {
    if staff::rows::find(work.connection, staff_id)?.left_at.is_some() {
        return Err(Error::refused("licence-officer-left"));
    }
    let today = organization::day(work.connection, work.now)?;
    let licence = Licence::added(staff_id, new, (today, work.now))?;
    if rows::of_staff(work.connection, staff_id)?.iter().any(|one| one.is_same(&licence)) {
        return Err(Error::refused("licence-is-there"));
    }
    rows::insert(work.connection, &licence)?;
    work.done(ADDED, licence.id.as_str(), (None, &licence), licence.id.clone())
}

/// Corrects what we know of a licence, or takes it as renewed.
///
/// # Errors
/// Not found; refused when it was ended, when its days do not fit, or when it was changed since it was looked at.
pub fn correct(work: &mut Work<'_>, id: &Id<Licence>, seen: i64, new: &NewLicence) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let today = organization::day(work.connection, work.now)?;
    let after = before.clone().corrected(seen, new, today)?;
    rows::save(work.connection, &after)?;
    work.done(CORRECTED, id.as_str(), (Some(&before), &after), ())
}

/// A licence counts no more, for a reason.
///
/// # Errors
/// Not found; refused when that was done before, or when it was changed since it was looked at.
pub fn end(work: &mut Work<'_>, id: &Id<Licence>, seen: i64, why: &str) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let after = before.clone().ended(seen, why, work.now)?;
    rows::save(work.connection, &after)?;
    work.done(ENDED, id.as_str(), (Some(&before), &after), ())
}

/// Writes to the officer, and to those who see to it, that a licence expires or has expired. Where the officer left,
/// nobody is written to any more.
///
/// # Errors
/// Refused when that was done.
pub(crate) fn remind(work: &mut Work<'_>, id: &Id<Licence>) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let today = organization::day(work.connection, work.now)?;
    let officer = staff::rows::find(work.connection, &before.staff_id)?;
    let (deed, after) = match officer.left_at {
        Some(_) => (REMINDER_DROPPED, Licence { reminds_on: None, ..before.clone() }),
        None => (REMINDED, before.clone().reminded(today)?),
    };
    if officer.left_at.is_none() {
        letters::remind(work, (&before, &officer), today)?;
    }
    rows::reminded(work.connection, &after)?;
    work.done(deed, id.as_str(), (Some(&before), &after), ())
}
