//! Stories of post orders, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod approving;
mod secrets;
mod writing;

use agreement::post::{self, NewAssignment, NewPost, Post};
use ground::{Id, Moment};
use orders::post_orders::PostOrders;
use orders::revision::{self, Revision};
use people::staff::StaffMember;
use stage::{Stage, slices};

/// A stage with the slices up to this one.
fn stage() -> Stage {
    Stage::open(slices![people, agreement, calling, listening, orders])
}

/// The lobby of the gate, at which Omar stands.
fn lobby(stage: &Stage) -> Id<Post> {
    let new = NewPost { site_id: stage.cast.gate.clone(), name: "Lobby".to_owned() };
    let lobby = stage.write(&stage.cast.ines.me, move |work| post::open(work, &new)).unwrap();
    let (post_id, starts_at) = (lobby.clone(), Moment::parse_rfc3339("2026-11-22T11:00:00Z").unwrap());
    let staff_id: Id<StaffMember> = Id::known(stage.cast.omar.me.actor.id.clone());
    let new = NewAssignment { post_id, staff_id, starts_at, ends_at: None };
    stage.write(&stage.cast.ines.me, move |work| post::assign(work, &new)).unwrap();
    lobby
}

/// The name of a draft, out of the address to which the browser was sent.
fn draft_in(path: &str) -> Id<Revision> {
    Id::parse(path.split('/').nth(2).unwrap()).unwrap()
}

/// Begins the orders of the lobby, empty: the draft.
async fn begin(stage: &Stage, lobby: &Id<Post>) -> Id<Revision> {
    let path = format!("/sites/{}/orders", stage.cast.gate);
    let begun = stage.post(&stage.cast.sam, &path, &[("language", "en"), ("post", lobby.as_str())]).await;
    draft_in(&begun.leads_to())
}

/// Adds a section to a draft.
async fn add(stage: &Stage, draft: &Id<Revision>, title: &str, words: &str) {
    let form = [("kind", "access"), ("title", title), ("words", words)];
    stage.post(&stage.cast.sam, &format!("/revisions/{draft}/sections"), &form).await.done();
}

/// A revision as it is now.
fn revision(stage: &Stage, id: &Id<Revision>) -> Revision {
    stage.read(&stage.cast.ines.me, |work| revision::rows::any(work.connection, id)).unwrap()
}

/// The key and the version of the only section of a draft.
fn section(stage: &Stage, id: &Id<Revision>) -> (String, i64) {
    let content = stage.read(&stage.cast.ines.me, |work| revision::rows::content(work.connection, id)).unwrap();
    let section = content.sections.first().unwrap();
    (section.key.clone(), section.version)
}

/// Proposes a draft.
async fn propose(stage: &Stage, draft: &Id<Revision>, more: &[(&str, &str)]) -> stage::Page {
    let version = revision(stage, draft).version.to_string();
    let usual = [("version", version.as_str()), ("summary", "Guests are met at the gate."), ("cause", "other")];
    let form: Vec<(&str, &str)> = more
        .iter()
        .copied()
        .chain(usual.into_iter().filter(|(name, _)| !more.iter().any(|(own, _)| own == name)))
        .collect();
    stage.post(&stage.cast.sam, &format!("/revisions/{draft}/proposal"), &form).await
}

/// The link by which Alice answers, out of her newest letter.
fn link(stage: &Stage) -> String {
    let letter = stage.letter_to("alice@harbour.example").unwrap();
    let link = letter.split_whitespace().find(|word| word.contains("/approvals/")).unwrap();
    link[link.find("/approvals/").unwrap()..].to_owned()
}

/// What stands in a page's form as the mark of the text.
fn hash(page: &stage::Page) -> String {
    page.between("name=\"hash\" value=\"", "\"").unwrap()
}

/// Alice agrees by the link of her letter.
async fn agree(stage: &Stage) {
    let link = link(stage);
    let visitor = &stage.cast.visitor;
    let page = stage.get(visitor, &link).await;
    stage.post(visitor, &link, &[("answer", "yes"), ("hash", &hash(&page))]).await.done();
}

/// The lobby's orders with one section in force: the orders, and the revision.
async fn in_force(stage: &Stage, words: &str) -> (Id<PostOrders>, Id<Revision>) {
    let lobby = lobby(stage);
    let draft = begin(stage, &lobby).await;
    add(stage, &draft, "Access", words).await;
    propose(stage, &draft, &[("cause", "first")]).await.done();
    agree(stage).await;
    (revision(stage, &draft).orders_id, draft)
}

/// Begins the next draft.
async fn next_draft(stage: &Stage, orders: &Id<PostOrders>) -> Id<Revision> {
    draft_in(&stage.post(&stage.cast.sam, &format!("/orders/{orders}/draft"), &[]).await.leads_to())
}

/// Writes the only section of a draft, as somebody who saw a version of it.
async fn write(stage: &Stage, who: &stage::Who, draft: &Id<Revision>, seen: i64, words: &str) -> stage::Page {
    let (key, _) = section(stage, draft);
    let form =
        [("kind", "access"), ("title", "Access"), ("words", words), ("language", "en"), ("version", &seen.to_string())];
    stage.post(who, &format!("/revisions/{draft}/sections/{key}"), &form).await
}
