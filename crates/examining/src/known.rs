//! What is known before a question is asked: how hard each question is, and what an officer answered so far.

mod forecast;

pub use forecast::{Forecast, Forms};

use std::collections::HashMap;

use ground::db::DbConnection;
use ground::words::Language;
use ground::{Id, Moment, Result};
use learning::answer::rows::counted::{self, Counted};
use learning::question::Question;
use learning::question::rows::{Narrow, narrow};
use people::staff::StaffMember;
use psychometrics::{Candidate, Curve, Parameters, Posterior};

use crate::paper::Paper;
use crate::parameters::Fitted;
use crate::{exam, parameters};

/// Below this error of the ability a chance to pass is told.
const SURE_ERROR: f64 = 0.6;
/// And from so many answers on.
const SURE_ANSWERS: usize = 20;

/// All questions of no site, each with what is known of it.
#[derive(Debug)]
pub struct Pool {
    /// The questions.
    pub questions: Vec<Narrow>,
    /// What is known of each.
    pub parameters: Vec<Parameters>,
    places: HashMap<Id<Question>, usize>,
}

impl Pool {
    /// Reads them.
    ///
    /// # Errors
    /// Broken when the database says so.
    pub fn read(connection: &mut DbConnection) -> Result<Self> {
        let (questions, fitted) = (narrow(connection)?, parameters::rows::all(connection)?);
        Ok(Self::of(questions, &fitted))
    }

    /// These questions, with what was fitted of them.
    #[must_use]
    pub fn of(questions: Vec<Narrow>, fitted: &HashMap<Id<Question>, Fitted>) -> Self {
        let parameters = questions.iter().map(|one| parameters::of(one, fitted.get(&one.id))).collect();
        let places = questions.iter().enumerate().map(|(place, one)| (one.id.clone(), place)).collect();
        Self { questions, parameters, places }
    }

    /// Of which questions forms of a paper are drawn for somebody who reads a language: the place of each, and what drawing
    /// needs to know of it, with how often it was drawn of late.
    #[must_use]
    pub fn candidates(
        &self,
        paper: &Paper,
        language: Language,
        drawn: impl Fn(&Id<Question>) -> u32,
    ) -> (Vec<usize>, Vec<Candidate<'static>>) {
        let weights = &paper.blueprint.weights;
        let asked = self.questions.iter().enumerate().filter(|(_, one)| one.is_asked_in(language));
        let candidate = |(place, one): (usize, &Narrow)| {
            let competency = weights.keys().find(|name| **name == one.competency)?;
            Some((place, Candidate { competency, drawn: drawn(&one.id) }))
        };
        asked.filter_map(candidate).unzip()
    }

    /// The place of a question.
    #[must_use]
    pub fn place(&self, id: &Id<Question>) -> Option<usize> {
        self.places.get(id).copied()
    }
}

/// What is known of an officer.
#[derive(Debug, Clone)]
pub struct Known {
    /// Their ability.
    pub ability: Posterior,
    /// What that rests on: the place of each question, and whether they were right.
    pub answers: Vec<(usize, bool)>,
}

impl Known {
    /// What these answers say.
    #[must_use]
    pub fn of(pool: &Pool, answers: Vec<(usize, bool)>) -> Self {
        let curves: Vec<(Curve, bool)> =
            answers.iter().map(|(place, right)| (Curve::of(pool.parameters[*place]), *right)).collect();
        let ability = Posterior::of(curves.iter().map(|(curve, right)| (curve, *right)));
        Self { ability, answers }
    }

    /// About how many more answers are needed before a chance to pass is told; none when enough is known. Each further one is
    /// taken to tell as much as those before.
    #[must_use]
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "there are few answers"
    )]
    pub fn lacks(&self) -> usize {
        let (few, error) = (SURE_ANSWERS.saturating_sub(self.answers.len()), self.ability.error());
        if self.answers.is_empty() || error < SURE_ERROR {
            return few;
        }
        // Of what is known the prior, whose deviation is 1, told 1.
        let (known, wanted) = (1.0 / (error * error), 1.0 / (SURE_ERROR * SURE_ERROR));
        let each = (known - 1.0) / self.answers.len() as f64;
        few.max(((wanted - known) / each).ceil().clamp(1.0, 100.0) as usize)
    }
}

/// What is known of an officer.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, pool: &Pool, staff_id: &Id<StaffMember>) -> Result<Known> {
    Ok(Known::of(pool, answers_of(connection, pool, staff_id)?))
}

/// What that rests on: the place of each question, and whether they were right. What they left unanswered in an exam was wrong
/// there, and is so here.
fn answers_of(connection: &mut DbConnection, pool: &Pool, staff_id: &Id<StaffMember>) -> Result<Vec<(usize, bool)>> {
    Ok(told_by(connection, pool, staff_id)?.into_iter().map(|(place, right, _)| (place, right)).collect())
}

/// The same, each with when it was answered.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn told_by(
    connection: &mut DbConnection,
    pool: &Pool,
    staff_id: &Id<StaffMember>,
) -> Result<Vec<(usize, bool, Moment)>> {
    let voided = exam::rows::voided(connection)?;
    let all = counted::of_officer(connection, staff_id, &voided)?;
    let told = |one: &Counted| Some((pool.place(&one.question_id)?, one.is_right == 1, one.answered_at));
    Ok(all.iter().filter_map(told).collect())
}

/// An answer that says something of its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Whose.
    pub staff_id: Id<StaffMember>,
    /// The place of the question.
    pub place: usize,
    /// What they chose.
    pub chosen: Option<usize>,
    /// Whether that was right.
    pub right: bool,
}

/// What answers say of all questions, or of one: then also what those who answered it answered besides.
///
/// # Errors
/// Broken when the database says so.
pub fn of_questions(connection: &mut DbConnection, pool: &Pool, of: Option<&Id<Question>>) -> Result<Vec<Told>> {
    let voided = exam::rows::voided(connection)?;
    let told = |one: Counted| {
        let chosen = one.chosen.and_then(|chosen| usize::try_from(chosen).ok());
        Some(Told { place: pool.place(&one.question_id)?, staff_id: one.staff_id, chosen, right: one.is_right == 1 })
    };
    Ok(counted::firsts(connection, &voided, of)?.into_iter().filter_map(told).collect())
}

/// How many answers say something of each question that has any, by its place.
///
/// # Errors
/// Broken when the database says so.
pub fn counts(connection: &mut DbConnection, pool: &Pool) -> Result<HashMap<usize, usize>> {
    let voided = exam::rows::voided(connection)?;
    let count = |(id, count)| Some((pool.place(&id)?, usize::try_from(count).ok()?));
    Ok(counted::counts_of_firsts(connection, &voided)?.into_iter().filter_map(count).collect())
}

/// A question of so hard a level, for tests.
#[cfg(test)]
pub(crate) fn narrow_of(place: usize, level_thousandths: i64) -> Narrow {
    Narrow {
        id: Id::known(format!("{place}")),
        name: format!("AL-{place:03}"),
        competency: "AL".to_owned(),
        level_thousandths,
        worded_at: Moment::from_millis(0),
        retired_at: None,
        languages: vec![Language::English],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_foretold_of_few_answers_nor_of_those_that_say_little() {
        let pool = |level| Pool::of((0..40).map(|place| narrow_of(place, level)).collect(), &HashMap::new());
        let lacks = |level, count: usize, right: fn(usize) -> bool| {
            let answers = (0..count).map(|place| (place, right(place))).collect();
            Known::of(&pool(level), answers).lacks()
        };
        let half = |place: usize| place.is_multiple_of(2);
        assert_eq!([0, 12, 19, 20, 40].map(|count| lacks(0, count, half)), [20, 8, 1, 0, 0]);
        // Whoever is always right about what is very easy may be able to do anything.
        let always = |_| true;
        assert!(lacks(-3_000, 20, always) > 20 && lacks(-3_000, 40, always) > 20);
    }
}
