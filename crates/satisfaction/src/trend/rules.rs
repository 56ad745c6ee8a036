//! What is followed from round to round, and what is said of it.

use ground::Moment;
use ground::words::Words;
use statistics::{Interval, Score, Share, Trend, Untested};

use crate::figure::{self, FEWEST, LEVEL, Reading, SIGNIFICANCE, say_score};
use crate::questions::{DIMENSIONS, OVERALL, Scale};
use crate::round::results::{Line, Results};

/// The key of how easy it is to get something done.
const EFFORT: &str = "item-effort";
/// The key of whether people would recommend us.
const SCORE: &str = "survey-score";

/// Something that is followed, by the key of what it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Thing(pub &'static str);

/// A round that is over, and what was answered in it.
pub(super) struct Past {
    /// When it was opened.
    pub opened_at: Moment,
    /// Of whom it asked, how many answered.
    pub response: Share,
    /// What they answered.
    pub results: Results,
}

/// What a round says of one thing.
pub(super) enum Told<'a> {
    /// A mean, or what stands in its place.
    Mean(&'a Line),
    /// A net promoter score.
    Score(&'a Score),
}

impl Thing {
    /// All of them, what they come to first.
    pub(super) fn all() -> Vec<Self> {
        let dimensions = DIMENSIONS.iter().map(|(key, _)| Self(key));
        [Self(SCORE), Self(OVERALL.key)].into_iter().chain(dimensions).chain([Self(EFFORT)]).collect()
    }

    /// The one of this key.
    pub(super) fn of(key: &str) -> Option<Self> {
        Self::all().into_iter().find(|thing| thing.0 == key)
    }

    /// Between which figures it lies.
    pub(super) fn range(self) -> (f64, f64) {
        let steps = match self.0 {
            SCORE => return (-100.0, 100.0),
            key if key == OVERALL.key => OVERALL.scale.steps(),
            _ => Scale::Agreement.steps(),
        };
        (figure::number(*steps.start()), figure::number(*steps.end()))
    }

    /// What a round says of it.
    pub(super) fn told(self, round: &Past) -> Option<Told<'_>> {
        if self.0 == SCORE {
            return Some(Told::Score(&round.results.score));
        }
        let [(_, dimensions), (_, questions), _] = &round.results.tables;
        dimensions.iter().chain(questions).find(|line| line.key == self.0).map(Told::Mean)
    }

    /// Where it goes, by the rounds of which there is a figure, the oldest first.
    pub(super) fn trend(self, rounds: &[Past]) -> Result<Trend, Untested> {
        let figures: Vec<f64> =
            rounds.iter().filter_map(|round| self.told(round)?.figure()).map(|(value, _)| value).collect();
        Trend::of(&figures, SIGNIFICANCE)
    }
}

impl Told<'_> {
    /// How many answers it is made of.
    pub(super) fn answers(&self) -> usize {
        match self {
            Self::Mean(line) => line.answers,
            Self::Score(score) => usize::try_from(score.count()).unwrap_or(usize::MAX),
        }
    }

    /// The figure, and where it lies as far as chance goes; none of few answers.
    pub(super) fn figure(&self) -> Option<(f64, Option<Interval>)> {
        match self {
            Self::Mean(line) => match line.reading {
                Reading::Single(_) => None,
                Reading::Mean { mean, interval } => Some((mean, interval)),
            },
            Self::Score(score) if score.count() < FEWEST as u64 => None,
            Self::Score(score) => score.value().map(|value| (value, score.interval(LEVEL))),
        }
    }

    /// In words that show nobody's answer.
    pub(super) fn say(&self, w: &Words) -> String {
        match self {
            Self::Mean(line) => line.reading.say_together(w),
            Self::Score(score) => say_score(score, w),
        }
    }
}

/// The key of the sentence that says where something goes.
pub(super) fn trend_key(trend: &Result<Trend, Untested>) -> &'static str {
    figure::trend_key(trend, "trend-few-rounds")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::share;

    /// A round in which so many people answer this to everything that is agreed or not.
    fn round(number: i64, people: usize, grade: i64) -> Past {
        let given: Vec<_> = (0..people)
            .flat_map(|reply| {
                let answer = move |item: &str, value| (format!("reply {reply}"), item.to_owned(), value);
                [answer("reliable_1", grade), answer("reliable_2", grade), answer("recommend", grade + 3)]
            })
            .collect();
        let results = Results::of(&given);
        Past { opened_at: Moment::from_millis(number), response: share(people, 10), results }
    }

    #[test]
    fn six_rounds_that_rise_are_a_trend_and_five_are_too_few() {
        let reliability = Thing::of("dimension-reliability").unwrap();
        let rounds: Vec<Past> = (1..=6).map(|number| round(number, 6, number)).collect();
        assert_eq!(trend_key(&reliability.trend(&rounds)), "trend-rising");
        assert_eq!(trend_key(&Thing(SCORE).trend(&rounds)), "trend-unclear", "4 to 6 of 10 are all detractors");
        assert_eq!(trend_key(&reliability.trend(&rounds[..5])), "trend-few-rounds");
        let falling: Vec<Past> = (1..=6).map(|number| round(number, 6, 8 - number)).collect();
        assert_eq!(trend_key(&reliability.trend(&falling)), "trend-falling");
    }

    #[test]
    fn a_round_of_few_has_no_figure_and_does_not_count() {
        let reliability = Thing::of("dimension-reliability").unwrap();
        let mut rounds: Vec<Past> = (1..=6).map(|number| round(number, 6, number)).collect();
        rounds[2] = round(3, FEWEST - 1, 7);
        let told = reliability.told(&rounds[2]).unwrap();
        assert_eq!((told.answers(), told.figure()), (FEWEST - 1, None));
        assert_eq!(Thing(SCORE).told(&rounds[2]).unwrap().figure(), None);
        assert_eq!(trend_key(&reliability.trend(&rounds)), "trend-few-rounds");
    }

    #[test]
    fn each_thing_is_found_by_its_key_and_told_within_its_range() {
        let past = round(1, 6, 6);
        for thing in Thing::all() {
            assert_eq!(Thing::of(thing.0), Some(thing));
            let told = thing.told(&past).unwrap();
            let (low, high) = thing.range();
            assert!(told.figure().is_none_or(|(value, _)| low <= value && value <= high), "{thing:?}");
        }
        assert_eq!(Thing::of("survey-points"), None);
    }
}
