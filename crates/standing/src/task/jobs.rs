//! What the clock does: it plans what is usual before notice can be given, and reminds owners.

use agreement::contract;
use ground::{App, Moment, Result};
use people::organization;
use people::sweep::{each, each_by_today};
use people::work::Work;

use super::{missing, owner, plan_term, remind as remind_one, rows};
use crate::renewal::{self, Term};

/// Plans what is usual for every term in which the last day for notice comes near.
///
/// # Errors
/// Broken when the database says so.
pub fn plan(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, to_plan, plan_term)
}

/// The contracts for which something usual is to be planned and somebody is there to see to it, at most so many.
fn to_plan(work: &mut Work<'_>, most: i64) -> Result<Vec<ground::Id<contract::Contract>>> {
    let today = organization::day(work.connection, work.now)?;
    let outlooks = renewal::rows::outlooks(work.connection)?;
    let planned = rows::planned_from(work.connection, today)?;
    let mut found = Vec::new();
    for (contract, _) in contract::rows::running(work, today)? {
        let months = renewal::months_in(&outlooks, &contract.id);
        let Some(term) = Term::next(&contract, months, today) else { continue };
        let is_new = !missing(&term, &contract.id, &planned, today).is_empty();
        if is_new && owner(work, &contract)?.is_some() {
            found.push(contract.id);
        }
        if i64::try_from(found.len()).unwrap_or(i64::MAX) >= most {
            break;
        }
    }
    Ok(found)
}

/// Reminds the owners of tasks that are due tomorrow, or late.
///
/// # Errors
/// Broken when the database says so.
pub fn remind(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each_by_today(app, now, rows::to_remind, remind_one)
}
