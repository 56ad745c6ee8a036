//! Rehearsals: an officer goes through a dialogue, chooses what to say, and is told afterwards what it did.

mod pages;
pub mod rows;
mod rules;

pub use rules::{At, Better, Closing, Outcome, Path, Rehearsal, Standing, Step};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::work::{Done, Work};

use crate::library;

/// An officer began a dialogue.
pub const BEGUN: Deed = Deed("rehearsal.begun");
/// They chose what to say; what it was is not in the record.
pub const STEP: Deed = Deed("rehearsal.step");
/// It came to an end.
pub const ENDED: Deed = Deed("rehearsal.ended");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/rehearsals", pages::list)
        .post("/rehearsals", pages::begin)
        .get("/rehearsals/{id}", pages::show)
        .post("/rehearsals/{id}", pages::choose)
        .get("/rehearsals/{scenario}/picture", pages::picture::show)
        .get("/rehearsals/{scenario}/picture.svg", pages::picture::svg)
}

/// Whoever asks begins a dialogue. One that they began before it was rewritten ends.
///
/// # Errors
/// Not found when there is no such dialogue; refused with [`rules::UNDER_WAY`] when they are in the middle of it.
pub fn begin(work: &mut Work<'_>, scenario: &str) -> Result<Done<Id<Rehearsal>>> {
    let (scenario, digest) = library::scenario(scenario).ok_or(Error::NotFound)?;
    let staff_id = work.me.staff_id();
    if let Some(there) = rows::under_way(work.connection, &staff_id, &scenario.id)? {
        if there.digest == digest {
            return Err(Error::refused(rules::UNDER_WAY));
        }
        rows::save(work.connection, &there.rewritten(work.now))?;
    }
    let rehearsal = Rehearsal::begun(scenario, digest, staff_id, work.now);
    rows::insert(work.connection, &rehearsal)?;
    work.done(BEGUN, rehearsal.id.as_str(), (None, &rehearsal.noted()), rehearsal.id.clone())
}

/// Whoever asks chooses what to say in a scene. Where the dialogue was rewritten since they began it, it ends instead.
///
/// # Errors
/// Not found when it is not theirs; refused with [`rules::WENT_ON`] when they are in another scene or at the end, and in
/// words when there is no such choice.
pub fn choose(work: &mut Work<'_>, id: &Id<Rehearsal>, said: (&str, usize)) -> Result<Done<()>> {
    let before = rows::find(work.connection, &work.me.staff_id(), id)?;
    let after = match before.text() {
        Some(scenario) => before.clone().chose(scenario, said, work.now)?,
        None if before.ended_at.is_none() => before.clone().rewritten(work.now),
        None => return Err(Error::refused(rules::WENT_ON)),
    };
    rows::save(work.connection, &after)?;
    let deed = if after.ended_at.is_some() { ENDED } else { STEP };
    work.done(deed, id.as_str(), (Some(&before.noted()), &after.noted()), ())
}

impl Rehearsal {
    /// Its dialogue, when that still has the words with which it was begun.
    #[must_use]
    pub fn text(&self) -> Option<&'static curriculum::Scenario> {
        library::scenario(&self.scenario).filter(|(_, digest)| *digest == self.digest).map(|(scenario, _)| scenario)
    }
}
