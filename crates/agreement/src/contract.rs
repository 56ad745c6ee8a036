//! Contracts: what was agreed with a client, and until when.

mod approvals;
mod pages;
pub mod promises;
pub mod rows;
mod rules;
pub mod targets;

pub use approvals::{Approvals, Silence};
pub use promises::Promises;
pub use rules::{Contract, NewContract, Renewal};
pub use targets::{Limit, Severity, Span, Step};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Day, Error, Id, Result};
use people::work::{Done, Work};

/// A contract was signed.
pub const SIGNED: Deed = Deed("contract.signed");
/// What was agreed was changed.
pub const CHANGED: Deed = Deed("contract.changed");
/// Somebody ended a contract.
pub const ENDED: Deed = Deed("contract.ended");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/clients/{id}/contracts", pages::list)
        .get("/clients/{id}/contracts/new", pages::new)
        .post("/clients/{id}/contracts", pages::sign)
        .get("/contracts/{id}", pages::show)
        .get("/contracts/{id}/edit", pages::edit)
        .post("/contracts/{id}", pages::change)
        .post("/contracts/{id}/ending", pages::end)
}

/// Signs a contract with a client.
///
/// # Errors
/// Not found when the client is out of reach; refused when we parted ways with it.
pub fn sign(work: &mut Work<'_>, new: &NewContract) -> Result<Done<Id<Contract>>> {
    people::client::rows::find(work, &new.client_id)?.check_stays()?;
    let contract = Contract::signed(new);
    check_stand_in(work, &contract)?;
    rows::insert(work.connection, &contract)?;
    work.done(SIGNED, contract.id.as_str(), (None, &contract), contract.id.clone())
}

/// Changes what was agreed. A promise that was given keeps its time; the new terms are for what is raised from now on.
///
/// # Errors
/// Not found out of reach; refused when somebody else changed it since it was looked at.
pub fn change(work: &mut Work<'_>, id: &Id<Contract>, new: &NewContract, version: i64) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    let after = before.clone().changed(new, version)?;
    check_stand_in(work, &after)?;
    rows::save(work.connection, &after)?;
    work.done(CHANGED, id.as_str(), (Some(&before), &after), ())
}

/// Whoever stands in for those who decide is of the same client, and has not left.
fn check_stand_in(work: &mut Work<'_>, contract: &Contract) -> Result<()> {
    let Some(id) = &contract.approvals.stand_in else { return Ok(()) };
    let stand_in = people::contact::rows::find(work, id)?;
    if stand_in.client_id != contract.client_id || stand_in.left_at.is_some() {
        return Err(Error::refused("contract-stand-in-elsewhere"));
    }
    Ok(())
}

/// Ends a contract for this last day.
///
/// # Errors
/// Not found out of reach; refused when it ends by then anyway, or that is before it began.
pub fn end(work: &mut Work<'_>, id: &Id<Contract>, on: Day) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    let after = before.clone().ended(on)?;
    rows::save(work.connection, &after)?;
    work.done(ENDED, id.as_str(), (Some(&before), &after), ())
}
