//! How a person wants to read: language, colours, keys.

use ground::Fields;
use ground::words::{Language, Words};
use serde::Serialize;

/// How a person reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Reading {
    /// In which language.
    pub language: Language,
    /// In which colours; empty when the device decides.
    pub theme: String,
    /// Whether single-key shortcuts are on.
    pub keys: bool,
}

impl Reading {
    /// Reads what was chosen. Where that is none of ours, the language stays, and the rest is as on the first day.
    pub(super) fn read(fields: &Fields, language: Language) -> Self {
        let theme = fields.typed("theme");
        Self {
            language: Language::parse(fields.typed("language")).unwrap_or(language),
            theme: if ["light", "dark", "dim"].contains(&theme) { theme.to_owned() } else { String::new() },
            keys: fields.typed("keys") != "off",
        }
    }
}

/// The languages to choose from, each by its own name.
pub(crate) fn languages() -> Vec<(String, String)> {
    Language::ALL.map(|language| (language.code().to_owned(), language.own_name().to_owned())).to_vec()
}

/// The colours to choose from.
pub(super) fn themes(w: &Words) -> [(String, String); 4] {
    [("", "me-theme-device"), ("light", "me-theme-light"), ("dark", "me-theme-dark"), ("dim", "me-theme-dim")]
        .map(|(value, key)| (value.to_owned(), w.t(key)))
}

/// Whether single-key shortcuts are on.
pub(super) fn keys(w: &Words) -> [(String, String); 2] {
    [("on", "me-keys-on"), ("off", "me-keys-off")].map(|(value, key)| (value.to_owned(), w.t(key)))
}
