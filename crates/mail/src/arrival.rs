//! Arrivals: mails that reached us, and what became of each. Nothing that was taken from somebody
//! can be lost: the mail lies on disk before anybody is told that we have it.

mod act;
mod by_hand;
pub mod jobs;
mod letters;
mod pages;
mod plan;
mod raw;
pub mod rows;
mod rules;

pub use by_hand::{Prepared, prepare};
pub(crate) use plan::is_to_us;
pub use raw::read;
pub use rules::{Arrival, Envelope, MatchedBy, Reason, Said, Settled, Source, State, is_thanks};

use ground::entry::{ActorKind, Deed};
use ground::web::Routes;
use ground::{App, Error, Id, Moment, Result, job, secret};
use listening::concern::{self, Concern, Raised};
use listening::conversation;
use people::Door;
use people::site::{self, Site};
use people::work::{Done, Work};
use serde_json::{Value, json};

/// A mail reached us and is kept.
pub const KEPT: Deed = Deed("mail.kept");
/// It was found out what a mail is.
pub const SETTLED: Deed = Deed("mail.settled");
/// Somebody decided what becomes of a mail that was held.
pub const DECIDED: Deed = Deed("mail.decided");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/mail", pages::list)
        .get("/mail/{id}", pages::show)
        .get("/mail/{id}/raw", pages::raw)
        .post("/mail/{id}/concern", pages::raise)
        .post("/mail/{id}/belonging", pages::belong)
        .post("/mail/{id}/setting-aside", pages::set_aside)
        .destination("/mail", "mail-title", (ActorKind::Staff, &["supervisor", "account_manager", "administrator"]))
}

/// Keeps a mail: on disk, and as a row with the job that takes it in. When this returns, whoever
/// handed it over may forget it. The same mail for the same addresses is kept once.
///
/// # Errors
/// Broken when the disk or the database says so; then it was not taken.
pub fn keep(app: &App, raw: &[u8], envelope: &Envelope, now: Moment) -> Result<Id<Arrival>> {
    let hash = secret::digest(raw);
    raw::write(app, &hash, raw)?;
    let arrival = Arrival::kept(&hash, raw.len(), envelope, now);
    let door = Door::of_system(app, now);
    let key = arrival.key.clone();
    if let Some(id) = door.read(|work| rows::by_key(work.connection, &key))? {
        return Ok(id);
    }
    match door.write(move |work| write_down(work, &arrival)) {
        // Another process was handed the same mail at the same moment.
        Err(error) if error.is_duplicate() => {
            door.read(|work| rows::by_key(work.connection, &key))?.ok_or(Error::NotFound)
        }
        kept => kept,
    }
}

fn write_down(work: &mut Work<'_>, arrival: &Arrival) -> Result<Done<Id<Arrival>>> {
    rows::insert(work.connection, arrival)?;
    let id = arrival.id.clone();
    job::after(work.connection, jobs::TAKE_IN, id.as_str(), id.as_str(), work.now)?;
    let facts = json!({ "sha256": arrival.hash, "bytes": arrival.bytes, "source": arrival.envelope.source });
    work.done(KEPT, id.as_str(), (None, &facts), id.clone())
}

/// What a mail is was found out, the first time.
///
/// # Errors
/// Refused when somebody else found out before.
pub(crate) fn settle(work: &mut Work<'_>, id: &Id<Arrival>, said: &Said, settled: &Settled) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    let came_before = rows::twin(work.connection, &before, said)?.is_some();
    if came_before && settled.state != State::Twin {
        // The same mail was taken in by another process while this one looked at it.
        return Err(Error::refused("arrival-settled"));
    }
    let after = before.settle(said, settled.clone(), work.now)?;
    rows::save(work.connection, &after)?;
    work.done(SETTLED, id.as_str(), (None, settled), ())
}

/// Staff make a concern of a mail that was held.
///
/// # Errors
/// Not found out of reach; refused when it is not held, or somebody else decided.
pub fn raise(
    work: &mut Work<'_>,
    (id, seen): (&Id<Arrival>, i64),
    site_id: &Id<Site>,
    prepared: &Prepared,
) -> Result<Done<Raised>> {
    let before = rows::find(work, id)?;
    let site = site::rows::find(work, site_id)?;
    let new = by_hand::concern(work, &site, &before, prepared)?;
    let raised = concern::raise_posted(work, &site, &new, &prepared.posted)?.value().clone();
    let concern = concern::rows::any(work.connection, &raised.id)?;
    decide(work, before, seen, (State::Raised, Some(&concern)))?;
    work.done(DECIDED, id.as_str(), (None, &decision(State::Raised, Some(&concern))), raised)
}

/// Staff say to which concern a mail that was held belongs.
///
/// # Errors
/// Not found out of reach; refused when it is not held, somebody else decided, or the concern was
/// closed too long ago.
pub fn belong(
    work: &mut Work<'_>,
    (id, seen): (&Id<Arrival>, i64),
    number: &str,
    prepared: &Prepared,
) -> Result<Done<Id<Concern>>> {
    let before = rows::find(work, id)?;
    let concern = concern::rows::by_number(work, number)?;
    let sender = plan::guest(before.said.from_name.as_deref().unwrap_or_default(), concern.language);
    let me = plan::bearing(&sender, &concern);
    let mut theirs = Work { app: work.app, me: &me, now: work.now, connection: &mut *work.connection, their_at: None };
    let (words, opens) = (&prepared.words, !is_thanks(&prepared.words));
    let _heard = conversation::hear_posted(&mut theirs, &concern.id, words, &prepared.posted, opens)?;
    decide(work, before, seen, (State::Heard, Some(&concern)))?;
    work.done(DECIDED, id.as_str(), (None, &decision(State::Heard, Some(&concern))), concern.id.clone())
}

/// Staff say that a mail that was held is nothing. It stays where it is.
///
/// # Errors
/// Not found out of reach; refused when it is not held, or somebody else decided.
pub fn set_aside(work: &mut Work<'_>, (id, seen): (&Id<Arrival>, i64)) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    decide(work, before, seen, (State::SetAside, None))?;
    work.done(DECIDED, id.as_str(), (None, &decision(State::SetAside, None)), ())
}

fn decide(work: &mut Work<'_>, before: Arrival, seen: i64, (state, concern): (State, Option<&Concern>)) -> Result<()> {
    let after = before.decide(seen, state, concern, work.now)?;
    rows::save(work.connection, &after)
}

fn decision(state: State, concern: Option<&Concern>) -> Value {
    json!({ "state": state, "concern_id": concern.map(|concern| concern.id.clone()) })
}
