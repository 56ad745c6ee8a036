//! How whoever told us found that it was handled: whether it was just, in three ways.
//!
//! Tax, Brown and Chandrashekaran (1998) and what followed tell apart what one gets, how it came about, and how one was
//! treated. The sentences are our own.

use std::ops::RangeInclusive;

use ground::Fields;
use serde::Serialize;

use super::Helped;

/// From "not at all" to "fully".
pub const GRADES: RangeInclusive<i64> = 1..=5;

/// The keys of what the ends of the scale mean.
pub const ENDS: [&str; 2] = ["scale-fully-low", "scale-fully-high"];

/// A question, as the name of its field and the key of its sentence.
type Item = (&'static str, &'static str);

/// The questions, in the order in which they are asked.
pub const ITEMS: [Item; 4] = [
    ("fair", "item-result-fair"),
    ("prompt", "item-handled-promptly"),
    ("respect", "item-respect"),
    ("told_why", "item-told-why"),
];

/// How somebody found that it was handled, each in [`GRADES`]; none where they did not say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Handling {
    /// Whether the result was fair (distributive).
    pub fair: Option<i64>,
    /// Whether it was quick enough (procedural).
    pub prompt: Option<i64>,
    /// Whether they were treated with respect (interactional).
    pub respect: Option<i64>,
    /// Whether our answer was explained to them (interactional).
    pub told_why: Option<i64>,
}

impl Handling {
    /// Reads the grades; what is wrong stands beside its field.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let [fair, prompt, respect, told_why] = ITEMS.map(|(name, _)| fields.optional_number(name, GRADES));
        Some(Self { fair: fair?, prompt: prompt?, respect: respect?, told_why: told_why? })
    }

    /// The grades that were given, each with the key of its question.
    #[must_use]
    pub fn given(&self) -> Vec<(&'static str, i64)> {
        let grades = [self.fair, self.prompt, self.respect, self.told_why];
        ITEMS.iter().zip(grades).filter_map(|((_, key), grade)| Some((*key, grade?))).collect()
    }
}

/// What whoever told us says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Whether it helped.
    pub helped: Helped,
    /// In which words.
    pub words: Option<String>,
    /// How they found that it was handled.
    pub handling: Handling,
}

impl Feedback {
    /// One that says nothing of how it was handled.
    #[must_use]
    pub fn of(helped: Helped, words: Option<&str>) -> Self {
        Self { helped, words: words.map(str::to_owned), handling: Handling::default() }
    }

    /// Reads what was said; the words stand in the field of this name.
    pub fn read(fields: &mut Fields, words: (&'static str, usize)) -> Option<Self> {
        let helped = fields.choice("helped");
        let words = fields.optional_prose(words.0, words.1);
        let handling = Handling::read(fields);
        Some(Self { helped: helped?, words: words?, handling: handling? })
    }

    /// All of it in one line, by which the same said twice is known.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{} {:?} {}", self.helped.word(), self.handling.given(), self.words.as_deref().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().fold(Fields::default(), |fields, (name, value)| fields.set(name, *value))
    }

    #[test]
    fn what_is_left_out_is_unknown_and_what_is_no_grade_is_refused() {
        let mut fields = typed(&[("helped", "yes"), ("fair", "4"), ("respect", ""), ("told_why", "5")]);
        let feedback = Feedback::read(&mut fields, ("words", 100)).unwrap();
        assert_eq!(feedback.handling, Handling { fair: Some(4), prompt: None, respect: None, told_why: Some(5) });
        assert_eq!(feedback.handling.given(), [("item-result-fair", 4), ("item-told-why", 5)]);
        for wrong in ["0", "6", "-1", "four", "9223372036854775808"] {
            let mut fields = typed(&[("helped", "yes"), ("fair", wrong)]);
            assert_eq!(Feedback::read(&mut fields, ("words", 100)), None, "{wrong}");
            assert!(fields.problem("fair").is_some());
        }
    }
}
