//! Postings: once a month, those who decide at a client and those who asked for it are written that the report of the month
//! before is there, and in the first month of a quarter that of the quarter before.

pub mod jobs;
mod letters;
pub mod rows;
mod rules;

pub use rules::{Posting, due_month};

use ground::entry::Deed;
use ground::{Error, Id, Result};
use people::contact::Contact;
use people::session;
use people::work::{Done, Work};

use crate::report::{Asked, Period, gather};

/// A contact was written that a report is there.
pub const WRITTEN: Deed = Deed("report_posting.written");
/// Nothing happened and nothing is open, so nothing was written.
pub const NOTHING_TO_SAY: Deed = Deed("report_posting.nothing_to_say");

/// Writes a contact that the report of a month is there, unless there is nothing to say; each month once.
///
/// # Errors
/// Not found when they have left; refused when it was decided before.
pub fn post(work: &mut Work<'_>, (contact_id, period): &(Id<Contact>, Period)) -> Result<Done<()>> {
    if rows::is_decided(work.connection, contact_id, *period)? {
        return Err(Error::refused("report-posted-before"));
    }
    let reader = session::rows::as_contact(work.connection, contact_id)?;
    let contact = people::contact::rows::any(work.connection, contact_id)?;
    let asked = Asked { client_id: contact.client_id.clone(), site: String::new(), period: *period };
    let Work { app, now, .. } = *work;
    let mut seen = Work { app, me: &reader, now, connection: &mut *work.connection, their_at: None };
    let report = gather(&mut seen, &asked)?;
    let posting = Posting::decided(contact_id, *period, !report.is_quiet(), now);
    rows::insert(work.connection, &posting)?;
    if posting.is_written {
        letters::write(work, &posting, (&report, &contact))?;
    }
    let deed = if posting.is_written { WRITTEN } else { NOTHING_TO_SAY };
    work.done(deed, posting.id.as_str(), (None, &posting), ())
}
