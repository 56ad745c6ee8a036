//! Promises: due times that were given. A missed one is never erased.

pub mod badge;
pub mod clock;
mod pages;
mod rules;

pub use rules::{Pause, Promise, REASON_LETTERS, Step, Terms};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Id, Result};
use people::work::{Done, Work};

use crate::concern::{self, Concern, change, letters};

/// Staff said why what was promised is late.
pub const EXPLAINED: Deed = Deed("concern.explained_lateness");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().post("/concerns/{id}/late-reason", pages::explain)
}

/// Staff say why what was promised is late; whoever told us reads it.
///
/// # Errors
/// Not found out of reach; refused when nothing is late or the reason was said, or when the
/// concern changed since it was looked at.
pub fn explain(work: &mut Work<'_>, id: &Id<Concern>, seen: Option<i64>, reason: &str) -> Result<Done<()>> {
    let done = change(work, (id, seen), EXPLAINED, None, |case, now| case.explain(reason, now))?;
    let concern = concern::rows::find(work, id)?;
    letters::late(work, &concern, reason)?;
    Ok(done)
}
