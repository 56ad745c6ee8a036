//! Askings: one contact is asked once in a round, reminded once, and answers by a link without an account.

pub mod jobs;
mod letters;
mod pages;
pub mod rows;
mod rules;

pub use rules::{Asking, Reply, Said};

use ground::entry::Deed;
use ground::letter::{Class, unwanted};
use ground::web::Routes;
use ground::{Error, Id, Result, secret};
use people::contact::{self, Contact};
use people::work::{Done, Work};

use crate::round::{self, Round};

/// A contact was asked.
pub const ASKED: Deed = Deed("asking.asked");
/// A contact was reminded.
pub const REMINDED: Deed = Deed("asking.reminded");
/// A contact answered, or changed what they answered.
pub const ANSWERED: Deed = Deed("asking.answered");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/survey/{token}", pages::ask)
        .post("/survey/{token}", pages::answer)
        .post("/portal/survey", pages::begin)
}

/// Whether somebody may be asked now: they are there, want to be asked, and were asked nothing of late.
fn may_be_asked(work: &mut Work<'_>, contact: &Contact) -> Result<bool> {
    let wants = !unwanted::of(work.connection, &contact.email)?.contains(&Class::Surveys);
    let since = rules::rests_since(work.now);
    let asked = rows::asked_since(work.connection, since)?;
    Ok(contact.left_at.is_none() && wants && !asked.contains(&contact.id))
}

/// Asks a contact in a round.
///
/// # Errors
/// Refused when the round is over, or when they are not to be asked now.
pub fn ask(work: &mut Work<'_>, (round_id, contact_id): &(Id<Round>, Id<Contact>)) -> Result<Done<()>> {
    let round = round::rows::find(work.connection, round_id)?;
    let contact = contact::rows::any(work.connection, contact_id)?;
    if !round.is_open(work.now) || !may_be_asked(work, &contact)? {
        return Err(Error::refused("survey-not-now"));
    }
    let asking = Asking::asked(&round, &contact, work.now);
    let token = rules::token(&work.app.keys, &asking.id);
    rows::insert(work.connection, &asking, &secret::digest(&token))?;
    letters::ask(work, (&asking, &round), &contact)?;
    work.done(ASKED, asking.id.as_str(), (None, &asking), ())
}

/// A contact who was not asked yet in the round that is open answers all the same, and is asked no more in it.
///
/// # Errors
/// Not found for somebody else; refused when no round is open, or when they were asked.
pub fn begin(work: &mut Work<'_>) -> Result<Done<Id<Asking>>> {
    let round = round::rows::open(work.connection, work.now)?.ok_or_else(|| Error::refused("survey-is-closed"))?;
    let contact = contact::rows::any(work.connection, &work.me.contact_id())?;
    if rows::mine(work, &round.id)?.is_some() {
        return Err(Error::refused("survey-not-now"));
    }
    let asking = Asking { reminds_at: None, ..Asking::asked(&round, &contact, work.now) };
    rows::insert(work.connection, &asking, &secret::digest(&rules::token(&work.app.keys, &asking.id)))?;
    work.done(ASKED, asking.id.as_str(), (None, &asking), asking.id.clone())
}

/// Reminds a contact, once.
///
/// # Errors
/// Refused when they answered, were reminded, or can answer no more.
pub fn remind(work: &mut Work<'_>, id: &Id<Asking>) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let round = round::rows::find(work.connection, &before.round_id)?;
    let contact = contact::rows::any(work.connection, &before.contact_id)?;
    let after = before.clone().reminded(work.now)?;
    if round.is_open(work.now) && contact.left_at.is_none() {
        letters::remind(work, (&after, &round), &contact)?;
    }
    rows::save(work.connection, &after)?;
    work.done(REMINDED, id.as_str(), (Some(&before), &after), ())
}

/// A contact answers; until the round closes they may change it, unless they left their name out.
///
/// # Errors
/// Refused when the round is over, or when they answered without their name.
pub fn answer(work: &mut Work<'_>, id: &Id<Asking>, said: &Said) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let round = round::rows::find(work.connection, &before.round_id)?;
    if !round.is_open(work.now) {
        return Err(Error::refused("survey-is-closed"));
    }
    let after = before.clone().answered(said.is_anonymous, work.now)?;
    let contact = contact::rows::any(work.connection, &before.contact_id)?;
    let reply = Reply::of(&after, (&round, &contact), said, work.now)?;
    rows::save(work.connection, &after)?;
    rows::keep(work.connection, &reply)?;
    // What was said stands in the rows alone: the record is read by more people than answers are.
    work.done(ANSWERED, id.as_str(), (Some(&before), &after), ())
}
