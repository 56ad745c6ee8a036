//! What is known of a question.

use std::collections::HashMap;

use ground::{Id, Moment};
use learning::question::Question;
use learning::question::rows::Narrow;
use people::staff::StaffMember;
use psychometrics::{Answer, Parameters, Prior, fit};

use crate::known::{Pool, Told};

/// Of fewer answers than this a question keeps what its author thinks: they would move it by less than they are off.
const FEWEST: usize = 10;
/// Before so many answers there is nothing to fit.
const BEGINS_WITH: usize = 50;

/// What answers say of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    /// Which.
    pub question_id: Id<Question>,
    /// How hard it is, and how steep.
    pub parameters: Parameters,
    /// From how many answers.
    pub answers: usize,
    /// When.
    pub fitted_at: Moment,
}

/// What is known of a question: what answers to its words say, or else what its author thinks.
#[must_use]
pub fn of(question: &Narrow, fitted: Option<&Fitted>) -> Parameters {
    let author = Parameters::rasch(question.level());
    fitted.filter(|fitted| fitted.fitted_at >= question.worded_at).map_or(author, |fitted| fitted.parameters)
}

/// Whether it is time to fit again: a tenth more answers than the last time.
#[must_use]
pub const fn is_due(before: usize, now: usize) -> bool {
    now >= BEGINS_WITH && now * 10 >= before * 11
}

/// How many answers the figures rest on that still hold: what was fitted to other words than a question has now does not, and a
/// question that was reworded waits no longer for new figures than one that is new.
#[must_use]
pub(super) fn still_held<'a>(pool: &Pool, fitted: impl Iterator<Item = &'a Fitted>) -> usize {
    let holds = |one: &&Fitted| {
        let place = pool.place(&one.question_id);
        place.is_some_and(|place| one.fitted_at >= pool.questions[place].worded_at)
    };
    fitted.filter(holds).map(|one| one.answers).sum()
}

/// How many answers there are to questions that have enough of them.
#[must_use]
pub(super) fn usable(counts: &HashMap<usize, usize>) -> usize {
    counts.values().filter(|count| **count >= FEWEST).sum()
}

fn counts(told: &[Told]) -> HashMap<usize, usize> {
    let mut counts = HashMap::new();
    for one in told {
        *counts.entry(one.place).or_insert(0) += 1;
    }
    counts
}

/// Fits the questions that have enough answers; none when nothing follows from them.
#[must_use]
pub fn fitted(pool: &Pool, told: &[Told], now: Moment) -> Option<Vec<Fitted>> {
    let mut places: Vec<usize> =
        counts(told).into_iter().filter(|(_, count)| *count >= FEWEST).map(|(place, _)| place).collect();
    places.sort_unstable();
    let items: HashMap<usize, usize> = places.iter().enumerate().map(|(item, place)| (*place, item)).collect();
    let mut people: HashMap<&Id<StaffMember>, usize> = HashMap::new();
    let mut answers = Vec::with_capacity(told.len());
    for one in told {
        let next = people.len();
        let person = *people.entry(&one.staff_id).or_insert(next);
        answers.extend(items.get(&one.place).map(|item| Answer { person, item: *item, right: one.right }));
    }
    let level = |place: &usize| pool.questions[*place].level();
    let priors: Vec<Prior> = places.iter().map(|place| Prior::of_author(level(place))).collect();
    let found = fit(&answers, &priors).ok()?;
    let each = places.iter().zip(found.parameters.iter().zip(found.answers));
    let fitted = each.map(|(place, (parameters, answers))| {
        let question_id = pool.questions[*place].id.clone();
        Fitted { question_id, parameters: *parameters, answers, fitted_at: now }
    });
    Some(fitted.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::known::narrow_of;

    fn question(level_thousandths: i64, worded_at: i64) -> Narrow {
        let worded_at = Moment::from_millis(worded_at);
        Narrow { id: Id::fresh(), worded_at, ..narrow_of(1, level_thousandths) }
    }

    #[test]
    fn what_was_answered_to_other_words_says_nothing() {
        let asked = question(400, 10);
        let parameters = Parameters { discrimination: 1.5, difficulty: -1.0 };
        let at = |fitted_at| {
            let fitted_at = Moment::from_millis(fitted_at);
            Fitted { question_id: asked.id.clone(), parameters, answers: 80, fitted_at }
        };
        assert_eq!(of(&asked, None), Parameters::rasch(0.4));
        assert_eq!(of(&asked, Some(&at(9))), Parameters::rasch(0.4));
        assert_eq!(of(&asked, Some(&at(10))), parameters);
    }

    #[test]
    fn what_was_fitted_to_other_words_makes_nobody_wait() {
        let (kept, reworded, strange) = (question(0, 10), question(0, 30), question(0, 0));
        let fitted = |of: &Narrow, answers| Fitted {
            question_id: of.id.clone(),
            parameters: Parameters::rasch(0.0),
            answers,
            fitted_at: Moment::from_millis(20),
        };
        let all = [fitted(&kept, 80), fitted(&reworded, 900), fitted(&strange, 900)];
        let pool = Pool::of(vec![kept, reworded], &HashMap::new());
        assert_eq!(still_held(&pool, all.iter()), 80);
    }

    #[test]
    fn it_is_due_with_a_tenth_more() {
        let table = [(0, 49, false), (0, 50, true), (100, 109, false), (100, 110, true), (1_000, 900, false)];
        for (before, now, due) in table {
            assert_eq!(is_due(before, now), due, "{before} {now}");
        }
    }

    #[test]
    fn an_easy_question_turns_out_easy_and_one_with_few_answers_is_left_alone() {
        let pool = Pool::of(vec![question(0, 0), question(0, 0), question(0, 0)], &HashMap::new());
        let mut told = Vec::new();
        for person in 0..40 {
            let staff_id: Id<StaffMember> = Id::known(format!("{person}"));
            let mut tell = |place, right| {
                told.push(Told { staff_id: staff_id.clone(), place, chosen: Some(0), right });
            };
            tell(0, person % 10 != 0);
            tell(1, person % 10 == 0);
            if person < 9 {
                tell(2, true);
            }
        }
        assert_eq!(usable(&counts(&told)), 80);
        let found = fitted(&pool, &told, Moment::from_millis(5)).unwrap();
        assert_eq!(found.iter().map(|one| one.answers).collect::<Vec<_>>(), [40, 40]);
        assert!(found[0].parameters.difficulty < -1.0 && found[1].parameters.difficulty > 1.0, "{found:?}");
        assert!(found.iter().all(|one| (one.parameters.discrimination - 1.0).abs() < 1e-9), "below 100 answers");
    }
}
