//! What later slices may read of adjustments: what was changed because of what was told, and what is being prepared.

use std::collections::HashMap;

use briefing::facts::{Confirmed, confirmed_of};
use ground::{Id, Result};
use listening::concern::Concern;
use listening::facts::period::{Of, numbers};
use listening::measure::State;
use people::work::Work;

use crate::adjustment::{self, Adjustment};
use crate::outcome::{self, Verdict};

/// A change, with what it answers and whether it worked.
#[derive(Debug, Clone)]
pub struct Changed {
    /// The change.
    pub adjustment: Adjustment,
    /// What it answers, as far as whoever asks may read it: names and numbers of concerns.
    pub because: Vec<(Id<Concern>, String)>,
    /// How many officers have confirmed the orders that it changed, while these are in force.
    pub confirmed: Option<Confirmed>,
    /// Whether it worked, as those who told us say.
    pub verdict: Verdict,
}

/// The changes that took force in a span, the earliest first: so many of them, and how many there are in all. Whoever asks
/// finds those that hang on the board, and those that answer something that they may read.
///
/// # Errors
/// Broken when the database says so.
pub fn changed(work: &mut Work<'_>, of: &Of, limit: usize) -> Result<(Vec<Changed>, usize)> {
    let all = adjustment::rows::took_force(work.connection, of)?;
    let mut found = seen(work, all, of)?;
    let count = found.len();
    found.truncate(limit);
    let whole = |(adjustment, because): (Adjustment, Vec<_>)| {
        let confirmed = match &adjustment.revision_id {
            Some(revision) => confirmed_of(work, revision)?,
            None => None,
        };
        let verdict = Verdict::of(&outcome::of_those_who_told_us(work, &adjustment)?);
        Ok(Changed { adjustment, because, confirmed, verdict })
    };
    Ok((found.into_iter().map(whole).collect::<Result<_>>()?, count))
}

/// The changes that were opened before the end of a span and are being prepared, the first due first; found as [`changed`].
///
/// # Errors
/// Broken when the database says so.
pub fn planned(work: &mut Work<'_>, of: &Of, limit: usize) -> Result<(Vec<Adjustment>, usize)> {
    let all = adjustment::rows::planned_by(work.connection, of)?;
    let mut found = seen(work, all, of)?;
    let count = found.len();
    found.truncate(limit);
    Ok((found.into_iter().map(|(adjustment, _)| adjustment).collect(), count))
}

type Seen = (Adjustment, Vec<(Id<Concern>, String)>);

/// Those of which whoever asks may know, with the concerns that they may read.
fn seen(work: &mut Work<'_>, mut all: Vec<Adjustment>, of: &Of) -> Result<Vec<Seen>> {
    all.retain(|one| work.me.reach.has_site(&of.client_id, &one.site_id));
    let ids: Vec<Id<Adjustment>> = all.iter().map(|one| one.id.clone()).collect();
    let answers = adjustment::rows::concerns_of_all(work.connection, &ids)?;
    let concerns: Vec<Id<Concern>> = answers.iter().map(|(_, concern)| concern.clone()).collect();
    let numbers = numbers(work, &concerns)?;
    let mut because: HashMap<Id<Adjustment>, Vec<(Id<Concern>, String)>> = HashMap::new();
    for (adjustment, concern) in answers {
        if let Some(number) = numbers.get(&concern) {
            because.entry(adjustment).or_default().push((concern, number.clone()));
        }
    }
    let known = |one: Adjustment| {
        let because = because.remove(&one.id).unwrap_or_default();
        let hangs = one.board_at.is_some() && one.state == State::InForce;
        (hangs || !because.is_empty()).then_some((one, because))
    };
    Ok(all.into_iter().filter_map(known).collect())
}
