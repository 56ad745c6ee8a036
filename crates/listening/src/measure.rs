//! Measures: what is changed because of a concern, as far as whoever told us is told of it. A later
//! slice knows the rest, and does these verbs within its own.

pub mod rows;
mod rules;

pub use rules::{Measure, State};

use agreement::contract::Limit;
use ground::entry::{Actor, Deed};
use ground::{Id, Result};
use people::work::{Done, Work};

use crate::concern::{self, Concern, change, change_saying, letters};
use crate::conversation;

/// Something will be changed because of it.
pub const PLANNED: Deed = Deed("concern.measure_planned");
/// What was changed because of it is in force.
pub const ADJUSTED: Deed = Deed("concern.adjusted");
/// What was planned because of it will not be done.
pub const DROPPED: Deed = Deed("concern.measure_dropped");

/// Something will be changed because of a concern, within a limit that is promised.
///
/// # Errors
/// Not found out of reach; refused when it is closed, or praise.
pub fn plan(work: &mut Work<'_>, id: &Id<Concern>, measure: &Measure, limit: Limit) -> Result<Done<()>> {
    let done = change(work, (id, None), PLANNED, None, |case, now| case.plan_measure(limit, now))?;
    rows::save(work.connection, id, measure)?;
    Ok(done)
}

/// What was changed is in force, and whoever told us is told so, by one of ours and in these words.
/// After a while they are asked whether it worked.
///
/// # Errors
/// Not found out of reach; refused when it is closed, or praise.
pub fn put_in_force(
    work: &mut Work<'_>,
    id: &Id<Concern>,
    (measure, words, by): (&Measure, &str, &Actor),
    check_back_after: Limit,
) -> Result<Done<()>> {
    rows::save(work.connection, id, measure)?;
    let last = rows::planned(work.connection, id)? == 0;
    let adjust = |case: &mut concern::Case, now| case.adjust(check_back_after, last, now);
    let say = |work: &mut Work<'_>, concern: &Concern| conversation::add_by(work, concern, by, words).map(Some);
    let done = change_saying(work, (id, None), ADJUSTED, say, adjust)?;
    let concern = concern::rows::find(work, id)?;
    letters::news(work, &concern, words)?;
    Ok(done)
}

/// How far a measure has come because of a concern that is closed: it is noted, and nobody is told again.
///
/// # Errors
/// Not found out of reach.
pub fn note(work: &mut Work<'_>, id: &Id<Concern>, measure: &Measure) -> Result<()> {
    concern::rows::find(work, id)?;
    rows::save(work.connection, id, measure)
}

/// What was planned will not be done; whoever told us is told so by what is said to them.
///
/// # Errors
/// Not found out of reach; refused when it is closed.
pub fn give_up(work: &mut Work<'_>, id: &Id<Concern>, measure: &Measure) -> Result<Done<()>> {
    rows::save(work.connection, id, measure)?;
    let last = rows::planned(work.connection, id)? == 0;
    change(work, (id, None), DROPPED, None, |case, now| case.drop_measure(last, now))
}
