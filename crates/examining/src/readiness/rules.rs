//! Where somebody stands, and how well it was foretold.

use std::collections::BTreeMap;

use satisfaction::figure::share;
use statistics::Share;

use crate::known::Pool;

/// Of fewer answers than this nothing is said of a competency.
pub(super) const FEWEST: u64 = 5;
/// With fewer exams than this nothing is said of forecasts.
pub(super) const FEWEST_EXAMS: usize = 10;
const BINS: usize = 5;

/// Where somebody stands in a competency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct About {
    /// Which.
    pub id: String,
    /// How many of how many were right.
    pub share: Share,
}

impl About {
    pub(super) const fn is_known(&self) -> bool {
        self.share.of() >= FEWEST
    }
}

/// Where somebody stands in each competency of which they answered something, in the order of their names.
pub(super) fn about(pool: &Pool, answers: &[(usize, bool)]) -> Vec<About> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (place, right) in answers {
        let (count, of) = counts.entry(&pool.questions[*place].competency).or_default();
        (*count, *of) = (*count + usize::from(*right), *of + 1);
    }
    counts.into_iter().map(|(id, (count, of))| About { id: id.to_owned(), share: share(count, of) }).collect()
}

/// The competency in which the smallest share was right, of those of which enough is known and not all was right.
pub(super) fn read_next(all: &[About]) -> Option<&About> {
    let known = all.iter().filter(|one| one.is_known() && one.share.count() < one.share.of());
    let value = |one: &About| one.share.value().unwrap_or(1.0);
    known.min_by(|one, other| value(one).total_cmp(&value(other)))
}

/// Exams of which the same was foretold, roughly.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bin {
    /// From which chance on, in percent.
    pub low: usize,
    /// Up to which, in percent.
    pub high: usize,
    /// What was foretold of them on average, 0 to 1.
    pub foretold: f64,
    /// How many of how many were passed.
    pub passed: Share,
}

/// What was foretold of exams against what came.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Foretold {
    /// How many exams.
    pub exams: usize,
    /// Those bins that have exams.
    pub bins: Vec<Bin>,
    /// The mean square of what forecasts were off (Brier, Monthly Weather Review 78, 1950): 0 is perfect.
    pub brier: f64,
    /// What it would have been, had one always said the share that passed.
    pub plain: f64,
}

impl Foretold {
    /// From the chance foretold of each exam, and whether it was passed; none of too few.
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "few exams"
    )]
    pub(super) fn of(all: &[(f64, bool)]) -> Option<Self> {
        if all.len() < FEWEST_EXAMS {
            return None;
        }
        let came = |passed: bool| f64::from(u8::from(passed));
        let count = all.len() as f64;
        let mean = all.iter().map(|(_, passed)| came(*passed)).sum::<f64>() / count;
        let off = |of: &dyn Fn(f64) -> f64| {
            all.iter().map(|(likely, passed)| (of(*likely) - came(*passed)).powi(2)).sum::<f64>() / count
        };
        let bin_of = |likely: f64| ((likely * BINS as f64) as usize).min(BINS - 1);
        let bin = |number: usize| {
            let theirs: Vec<(f64, bool)> =
                all.iter().copied().filter(|(likely, _)| bin_of(*likely) == number).collect();
            let passed = share(theirs.iter().filter(|(_, passed)| *passed).count(), theirs.len());
            let foretold = theirs.iter().map(|(likely, _)| likely).sum::<f64>() / theirs.len() as f64;
            let (low, high) = (number * 100 / BINS, (number + 1) * 100 / BINS);
            (!theirs.is_empty()).then_some(Bin { low, high, foretold, passed })
        };
        let bins = (0..BINS).filter_map(bin).collect();
        Some(Self { exams: all.len(), bins, brier: off(&|likely| likely), plain: off(&|_| mean) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(id: &str, count: usize, of: usize) -> About {
        About { id: id.to_owned(), share: share(count, of) }
    }

    #[test]
    fn one_reads_where_least_was_right_and_enough_is_known() {
        let all = [about("AL", 0, 4), about("CC", 4, 8), about("DE", 3, 5), about("IR", 9, 9)];
        assert_eq!(read_next(&all).unwrap().id, "CC");
        assert!(read_next(&[about("AL", 0, 4), about("IR", 9, 9)]).is_none());
    }

    #[test]
    fn forecasts_are_held_against_what_came() {
        let mut all = vec![(0.9, true); 9];
        assert_eq!(Foretold::of(&all), None, "too few");
        all.push((0.1, true));
        all.extend([(0.1, false); 9]);
        all.push((0.9, false));
        let found = Foretold::of(&all).unwrap();
        // (18 x 0.01 + 2 x 0.81) / 20, and a half always said is off by a half.
        assert!((found.brier - 0.09).abs() < 1e-12 && (found.plain - 0.25).abs() < 1e-12);
        let bins: Vec<_> =
            found.bins.iter().map(|bin| (bin.low, bin.high, bin.passed.count(), bin.passed.of())).collect();
        assert_eq!(bins, [(0, 20, 1, 10), (80, 100, 9, 10)]);
        let certain = Foretold::of(&[(1.0, true); 10]).unwrap();
        assert_eq!((certain.brier, certain.bins.len(), certain.bins[0].high), (0.0, 1, 100));
    }
}
