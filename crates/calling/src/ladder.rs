//! The ladder: for each promise, who of ours is called, when and by which way, until it is kept.

mod form;
mod pages;
pub mod rows;
mod rules;
mod usual;

pub use form::{check, read};
pub use rules::{Ladder, MOST_RUNGS, Point, Rung, Scope, Step, Times, Way, Whom};

use agreement::contract::Severity;
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Result};
use people::site;
use people::work::{Done, Work};
use serde::Serialize;

/// A ladder was changed, or made as usual again.
pub const CHANGED: Deed = Deed("ladder.changed");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/ladder", pages::show)
        .get("/ladder/{severity}/{step}", pages::edit)
        .post("/ladder/{severity}/{step}", pages::change)
        .post("/ladder/{severity}/{step}/usual", pages::make_usual)
        .get("/sites/{id}/ladder", pages::show_at_site)
        .get("/sites/{id}/ladder/{severity}/{step}", pages::edit_at_site)
        .post("/sites/{id}/ladder/{severity}/{step}", pages::change_at_site)
        .post("/sites/{id}/ladder/{severity}/{step}/usual", pages::make_usual_at_site)
}

/// Which ladder: whose, and for which promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Which {
    /// Of the organization, or of a site.
    pub scope: Scope,
    /// Of concerns of this severity.
    pub severity: Severity,
    /// For this promise.
    pub step: Step,
}

/// A ladder as the record keeps it.
#[derive(Serialize)]
struct Kept<'a> {
    scope: &'a str,
    severity: Severity,
    step: Step,
    rungs: Option<Vec<String>>,
}

/// Gives a promise other rungs, or with none the usual ones. `seen` is the version that was looked at.
///
/// # Errors
/// Not found when the site is out of reach; refused when somebody else changed it meanwhile, and
/// when the rungs make no ladder.
pub fn change(work: &mut Work<'_>, which: &Which, rungs: Option<&[Rung]>, seen: i64) -> Result<Done<()>> {
    if let Scope::Site(id) = &which.scope {
        site::rows::find(work, id)?;
    }
    if let Some(rungs) = rungs {
        check(which.severity, which.step, rungs).map_err(|(_, refusal)| Error::Refused(refusal))?;
    }
    let before = rows::own(work.connection, which)?;
    if before.version != seen {
        return Err(Error::refused("changed-meanwhile"));
    }
    let id = rows::save(work.connection, which, &before, rungs)?;
    let (before, after) = (kept(which, before.rungs.as_deref()), kept(which, rungs));
    work.done(CHANGED, &id, (Some(&before), &after), ())
}

fn kept<'a>(which: &'a Which, rungs: Option<&[Rung]>) -> Kept<'a> {
    let rungs = rungs.map(|rungs| rungs.iter().map(Rung::text).collect());
    Kept { scope: which.scope.id(), severity: which.severity, step: which.step, rungs }
}

#[cfg(test)]
mod tests;
