//! What a test asks next: read before the answer is written, so that nobody who writes waits for it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use ground::words::Language;
use ground::{Error, Id, Result};
use learning::answer::rows::counted;
use learning::parts::{millionths, thousandths};
use learning::question::{self, Question, Wording};
use people::staff::StaffMember;
use people::work::Work;
use psychometrics::{Parameters, Stop, next, stop};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::rules::{LEAST, MOST, turn};
use super::{Ending, Next};
use crate::exam::{Asked, Drawn, Exam, Found, Kind, Why, rows};
use crate::known::{Forms, Known, Pool};
use crate::paper::Paper;

/// A test as it stands.
struct Test {
    pool: Pool,
    /// Which exam it looks at; none when our content has it no more.
    paper: Option<Paper>,
    /// What whoever sits it answered before, in words that are asked now.
    before: HashSet<Id<Question>>,
    language: Language,
    seed: i64,
}

/// Draws the first question of a test.
///
/// # Errors
/// Refused when there is nothing to ask.
pub fn first(work: &mut Work<'_>, paper: &Paper, seed: i64) -> Result<Drawn> {
    let me = work.me.staff_id();
    let test = test(work, Some(*paper), seed, &me)?;
    let known = Known::of(&test.pool, Vec::new());
    let drawn = test.next(&known, &[]).ok_or(Error::refused("placement-nothing-to-ask"))?;
    let language = work.me.language;
    let questions = vec![(drawn.clone(), words(work, &drawn)?)];
    let paper = *paper;
    let (kind, foretold_millionths) = (Kind::Placement, None);
    Ok(Drawn { paper, kind, language, seed, questions, short_of: Vec::new(), foretold_millionths })
}

/// What follows when a question is answered so.
///
/// # Errors
/// Not found when it was not asked.
pub fn after(work: &mut Work<'_>, exam: &Exam, place: i64, right: bool) -> Result<Next> {
    let (test, mut known_answers, asked) = so_far(work, exam)?;
    let current = asked.iter().find(|one| one.place == place).ok_or(Error::NotFound)?;
    known_answers.extend(test.pool.place(&current.question_id).map(|place| (place, right)));
    let known = Known::of(&test.pool, known_answers);
    let ending = test.ending(&known);
    let likely = ending.1.unwrap_or(0.5);
    let answered = known.answers.len();
    if let Some(why) = stop(&known.ability, likely, (answered, MOST)).filter(|_| answered >= LEAST) {
        let why = if why == Stop::Enough { Why::Enough } else { Why::Sure };
        return Ok(Next::Stop(why, ending.0));
    }
    let seen: Vec<Id<Question>> = asked.into_iter().map(|one| one.question_id).collect();
    match test.next(&known, &seen) {
        None => Ok(Next::Stop(Why::Enough, ending.0)),
        Some(id) => words(work, &id).map(|words| Next::Ask(id, words)),
    }
}

/// What is known of a test that is ended now.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn now(work: &mut Work<'_>, exam: &Exam) -> Result<Ending> {
    let (test, answers, _) = so_far(work, exam)?;
    Ok(test.ending(&Known::of(&test.pool, answers)).0)
}

fn test(work: &mut Work<'_>, paper: Option<Paper>, seed: i64, staff_id: &Id<StaffMember>) -> Result<Test> {
    let pool = Pool::read(work.connection)?;
    let before = counted::answered(work.connection, staff_id)?;
    Ok(Test { pool, paper, before, language: work.me.language, seed })
}

type SoFar = (Test, Vec<(usize, bool)>, Vec<Asked>);

fn so_far(work: &mut Work<'_>, exam: &Exam) -> Result<SoFar> {
    let paper = Paper::find(&exam.blueprint, exam.unit.as_deref().unwrap_or_default());
    let test = test(work, paper, exam.seed, &exam.staff_id)?;
    let asked = rows::questions(work.connection, &exam.id)?;
    let ids: Vec<_> = asked.iter().map(|one| one.wording_id.clone()).collect();
    let words = question::rows::wordings_named(work.connection, &ids)?;
    let answered = asked.iter().filter(|one| one.answered_at.is_some());
    let right = |one: &Asked| words.get(&one.wording_id).is_some_and(|words| one.chosen == Some(words.worded.key));
    let answers = answered.filter_map(|one| Some((test.pool.place(&one.question_id)?, right(one)))).collect();
    Ok((test, answers, asked))
}

fn words(work: &mut Work<'_>, id: &Id<Question>) -> Result<Id<Wording>> {
    Ok(question::rows::wording_for(work.connection, id, work.me.language)?.id)
}

impl Test {
    /// What is known, for a row; and how likely the exam is passed, for reckoning on.
    fn ending(&self, known: &Known) -> (Ending, Option<f64>) {
        let forms = self.paper.map(|paper| Forms::of(&paper, &self.pool, self.language));
        let likely = forms.and_then(|forms| forms.forecast(&known.ability)).map(|forecast| forecast.likely);
        let found = Found {
            ability_thousandths: thousandths(known.ability.ability()),
            error_thousandths: thousandths(known.ability.error()),
        };
        let passes_millionths = likely.map(millionths);
        (Ending { found, passes_millionths }, likely)
    }

    /// The question to ask next: of the competency whose turn it is, one of those that tell most. What whoever sits it never
    /// answered in these words comes before what they may remember.
    fn next(&self, known: &Known, asked: &[Id<Question>]) -> Option<Id<Question>> {
        let weights = &self.paper?.blueprint.weights;
        let seen: BTreeSet<&Id<Question>> = asked.iter().collect();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let mut left: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, one) in self.pool.questions.iter().enumerate() {
            if seen.contains(&one.id) {
                *counts.entry(one.competency.clone()).or_insert(0) += 1;
            } else if one.is_asked_in(self.language) && weights.contains_key(&one.competency) {
                left.entry(&one.competency).or_default().push(place);
            }
        }
        let mut theirs = left.remove(turn(weights, &counts, &left.keys().copied().collect())?)?;
        let is_new = |place: &usize| !self.before.contains(&self.pool.questions[*place].id);
        if theirs.iter().any(is_new) {
            theirs.retain(is_new);
        }
        let parameters: Vec<Parameters> = theirs.iter().map(|place| self.pool.parameters[*place]).collect();
        let turn_of = u64::try_from(asked.len()).unwrap_or(0);
        let mut dice = StdRng::seed_from_u64(self.seed.cast_unsigned().wrapping_add(turn_of));
        let drawn = next(&known.ability, &parameters, &mut dice)?;
        Some(self.pool.questions[theirs[drawn]].id.clone())
    }
}
