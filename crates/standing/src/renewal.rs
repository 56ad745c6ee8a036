//! Renewals: until when notice can be given, and what was done before it.

pub mod rows;
mod rules;

pub use rules::Term;

use agreement::contract::Contract;
use ground::db::DbConnection;
use ground::{Day, Id, Result};

/// A contract, and the last day on which notice can be given next; none where it has no end.
///
/// # Errors
/// Broken when the database says so.
pub fn next_term(
    connection: &mut DbConnection,
    contract: &Contract,
    today: Day,
) -> Result<(Id<Contract>, Option<Day>)> {
    let months = rows::renews_months(connection, &contract.id)?;
    Ok((contract.id.clone(), Term::next(contract, months, today).map(|term| term.notice_by)))
}
