//! How a memory fades and is made firmer: FSRS-6 by the crate of its authors, asked once for each review.

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, MemoryState, current_retrievability};
use ground::{Day, Id};
use people::staff::StaffMember;

use crate::question::Question;

/// A question comes back when it would be remembered with this chance: the value at which the authors of FSRS see the least
/// work for what is remembered.
const RETENTION: f32 = 0.9;
/// Nothing stays away for longer, however well it is remembered: half a year, so that each is asked again before a
/// registration that is renewed each year.
const MOST_DAYS: f32 = 180.0;
/// The place of the decay among the 21 weights of FSRS-6.
const DECAY: usize = 20;

/// How an answer counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// It was wrong.
    Again,
    /// It was right, by a guess.
    Hard,
    /// It was right.
    Good,
}

impl Grade {
    /// The grade of an answer. Whoever guesses wrong was wrong.
    #[must_use]
    pub const fn of(is_right: bool, is_guess: bool) -> Self {
        match (is_right, is_guess) {
            (false, _) => Self::Again,
            (true, true) => Self::Hard,
            (true, false) => Self::Good,
        }
    }

    /// The rating that FSRS has for it, 1 to 3; its 4, "easy", nobody is asked for.
    #[must_use]
    pub const fn rating(self) -> u32 {
        match self {
            Self::Again => 1,
            Self::Hard => 2,
            Self::Good => 3,
        }
    }
}

/// A review: how the first answer of a day counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// How it counts.
    pub grade: Grade,
    /// On which day.
    pub on: Day,
}

/// The reviews of a question by an officer, in the order of time, of each day one.
pub type History = Vec<Step>;

/// What is remembered of a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// After so many days it is remembered with a chance of 0.9.
    pub stability_days: f64,
    /// How hard it is to make it firmer, 1 to 10.
    pub difficulty: f64,
}

/// How memories fade.
#[derive(Debug, Clone)]
pub struct Forgetting {
    model: FSRS,
    /// How steeply: the last of the weights.
    decay: f32,
}

impl Default for Forgetting {
    fn default() -> Self {
        Self { model: FSRS::default(), decay: FSRS6_DEFAULT_DECAY }
    }
}

impl Forgetting {
    /// As these weights say; none when they are no weights of FSRS-6.
    #[must_use]
    pub fn of(weights: &[f32]) -> Option<Self> {
        let decay = *weights.get(DECAY)?;
        FSRS::new(weights).ok().map(|model| Self { model, decay })
    }

    /// The model itself.
    pub(crate) const fn model(&self) -> &FSRS {
        &self.model
    }

    /// What is remembered after a review, so many days after the one before.
    #[must_use]
    pub fn after(&self, before: Option<Memory>, grade: Grade, days: u32) -> Memory {
        let state = before.map(Memory::state);
        let Ok(next) = self.model.next_states(state, RETENTION, days) else {
            // A memory that no arithmetic can go on from begins anew.
            return self.after(None, grade, 0);
        };
        let after = match grade {
            Grade::Again => next.again,
            Grade::Hard => next.hard,
            Grade::Good => next.good,
        };
        Memory::of(after.memory)
    }

    /// After how many whole days it should come back: from tomorrow to half a year.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "it is at most half a year")]
    pub fn rest_days(&self, memory: Memory) -> i64 {
        let days = self.model.next_interval(Some(memory.state().stability), RETENTION, Grade::Good.rating());
        days.round().clamp(1.0, MOST_DAYS) as i64
    }

    /// The chance with which it is remembered after so many days.
    #[must_use]
    pub fn remembered(&self, memory: Memory, days: u32) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "there are fewer days than a number has digits")]
        f64::from(current_retrievability(memory.state(), days as f32, self.decay))
    }
}

impl Memory {
    fn of(state: MemoryState) -> Self {
        Self { stability_days: f64::from(state.stability), difficulty: f64::from(state.difficulty) }
    }

    #[allow(clippy::cast_possible_truncation, reason = "the model reckons with these")]
    const fn state(self) -> MemoryState {
        MemoryState { stability: self.stability_days as f32, difficulty: self.difficulty as f32 }
    }
}

/// What an officer remembers of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Who.
    pub staff_id: Id<StaffMember>,
    /// Of which question.
    pub question_id: Id<Question>,
    /// What is remembered.
    pub memory: Memory,
    /// The day of the last review.
    pub reviewed_on: Day,
    /// The day from which it comes back.
    pub due_on: Day,
    /// How many reviews there were.
    pub reviews: i64,
    /// How many of them, but the first, were wrong.
    pub lapses: i64,
}

impl Card {
    /// The card after a review; none before is the first one. Reviews come in the order of their days.
    #[must_use]
    pub fn reviewed(
        before: Option<&Self>,
        (staff_id, question_id): (&Id<StaffMember>, &Id<Question>),
        step: Step,
        fades: &Forgetting,
    ) -> Self {
        let days = before.map_or(0, |card| step.on.days_since(card.reviewed_on));
        let days = u32::try_from(days).unwrap_or(0);
        let memory = fades.after(before.map(|card| card.memory), step.grade, days);
        let lapsed = before.is_some() && step.grade == Grade::Again;
        Self {
            staff_id: staff_id.clone(),
            question_id: question_id.clone(),
            memory,
            reviewed_on: step.on,
            due_on: step.on.plus_days(fades.rest_days(memory)),
            reviews: before.map_or(0, |card| card.reviews) + 1,
            lapses: before.map_or(0, |card| card.lapses) + i64::from(lapsed),
        }
    }

    /// Whether an answer on a day is a review: only the first of its day is, and none that comes late, of a day before the
    /// last review.
    #[must_use]
    pub fn is_review(card: Option<&Self>, on: Day) -> bool {
        card.is_none_or(|card| on > card.reviewed_on)
    }

    /// The chance with which it is remembered on a day.
    #[must_use]
    pub fn remembered_on(&self, on: Day, fades: &Forgetting) -> f64 {
        fades.remembered(self.memory, u32::try_from(on.days_since(self.reviewed_on)).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests;
