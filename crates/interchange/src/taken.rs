//! What was taken from a file.

use std::collections::HashSet;

use crate::limits::QUESTIONS;
use crate::{Format, Left, Part, Place, Question, Unreadable, What};

/// What was taken from a file, and what was left.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The format that it was read as.
    pub format: Format,
    /// The questions, in the order of the file.
    pub questions: Vec<Question>,
    /// Everything that the file held and the questions do not.
    pub left: Vec<Left>,
    met: usize,
    said: HashSet<Part>,
}

impl Taken {
    pub(crate) fn of(format: Format) -> Self {
        Self { format, questions: Vec::new(), left: Vec::new(), met: 0, said: HashSet::new() }
    }

    /// The number of the next question, taken or left.
    pub(crate) fn next(&self) -> usize {
        self.met + 1
    }

    /// Counts a question that was met.
    pub(crate) fn meet(&mut self) -> Result<(), Unreadable> {
        self.met += 1;
        if self.met > QUESTIONS { Err(Unreadable::TooManyQuestions) } else { Ok(()) }
    }

    /// Leaves a whole question.
    pub(crate) fn leave(&mut self, place: Place, what: What) -> Result<(), Unreadable> {
        self.meet()?;
        self.left.push(Left { place, what });
        Ok(())
    }

    /// Leaves a part of the file, once. Nobody reads more of them than there may be questions.
    pub(crate) fn part(&mut self, part: Part) {
        if self.said.len() < QUESTIONS && self.said.insert(part.clone()) {
            self.left.push(Left::of_file(part));
        }
    }
}
