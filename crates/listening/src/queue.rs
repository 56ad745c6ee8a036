//! The queue: open concerns by the next promise that falls due, as somebody may see them.

mod export;
mod filter;
pub mod jobs;
mod live;
mod pages;
pub mod rows;

pub use filter::{Filter, Place};
pub use rows::{Count, Line};

use ground::entry::ActorKind;
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::staff::StaffMember;
use people::work::{Done, Work};

use crate::concern::{self, Concern};

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/queue", pages::list)
        .get("/queue.csv", export::file)
        .get("/queue.parquet", export::file)
        .get("/queue/live", live::follow)
        .post("/queue/owner", pages::hand_over)
        .destination("/queue", "queue-title", (ActorKind::Staff, &["supervisor", "account_manager", "administrator"]))
}

/// Somebody else sees to several concerns at once; those that are theirs already stay so.
///
/// # Errors
/// Not found when one is out of reach; refused when none is left to hand over, or one cannot be.
pub fn hand_over(work: &mut Work<'_>, ids: &[Id<Concern>], to: &Id<StaffMember>) -> Result<Done<usize>> {
    let mut last = None;
    let mut count = 0;
    for id in ids {
        if concern::rows::find(work, id)?.owner_id == *to {
            continue;
        }
        last = Some(concern::hand_over(work, id, None, to)?);
        count += 1;
    }
    last.map(|done| done.map(|()| count)).ok_or(Error::refused("queue-none-chosen"))
}
