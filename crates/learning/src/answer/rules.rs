//! What an answer is.

use ground::{Day, Id, Moment, choice};
use people::staff::StaffMember;

use crate::question::{Question, Wording};

choice! {
    /// On what occasion a question was answered.
    pub enum Occasion {
        /// In practice, where one is told at once whether it was right.
        Practice = "practice", "occasion-practice",
        /// In an exam.
        Exam = "exam", "occasion-exam",
        /// In a test that finds out how much somebody can.
        Placement = "placement", "occasion-placement",
    }
}

/// What an officer gave as an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// To which words.
    pub wording_id: Id<Wording>,
    /// The place of what they chose among the options as their author has them; none when they chose nothing.
    pub chosen: Option<usize>,
    /// Whether they say that they guessed.
    pub is_guess: bool,
}

/// One answer of one officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Whose.
    pub staff_id: Id<StaffMember>,
    /// To which question.
    pub question_id: Id<Question>,
    /// What they chose of which words.
    pub given: Given,
    /// On what occasion.
    pub occasion: Occasion,
    /// Which practice, exam or test.
    pub occasion_id: String,
    /// When.
    pub answered_at: Moment,
    /// On which day, where the organization is.
    pub answered_on: Day,
    /// Whether it was right.
    pub is_right: bool,
    /// Whether they had never answered the question in the words that are asked now: only such an answer, and one in an exam,
    /// says what they can; any other says also what they remember. An answer to words that were replaced meanwhile is none.
    pub is_first: bool,
    /// Whether it moved what they are taken to remember: the first answer of a day in practice does, to words that are asked.
    pub is_review: bool,
}
