//! What is known before a question is asked: how hard each question is, and what an officer answered so far.

mod forecast;

pub use forecast::{Forecast, Forms};

use std::collections::{HashMap, HashSet};

use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use learning::answer::Occasion;
use learning::answer::rows::{Counted, counted};
use learning::question::Question;
use learning::question::rows::{Narrow, narrow};
use people::staff::StaffMember;
use psychometrics::{Curve, Parameters, Posterior};

use crate::parameters::Fitted;
use crate::{exam, parameters};

/// Below this error of the ability a chance to pass is told.
const SURE_ERROR: f64 = 0.6;
/// From so many answers on it is told whatever the error.
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

    /// The place of a question.
    #[must_use]
    pub fn place(&self, id: &Id<Question>) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The place of the question that an answer was given to, where it says something of who gave it: not to other words
    /// than the question has now, and not in an exam that was voided.
    #[must_use]
    pub fn tells(&self, one: &Counted, voided: &HashSet<String>) -> Option<usize> {
        let place = self.place(&one.question_id)?;
        let same_words = one.answered_at >= self.questions[place].worded_at;
        (same_words && !voided.contains(&one.occasion_id)).then_some(place)
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

    /// How many more answers are needed at most before a chance to pass is told; none when enough is known.
    #[must_use]
    pub fn lacks(&self) -> usize {
        if self.ability.error() < SURE_ERROR { 0 } else { SURE_ANSWERS.saturating_sub(self.answers.len()) }
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
    let (all, voided) = (counted(connection, Some(staff_id))?, exam::rows::voided(connection)?);
    let told = |one: &Counted| Some((pool.tells(one, &voided)?, one.is_right == 1, one.answered_at));
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

/// What everybody answered. What was left unanswered in an exam says something of its time, and nothing of the question.
///
/// # Errors
/// Broken when the database says so.
pub fn of_everybody(connection: &mut DbConnection, pool: &Pool) -> Result<Vec<Told>> {
    let (all, voided) = (counted(connection, None)?, exam::rows::voided(connection)?);
    let told = |one: Counted| {
        let place = pool.tells(&one, &voided)?;
        let reached = one.chosen.is_some() || one.occasion != Occasion::Exam;
        let chosen = one.chosen.and_then(|chosen| usize::try_from(chosen).ok());
        reached.then_some(Told { staff_id: one.staff_id, place, chosen, right: one.is_right == 1 })
    };
    Ok(all.into_iter().filter_map(told).collect())
}
