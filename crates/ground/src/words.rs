//! Every sentence on a screen or in a letter, in every language, found by its key.
//!
//! A slice brings its sentences as Fluent files (`words/en.ftl`, `words/es.ftl`). `cargo xtask
//! tidy` holds that each key that is used stands in every language, and that none is unused.

mod when;

use std::collections::HashMap;
use std::sync::Arc;

pub use fluent_bundle::FluentValue;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::Refusal;

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
}

impl Language {
    /// All of them, in the order in which a page offers them.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// Its code in addresses, attributes and rows (BCP 47).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// What its speakers call it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Espa\u{f1}ol",
        }
    }

    /// In what somebody who reads this language may be spoken to where it is said in no other: in it, or else in English.
    #[must_use]
    pub const fn or_english(self) -> [Self; 2] {
        [self, Self::English]
    }

    /// The language of this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The first of ours that a browser asks for (`Accept-Language`, RFC 9110 12.5.4). Browsers
    /// list languages in the order of preference, so weights are not read.
    #[must_use]
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').find_map(|wish| {
            let tag = wish.split(';').next()?.trim();
            Self::parse(&tag.split('-').next()?.to_ascii_lowercase())
        })
    }
}

/// The sentences of all slices.
#[derive(Clone)]
pub struct Catalogue {
    bundles: Arc<HashMap<Language, FluentBundle<FluentResource>>>,
}

/// The sentences that one slice brings.
#[derive(Debug, Clone, Copy)]
pub struct Sentences {
    /// Its `words/en.ftl`.
    pub english: &'static str,
    /// Its `words/es.ftl`.
    pub spanish: &'static str,
}

impl Catalogue {
    /// Gathers the sentences of all slices.
    ///
    /// # Errors
    /// Broken when a file is no Fluent, or two slices use the same key.
    pub fn gather(slices: &[Sentences]) -> crate::Result<Self> {
        let mut bundles = HashMap::new();
        for language in Language::ALL {
            let identifier: LanguageIdentifier =
                language.code().parse().map_err(|_| crate::Error::broken("an unknown language"))?;
            let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
            bundle.set_use_isolating(false);
            for slice in slices {
                let text = match language {
                    Language::English => slice.english,
                    Language::Spanish => slice.spanish,
                };
                let resource = FluentResource::try_new(text.to_owned())
                    .map_err(|(_, errors)| crate::Error::broken(format!("a words file is wrong: {errors:?}")))?;
                bundle
                    .add_resource(resource)
                    .map_err(|errors| crate::Error::broken(format!("two slices use one key: {errors:?}")))?;
            }
            bundles.insert(language, bundle);
        }
        Ok(Self { bundles: Arc::new(bundles) })
    }

    /// The sentences in one language.
    #[must_use]
    pub fn speak(&self, language: Language) -> Words {
        Words { language, catalogue: self.clone() }
    }
}

/// The sentences in the language of whoever reads.
#[derive(Clone)]
pub struct Words {
    /// Which language.
    pub language: Language,
    catalogue: Catalogue,
}

impl Words {
    /// The sentence of this key.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The sentence of this key, naming something.
    #[must_use]
    pub fn with(&self, key: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        self.format(key, Some(&arguments.iter().cloned().collect()))
    }

    /// The sentence of this key, naming things that are known only now.
    #[must_use]
    pub fn naming<'a>(&self, key: &str, arguments: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>) -> String {
        self.format(key, Some(&arguments.into_iter().collect()))
    }

    /// The sentence of a rule's no.
    #[must_use]
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let arguments: FluentArgs<'_> =
            refusal.arguments.iter().map(|(name, value)| (*name, FluentValue::from(value.as_ref()))).collect();
        self.format(refusal.key, Some(&arguments))
    }

    /// Whether there is a sentence of this key.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.catalogue.bundles.get(&self.language).is_some_and(|bundle| bundle.has_message(key))
    }

    fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let found = self.catalogue.bundles.get(&self.language).and_then(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            let mut faults = Vec::new();
            let sentence = bundle.format_pattern(pattern, arguments, &mut faults).into_owned();
            faults.is_empty().then_some(sentence)
        });
        found.unwrap_or_else(|| {
            // Tidy holds that this does not happen; should it, the page is still readable.
            tracing::error!(key, language = self.language.code(), "a sentence is missing or wrong");
            debug_assert!(false, "no sentence for {key} in {}", self.language.code());
            key.replace('-', " ")
        })
    }
}

/// The sentences of the ground.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_found_in_each_language() {
        let slice = Sentences {
            english: "photos = { $n ->\n [one] One photo\n *[other] { $n } photos\n }",
            spanish: "photos = { $n ->\n [one] Una foto\n *[other] { $n } fotos\n }",
        };
        let catalogue = Catalogue::gather(&[slice]).unwrap();
        assert_eq!(catalogue.speak(Language::English).with("photos", &[("n", 1.into())]), "One photo");
        assert_eq!(catalogue.speak(Language::Spanish).with("photos", &[("n", 3.into())]), "3 fotos");
    }

    #[test]
    fn two_slices_cannot_use_one_key() {
        let slice = Sentences { english: "save = Save", spanish: "save = Guardar" };
        assert!(Catalogue::gather(&[slice, slice]).is_err());
    }

    #[test]
    fn the_browsers_first_wish_that_we_speak_is_taken() {
        assert_eq!(Language::accepted("fr-CA,es-MX;q=0.8,en;q=0.5"), Some(Language::Spanish));
        assert_eq!(Language::accepted("fr,de"), None);
    }
}
