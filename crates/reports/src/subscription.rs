//! Subscriptions: who is written each month that a report is there. Those who decide are, unless they do not want it; the
//! others are when they ask for it.

mod pages;
pub mod rows;

use ground::entry::Deed;
use ground::letter::{Class, unwanted};
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::contact::{self, Contact};
use people::work::{Done, Work};
use serde::Serialize;

/// From now on somebody is written each month.
pub const BEGUN: Deed = Deed("report_subscription.begun");
/// From now on they are not.
pub const ENDED: Deed = Deed("report_subscription.ended");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().post("/portal/reports/letters", pages::choose)
}

/// What the record keeps of a choice.
#[derive(Serialize)]
struct Chosen {
    is_written: bool,
}

/// Whether a contact is written each month.
///
/// # Errors
/// Broken when the database says so.
pub fn is_begun(work: &mut Work<'_>, contact: &Contact) -> Result<bool> {
    let asked_for =
        contact.standing == contact::Standing::DecisionMaker || rows::is_there(work.connection, &contact.id)?;
    Ok(asked_for && !unwanted::of(work.connection, &contact.email)?.contains(&Class::Reports))
}

/// A contact is written from now on, or is not.
///
/// # Errors
/// Not found when there is no such contact; refused when it is so already.
pub fn choose(work: &mut Work<'_>, contact_id: &Id<Contact>, wanted: bool) -> Result<Done<()>> {
    let contact = contact::rows::any(work.connection, contact_id)?;
    let before = is_begun(work, &contact)?;
    if before == wanted {
        return Err(Error::refused(if wanted { "report-letters-on" } else { "report-letters-off" }));
    }
    unwanted::save(work.connection, &contact.email, Class::Reports, wanted, work.now)?;
    if wanted {
        rows::insert(work.connection, contact_id, work.now)?;
    } else {
        rows::delete(work.connection, contact_id)?;
    }
    let deed = if wanted { BEGUN } else { ENDED };
    work.done(deed, contact_id.as_str(), (Some(&Chosen { is_written: before }), &Chosen { is_written: wanted }), ())
}
