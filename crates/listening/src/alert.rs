//! Alerts: who of ours is told that a promise needs somebody, up a ladder until it is kept.

pub mod came_back;
pub mod jobs;
mod letters;
pub mod rows;
mod rules;

pub use rules::{Alert, Rung, Whom, rung, rung_at};

use ground::entry::Deed;
use ground::{Id, Result};
use people::site;
use people::staff::{self, Role, StaffMember};
use people::work::{Done, Work};
use serde_json::json;

use crate::concern::{self, Case, Concern, may_own};

/// Staff were told that a promise needs somebody.
pub const TOLD: Deed = Deed("concern.told_staff");

/// A letter about it did not arrive.
pub const LETTER_CAME_BACK: Deed = Deed("concern.letter_came_back");

/// Tells whoever the ladder names by now, each of them once, and finds when the next is to be told.
///
/// # Errors
/// Not found out of reach; broken when the database says so.
pub fn tell(work: &mut Work<'_>, id: &Id<Concern>) -> Result<Done<()>> {
    let mut case = concern::rows::case(work, id)?;
    let rungs = case.climb(work.now);
    let site = site::rows::any(work.connection, &case.concern.site_id)?;
    let (mut reached, mut told): (Vec<Whom>, Vec<StaffMember>) = (Vec::new(), Vec::new());
    let mut alerts = Vec::new();
    for (promise, rung) in rungs {
        // After a server was down one telling can climb many rungs with the same people.
        if reached.contains(&rung.whom) {
            continue;
        }
        reached.push(rung.whom);
        for member in whom(work, &case, rung.whom)? {
            if !told.iter().any(|other| other.id == member.id) {
                alerts.push(Alert::told(&case.concern, &promise, rung.whom, &member, work.now));
                letters::told(work, (&case.concern, &site), &promise, &member)?;
                told.push(member);
            }
        }
    }
    rows::save(work.connection, &case, &alerts)?;
    let names: Vec<&str> = told.iter().map(|member| member.name.as_str()).collect();
    work.done(TOLD, id.as_str(), (None, &json!({ "told": names })), ())
}

/// The people on a rung who may read the concern.
fn whom(work: &mut Work<'_>, case: &Case, whom: Whom) -> Result<Vec<StaffMember>> {
    let concern = &case.concern;
    let mut members = match whom {
        Whom::Owner => vec![staff::rows::find(work.connection, &concern.owner_id)?],
        Whom::Supervisors => staff::rows::looking_after(work.connection, &concern.site_id)?,
        Whom::AccountManagers => staff::rows::with_role(work.connection, Role::AccountManager)?,
        Whom::Administrators => staff::rows::with_role(work.connection, Role::Administrator)?,
    };
    let protected = concern.protected_at.is_some();
    members.retain(|member| may_own(member, protected) && concern.about_id.as_ref() != Some(&member.id));
    Ok(members)
}
