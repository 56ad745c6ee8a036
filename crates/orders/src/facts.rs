//! What later slices may read of orders.

use ground::{Id, Result};
use people::work::Work;

use crate::approval::{self, Approval};
use crate::post_orders::{self, place};
use crate::revision;

/// A change that waits for whoever asks.
#[derive(Debug, Clone)]
pub struct WaitsForMe {
    /// The asking.
    pub approval_id: Id<Approval>,
    /// What changes, in one sentence.
    pub summary: String,
    /// Where.
    pub place: String,
}

/// The changes that wait for the answer of the contact who asks, what waits longest first.
///
/// # Errors
/// Broken when the database says so.
pub fn waits_for_me(work: &mut Work<'_>) -> Result<Vec<WaitsForMe>> {
    let me = work.me.actor.id.clone();
    let waiting = approval::rows::waiting_for(work.connection, &me)?;
    let told = |approval: Approval| {
        let revision = revision::rows::any(work.connection, &approval.revision_id)?;
        let orders = post_orders::rows::any(work.connection, &revision.orders_id)?;
        let place = place(work, &orders)?.name;
        Ok(WaitsForMe { approval_id: approval.id, summary: revision.summary, place })
    };
    waiting.into_iter().map(told).collect()
}
