//! Stories of what officers must know, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod confirmation;
mod temporary;
mod ways;

use agreement::post::{self, Assignment, NewAssignment, NewPost, Post};
use ground::words::Language;
use ground::{Fields, Id, Moment};
use orders::draft::{self, NewSection};
use orders::post_orders::{self, Kind, PostOrders};
use orders::revision::{self, Revision};
use people::staff::StaffMember;
use people::work::Work;
use stage::{Browser, Stage, Who, slices};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// A stage with the slices up to this one.
fn stage() -> Stage {
    Stage::open(slices![people, agreement, calling, listening, orders, briefing])
}

/// The lobby of the gate.
fn lobby(stage: &Stage) -> Id<Post> {
    let new = NewPost { site_id: stage.cast.gate.clone(), name: "Lobby".to_owned() };
    stage.write(&stage.cast.ines.me, move |work| post::open(work, &new)).unwrap()
}

/// Sends an officer to a post, from so many seconds from now until so many.
fn assign(stage: &Stage, who: &Who, post_id: &Id<Post>, (from, until): (i64, Option<i64>)) -> Id<Assignment> {
    let staff_id: Id<StaffMember> = Id::known(who.me.actor.id.clone());
    let at = |seconds| stage.app.clock.now().plus_seconds(seconds);
    let new = NewAssignment { post_id: post_id.clone(), staff_id, starts_at: at(from), ends_at: until.map(at) };
    stage.write(&stage.cast.ines.me, move |work| post::assign(work, &new)).unwrap()
}

/// Puts a revision in force that says these words in a section of its own; with a question when there is one.
fn put_in_force(stage: &Stage, place: Option<&Id<Post>>, (title, words): (&str, &str), asks: bool) -> Id<Revision> {
    let (gate, post_id) = (stage.cast.gate.clone(), place.cloned());
    let new = NewSection { kind: Kind::Access, title: title.to_owned(), words: words.to_owned() };
    let orders = stage.read(&stage.cast.ines.me, |work| post_orders::rows::of_site(work.connection, &gate)).unwrap();
    let orders = orders.into_iter().find(|orders| orders.post_id == post_id);
    let draft = stage.write(&stage.cast.ines.me, move |work| match &orders {
        Some(orders) => draft::begin(work, &orders.id, None),
        None => post_orders::begin(work, &gate, post_id.as_ref(), (Language::English, false)),
    });
    let draft = draft.unwrap();
    let to = draft.clone();
    stage.write(&stage.cast.ines.me, move |work| draft::add(work, &to, &new)).unwrap();
    let mut fields = Fields::default().set("summary", format!("{title} changed.")).set("cause", "other");
    fields.put("emergency", "on");
    if asks {
        for (name, value) in [
            ("question", "Where are guests met?"),
            ("right", "At the gate"),
            ("wrong_1", "In the garage"),
            ("wrong_2", "Nowhere"),
        ] {
            fields.put(name, value);
        }
    }
    let proposal = revision::Proposal::read(&mut fields, stage.app.clock.now(), "UTC").unwrap();
    let id = draft.clone();
    let propose = move |work: &mut Work<'_>| {
        let seen = revision::rows::any(work.connection, &id)?.version;
        revision::propose(work, &id, seen, &proposal)
    };
    stage.write(&stage.cast.ines.me, propose).unwrap();
    draft
}

/// A revision as it is now.
fn revision(stage: &Stage, id: &Id<Revision>) -> Revision {
    stage.read(&stage.cast.ines.me, |work| revision::rows::any(work.connection, id)).unwrap()
}

/// The orders of a revision.
fn orders_of(stage: &Stage, id: &Id<Revision>) -> Id<PostOrders> {
    revision(stage, id).orders_id
}

/// A moment by the clock of the site, as a form takes it.
fn local(at: Moment) -> String {
    let shown = at.in_zone("America/Chicago").unwrap();
    format!("{}-{:02}-{:02}T{:02}:{:02}", shown.year, shown.month, shown.day, shown.hour, shown.minute)
}
