//! What a phone sends: each thing under the name that the phone gave it, taken once however often it comes.
//!
//! The seal is the permission. It is made under a key of one officer on one phone, which we handed out when
//! they were signed in and can make again. So what was written arrives also after they signed out, from a
//! phone that somebody else holds now, and when their account was closed meanwhile; and nobody else can
//! write in their name. What comes from a closed account or a lost phone is held for a supervisor, but for
//! practice: that is not counted, and the phone says so.

pub mod held;
pub mod jobs;
mod letters;
mod pages;
mod parts;
pub mod rows;
mod rules;

pub use rules::{Content, Envelope, Kind, Sending, Sent, State};

use briefing::confirmation::{self, Outcome};
use ground::entry::Deed;
use ground::file::Picture;
use ground::web::Routes;
use ground::{Error, Id, Result};
use learning::practice;
use listening::concern::Concern;
use listening::{concern, conversation};
use meeting::interaction;
use people::work::{Done, Work};

use crate::told;

/// What an account that was closed, or a phone that is lost, sent is held for a supervisor.
pub const HELD: Deed = Deed("sending.held");
/// One of ours heard an alert after somebody else had acknowledged it.
pub const HEARD: Deed = Deed("sending.heard");
/// A supervisor took in what was held.
pub const TAKEN_IN: Deed = Deed("sending.taken_in");
/// A supervisor put aside what was held.
pub const PUT_ASIDE: Deed = Deed("sending.put_aside");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .put("/field/out/{id}", pages::take)
        .get("/field/out/{id}/parts", parts::list)
        .put("/field/out/{id}/parts/{number}", parts::take)
        .get("/held", held::pages::list)
        .get("/held/{id}", held::pages::show)
        .post("/held/{id}", held::pages::settle)
}

/// What became of what was sent.
struct Became {
    subject_id: String,
    number: Option<String>,
    /// What the officer should know of it: the key of a sentence.
    says: Option<&'static str>,
}

/// Takes what a phone sent: it becomes what it says, in the name of whoever wrote it, with the time at
/// which they did.
///
/// # Errors
/// What the verb says that it becomes; broken as a duplicate when it was taken meanwhile.
pub fn take(work: &mut Work<'_>, envelope: &Envelope, content: &Content, photos: &[Picture]) -> Result<Done<Sending>> {
    let became = match content {
        Content::Concern { site_id, told } => {
            let drawn = told.number.clone();
            told::raise(work, site_id, told)?.map(|raised| Became {
                says: drawn.filter(|drawn| *drawn != raised.number).map(|_| "sending-number-taken"),
                subject_id: raised.id.to_string(),
                number: Some(raised.number),
            })
        }
        Content::Interaction { site_id, noted } => interaction::note(work, site_id, noted)?.map(|id| Became {
            subject_id: id.to_string(),
            number: None,
            says: None,
        }),
        Content::Confirmation { post_id, said } => {
            let staff_id = envelope.staff_id.clone();
            let officer = confirmation::Officer { staff_id, way: confirmation::Way::Own };
            let subject_id = said.revision_id.to_string();
            confirmation::confirm(work, post_id, &officer, said)?.map(|outcome| Became {
                subject_id,
                number: None,
                says: match outcome {
                    Outcome::Confirmed => None,
                    Outcome::KeptAsLate => Some("sending-confirmed-late"),
                    Outcome::LookAgain => Some("sending-look-again"),
                },
            })
        }
        Content::Photo { of } => {
            let of = rows::find(work.connection, of)?.filter(|of| of.staff_id == envelope.staff_id);
            let concern_id = of.and_then(|of| of.subject_id).ok_or(Error::NotFound)?;
            conversation::show(work, &Id::known(concern_id.as_str()), photos)?.map(|()| Became {
                subject_id: concern_id,
                number: None,
                says: None,
            })
        }
        Content::Heard { concern_id } => {
            hear(work, concern_id)?.map(|says| Became { subject_id: concern_id.to_string(), number: None, says })
        }
        Content::Practice { handed_in } => {
            // A page that was kept may be practised more than once: each time under the name that the phone gave it.
            let handed_in = handed_in.clone().under(Id::known(envelope.id.as_str()));
            practice::hand_in(work, &handed_in)?.map(|practice| Became {
                subject_id: practice.id.to_string(),
                number: None,
                says: None,
            })
        }
    };
    let Became { subject_id, number, says } = became.value();
    let sending = Sending::taken(envelope, subject_id, number.as_deref(), *says, work.now);
    rows::insert(work.connection, &sending)?;
    rows::forget_parts(work.connection, &sending.id)?;
    Ok(became.map(|_| sending.clone()))
}

/// One of ours heard an alert: that acknowledges the concern. If somebody was faster, it stands in the record alone.
fn hear(work: &mut Work<'_>, concern_id: &Id<Concern>) -> Result<Done<Option<&'static str>>> {
    // An officer who wrote it down reads it too, but nobody calls them about it.
    if !work.me.looks_after_clients() {
        return Err(Error::NotFound);
    }
    match concern::acknowledge(work, concern_id, None, None) {
        Ok(done) => Ok(done.map(|()| None)),
        Err(Error::Refused(refusal)) if refusal.key == "concern-already-acknowledged" => {
            let heard = serde_json::json!({ "at": work.their_at });
            work.done(HEARD, concern_id.as_str(), (None, &heard), Some("sending-heard-before"))
        }
        Err(error) => Err(error),
    }
}

/// Holds what a phone sent for a supervisor, locked, and tells those who should know.
///
/// # Errors
/// Broken as a duplicate when it was held meanwhile.
pub fn hold(work: &mut Work<'_>, envelope: &Envelope, sent: &Sent) -> Result<Done<Sending>> {
    let content = work.app.keys.lock(rules::HELD_PURPOSE, envelope.id.as_str(), &sent.text)?;
    let sending = Sending::held(envelope, content, work.now);
    rows::insert(work.connection, &sending)?;
    letters::held(work, &sending, sent)?;
    work.done(HELD, sending.id.as_str(), (None, &sending), sending.clone())
}
