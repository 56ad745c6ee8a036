//! SQL for renewals.

use agreement::contract::Contract;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Moment, Result};

use crate::schema::{renewal, renewal_task};

/// For how many months a contract renews itself, where nobody said otherwise.
pub const USUAL_MONTHS: i64 = 12;

/// For how many months a contract renews itself.
///
/// # Errors
/// Broken when the database says so.
pub fn renews_months(connection: &mut DbConnection, contract_id: &Id<Contract>) -> Result<i64> {
    let months = renewal::table.find(contract_id).select(renewal::renews_months).first(connection).optional()?;
    Ok(months.unwrap_or(USUAL_MONTHS))
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
