//! What breaks a rule.

use std::fmt;

/// Something that breaks a rule: where, and what is to be done about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, and the thing in it: `items/en/AL.toml AL-003`.
    pub place: String,
    /// The rule, in a word that a test or a filter may name: `length`.
    pub rule: &'static str,
    /// What is wrong, so that whoever wrote it can mend it.
    pub says: String,
}

impl Finding {
    /// Something that breaks a rule.
    pub(crate) fn of(place: impl Into<String>, rule: &'static str, says: impl Into<String>) -> Self {
        Self { place: place.into(), rule, says: says.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {} [{}]", self.place, self.says, self.rule)
    }
}
