//! What a contract promises: the table of [`super::targets`], and what was agreed otherwise.

use std::collections::BTreeMap;
use std::str::FromStr;

use ground::fields::Choice;
use ground::{Error, Fields, Refusal};
use serde::Serialize;

use super::targets::{Limit, Severity, Step, default_limit};

/// How long each promise of a contract may take. As text it is compact JSON of what was agreed
/// otherwise, `{"S1":{"acknowledge":"10 min"}}`, always in the same order; `{}` is the usual table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Promises {
    agreed: BTreeMap<Severity, BTreeMap<Step, Limit>>,
}

impl Promises {
    /// How long this promise may take; `None` where nothing is promised.
    #[must_use]
    pub fn limit(&self, severity: Severity, step: Step) -> Option<Limit> {
        self.agreed(severity, step).or_else(|| default_limit(severity, step))
    }

    /// What was agreed otherwise than in the usual table.
    #[must_use]
    pub fn agreed(&self, severity: Severity, step: Step) -> Option<Limit> {
        self.agreed.get(&severity)?.get(&step).copied()
    }

    /// The same table with another limit in one place.
    #[must_use]
    pub fn with(mut self, severity: Severity, step: Step, limit: Limit) -> Self {
        self.agreed.entry(severity).or_default().insert(step, limit);
        self
    }

    /// Reads what was typed: one field for each promise, named as [`field`] says; an empty one is as usual.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let (mut promises, mut right) = (Self::default(), true);
        for (severity, step) in cells() {
            let name = field(severity, step);
            if !fields.given(&name) {
                continue;
            }
            match fields.typed(&name).parse() {
                Ok(limit) => promises = promises.with(severity, step, limit),
                Err(error) => {
                    let error: super::targets::LimitError = error;
                    fields.refuse(name, Refusal::new(error.key()));
                    right = false;
                }
            }
        }
        right.then_some(promises)
    }

    /// The text that a row keeps.
    ///
    /// # Errors
    /// Broken when it cannot be written as JSON.
    pub fn text(&self) -> Result<String, Error> {
        Ok(serde_json::to_string(self)?)
    }
}

/// Every place of the table, severity by severity.
pub fn cells() -> impl Iterator<Item = (Severity, Step)> {
    Severity::ALL.iter().flat_map(|severity| Step::ALL.iter().map(move |step| (*severity, *step)))
}

/// The name of the field or column of one promise: `S1_acknowledge`.
#[must_use]
pub fn field(severity: Severity, step: Step) -> String {
    format!("{}_{}", severity.word(), step.word())
}

/// Reads the text that a row keeps.
impl FromStr for Promises {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let table: BTreeMap<String, BTreeMap<String, String>> = serde_json::from_str(text)?;
        let unknown = |word: &str| Error::broken(format!("a contract promises {word:?}, which nobody can read"));
        let mut promises = Self::default();
        for (severity, limits) in &table {
            let severity = Severity::from_word(severity).ok_or_else(|| unknown(severity))?;
            for (step, limit) in limits {
                let step = Step::from_word(step).ok_or_else(|| unknown(step))?;
                promises = promises.with(severity, step, limit.parse().map_err(|_| unknown(limit))?);
            }
        }
        Ok(promises)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_table_holds_where_nothing_else_was_agreed() {
        let quick: Limit = "10 min".parse().unwrap();
        let promises = Promises::default().with(Severity::S1, Step::Acknowledge, quick);
        assert_eq!(promises.limit(Severity::S1, Step::Acknowledge), Some(quick));
        assert_eq!(promises.limit(Severity::S1, Step::Answer), default_limit(Severity::S1, Step::Answer));
        assert_eq!(promises.limit(Severity::P, Step::Adjust), None);
    }

    #[test]
    fn a_table_is_always_the_same_text_and_comes_back_from_it() {
        let limit = |text: &str| text.parse::<Limit>().unwrap();
        let one = Promises::default()
            .with(Severity::P, Step::Acknowledge, limit("3 days"))
            .with(Severity::S1, Step::CheckBackAgain, limit("2 h"))
            .with(Severity::S1, Step::Answer, limit("1 working day"));
        let text = one.text().unwrap();
        let expected = r#"{"S1":{"answer":"1 working day","check_back_again":"2 hours"},"P":{"acknowledge":"3 days"}}"#;
        assert_eq!(text, expected);
        assert_eq!(text.parse::<Promises>().unwrap(), one);
        assert_eq!(Promises::default().text().unwrap(), "{}");
        assert!("{\"S9\":{}}".parse::<Promises>().is_err());
    }

    #[test]
    fn every_field_that_is_no_limit_is_refused_beside_it() {
        let mut fields = Fields::default()
            .set("S1_acknowledge", "5 minutes")
            .set("S2_answer", "soon")
            .set("S3_adjust", " ")
            .set("S4_check_back", "400 days");
        assert_eq!(Promises::read(&mut fields), None);
        let refused: Vec<_> = fields.problems().iter().map(|p| (p.field.as_ref(), p.refusal.key)).collect();
        assert_eq!(refused, [("S2_answer", "limit-unreadable"), ("S4_check_back", "limit-out-of-range")]);
        let read = Promises::read(&mut Fields::default().set("S1_acknowledge", "5 minutes")).unwrap();
        assert_eq!(read.text().unwrap(), r#"{"S1":{"acknowledge":"5 min"}}"#);
    }
}
