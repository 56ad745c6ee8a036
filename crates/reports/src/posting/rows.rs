//! SQL for postings.

use std::collections::HashSet;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Result};
use people::contact::{Contact, Standing};
use people::organization;
use people::schema::{client, contact};
use people::work::Work;

use super::{Posting, due_month};
use crate::report::Period;
use crate::schema::report_posting;
use crate::subscription;

/// Whether it was decided about a contact and a month.
///
/// # Errors
/// Broken when the database says so.
pub fn is_decided(connection: &mut DbConnection, contact_id: &Id<Contact>, period: Period) -> Result<bool> {
    let theirs = report_posting::table.filter(report_posting::contact_id.eq(contact_id));
    let count: i64 = theirs.filter(report_posting::period.eq(period.to_string())).count().get_result(connection)?;
    Ok(count > 0)
}

/// Keeps what was decided.
///
/// # Errors
/// Broken as a duplicate when it was decided meanwhile.
pub fn insert(connection: &mut DbConnection, new: &Posting) -> Result<()> {
    diesel::insert_into(report_posting::table)
        .values((
            report_posting::id.eq(&new.id),
            report_posting::contact_id.eq(&new.contact_id),
            report_posting::period.eq(&new.period),
            report_posting::decided_at.eq(new.decided_at),
            report_posting::is_written.eq(i64::from(new.is_written)),
        ))
        .execute(connection)?;
    Ok(())
}

/// What was decided about a contact: of which month, and whether there was anything to say; the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_contact(connection: &mut DbConnection, contact_id: &Id<Contact>) -> Result<Vec<(String, bool)>> {
    let theirs = report_posting::table.filter(report_posting::contact_id.eq(contact_id));
    let rows: Vec<(String, i64)> = theirs
        .order(report_posting::period.desc())
        .select((report_posting::period, report_posting::is_written))
        .load(connection)?;
    Ok(rows.into_iter().map(|(period, is_written)| (period, is_written == 1)).collect())
}

/// Those who decide at a client, or asked for it, and about whom it was not yet decided whether they are written to now, with
/// the month.
///
/// # Errors
/// Broken when the database says so.
pub fn due(work: &mut Work<'_>, limit: i64) -> Result<Vec<(Id<Contact>, Period)>> {
    let zone = organization::rows::get(work.connection)?.zone;
    let Some(month) = due_month(work.now, &zone) else { return Ok(Vec::new()) };
    let of_month = report_posting::table.filter(report_posting::period.eq(month.to_string()));
    let decided: HashSet<Id<Contact>> =
        of_month.select(report_posting::contact_id).load(work.connection)?.into_iter().collect();
    let asking: HashSet<Id<Contact>> = subscription::rows::everybody(work.connection)?.into_iter().collect();
    let there: Vec<(Id<Contact>, Standing)> = contact::table
        .inner_join(client::table)
        .filter(contact::left_at.is_null())
        .filter(client::left_at.is_null())
        .order(contact::id)
        .select((contact::id, contact::standing))
        .load(work.connection)?;
    let written = |(id, standing): &(Id<Contact>, Standing)| {
        !decided.contains(id) && (*standing == Standing::DecisionMaker || asking.contains(id))
    };
    let due = there.into_iter().filter(written).map(|(id, _)| (id, month));
    Ok(due.take(usize::try_from(limit).unwrap_or(usize::MAX)).collect())
}
