//! From a draft to a revision with a number, which nobody changes any more.

use ground::words::Language;
use ground::{Error, Id, Result};
use listening::concern;
use people::work::{Done, Work};

use super::{Content, FORCED, PROPOSED, Proposal, Revision, rows, settle, terms};
use crate::approval;
use crate::post_orders::{self, PostOrders};

/// Proposes a draft as it was looked at: it gets its number and its hash, and the client is asked.
/// In an emergency it takes force at once, and the client is asked all the same.
///
/// # Errors
/// Not found out of reach; refused when it changed since it was looked at, says nothing or nothing
/// new, names a concern that nobody knows, changes what was replaced meanwhile, or when another revision waits.
pub fn propose(work: &mut Work<'_>, id: &Id<Revision>, seen: i64, proposal: &Proposal) -> Result<Done<()>> {
    let (before, orders) = rows::find(work, id)?;
    if before.version != seen {
        return Err(Error::refused("changed-meanwhile"));
    }
    let mut after = before.clone();
    after.author = work.me.actor.clone();
    after.propose(proposal, orders.revision_id.as_ref(), work.now)?;
    let concerns = concern::rows::by_numbers(work, &proposal.concerns)?;
    after.number = Some(orders.number + 1);
    after.hash = Some(publish(work, &after, &orders)?.hash(&after));
    for concern in &concerns {
        rows::note_concern(work.connection, id, &concern.id)?;
    }
    let numbered = PostOrders { number: orders.number + 1, ..orders.clone() };
    post_orders::rows::save(work.connection, &numbered)?;
    if approval::ask(work, &after, &orders)? {
        let terms = terms(work, &after)?;
        after.ask(&terms, work.now);
    }
    if proposal.emergency {
        after.force_now(work.now)?;
    }
    settle(work, &before, &after)?;
    let deed = if proposal.emergency { FORCED } else { PROPOSED };
    work.done(deed, id.as_str(), (Some(&before), &after), ())
}

/// Every line of the draft learns which revision brought it; what it says is fixed.
fn publish(work: &mut Work<'_>, draft: &Revision, orders: &PostOrders) -> Result<Content> {
    let content = rows::content(work.connection, &draft.id)?;
    let base = match &draft.base_id {
        Some(id) => rows::content(work.connection, id)?,
        None => Content::default(),
    };
    if content.in_language(orders.language).next().is_none() {
        return Err(Error::refused("draft-empty"));
    }
    if Language::ALL.into_iter().all(|language| content.texts(language) == base.texts(language)) {
        return Err(Error::refused("draft-no-change"));
    }
    let traced = content.traced(&base, &draft.id);
    for (before, after) in content.sections.iter().zip(&traced.sections) {
        rows::save_origins(work.connection, before, after)?;
    }
    Ok(traced)
}
