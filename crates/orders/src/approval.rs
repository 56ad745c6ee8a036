//! Approval: what those who decide at the client say of changed orders. It holds for the text that was shown.

pub mod letters;
mod link;
pub mod pages;
pub mod rows;
mod rules;

pub use agreement::contract::Silence;
pub use rules::{Answer, Approval, Remark, Said, Terms, WORDS_LETTERS, Way, deciders};

use ground::entry::{ActorKind, Deed};
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::contact::{self, Contact};
use people::site;
use people::work::{Done, Work};

use crate::post_orders::{self, PostOrders};
use crate::revision::{self, Revision};

/// Somebody who decides said yes or no.
pub const ANSWERED: Deed = Deed("revision.answered");
/// Somebody said something of a line.
pub const REMARKED: Deed = Deed("revision.remarked");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/portal/approvals/{id}", pages::portal::ask)
        .post("/portal/approvals/{id}", pages::portal::answer)
        .post("/portal/approvals/{id}/remarks", pages::portal::remark)
        .get("/approvals/{token}", pages::link::ask)
        .post("/approvals/{token}", pages::link::answer)
        .post("/approvals/{token}/remarks", pages::link::remark)
        .get("/approvals/{token}/pictures/{hash}", pages::link::picture)
        .post("/revisions/{id}/answer", pages::told_us)
        .post("/revisions/{id}/remarks", pages::remark)
}

/// Asks all who decide at the client; says whether there is anybody to ask.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn ask(work: &mut Work<'_>, revision: &Revision, orders: &PostOrders) -> Result<bool> {
    let site = site::rows::any(work.connection, &orders.site_id)?;
    let contacts = contact::rows::all_of(work.connection, &site.client_id)?;
    let deciders = deciders(&contacts, &site);
    for contact in &deciders {
        let approval = Approval::asked(&revision.id, &contact.id, work.now);
        rows::insert(work.connection, &approval)?;
        letters::ask(work, revision, &approval, false)?;
    }
    Ok(!deciders.is_empty())
}

/// Whoever said nothing is reminded; their stand-in is asked.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn remind(work: &mut Work<'_>, revision: &Revision, terms: &Terms) -> Result<()> {
    let asked = rows::of_revision(work.connection, &revision.id)?;
    let orders = post_orders::rows::any(work.connection, &revision.orders_id)?;
    let site = site::rows::any(work.connection, &orders.site_id)?;
    let contacts = contact::rows::all_of(work.connection, &site.client_id)?;
    let is_new = |contact: &&Contact| !asked.iter().any(|(approval, _)| approval.contact_id == contact.id);
    // Whoever left, or does not see the site, stands in for nobody.
    let stand_in = contacts.iter().find(|contact| terms.stand_in.as_ref() == Some(&contact.id));
    let stand_in = stand_in.filter(|contact| contact.sees(&site.id)).filter(is_new).map(|contact| contact.id.clone());
    for (approval, _) in asked {
        letters::ask(work, revision, &approval, true)?;
        let reminded = Approval { reminded_at: Some(work.now), ..approval };
        rows::save(work.connection, &reminded)?;
    }
    if let Some(id) = stand_in {
        let asked = Approval::asked(&revision.id, &id, work.now);
        let approval = Approval { standing_in_at: Some(work.now), ..asked };
        rows::insert(work.connection, &approval)?;
        letters::ask(work, revision, &approval, false)?;
    }
    Ok(())
}

/// Whoever was asked says yes or no to the text that they saw: the first word holds for the client.
///
/// # Errors
/// Not found when somebody else was asked; refused when the text is another one, when nobody is
/// asked any more, when a no has no reason, and when the orders were changed meanwhile.
pub fn answer(work: &mut Work<'_>, id: &Id<Approval>, said: &NewAnswer) -> Result<Done<()>> {
    let approval = rows::mine(work, id)?;
    let revision = revision::rows::any(work.connection, &approval.revision_id)?;
    decide(work, revision, approval, said)
}

/// Somebody who decides told one of ours, who writes it down.
///
/// # Errors
/// Not found when the revision is out of reach, or the person is none of the client's who decide;
/// refused as [`answer`].
pub fn write_down(
    work: &mut Work<'_>,
    id: &Id<Revision>,
    contact_id: &Id<Contact>,
    said: &NewAnswer,
) -> Result<Done<()>> {
    let (revision, orders) = revision::rows::find(work, id)?;
    let asked = rows::of_revision(work.connection, id)?;
    let there = asked.into_iter().map(|(approval, _)| approval).find(|approval| approval.contact_id == *contact_id);
    let approval = match there {
        Some(approval) => approval,
        None => {
            let site = site::rows::find(work, &orders.site_id)?;
            let contact = contact::rows::find(work, contact_id)?;
            if contact.client_id != site.client_id || contact.left_at.is_some() {
                return Err(Error::NotFound);
            }
            let approval = Approval::asked(id, contact_id, work.now);
            rows::insert(work.connection, &approval)?;
            approval
        }
    };
    decide(work, revision, approval, said)
}

/// What somebody says when they are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAnswer {
    /// Yes or no.
    pub answer: Answer,
    /// In words; a no says why.
    pub words: Option<String>,
    /// How it was said.
    pub way: Way,
    /// The hash of the text that they saw.
    pub hash: String,
}

fn decide(work: &mut Work<'_>, before: Revision, asked: Approval, new: &NewAnswer) -> Result<Done<()>> {
    let NewAnswer { answer, words, way, hash } = new.clone();
    let mut approval = asked.clone();
    approval.answer(Said { answer, words, way, hash, at: work.now }, &before)?;
    let mut after = before.clone();
    match answer {
        Answer::Yes => after.agree(work.now)?,
        Answer::No => after.refuse(work.now)?,
    }
    rows::save(work.connection, &approval)?;
    revision::settle(work, &before, &after)?;
    letters::answered(work, &after, &approval)?;
    let record =
        |revision: &Revision, approval: &Approval| serde_json::json!({ "revision": revision, "approval": approval });
    let (before, after) = (record(&before, &asked), record(&after, &approval));
    work.done(ANSWERED, approval.revision_id.as_str(), (Some(&before), &after), ())
}

/// Somebody says something of one line: whoever was asked, or one of ours.
///
/// # Errors
/// Not found out of reach; refused when the revision is not shown to anybody yet, or has no such line.
pub fn remark(work: &mut Work<'_>, id: &Id<Revision>, (key, line): (&str, usize), words: &str) -> Result<Done<()>> {
    let revision = revision::rows::any(work.connection, id)?;
    let orders = post_orders::rows::any(work.connection, &revision.orders_id)?;
    if work.me.actor.kind == ActorKind::Staff {
        post_orders::rows::find(work, &orders.id)?;
    } else {
        let asked = rows::of_revision(work.connection, id)?;
        let is_asked = |(approval, _): &(Approval, String)| approval.contact_id.as_str() == work.me.actor.id;
        if !asked.iter().any(is_asked) {
            return Err(Error::NotFound);
        }
    }
    if !revision.is_published() {
        return Err(Error::refused("revision-not-proposed"));
    }
    let content = revision::rows::content(work.connection, id)?;
    let section = content.section(key, orders.language).ok_or(Error::NotFound)?;
    let lines = text::lines::lines(&section.words);
    let line_words = lines.get(line).map(|line| text::show::plain(std::slice::from_ref(line)));
    let line_words = line_words.ok_or(Error::NotFound)?;
    let remark = Remark {
        id: Id::fresh(),
        revision_id: id.clone(),
        section_key: key.to_owned(),
        line: i64::try_from(line).unwrap_or(i64::MAX),
        line_words: line_words.trim().to_owned(),
        by: work.me.actor.clone(),
        words: words.to_owned(),
        said_at: work.now,
    };
    rows::insert_remark(work.connection, &remark)?;
    letters::remarked(work, &revision, &remark)?;
    work.done(REMARKED, id.as_str(), (None, &remark), ())
}
