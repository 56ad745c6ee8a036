//! Whether an adjustment worked, as those who told us and those who stand there say.

use ground::{Error, Id, Moment, Result};
use listening::check_back::Helped;
use people::staff::StaffMember;
use serde::Serialize;

use crate::adjustment::Adjustment;

/// How long an answer may be, in letters.
pub const WORDS_LETTERS: usize = 2_000;

/// One asking of an officer who stands where something was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfficerAnswer {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// About which adjustment.
    pub adjustment_id: Id<Adjustment>,
    /// Who is asked.
    pub staff_id: Id<StaffMember>,
    /// When.
    pub asked_at: Moment,
    /// What they said; none as long as they said nothing.
    pub answer: Option<Helped>,
    /// In words.
    pub words: Option<String>,
    /// When they said it.
    pub answered_at: Option<Moment>,
}

impl OfficerAnswer {
    /// They say whether it worked. Their first word holds.
    ///
    /// # Errors
    /// Refused when they said so before.
    pub fn answered(self, answer: Helped, words: Option<&str>, now: Moment) -> Result<Self> {
        if self.answer.is_some() {
            return Err(Error::refused("outcome-said-before"));
        }
        Ok(Self { answer: Some(answer), words: words.map(str::to_owned), answered_at: Some(now), ..self })
    }
}

/// What is known of whether an adjustment worked. Silence is unknown, never good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nobody was asked yet.
    NotAsked,
    /// Nobody who was asked has said anything.
    Unknown,
    /// All who said something say so.
    Yes,
    /// Some say yes and some do not, or it worked in part.
    Partly,
    /// All who said something say no.
    No,
}

impl Verdict {
    /// The key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotAsked => "verdict-not-asked",
            Self::Unknown => "verdict-unknown",
            Self::Yes => "verdict-yes",
            Self::Partly => "verdict-partly",
            Self::No => "verdict-no",
        }
    }

    /// What follows from all that was asked: `None` is an asking without an answer.
    #[must_use]
    pub fn of(asked: &[Option<Helped>]) -> Self {
        let said: Vec<Helped> = asked.iter().copied().flatten().collect();
        match (asked.is_empty(), said.first()) {
            (true, _) => Self::NotAsked,
            (false, None) => Self::Unknown,
            (false, Some(first)) if said.iter().all(|one| one == first) => match first {
                Helped::Yes => Self::Yes,
                Helped::Partly => Self::Partly,
                Helped::No => Self::No,
            },
            _ => Self::Partly,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_unknown_and_never_good() {
        use Helped::{No, Partly, Yes};
        for (asked, verdict) in [
            (vec![], Verdict::NotAsked),
            (vec![None, None], Verdict::Unknown),
            (vec![Some(Yes), None], Verdict::Yes),
            (vec![Some(Yes), Some(No)], Verdict::Partly),
            (vec![Some(Partly), Some(Partly)], Verdict::Partly),
            (vec![Some(No)], Verdict::No),
        ] {
            assert_eq!(Verdict::of(&asked), verdict, "{asked:?}");
        }
    }
}
