//! What is sent, and what may become of it.

use agreement::post::Post;
use briefing::confirmation::Said;
use ground::entry::Actor;
use ground::fields::Choice;
use ground::words::Language;
use ground::{Error, Fields, Id, Moment, Refusal, Result, choice, secret};
use learning::practice::HandedIn;
use listening::concern::Concern;
use meeting::interaction::{NewInteraction, Noted};
use orders::revision::Revision;
use people::site::Site;
use people::staff::StaffMember;
use serde::{Deserialize, Serialize};

use crate::phone::Phone;
use crate::told::Told;

/// What the words that are held are locked for.
pub(super) const HELD_PURPOSE: &str = "held";
/// How many parts a picture comes in at most.
pub(super) const PARTS: i64 = 128;

choice! {
    /// What it is.
    pub enum Kind {
        /// What somebody told an officer.
        Concern = "concern", "sending-concern",
        /// Talking with somebody at a site.
        Interaction = "interaction", "sending-interaction",
        /// That an officer read what is in force.
        Confirmation = "confirmation", "sending-confirmation",
        /// A picture that belongs to something else.
        Photo = "photo", "sending-photo",
        /// That one of ours heard an alert.
        Heard = "heard", "sending-heard",
        /// What an officer practised.
        Practice = "practice", "sending-practice",
    }
}

choice! {
    /// Where it stands.
    pub enum State {
        /// It became what it says.
        Taken = "taken", "sending-taken",
        /// It waits for a supervisor.
        Held = "held", "sending-held",
        /// A supervisor took it in, or put it aside.
        Settled = "settled", "sending-settled",
    }
}

/// From whom something comes, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The name that the phone gave it.
    pub id: Id<Sending>,
    /// Which phone.
    pub phone_id: Id<Phone>,
    /// Who wrote it: whoever can seal in their name.
    pub staff_id: Id<StaffMember>,
    /// What it is.
    pub kind: Kind,
    /// The digest of what was sent.
    pub digest: String,
    /// When it happened by the clock of the phone, in milliseconds since 1970.
    pub at_millis: i64,
    /// How far that clock is ahead of ours, in seconds.
    pub clock_ahead_seconds: i64,
    /// When it happened by ours.
    pub happened_at: Moment,
}

/// One thing that a phone sent, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sending {
    /// The name that the phone gave it.
    pub id: Id<Self>,
    /// Which phone.
    pub phone_id: Id<Phone>,
    /// Who wrote it.
    pub staff_id: Id<StaffMember>,
    /// What it is.
    pub kind: Kind,
    /// The digest of what was sent, so that one name never stands for two things.
    pub digest: String,
    /// When it happened by the clock of the phone, in milliseconds since 1970.
    pub at_millis: i64,
    /// How far that clock is ahead of ours, in seconds.
    pub clock_ahead_seconds: i64,
    /// When it happened by ours.
    pub happened_at: Moment,
    /// When it reached us.
    pub received_at: Moment,
    /// Where it stands.
    pub state: State,
    /// The thing that it became.
    pub subject_id: Option<String>,
    /// The number of that, where it has one.
    pub number: Option<String>,
    /// The key of the sentence that the officer should read.
    pub says: Option<String>,
    /// What was sent, locked, while it is held. The record does not hold it.
    #[serde(skip)]
    pub content: Option<String>,
    /// What a supervisor did with what was held.
    pub settled: Option<Settled>,
}

/// What a supervisor did with what was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Settled {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: Actor,
    /// Why it was put aside; none when it was taken in.
    pub words: Option<String>,
}

impl Sending {
    fn of(envelope: &Envelope, state: State, now: Moment) -> Self {
        let Envelope { id, phone_id, staff_id, kind, digest, at_millis, clock_ahead_seconds, happened_at } =
            envelope.clone();
        let (received_at, subject_id, number, says, content, settled) = (now, None, None, None, None, None);
        Self {
            id,
            phone_id,
            staff_id,
            kind,
            digest,
            at_millis,
            clock_ahead_seconds,
            happened_at,
            received_at,
            state,
            subject_id,
            number,
            says,
            content,
            settled,
        }
    }

    /// One that became something.
    #[must_use]
    pub fn taken(envelope: &Envelope, subject_id: &str, number: Option<&str>, says: Option<&str>, now: Moment) -> Self {
        let (subject_id, number) = (Some(subject_id.to_owned()), number.map(str::to_owned));
        Self { subject_id, number, says: says.map(str::to_owned), ..Self::of(envelope, State::Taken, now) }
    }

    /// One that waits for a supervisor; its words are locked.
    #[must_use]
    pub fn held(envelope: &Envelope, content: String, now: Moment) -> Self {
        Self { content: Some(content), ..Self::of(envelope, State::Held, now) }
    }

    /// A supervisor took it in as this thing, or put it aside with a reason.
    ///
    /// # Errors
    /// Refused when it does not wait for anybody.
    pub fn settled(self, by: &Actor, became: std::result::Result<(&str, &str), &str>, now: Moment) -> Result<Self> {
        if self.state != State::Held {
            return Err(Error::refused("held-settled-before"));
        }
        let settled = Some(Settled { at: now, by: by.clone(), words: became.err().map(str::to_owned) });
        let (subject_id, number) = became.ok().map(|(id, number)| (id.to_owned(), number.to_owned())).unzip();
        Ok(Self { state: State::Settled, content: None, settled, subject_id, number, ..self })
    }

    /// Whether the same name came with the same words.
    ///
    /// # Errors
    /// Refused when it came with others.
    pub fn check_same(&self, envelope: &Envelope) -> Result<()> {
        let same = self.digest == envelope.digest && self.staff_id == envelope.staff_id;
        if same { Ok(()) } else { Err(Error::refused("sending-other-words")) }
    }
}

/// What was sent, unsealed.
#[derive(Debug, Clone)]
pub struct Sent {
    /// What it is.
    pub kind: Kind,
    /// When it happened by the clock of the phone, in milliseconds since 1970.
    pub at_millis: i64,
    /// In which language it was written.
    pub language: Language,
    /// What was typed.
    pub fields: Fields,
    /// All of it as it was sent.
    pub text: String,
    /// The digest of that.
    pub digest: String,
}

/// What was sent, as it stands in the seal.
#[derive(Deserialize)]
struct Written {
    kind: String,
    at: i64,
    language: String,
    fields: serde_json::Map<String, serde_json::Value>,
}

impl Sent {
    /// Reads what was sealed.
    ///
    /// # Errors
    /// Refused when it is nothing that a phone of ours sends.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let unreadable = || Refusal::new("sending-unreadable");
        let text = String::from_utf8(bytes.to_vec()).map_err(|_| unreadable())?;
        let Written { kind, at, language, fields } = serde_json::from_str(&text).map_err(|_| unreadable())?;
        Ok(Self {
            kind: Kind::from_word(&kind).ok_or_else(unreadable)?,
            at_millis: at,
            language: Language::parse(&language).unwrap_or_default(),
            fields: Fields::from_json(&fields),
            digest: secret::digest(&text),
            text,
        })
    }
}

/// What was sent, as what it is to become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Somebody told an officer something about a site.
    Concern {
        /// At which site.
        site_id: Id<Site>,
        /// What.
        told: Told,
    },
    /// An officer talked with somebody at a site.
    Interaction {
        /// At which site.
        site_id: Id<Site>,
        /// What they noted of it.
        noted: NewInteraction,
    },
    /// An officer read what is in force at a post.
    Confirmation {
        /// At which post.
        post_id: Id<Post>,
        /// What they say.
        said: Said,
    },
    /// A picture that belongs to something that was sent before it.
    Photo {
        /// To what.
        of: Id<Sending>,
    },
    /// One of ours heard an alert.
    Heard {
        /// About which concern.
        concern_id: Id<Concern>,
    },
    /// An officer practised.
    Practice {
        /// What they answered.
        handed_in: HandedIn,
    },
}

impl Content {
    /// Reads what was typed when it happened; what is wrong is said beside its field.
    pub fn read(kind: Kind, fields: &mut Fields, noted: Noted<'_>) -> Option<Self> {
        let (language, happened_at) = (noted.language, noted.now);
        match kind {
            Kind::Interaction => {
                let (site_id, noted) = (id(fields, "site"), NewInteraction::read(fields, noted));
                Some(Self::Interaction { site_id: site_id?, noted: noted? })
            }
            Kind::Concern => {
                let (site_id, told) = (id(fields, "site"), Told::read(fields, language));
                Some(Self::Concern { site_id: site_id?, told: Told { said_at: Some(happened_at), ..told? } })
            }
            Kind::Confirmation => {
                let (post_id, revision_id) = (id(fields, "post"), id::<Revision>(fields, "revision"));
                let hash = fields.line("hash", 64..=64);
                let answer = fields.number("answer", 0..=100);
                let looks = if fields.given("looks") { fields.number("looks", 0..=1_000) } else { Some(0) };
                let said = Said {
                    revision_id: revision_id?,
                    hash: hash?,
                    answer: Some(usize::try_from(answer?).ok()?),
                    their_at: Some(happened_at),
                    looks: looks?,
                };
                Some(Self::Confirmation { post_id: post_id?, said })
            }
            Kind::Photo => Some(Self::Photo { of: id(fields, "of")? }),
            Kind::Heard => Some(Self::Heard { concern_id: id(fields, "concern")? }),
            Kind::Practice => {
                let practice_id = id(fields, "practice")?;
                Some(Self::Practice { handed_in: HandedIn::read(fields, practice_id)? })
            }
        }
    }
}

fn id<T>(fields: &mut Fields, name: &'static str) -> Option<Id<T>> {
    fields.checked(name, |typed| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose")))
}

#[cfg(test)]
mod tests;
