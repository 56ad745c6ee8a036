//! What a supervisor looks for on a visit.

use ground::words::Words;
use ground::{Fields, Id, Moment, Refusal, choice};
use people::staff::StaffMember;

use crate::interaction::Interaction;

/// How long the words of a supervisor may be, in letters.
pub(super) const WORDS_LETTERS: usize = 1_000;
/// How long the answer of an officer may be, in letters.
pub(super) const ANSWER_LETTERS: usize = 300;

choice! {
    /// Whether a behaviour was seen.
    pub enum Seen {
        /// It was.
        Seen = "seen", "coaching-seen",
        /// There was an occasion, and it was not seen yet.
        NotYet = "not_yet", "coaching-not-yet",
        /// There was no occasion.
        NoOccasion = "no_occasion", "coaching-no-occasion",
    }
}

choice! {
    /// The five kinds of behaviour that build rapport (Gremler and Gwinner 2008, Journal of Retailing 84(3)),
    /// each in words of our own that one can observe.
    pub enum Behaviour {
        /// Uncommonly attentive.
        Attentive = "attentive", "coaching-attentive",
        /// Common grounding.
        CommonGround = "common_ground", "coaching-common-ground",
        /// Courteous.
        Courteous = "courteous", "coaching-courteous",
        /// Connecting.
        Connecting = "connecting", "coaching-connecting",
        /// Information sharing.
        Informing = "informing", "coaching-informing",
    }
}

/// What a supervisor saw on a visit, and what they said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coaching {
    /// The visit on which it was seen; there is one of it.
    pub visit: Interaction,
    /// Whom it is about.
    pub about_id: Id<StaffMember>,
    /// What was seen of each behaviour, in their order.
    pub look: [Seen; 5],
    /// What goes well, and one thing for the next time.
    pub words: String,
    /// What they answered.
    pub answer: Option<String>,
    /// When.
    pub answered_at: Option<Moment>,
}

/// Coaching as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCoaching {
    /// Whom it is about.
    pub about_id: Id<StaffMember>,
    /// What was seen of each behaviour, in their order.
    pub look: [Seen; 5],
    /// What goes well, and one thing for the next time.
    pub words: String,
}

impl NewCoaching {
    /// Reads `about`, a field for each behaviour, and `coaching`; the inner `None` is "it is about nobody".
    pub fn read(fields: &mut Fields) -> Option<Option<Self>> {
        if !fields.given("about") {
            return Some(None);
        }
        let about_id = fields.checked("about", |typed| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose")));
        // All are read first, so that each problem stands beside its field.
        let look: Vec<Option<Seen>> = Behaviour::ALL.iter().map(|behaviour| fields.choice(behaviour.word())).collect();
        let words = fields.prose("coaching", 2..=WORDS_LETTERS);
        let look = look.into_iter().collect::<Option<Vec<Seen>>>()?.try_into().ok()?;
        Some(Some(Self { about_id: about_id?, look, words: words? }))
    }
}

impl Coaching {
    /// Each behaviour, and whether it was seen, in words.
    #[must_use]
    pub fn lines(&self, w: &Words) -> Vec<(String, String)> {
        let seen = Behaviour::ALL.iter().zip(self.look);
        seen.map(|(behaviour, seen)| (w.t(behaviour.key()), w.t(seen.key()))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Fields {
        let of = |fields: Fields, behaviour: &Behaviour| fields.set(behaviour.word(), Seen::Seen.word());
        let fields = Behaviour::ALL.iter().fold(Fields::default(), of);
        fields.set("about", "01989aa0-0000-7000-8000-000000000001").set("coaching", "You used her name.")
    }

    #[test]
    fn all_five_are_looked_at_and_something_is_said() {
        assert!(NewCoaching::read(&mut typed()).flatten().is_some());
        for field in ["attentive", "common_ground", "courteous", "connecting", "informing", "coaching", "about"] {
            let mut fields = typed();
            fields.put(field, if field == "about" { "nobody" } else { "" });
            assert_eq!(NewCoaching::read(&mut fields), None, "{field}");
            assert!(fields.problem(field).is_some(), "{field}");
        }
    }

    #[test]
    fn a_visit_may_be_about_nobody() {
        let mut fields = typed();
        fields.put("about", "");
        assert_eq!(NewCoaching::read(&mut fields), Some(None));
    }
}
