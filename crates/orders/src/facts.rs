//! What later slices may read of orders.

use ground::db::DbConnection;
use ground::words::Language;
use ground::{Id, Result};
use people::site::Site;
use people::work::Work;

use crate::approval::{self, Approval};
use crate::post_orders::{self, place};
use crate::revision::{self, Question, Revision};

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

/// What officers are asked about a change that is in force.
#[derive(Debug, Clone)]
pub struct AskedOfOfficers {
    /// Which revision made the change.
    pub revision_id: Id<Revision>,
    /// At which site.
    pub site_id: Id<Site>,
    /// In which language the orders are written.
    pub language: Language,
    /// The question.
    pub question: Question,
    /// What changed, in one sentence.
    pub summary: String,
}

/// All that officers are asked about changes that are in force.
///
/// # Errors
/// Broken when the database says so.
pub fn asked_of_officers(connection: &mut DbConnection) -> Result<Vec<AskedOfOfficers>> {
    let asking = revision::rows::asking(connection)?.into_iter();
    let asked = asking.filter_map(|(revision, orders)| {
        let (revision_id, summary, question) = (revision.id, revision.summary, revision.question?);
        Some(AskedOfOfficers { revision_id, site_id: orders.site_id, language: orders.language, question, summary })
    });
    Ok(asked.collect())
}
