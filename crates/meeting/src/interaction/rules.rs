//! What an interaction is, and what may be noted.

use agreement::post::Post;
use ground::words::Language;
use ground::{Fields, Id, Moment, Refusal, choice};
use people::contact::Contact;
use people::site::Site;
use people::staff::StaffMember;
use serde::Serialize;

use crate::coaching::NewCoaching;
use crate::given_word::NewWord;

/// How long a topic may be, in letters.
pub const TOPIC_LETTERS: usize = 1_000;
/// For how long something may be noted afterwards, and corrected, in seconds.
pub const LATE_SECONDS: i64 = 7 * 86_400;

choice! {
    /// What kind of talking it was.
    pub enum Kind {
        /// A round to greet people.
        Round = "round", "interaction-round",
        /// A talk.
        Talk = "talk", "interaction-talk",
        /// A call.
        Call = "call", "interaction-call",
        /// A visit of a supervisor.
        Visit = "visit", "interaction-visit",
    }
}

choice! {
    /// How they seemed.
    pub enum Mood {
        /// At ease.
        AtEase = "at_ease", "interaction-at-ease",
        /// Neither.
        Neutral = "neutral", "interaction-neutral",
        /// Uneasy.
        Uneasy = "uneasy", "interaction-uneasy",
    }
}

choice! {
    /// How whom it was with is known.
    pub enum Whom {
        /// A contact of the client.
        Contact = "contact", "interaction-contact",
        /// Somebody else.
        Someone = "someone", "interaction-someone",
        /// They would not say.
        Unsaid = "unsaid", "interaction-unsaid",
    }
}

/// With whom somebody spoke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum With {
    /// A contact of the site.
    Contact(Id<Contact>),
    /// Somebody else, who may have a name.
    Someone(Option<String>),
    /// Somebody who would not say.
    Unsaid,
}

impl With {
    /// Reads who it was, and their name, from two fields.
    pub fn read(fields: &mut Fields, (with, name): (&'static str, &'static str)) -> Option<Self> {
        let name = fields.optional_line(name, 120);
        let with = fields.checked(with, |typed| match typed.trim() {
            "someone" => Ok(Self::Someone(None)),
            "unsaid" => Ok(Self::Unsaid),
            id => Id::parse(id).map(Self::Contact).ok_or(Refusal::new("field-choose")),
        });
        let (with, name) = (with?, name?);
        Some(if with == Self::Someone(None) { Self::Someone(name) } else { with })
    }
}

/// Talking with somebody at a site, as somebody of ours noted it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Interaction {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// At which site.
    pub site_id: Id<Site>,
    /// At which post.
    pub post_id: Option<Id<Post>>,
    /// Who noted it.
    pub by_id: Id<StaffMember>,
    /// What they were called then.
    pub by_name: String,
    /// What kind.
    pub kind: Kind,
    /// How whom it was with is known.
    pub whom: Whom,
    /// With which contact.
    pub contact_id: Option<Id<Contact>>,
    /// The name of somebody else.
    pub with_name: Option<String>,
    /// How they seemed.
    pub mood: Option<Mood>,
    /// What it was about; may be empty.
    pub topic: String,
    /// In which language.
    pub language: Language,
    /// When, by the clock of whoever noted it.
    pub happened_at: Moment,
    /// When it reached us.
    pub received_at: Moment,
    /// Which one it corrects.
    pub replaces_id: Option<Id<Self>>,
}

impl Interaction {
    /// Whether it may have been a concern, which nobody makes of it but a person.
    #[must_use]
    pub fn asks_for_concern(&self) -> bool {
        self.mood == Some(Mood::Uneasy) && !self.topic.is_empty()
    }
}

/// An interaction as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInteraction {
    /// At which post.
    pub post_id: Option<Id<Post>>,
    /// What kind.
    pub kind: Kind,
    /// With whom.
    pub with: With,
    /// How they seemed.
    pub mood: Option<Mood>,
    /// What it was about.
    pub topic: String,
    /// In which language.
    pub language: Language,
    /// When.
    pub happened_at: Moment,
    /// Which one it corrects.
    pub replaces_id: Option<Id<Interaction>>,
    /// What was promised in it.
    pub promised: Option<NewWord>,
    /// What a supervisor saw, on a visit.
    pub coached: Option<NewCoaching>,
}

/// What the reading of a form stands on.
#[derive(Debug, Clone, Copy)]
pub struct Noted<'a> {
    /// The moment that "now" means: for a phone, when it was written there.
    pub now: Moment,
    /// The zone of the site.
    pub zone: &'a str,
    /// The language of whoever notes it.
    pub language: Language,
}

impl NewInteraction {
    /// Reads what was typed; times are those of the wall of the site.
    pub fn read(fields: &mut Fields, noted: Noted<'_>) -> Option<Self> {
        let kind = fields.choice("kind");
        let with = With::read(fields, ("with", "with_name"));
        let post_id = optional(fields, "post", known);
        let replaces_id = optional(fields, "replaces", known);
        let mood = if fields.given("mood") { fields.choice("mood").map(Some) } else { Some(None) };
        let topic = fields.optional_prose("topic", TOPIC_LETTERS);
        let happened_at = happened_at(fields, noted);
        let promised = NewWord::read(fields, happened_at.unwrap_or(noted.now), noted.zone);
        let coached = if kind == Some(Kind::Visit) { NewCoaching::read(fields) } else { Some(None) };
        let (kind, topic) = (kind?, topic?.unwrap_or_default());
        if topic.is_empty() && kind != Kind::Round {
            fields.refuse("topic", Refusal::new("interaction-topic-missing"));
            return None;
        }
        Some(Self {
            post_id: post_id?,
            kind,
            with: with?,
            mood: mood?,
            topic,
            language: noted.language,
            happened_at: happened_at?,
            replaces_id: replaces_id?,
            promised: promised?,
            coached: coached?,
        })
    }
}

fn known<T>(typed: &str) -> Result<Id<T>, Refusal> {
    Id::parse(typed.trim()).ok_or(Refusal::new("field-choose"))
}

fn optional<T>(
    fields: &mut Fields,
    name: &'static str,
    read: impl FnOnce(&str) -> Result<T, Refusal>,
) -> Option<Option<T>> {
    if fields.given(name) { fields.checked(name, read).map(Some) } else { Some(None) }
}

fn happened_at(fields: &mut Fields, noted: Noted<'_>) -> Option<Moment> {
    match fields.typed("when") {
        "" | "now" => Some(noted.now),
        "time" => fields.checked("happened_at", |typed| {
            let at = Moment::parse_local(typed.trim(), noted.zone).map_err(|_| Refusal::new("interaction-time"))?;
            let ago = noted.now.seconds_since(at);
            if (0..=LATE_SECONDS).contains(&ago) { Ok(at) } else { Err(Refusal::new("interaction-time-span")) }
        }),
        _ => {
            fields.refuse("when", Refusal::new("field-choose"));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_is_refused_beside_its_field() {
        let now = Moment::parse_local("2026-11-22T06:00", "America/Chicago").unwrap_or(Moment::MIN);
        let noted = Noted { now, zone: "America/Chicago", language: Language::English };
        for (field, more) in [
            ("kind", [("kind", "gossip"), ("topic", "x")]),
            ("with", [("with", "x"), ("topic", "x")]),
            ("topic", [("kind", "talk"), ("topic", "")]),
            ("happened_at", [("when", "time"), ("happened_at", "2026-11-22T06:01")]),
            ("happened_at", [("when", "time"), ("happened_at", "2026-11-15T05:59")]),
            ("promised_at", [("promised_due", "time"), ("promised_at", "2026-11-22T06:00")]),
            ("post", [("post", "lobby"), ("topic", "x")]),
        ] {
            let usual = [("kind", "round"), ("with", "unsaid"), ("promised", "I will ask.")];
            let mut fields = Fields::default();
            for (name, value) in usual.into_iter().chain(more) {
                fields.put(name, value);
            }
            assert!(NewInteraction::read(&mut fields, noted).is_none(), "{field}");
            assert!(fields.problem(field).is_some(), "{field}: {:?}", fields.problems());
        }
    }

    #[test]
    fn a_greeting_round_needs_no_topic() {
        let noted = Noted { now: Moment::from_millis(0), zone: "UTC", language: Language::Spanish };
        let mut fields = Fields::default().set("kind", "round").set("with", "someone").set("with_name", "Rosa");
        let new = NewInteraction::read(&mut fields, noted);
        let with = new.map(|new| (new.with, new.promised));
        assert_eq!(with, Some((With::Someone(Some("Rosa".to_owned())), None)));
    }
}
