//! How often a warning came true, and how often it was there when it was needed.

use ground::{Day, Id};
use people::client::Client;
use satisfaction::figure::share;
use statistics::Share;

use crate::health::{Band, Weights};

/// Health is looked at so many days before the last day on which notice could be given.
pub(super) const BEFORE_DAYS: i64 = 90;
/// With fewer terms than this, or fewer who left, the figures say nothing yet.
pub(super) const FEWEST: usize = 5;

/// A term in which notice could be given, and can no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Past {
    /// Whose.
    pub client_id: Id<Client>,
    /// What they are called.
    pub client: String,
    /// The last day on which notice could be given.
    pub notice_by: Day,
    /// What health was ninety days before; none where not enough was known.
    pub score: Option<i64>,
    /// Whether they left at the end of the term.
    pub left: bool,
}

impl Past {
    /// Whether health warned: it was not steady.
    pub(super) fn is_flagged(&self, weights: &Weights) -> bool {
        self.score.is_some_and(|score| weights.band(score) != Band::Steady)
    }
}

/// How well health told.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Calibration {
    /// How many terms there are.
    pub terms: usize,
    /// In how many of them not enough was known for a number.
    pub unknown: usize,
    /// Of those who left and of whom enough was known, how many were flagged. Whoever left before is counted as unknown.
    pub recall: Share,
    /// Of those who were flagged, how many left.
    pub precision: Share,
    /// Of those who were not flagged though enough was known, how many left.
    pub missed: Share,
}

impl Calibration {
    /// What some terms say.
    pub(super) fn of(terms: &[Past], weights: &Weights) -> Self {
        let count = |is: &dyn Fn(&Past) -> bool| terms.iter().filter(|one| is(one)).count();
        let flagged = |one: &Past| one.is_flagged(weights);
        let unflagged = |one: &Past| one.score.is_some() && !one.is_flagged(weights);
        Self {
            terms: terms.len(),
            unknown: count(&|one| one.score.is_none()),
            recall: share(count(&|one| one.left && flagged(one)), count(&|one| one.left && one.score.is_some())),
            precision: share(count(&|one| one.left && flagged(one)), count(&flagged)),
            missed: share(count(&|one| one.left && unflagged(one)), count(&unflagged)),
        }
    }

    /// Whether there is enough to say anything.
    pub(super) fn has_figures(&self) -> bool {
        self.terms >= FEWEST && self.recall.of() >= FEWEST as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn past(score: Option<i64>, left: bool) -> Past {
        let notice_by = Day::new(2026, 1, 1).unwrap();
        Past { client_id: Id::known("client"), client: String::new(), notice_by, score, left }
    }

    /// Worked by hand: of five who left, three were flagged, one was steady, of one nothing was known. Of five flagged,
    /// three left. Of three steady ones, one left. Four who left and were known are too few to say anything.
    #[test]
    fn who_left_and_who_was_flagged_are_counted_both_ways() {
        let terms = [
            past(Some(40), true),
            past(Some(60), true),
            past(Some(74), true),
            past(Some(75), true),
            past(None, true),
            past(Some(30), false),
            past(Some(55), false),
            past(Some(80), false),
            past(Some(99), false),
            past(None, false),
        ];
        let found = Calibration::of(&terms, &Weights::default());
        let counts = [&found.recall, &found.precision, &found.missed].map(|share| (share.count(), share.of()));
        assert_eq!(counts, [(3, 4), (3, 5), (1, 3)]);
        assert_eq!((found.terms, found.unknown, found.has_figures()), (10, 2, false));
    }

    #[test]
    fn with_little_history_nothing_is_said() {
        let nobody_left: Vec<_> = (0..9).map(|_| past(Some(80), false)).collect();
        assert!(!Calibration::of(&nobody_left, &Weights::default()).has_figures());
        let none = Calibration::of(&[], &Weights::default());
        assert_eq!((none.terms, none.recall.of(), none.precision.of()), (0, 0, 0));
    }
}
