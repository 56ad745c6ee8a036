//! Tasks: what is to be done for a renewal before notice can be given, each with an owner and a day.

pub mod jobs;
mod letters;
mod pages;
pub mod rows;
mod rules;

pub use rules::{Kind, NewTask, Task, WORDS_LETTERS};

use agreement::contract::{self, Contract};
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Day, Error, Id, Result};
use people::organization;
use people::site;
use people::staff::{self, StaffMember};
use people::work::{Done, Work};
use serde_json::json;

use crate::renewal::{self, Term};

/// Somebody planned a task.
pub const PLANNED: Deed = Deed("renewal.task_planned");
/// The clock planned what is usual for a term.
pub const TERM_PLANNED: Deed = Deed("renewal.term_planned");
/// A task was done.
pub const DONE: Deed = Deed("renewal.task_done");
/// The owner of a task was reminded.
pub const REMINDED: Deed = Deed("renewal.task_reminded");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/renewal-tasks/{id}", pages::show).post("/renewal-tasks/{id}/done", pages::complete)
}

/// One task of somebody's own, or of a contract within the reach of those who answer for contracts.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Task>) -> Result<Task> {
    let found = rows::any(work.connection, id)?;
    if found.owner_id.as_str() != work.me.actor.id {
        if !renewal::answers_for_contracts(work.me) {
            return Err(Error::NotFound);
        }
        contract::rows::find(work, &found.contract_id)?;
    }
    Ok(found)
}

/// Plans a task for the term of a contract that comes to its end next.
///
/// # Errors
/// Not found out of reach; refused when the contract has no end or is over, when the day does not fit, or when whoever should
/// see to it has left.
pub fn plan(work: &mut Work<'_>, contract_id: &Id<Contract>, new: &NewTask) -> Result<Done<Id<Task>>> {
    let contract = contract::rows::find(work, contract_id)?;
    let today = organization::day(work.connection, work.now)?;
    let term = renewal::term_of(work.connection, &contract, today)?.ok_or(Error::refused("renewal-no-end"))?;
    if !contract.is_in_force(today) {
        return Err(Error::refused("renewal-over"));
    }
    let owner = staff::rows::find(work.connection, &new.owner_id).map_err(|_| Error::refused("renewal-owner-left"))?;
    if owner.left_at.is_some() {
        return Err(Error::refused("renewal-owner-left"));
    }
    let task = Task::planned(contract_id, term, new, today)?;
    rows::insert(work.connection, &task)?;
    work.done(PLANNED, contract_id.as_str(), (None, &task), task.id.clone())
}

/// A task was done, and what came of it.
///
/// # Errors
/// Not found out of reach; refused when it was done before, or changed since it was looked at.
pub fn complete(work: &mut Work<'_>, id: &Id<Task>, seen: i64, words: &str) -> Result<Done<()>> {
    let before = find(work, id)?;
    let after = before.clone().done(seen, words, (&work.me.actor.name, work.now))?;
    rows::save(work.connection, &after)?;
    // The kind and the day stand in the entry also when they did not change: its subject is the contract.
    let change = json!({ "task": after.id, "kind": after.kind, "due_on": after.due_on, "words": words });
    work.done(DONE, after.contract_id.as_str(), (None, &change), ())
}

/// Plans what is usual for the term of a contract, once.
///
/// # Errors
/// Refused when it is planned, or nobody can see to it.
pub(crate) fn plan_term(work: &mut Work<'_>, contract_id: &Id<Contract>) -> Result<Done<()>> {
    let contract = contract::rows::any(work.connection, contract_id)?;
    let today = organization::day(work.connection, work.now)?;
    let term = renewal::term_of(work.connection, &contract, today)?.ok_or(Error::refused("renewal-no-end"))?;
    let missing = missing(&term, contract_id, &rows::planned_from(work.connection, term.ends_on)?, today);
    let owner = owner(work, &contract)?.ok_or(Error::refused("renewal-owner-left"))?;
    if missing.is_empty() {
        return Err(Error::refused("renewal-task-over"));
    }
    let mut planned = Vec::new();
    for (kind, due_on) in missing {
        let new = NewTask { kind, headline: String::new(), owner_id: owner.clone(), due_on };
        let task = Task::planned(contract_id, term, &new, today)?;
        rows::insert(work.connection, &task)?;
        planned.push(task);
    }
    let change = json!({ "term_ends_on": term.ends_on, "tasks": planned });
    work.done(TERM_PLANNED, contract_id.as_str(), (None, &change), ())
}

type Planned = std::collections::HashSet<(Id<Contract>, Day, Kind)>;

/// What is usual for a term, and not planned yet.
fn missing(term: &Term, contract_id: &Id<Contract>, planned: &Planned, today: Day) -> Vec<(Kind, Day)> {
    if !rules::is_planned(term, today) {
        return Vec::new();
    }
    let is_new = |(kind, _): &(Kind, Day)| !planned.contains(&(contract_id.clone(), term.ends_on, *kind));
    rules::usual(term, today).into_iter().filter(is_new).collect()
}

/// Whoever sees to what is usual: the owner of the client's first site whose owner is still with us.
fn owner(work: &mut Work<'_>, contract: &Contract) -> Result<Option<Id<StaffMember>>> {
    for site in site::rows::all_of(work.connection, &contract.client_id)? {
        if site.closed_at.is_none() && staff::rows::find(work.connection, &site.owner_id)?.left_at.is_none() {
            return Ok(Some(site.owner_id));
        }
    }
    Ok(None)
}

/// Reminds the owner of a task.
///
/// # Errors
/// Refused when that was done.
pub(crate) fn remind(work: &mut Work<'_>, id: &Id<Task>) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    let today = organization::day(work.connection, work.now)?;
    let after = before.clone().reminded(today)?;
    letters::remind(work, &after, today)?;
    rows::reminded(work.connection, &after)?;
    let change = json!({ "task": after.id, "kind": after.kind, "due_on": after.due_on, "owner_id": after.owner_id });
    work.done(REMINDED, after.contract_id.as_str(), (None, &change), ())
}
