//! What a round says, all answers taken together: nobody's own can be read out of it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use statistics::{Mean, Score};

use crate::figure::{Reading, number};
use crate::questions::{ALL, DIMENSIONS, IMPORTANCE, POINTS, RECOMMEND, Scale};

/// What somebody wrote, under a name where they left theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comment {
    /// In their words.
    pub words: String,
    /// In which language the questions were.
    pub language: String,
    /// Who, and of which client; none where they left their name out.
    pub by: Option<(String, String)>,
}

/// One line of a table of results.
#[derive(Debug)]
pub(crate) struct Line {
    /// The key of what it is about.
    pub key: &'static str,
    /// How many answers it is made of.
    pub answers: usize,
    /// How they read.
    pub reading: Reading,
}

/// What a round says.
#[derive(Debug)]
pub(crate) struct Results {
    /// The tables of it, each with the key of its title: the dimensions, in which each person counts with the mean of what
    /// they answered; the questions; the points that were shared out.
    pub tables: [(&'static str, Vec<Line>); 3],
    /// Whether people would recommend us.
    pub score: Score,
}

/// One answer: whose reply, to what, and which.
pub(crate) type Given = (String, String, i64);

impl Results {
    /// What these answers say.
    pub(crate) fn of(given: &[Given]) -> Self {
        let line = |key, names: &[&str], steps: RangeInclusive<i64>| {
            let answers = of_each(given, names);
            Line { key, answers: answers.len(), reading: Reading::of(answers, &steps) }
        };
        let recommend = given.iter().filter(|(_, item, _)| item == RECOMMEND.name);
        let recommend: Vec<u8> = recommend.filter_map(|(_, _, value)| u8::try_from(*value).ok()).collect();
        let dimensions = DIMENSIONS.iter().map(|(key, names)| line(key, names, Scale::Agreement.steps())).collect();
        let questions = ALL.iter().map(|one| line(one.key, &[one.name], one.scale.steps())).collect();
        let importance = IMPORTANCE.iter().map(|(name, key)| line(key, &[*name], 0..=POINTS)).collect();
        Self {
            tables: [
                ("survey-dimensions", dimensions),
                ("survey-questions", questions),
                ("survey-importance", importance),
            ],
            score: Score::of(&recommend).unwrap_or_default(),
        }
    }
}

/// What each person answered to some questions, as their mean: two answers of one person are no two people.
fn of_each(given: &[Given], names: &[&str]) -> Vec<f64> {
    let mut theirs: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for (reply, _, value) in given.iter().filter(|(_, item, _)| names.contains(&item.as_str())) {
        theirs.entry(reply).or_default().push(number(*value));
    }
    theirs.values().filter_map(|answers| Mean::of(answers).map(Mean::value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(reply: usize, item: &str, value: i64) -> Given {
        (format!("reply {reply}"), item.to_owned(), value)
    }

    #[test]
    fn two_answers_of_one_person_are_no_two_people() {
        let given = [given(1, "reliable_1", 7), given(1, "reliable_2", 4), given(2, "reliable_1", 3)];
        let results = Results::of(&given);
        let [(_, dimensions), (_, questions), _] = &results.tables;
        assert_eq!(dimensions[0].answers, 2);
        assert_eq!(dimensions[0].reading, Reading::Single(vec![3.0, 5.5]));
        assert_eq!(questions[1].answers, 2);
    }

    #[test]
    fn six_promoters_three_passives_and_a_detractor_are_fifty() {
        let answers = [10, 10, 9, 9, 9, 9, 8, 7, 7, 0];
        let given: Vec<Given> =
            answers.iter().enumerate().map(|(reply, value)| given(reply, "recommend", *value)).collect();
        let results = Results::of(&given);
        assert_eq!(results.score.value(), Some(50.0));
        assert_eq!((results.score.promoters(), results.score.passives(), results.score.detractors()), (6, 3, 1));
        assert_eq!(Results::of(&[]).score.value(), None);
    }
}
