//! What later slices may know of what we heard: each fact one function, and one sentence.

pub mod counted;
pub mod past;
pub mod period;
mod rows;

pub use rows::{
    answered_in_time, asked_since, checked, closed_since, for_officers, news_since, praise_at, said_and_done,
    written_down_by_me,
};

use ground::{Id, Moment};

use crate::check_back::{Handling, Helped};
use crate::concern::Concern;
use crate::conversation::Message;
use crate::queue::Line;

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// Of how many; a share of none says nothing.
    pub of: usize,
}

/// One asking of whether it helped, and what was said.
#[derive(Debug, Clone)]
pub struct Checked {
    /// About which concern.
    pub concern_id: Id<Concern>,
    /// Its number.
    pub number: String,
    /// When we asked; the moment of the answer, where it was said before we asked.
    pub asked_at: Moment,
    /// When it was said.
    pub answered_at: Option<Moment>,
    /// Whether it helped.
    pub answer: Option<Helped>,
    /// In which words.
    pub words: Option<String>,
    /// How it was found to be handled.
    pub handling: Handling,
}

/// What is new about a concern.
#[derive(Debug, Clone)]
pub struct News {
    /// The concern, as it stands now.
    pub line: Line,
    /// Our newest words, if they are new.
    pub said: Option<Message>,
    /// Why something is late, once somebody has said so.
    pub why_late: Option<String>,
}

/// What somebody told us, and what came of it.
#[derive(Debug, Clone)]
pub struct SaidAndDone {
    /// The concern.
    pub line: Line,
    /// What was said first.
    pub said: Message,
    /// Our newest answer; none as long as there is none.
    pub answer: Option<Message>,
    /// Whether that answer helped; unknown as long as nobody said so.
    pub helped: Option<Helped>,
}
