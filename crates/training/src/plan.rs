//! Plans: what an officer should practise next, and why. The clock makes them of what was said of a site, for everybody
//! who stood there, and of what an officer missed; a trainer adds what they think. They end by themselves.

mod gather;
pub mod jobs;
mod pages;
pub mod rows;
mod rules;

pub(crate) use rules::DAYS;
pub use rules::{Item, NewItem, Proposed, Reason};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::organization;
use people::staff::{self, StaffMember};
use people::work::{Done, Work};
use serde_json::json;

/// The clock set what an officer should practise next.
pub const SET: Deed = Deed("plan.set");
/// A trainer added something.
pub const ADDED: Deed = Deed("plan.added");
/// Something is to be practised no more.
pub const ENDED: Deed = Deed("plan.ended");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/me/plan", pages::mine)
        .get("/staff/{id}/plan", pages::of)
        .post("/staff/{id}/plan", pages::add)
        .post("/plan-items/{id}/ending", pages::end)
}

/// Sets what an officer should practise next, as far as it is not there.
///
/// # Errors
/// Refused when nothing is to be set, as when that was done.
pub(crate) fn set(work: &mut Work<'_>, (staff_id, proposed): &(Id<StaffMember>, Vec<Proposed>)) -> Result<Done<()>> {
    let today = organization::day(work.connection, work.now)?;
    let all = rows::of_staff(work.connection, staff_id)?;
    let items = rules::due(proposed, &all, (staff_id, today, work.now));
    for item in &items {
        rows::insert(work.connection, item)?;
    }
    if !prefer(work, staff_id)? && items.is_empty() {
        return Err(Error::refused("plan-is-set"));
    }
    work.done(SET, staff_id.as_str(), (None, &json!({ "items": items })), ())
}

/// A trainer adds something that an officer should practise.
///
/// # Errors
/// Not found when there is no such officer; refused when they left, when the day does not fit, or when it is there.
pub fn add(work: &mut Work<'_>, staff_id: &Id<StaffMember>, new: &NewItem) -> Result<Done<Id<Item>>> {
    if staff::rows::find(work.connection, staff_id)?.left_at.is_some() {
        return Err(Error::refused("plan-officer-left"));
    }
    let today = organization::day(work.connection, work.now)?;
    let item = Item::added(staff_id, new, (today, work.now))?;
    let open = rows::of_staff(work.connection, staff_id)?;
    if open.iter().any(|one| one.is_open() && one.reason == Reason::Trainer && one.competency == item.competency) {
        return Err(Error::refused("plan-is-there"));
    }
    rows::insert(work.connection, &item)?;
    prefer(work, staff_id)?;
    work.done(ADDED, item.id.as_str(), (None, &item), item.id.clone())
}

/// Something is to be practised no more: its time is over, or a trainer says so.
///
/// # Errors
/// Not found; refused when that was done before.
pub fn end(work: &mut Work<'_>, id: &Id<Item>) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let after = before.clone().ended(work.now)?;
    rows::save(work.connection, &after)?;
    prefer(work, &after.staff_id)?;
    work.done(ENDED, id.as_str(), (Some(&before), &after), ())
}

/// Tells practice what an officer's new questions should be about; whether that is something else than before. What a
/// supervisor saw and did not see yet is among it, though it stands in no plan: nobody but the officer reads it there.
fn prefer(work: &mut Work<'_>, staff_id: &Id<StaffMember>) -> Result<bool> {
    let today = organization::day(work.connection, work.now)?;
    let items = rows::of_staff(work.connection, staff_id)?;
    let coached = gather::coached(work, staff_id)?;
    let wanted = rules::preferred(&items, coached.into_iter().map(|one| one.competency), today);
    learning::preferred::keep(work.connection, staff_id, &wanted)
}
