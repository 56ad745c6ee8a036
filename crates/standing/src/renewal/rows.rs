//! SQL for renewals.

use std::collections::{HashMap, HashSet};

use agreement::contract::Contract;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Day, Error, Id, Moment, Result};
use people::client::Client;
use people::work::Work;

pub(crate) use super::rules::USUAL_MONTHS;
use super::{Cause, Decided, Outcome, Outlook};
use crate::schema::{renewal, renewal_outcome, renewal_task};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = renewal, treat_none_as_null = true)]
struct Row {
    contract_id: Id<Contract>,
    value_cents: Option<i64>,
    currency: String,
    renews_months: i64,
    review_on: Option<String>,
    words: String,
    version: i64,
}

impl Row {
    fn of(outlook: &Outlook, version: i64) -> Self {
        let one = outlook.clone();
        Self {
            contract_id: one.contract_id,
            value_cents: one.value_cents,
            currency: one.currency,
            renews_months: one.renews_months,
            review_on: one.review_on.map(|day| day.to_string()),
            words: one.words,
            version,
        }
    }

    fn read(self) -> Result<Outlook> {
        Ok(Outlook {
            contract_id: self.contract_id,
            value_cents: self.value_cents,
            currency: self.currency,
            renews_months: self.renews_months,
            review_on: self.review_on.as_deref().map(read_day).transpose()?,
            words: self.words,
            version: self.version,
        })
    }
}

/// A day as rows hold it.
pub(crate) fn read_day(text: &str) -> Result<Day> {
    text.parse().map_err(|_| Error::broken("a row holds no day"))
}

/// For how many months a contract renews itself.
///
/// # Errors
/// Broken when the database says so.
pub fn renews_months(connection: &mut DbConnection, contract_id: &Id<Contract>) -> Result<i64> {
    let months = renewal::table.find(contract_id).select(renewal::renews_months).first(connection).optional()?;
    Ok(months.unwrap_or(USUAL_MONTHS))
}

/// What is known of a contract; the usual, where nobody said anything.
///
/// # Errors
/// Broken when the database says so.
pub fn outlook(connection: &mut DbConnection, contract_id: &Id<Contract>) -> Result<Outlook> {
    let row = renewal::table.find(contract_id).select(Row::as_select()).first::<Row>(connection).optional()?;
    row.map_or_else(|| Ok(Outlook::usual(contract_id)), Row::read)
}

/// What is known of every contract of which somebody said something.
///
/// # Errors
/// Broken when the database says so.
pub fn outlooks(connection: &mut DbConnection) -> Result<HashMap<Id<Contract>, Outlook>> {
    let rows: Vec<Row> = renewal::table.select(Row::as_select()).load(connection)?;
    rows.into_iter().map(|row| Ok((row.contract_id.clone(), row.read()?))).collect()
}

/// Saves what is known of a contract, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Outlook) -> Result<()> {
    let row = Row::of(changed, changed.version + 1);
    if changed.version == 0 {
        let inserted = diesel::insert_into(renewal::table).values(row).execute(connection).map_err(Error::from);
        let taken = |error: Error| if error.is_duplicate() { Error::refused("changed-meanwhile") } else { error };
        return inserted.map(|_| ()).map_err(taken);
    }
    let kept = renewal::table.find(&changed.contract_id).filter(renewal::version.eq(changed.version));
    let saved = diesel::update(kept).set(row).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}

/// When we last met about a contract, by a moment.
///
/// # Errors
/// Broken when the database says so.
pub fn reviewed_at(connection: &mut DbConnection, contract_id: &Id<Contract>, at: Moment) -> Result<Option<Moment>> {
    let meetings = renewal_task::table
        .filter(renewal_task::contract_id.eq(contract_id))
        .filter(renewal_task::kind.eq("review_meeting"))
        .filter(renewal_task::done_at.le(at));
    let last = meetings.order(renewal_task::done_at.desc()).select(renewal_task::done_at);
    Ok(last.first::<Option<Moment>>(connection).optional()?.flatten())
}

/// The terms at whose end a client was lost: of which contract, and when they ended.
///
/// # Errors
/// Broken when the database says so.
pub fn lost_terms(connection: &mut DbConnection) -> Result<HashSet<(Id<Contract>, String)>> {
    let lost = renewal_outcome::table.filter(renewal_outcome::outcome.eq("lost"));
    let terms = lost.select((renewal_outcome::contract_id, renewal_outcome::term_ends_on));
    Ok(terms.load::<(Id<Contract>, String)>(connection)?.into_iter().collect())
}

/// How a term ended, and who wrote it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// How it ended.
    pub decided: Decided,
    /// When it was written down.
    pub entered_at: Moment,
    /// By whom, by name.
    pub entered_by: String,
}

/// How the terms of a contract ended, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn outcomes(connection: &mut DbConnection, contract_id: &Id<Contract>) -> Result<Vec<Kept>> {
    type Found = (Id<Decided>, Id<Contract>, Id<Client>, String, Outcome, Cause, String, String, Moment, String);
    let theirs = renewal_outcome::table.filter(renewal_outcome::contract_id.eq(contract_id));
    let rows: Vec<Found> = theirs.order(renewal_outcome::term_ends_on.desc()).load(connection)?;
    let read = |(id, contract_id, client_id, ends_on, outcome, reason, words, decided_on, entered_at, entered_by)| {
        let (ends_on, decided_on): (String, String) = (ends_on, decided_on);
        let (term_ends_on, decided_on) = (read_day(&ends_on)?, read_day(&decided_on)?);
        let decided = Decided { id, contract_id, client_id, term_ends_on, outcome, reason, words, decided_on };
        Ok(Kept { decided, entered_at, entered_by })
    };
    rows.into_iter().map(read).collect()
}

/// Adds how a term ended.
///
/// # Errors
/// Refused when that was written down before.
pub fn insert_outcome(work: &mut Work<'_>, new: &Decided) -> Result<()> {
    let inserted = diesel::insert_into(renewal_outcome::table)
        .values((
            renewal_outcome::id.eq(&new.id),
            renewal_outcome::contract_id.eq(&new.contract_id),
            renewal_outcome::client_id.eq(&new.client_id),
            renewal_outcome::term_ends_on.eq(new.term_ends_on.to_string()),
            renewal_outcome::outcome.eq(new.outcome),
            renewal_outcome::reason.eq(new.reason),
            renewal_outcome::words.eq(&new.words),
            renewal_outcome::decided_on.eq(new.decided_on.to_string()),
            renewal_outcome::entered_at.eq(work.now),
            renewal_outcome::entered_by.eq(&work.me.actor.name),
        ))
        .execute(work.connection)
        .map_err(Error::from);
    let taken = |error: Error| if error.is_duplicate() { Error::refused("renewal-decided-before") } else { error };
    inserted.map(|_| ()).map_err(taken)
}
