//! What makes a page work on a phone without signal: its scripts, and the sentences that they say.

use crate::web::assets;
use crate::words::Words;

/// In the order in which they build on one another.
const SCRIPTS: [&str; 3] = ["outbox.js", "phone.js", "field.js"];

/// The sentences of the scripts.
const KEYS: &[&str] = &[
    "outbox-waiting",
    "outbox-sending",
    "outbox-sent",
    "outbox-held",
    "outbox-server",
    "outbox-needs",
    "outbox-refused",
    "outbox-draft",
    "outbox-finish",
    "outbox-mend",
    "outbox-open",
    "outbox-seen",
    "outbox-remove",
    "outbox-keep",
    "outbox-remove-sure",
    "outbox-removed",
    "outbox-others",
    "outbox-photos",
    "outbox-photo-broken",
    "outbox-full",
    "outbox-not-kept",
    "outbox-no-key",
    "outbox-broken",
    "outbox-kind-concern",
    "outbox-kind-interaction",
    "outbox-kind-confirmation",
    "outbox-kind-photo",
    "outbox-kind-heard",
    "outbox-kind-practice",
    "phone-saved-copy",
    "phone-saved-slow",
    "phone-saved-same",
    "phone-saved-older",
    "phone-saved-show",
    "phone-lost",
    "phone-clock-behind",
    "phone-clock-ahead",
    "phone-clock-right",
    "phone-kept",
    "phone-not-kept",
    "phone-never",
    "phone-switching",
    "phone-switch-unknown",
    "phone-pin-wrong",
    "phone-pin-forgotten",
    "sign-out-waiting",
    "sign-out-send",
    "sign-out-anyway",
    "sign-out-stay",
];

/// The scripts of the outbox, and what they say.
pub(super) struct Phone {
    pub scripts: [&'static str; 3],
    /// The sentences by their keys, as JSON; what they name stands in braces.
    pub sentences: String,
}

impl Phone {
    pub(super) fn of(w: &Words) -> Self {
        let gaps = ["count", "time", "left", "reason"].map(|name| (name, format!("{{{name}}}").into()));
        let sentences = KEYS.iter().map(|key| ((*key).to_owned(), w.with(key, &gaps).into()));
        let sentences: serde_json::Map<String, serde_json::Value> = sentences.collect();
        Self { scripts: SCRIPTS.map(assets::url), sentences: serde_json::Value::from(sentences).to_string() }
    }
}
