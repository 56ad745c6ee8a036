//! Jobs as administrators see them: what failed, why, and trying it again.

mod pages;

use ground::Result;
use ground::entry::Deed;
use ground::job;
use ground::web::Routes;

use crate::work::{Done, Work};

/// Somebody had a failed job tried again.
pub const TRIED_AGAIN: Deed = Deed("job.tried_again");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/jobs", pages::list).post("/jobs/{id}/again", pages::try_again)
}

/// Has a job that failed tried again at once.
///
/// # Errors
/// Not found when there is none that failed.
pub fn try_again(work: &mut Work<'_>, id: &str) -> Result<Done<()>> {
    job::try_again(work.connection, id, work.now)?;
    work.done(TRIED_AGAIN, id, (None, &serde_json::json!({})), ())
}
