//! What the clock does: it finds out how memories fade.

use ground::{App, Id, Moment, Result};
use people::door::Door;
use people::staff::StaffMember;

use super::{FEWEST_OF_COMPANY, FEWEST_OF_OFFICER, Trial, rows};
use crate::card::{self, Forgetting};

/// It is tried again when there are so many more reviews than the last time, in percent.
const MORE_PERCENT: i64 = 10;

/// Tries new weights for the company, and for each officer who answered enough. What is reckoned holds up nobody who
/// writes.
///
/// # Errors
/// Broken when the database says so.
pub fn fit(app: &App, now: Moment, _payload: &str) -> Result<()> {
    fit_one(app, now, None)?;
    let officers = Door::of_system(app, now).read(|work| card::rows::officers(work.connection))?;
    officers.iter().try_for_each(|officer| fit_one(app, now, Some(officer)))
}

fn fit_one(app: &App, now: Moment, staff_id: Option<&Id<StaffMember>>) -> Result<()> {
    let door = Door::of_system(app, now);
    let fewest = if staff_id.is_some() { FEWEST_OF_OFFICER } else { FEWEST_OF_COMPANY };
    let read = door.read(|work| {
        // Of very many only some are fitted, and yet all are counted: else it would be time every day.
        let of = staff_id.map_or(rows::COMPANY, Id::as_str);
        let (reviews, tried) = (rows::reviews(work.connection, staff_id)?, rows::reviews_tried(work.connection, of)?);
        let enough = usize::try_from(reviews).unwrap_or(0) >= fewest;
        if !enough || reviews * 100 < tried * (100 + MORE_PERCENT) {
            return Ok(None);
        }
        let before = match staff_id {
            Some(one) => super::of_staff(work.connection, one)?,
            None => rows::weights(work.connection, of)?.and_then(|own| Forgetting::of(&own)).unwrap_or_default(),
        };
        Ok(Some((rows::histories(work.connection, staff_id, rows::MOST_REVIEWS)?, before, reviews)))
    })?;
    let Some((histories, before, reviews)) = read else { return Ok(()) };
    let Some(trial) = Trial::of(&histories, &before, fewest) else { return Ok(()) };
    let trial = Trial { reviews, ..trial };
    let of = staff_id.cloned();
    door.write(move |work| super::keep(work, of.as_ref(), &trial))
}
