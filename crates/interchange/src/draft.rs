//! A question while it is read: it may still turn out to be none.

use crate::limits::{FEWEST_OPTIONS, MOST_OPTIONS, PARTS, TEXT_CHARACTERS};
use crate::text::{begins, one_line, tidy};
use crate::{Choice, Left, Part, Place, Question, Taken, Unreadable, What};

/// A question while it is read.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// What is known of it; its key is not.
    pub(crate) question: Question,
    /// Which of its options are right, in whole or in part.
    pub(crate) keys: Vec<usize>,
    /// What of it no question holds.
    pub(crate) left: Vec<Part>,
}

impl Draft {
    /// Notes a part that no question holds, once, and no more of them than anybody would read.
    pub(crate) fn leave(&mut self, part: Part) {
        if self.left.len() < PARTS && !self.left.contains(&part) {
            self.left.push(part);
        }
    }

    /// Adds an option, with the share of the points that it has.
    pub(crate) fn option(&mut self, text: String, why: String, points: f64) {
        if points > 0.0 {
            self.keys.push(self.question.options.len());
        }
        if points != 0.0 && (points - 100.0).abs() > 0.001 {
            self.leave(Part::Weights);
        }
        self.question.options.push(Choice { text, why });
    }

    /// Adds a text to the explanation.
    pub(crate) fn explain(&mut self, text: &str) {
        join(&mut self.question.explanation, text);
    }

    /// Reads a level.
    pub(crate) fn level(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        match text.replace(',', ".").parse::<f64>() {
            Ok(level) if level.is_finite() => self.question.level = Some(level),
            _ => self.leave(Part::NotANumber(begins(text))),
        }
    }

    /// Takes the question, or leaves it and says why.
    pub(crate) fn settle(mut self, mut place: Place, taken: &mut Taken) -> Result<(), Unreadable> {
        self.bring_into_form();
        place.number = Some(taken.next());
        place.name = begins(if self.question.name.is_empty() { &self.question.ask } else { &self.question.name });
        if let Some(what) = self.objection() {
            return taken.leave(place, what);
        }
        taken.meet()?;
        self.question.key = self.keys[0];
        taken.questions.push(self.question);
        let left = self.left.into_iter().map(|part| Left { place: place.clone(), what: What::Part(part) });
        taken.left.extend(left);
        Ok(())
    }

    fn bring_into_form(&mut self) {
        let question = &mut self.question;
        for option in &mut question.options {
            option.text = tidy(&option.text);
            option.why = tidy(&option.why);
        }
        question.ask = tidy(&question.ask);
        question.explanation = tidy(&question.explanation);
        for text in [&mut question.name, &mut question.competency, &mut question.setting, &mut question.source] {
            *text = one_line(text);
        }
    }

    fn objection(&self) -> Option<What> {
        let question = &self.question;
        let options = &question.options;
        if question.ask.is_empty() || options.iter().any(|option| option.text.is_empty()) {
            return Some(What::NoText);
        }
        if options.len() < FEWEST_OPTIONS {
            return Some(What::TooFewOptions);
        }
        if options.len() > MOST_OPTIONS {
            return Some(What::TooManyOptions);
        }
        if question.texts().any(|text| text.chars().count() > TEXT_CHARACTERS) {
            return Some(What::TooLong);
        }
        if question.repeats_option() {
            return Some(What::RepeatedOption);
        }
        match self.keys[..] {
            [key] if key < options.len() => None,
            [] | [_] => Some(What::NoKey),
            _ => Some(What::SeveralKeys),
        }
    }
}

/// Adds a line to a text.
pub(crate) fn join(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}
