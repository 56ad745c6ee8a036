//! What people say to the demo organization, as `concerns.toml` holds it.

use agreement::contract::Severity;
use ground::fields::Choice;
use ground::words::Language;
use ground::{Error, Result};
use listening::concern::{Category, Channel};
use people::client::Setting;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde::Deserialize;

const TEXT: &str = include_str!("concerns.toml");

/// Everything that people say.
#[derive(Debug)]
pub(super) struct Concerns {
    pub topics: Vec<Topic>,
    pub praise: Vec<Topic>,
    /// What we say when any of them comes back to us.
    pub any: Texts,
}

/// One thing that people say, in many words, and what is said back.
#[derive(Debug)]
pub(super) struct Topic {
    pub settings: Vec<Setting>,
    pub severity: Severity,
    pub category: Category,
    pub protected: bool,
    /// Whose voice it can be.
    pub voices: Vec<Teller>,
    pub channels: Vec<Channel>,
    pub texts: Texts,
}

/// Who tells us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Teller {
    Contact,
    Visitor,
    Officer,
}

/// Lists of words by their name, such as `said_en`.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Texts(toml::Table);

#[derive(Deserialize)]
struct Written {
    concern: Vec<WrittenTopic>,
    praise: Vec<WrittenTopic>,
    any: Texts,
}

#[derive(Deserialize)]
struct WrittenTopic {
    settings: Vec<String>,
    severity: Option<String>,
    category: Option<String>,
    #[serde(default)]
    protected: bool,
    voices: Vec<String>,
    channels: Vec<String>,
    #[serde(flatten)]
    texts: Texts,
}

impl Concerns {
    pub(super) fn read() -> Result<Self> {
        let written: Written =
            toml::from_str(TEXT).map_err(|error| Error::broken(format!("concerns.toml: {error}")))?;
        let topics = |written: Vec<WrittenTopic>| written.into_iter().map(WrittenTopic::read).collect::<Result<_>>();
        Ok(Self { topics: topics(written.concern)?, praise: topics(written.praise)?, any: written.any })
    }
}

impl WrittenTopic {
    fn read(self) -> Result<Topic> {
        let category = self.category.as_deref().map_or(Ok(Category::Praise), word)?;
        Ok(Topic {
            settings: self.settings.iter().map(|text| word(text)).collect::<Result<_>>()?,
            severity: self.severity.as_deref().map_or(Ok(Severity::P), word)?,
            category,
            protected: self.protected,
            voices: self.voices.iter().map(|text| Teller::read(text)).collect::<Result<_>>()?,
            channels: self.channels.iter().map(|text| word(text)).collect::<Result<_>>()?,
            texts: self.texts,
        })
    }
}

impl Topic {
    /// The channels by which this teller can tell it.
    pub(super) fn channels_of(&self, teller: Teller) -> Vec<Channel> {
        let fits: &[Channel] = match teller {
            Teller::Contact => &[Channel::Portal, Channel::Phone, Channel::Api],
            Teller::Visitor => &[Channel::Qr, Channel::Phone],
            Teller::Officer => &[Channel::Spoken],
        };
        self.channels.iter().copied().filter(|channel| fits.contains(channel)).collect()
    }
}

impl Teller {
    fn read(text: &str) -> Result<Self> {
        match text {
            "client" => Ok(Self::Contact),
            "public" => Ok(Self::Visitor),
            "officer" => Ok(Self::Officer),
            _ => Err(unknown(text)),
        }
    }
}

impl Texts {
    /// One of the texts of this name in a language; none when there are none.
    pub(super) fn draw(&self, name: &str, language: Language, dice: &mut StdRng) -> Option<&str> {
        self.list(&format!("{name}_{}", language.code())).choose(dice)?.as_str()
    }

    /// One of the notes, which are in English only.
    pub(super) fn draw_note(&self, dice: &mut StdRng) -> Option<&str> {
        self.list("note").choose(dice)?.as_str()
    }

    /// What was said, by its place in the list.
    pub(super) fn said(&self, language: Language, place: usize) -> Option<&str> {
        self.list(&format!("said_{}", language.code())).get(place)?.as_str()
    }

    /// How many ways there are to say it.
    pub(super) fn ways_to_say(&self, language: Language) -> usize {
        self.list(&format!("said_{}", language.code())).len()
    }

    fn list(&self, name: &str) -> &[toml::Value] {
        self.0.get(name).and_then(toml::Value::as_array).map_or(&[], Vec::as_slice)
    }
}

fn word<T: Choice>(text: &str) -> Result<T> {
    T::from_word(text).ok_or_else(|| unknown(text))
}

fn unknown(text: &str) -> Error {
    Error::broken(format!("concerns.toml: {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_concern_can_be_told_and_answered_in_both_languages() {
        let concerns = Concerns::read().unwrap();
        assert_eq!((concerns.topics.len(), concerns.praise.len()), (40, 14));
        let said = |texts: &Texts, name: &str| {
            Language::ALL.iter().all(|language| !texts.list(&format!("{name}_{}", language.code())).is_empty())
        };
        for topic in concerns.topics.iter().chain(&concerns.praise) {
            let can_be_told = topic.voices.iter().any(|voice| !topic.channels_of(*voice).is_empty());
            assert!(can_be_told && !topic.settings.is_empty() && said(&topic.texts, "said"), "{topic:?}");
        }
        for name in ["acknowledgement", "answer", "ask_back", "reply", "check_yes", "check_no", "remedy_wanted"] {
            assert!(concerns.topics.iter().all(|topic| said(&topic.texts, name)), "{name}");
        }
        assert!(concerns.praise.iter().all(|topic| said(&topic.texts, "thanks")));
        assert!(concerns.topics.iter().all(|topic| !topic.texts.list("note").is_empty()));
        for name in ["acknowledged_again", "answered_again", "reminder", "closing", "partly"] {
            assert!(said(&concerns.any, name), "{name}");
        }
    }

    #[test]
    fn every_setting_has_something_to_say_and_to_praise() {
        let concerns = Concerns::read().unwrap();
        for setting in Setting::ALL {
            let of = |topics: &[Topic]| topics.iter().filter(|topic| topic.settings.contains(setting)).count();
            assert!(of(&concerns.topics) > 3 && of(&concerns.praise) > 1, "{setting:?}");
        }
    }
}
