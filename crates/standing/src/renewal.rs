//! Renewals: until when notice can be given, what comes up before it, and how a term ended.

mod board;
mod pages;
pub mod rows;
mod rules;

pub(crate) use board::running;
pub(crate) use rules::day;
pub use rules::{Cause, Decided, NewOutcome, NewOutlook, Outcome, Outlook, Term, WORDS_LETTERS, money};

use std::collections::HashMap;

use agreement::contract::{self, Contract};
use ground::db::DbConnection;
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Day, Id, Result};
use people::Me;
use people::organization;
use people::staff::Role;
use people::work::{Done, Work};

/// What is known of a contract beyond what was agreed was changed.
pub const OUTLOOK_CHANGED: Deed = Deed("renewal.outlook_changed");
/// It was written down how a term ended.
pub const DECIDED: Deed = Deed("renewal.decided");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/renewals", pages::board::list)
        .get("/renewals.csv", pages::file::file)
        .get("/renewals.parquet", pages::file::file)
        .get("/contracts/{id}/renewal", pages::show)
        .post("/contracts/{id}/renewal", pages::change)
        .post("/contracts/{id}/renewal/outcome", pages::decide)
        .post("/contracts/{id}/renewal/tasks", pages::plan)
}

/// Whether somebody answers for what was agreed with clients, so that they may look at what it is worth.
pub(crate) fn answers_for_contracts(me: &Me) -> bool {
    me.has_role(&[Role::AccountManager, Role::Administrator])
}

/// A contract, and the last day on which notice can be given next; none where it has no end.
///
/// # Errors
/// Broken when the database says so.
pub fn next_term(
    connection: &mut DbConnection,
    contract: &Contract,
    today: Day,
) -> Result<(Id<Contract>, Option<Day>)> {
    Ok((contract.id.clone(), term_of(connection, contract, today)?.map(|term| term.notice_by)))
}

/// The term of a contract that comes to its end next; none where it has no end.
pub(crate) fn term_of(connection: &mut DbConnection, contract: &Contract, today: Day) -> Result<Option<Term>> {
    let months = rows::renews_months(connection, &contract.id)?;
    Ok(Term::next(contract, months, today))
}

/// For how many months a contract renews itself, of what is known of all.
pub(crate) fn months_in(outlooks: &HashMap<Id<Contract>, Outlook>, id: &Id<Contract>) -> i64 {
    outlooks.get(id).map_or(rules::USUAL_MONTHS, |outlook| outlook.renews_months)
}

/// Changes what is known of a contract beyond what was agreed.
///
/// # Errors
/// Not found out of reach; refused when somebody else changed it since it was looked at.
pub fn change(work: &mut Work<'_>, id: &Id<Contract>, new: &NewOutlook, version: i64) -> Result<Done<()>> {
    contract::rows::find(work, id)?;
    let before = rows::outlook(work.connection, id)?;
    let after = before.clone().changed(new, version)?;
    rows::save(work.connection, &after)?;
    let before = (before.version > 0).then_some(&before);
    work.done(OUTLOOK_CHANGED, id.as_str(), (before, &after), ())
}

/// Writes down how a term of a contract ended. A contract that was lost ends by `contract::end`, on its own day.
///
/// # Errors
/// Not found out of reach; refused when the contract has no such term, or when it was written down before.
pub fn decide(work: &mut Work<'_>, id: &Id<Contract>, new: &NewOutcome) -> Result<Done<()>> {
    let contract = contract::rows::find(work, id)?;
    let today = organization::day(work.connection, work.now)?;
    let months = rows::renews_months(work.connection, id)?;
    let decided = Decided::of(&contract, &Term::around(&contract, months, today), new)?;
    rows::insert_outcome(work, &decided)?;
    work.done(DECIDED, id.as_str(), (None, &decided), ())
}
