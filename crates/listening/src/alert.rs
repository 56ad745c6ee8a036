//! Alerts: who of ours is told that a promise needs somebody, up a ladder until it is kept.

pub mod came_back;
pub mod jobs;
mod letters;
mod link;
mod pages;
pub mod rows;
mod rules;

pub use rules::Alert;

use agreement::contract::Severity;
use calling::Note;
use calling::ladder::{Rung, Way, Whom};
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Id, Result};
use people::site::{self, Site};
use people::staff::{self, Role, StaffMember};
use people::work::{Done, Work};
use serde_json::json;

use crate::concern::{self, Case, Concern, State, may_own};
use crate::promise::Promise;

/// Staff were told that a promise needs somebody.
pub const TOLD: Deed = Deed("concern.told_staff");

/// A letter about it did not arrive.
pub const LETTER_CAME_BACK: Deed = Deed("concern.letter_came_back");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/alerts/{token}", pages::ask).post("/alerts/{token}", pages::acknowledge)
}

/// Tells whoever the ladder names by now, each of them once by each way, and finds when the next is
/// to be told.
///
/// # Errors
/// Not found out of reach; broken when the database says so.
pub fn tell(work: &mut Work<'_>, id: &Id<Concern>) -> Result<Done<()>> {
    let mut case = concern::rows::case(work, id)?;
    let rungs = case.climb(work.now);
    let site = site::rows::any(work.connection, &case.concern.site_id)?;
    let earlier = rows::alerts_of(work.connection, id)?;
    let mut telling = Telling { case: &case, site: &site, earlier, told: Vec::new(), names: Vec::new() };
    let mut reached: Vec<(Whom, Way)> = Vec::new();
    for (promise, rung) in rungs {
        // After a server was down one telling can climb many rungs with the same people.
        if !reached.contains(&(rung.whom, rung.by)) {
            reached.push((rung.whom, rung.by));
            telling.climb(work, &promise, rung)?;
        }
    }
    let Telling { told, names, .. } = telling;
    rows::save(work.connection, &case, &told)?;
    work.done(TOLD, id.as_str(), (None, &json!({ "told": names })), ())
}

/// What is told at one time about one concern.
struct Telling<'a> {
    case: &'a Case,
    site: &'a Site,
    /// Who was told before.
    earlier: Vec<Alert>,
    /// Who is told now.
    told: Vec<Alert>,
    names: Vec<String>,
}

impl Telling<'_> {
    /// Tells everybody on a rung.
    fn climb(&mut self, work: &mut Work<'_>, promise: &Promise, rung: Rung) -> Result<()> {
        for member in on_rung(work, self.case, rung.whom)? {
            let way = self.way(work, promise, &member, rung.by)?;
            let Some(way) = way else { continue };
            self.told.push(Alert::told((&self.case.concern, promise), rung.whom, (&member, way), work.now));
            self.names.push(member.name);
        }
        Ok(())
    }

    /// By which way somebody is reached on a rung; none when they were by now. Whoever no device
    /// reaches is written to.
    fn way(&self, work: &mut Work<'_>, promise: &Promise, member: &StaffMember, wanted: Way) -> Result<Option<Way>> {
        let concern = &self.case.concern;
        let was = |way| self.told.iter().any(|alert| alert.staff_id == member.id && alert.way == way);
        if wanted == Way::Push {
            if was(Way::Push) {
                return Ok(None);
            }
            let urgent = concern.severity == Severity::S1;
            let note = Note {
                about_id: concern.id.as_str(),
                title: if urgent { "push-title-urgent" } else { "push-title" },
                about: &concern.number,
                site: &self.site.name,
                path: &format!("/concerns/{}", concern.id),
                urgent,
                can_be_heard: concern.state == State::New,
            };
            if calling::reach_by_push(work, member, &note)? {
                return Ok(Some(Way::Push));
            }
        }
        let just_now = |alert: &Alert| alert.is_letter_just_now(promise, member, work.now);
        if was(Way::Letter) || self.earlier.iter().any(just_now) {
            return Ok(None);
        }
        letters::told(work, (concern, self.site), promise, member)?;
        Ok(Some(Way::Letter))
    }
}

/// The people on a rung who may read the concern.
fn on_rung(work: &mut Work<'_>, case: &Case, whom: Whom) -> Result<Vec<StaffMember>> {
    let concern = &case.concern;
    let mut members = match whom {
        Whom::Owner => vec![staff::rows::find(work.connection, &concern.owner_id)?],
        Whom::Supervisors => calling::duty::rows::on_duty(work.connection, &concern.site_id, work.now)?,
        Whom::AccountManagers => staff::rows::with_role(work.connection, Role::AccountManager)?,
        Whom::Administrators => staff::rows::with_role(work.connection, Role::Administrator)?,
    };
    let protected = concern.protected_at.is_some();
    members.retain(|member| may_own(member, protected) && concern.about_id.as_ref() != Some(&member.id));
    Ok(members)
}
