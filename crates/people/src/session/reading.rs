//! How a person wants to read: language, colours, keys.

use ground::words::{Language, Words};

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
