//! An exam is over: what was chosen becomes answers.

use std::collections::{HashMap, HashSet};

use ground::{Error, Id, Moment, Result};
use learning::answer::rows::counted;
use learning::answer::{self, Answer, Given, Occasion};
use learning::question::{self, Question, Wording};
use people::organization;
use people::work::{Done, Work};

use super::rows;
use super::{Asked, CLOSED, Exam, Found, Kind, Why, number};

/// What answers need to know of the questions.
struct Facts {
    words: HashMap<Id<Wording>, Wording>,
    /// What the officer answered before, in words that are asked now.
    before: HashSet<Id<Question>>,
    zone: String,
}

/// Closes an exam: its answers are kept with those of practice. What was not answered in an exam is wrong; of a test only
/// what was asked to the end counts.
///
/// # Errors
/// Refused when it was closed before.
pub(crate) fn close(work: &mut Work<'_>, before: Exam, why: Why, found: Option<Found>) -> Result<Done<()>> {
    let mut asked = rows::questions(work.connection, &before.id)?;
    if before.kind == Kind::Placement {
        asked.retain(|one| one.answered_at.is_some());
    }
    let facts = facts(work, &before, &asked)?;
    let mut right = 0;
    for one in &asked {
        let answer = facts.answer(&before, one, work.now)?;
        right += i64::from(answer.is_right);
        answer::rows::keep(work.connection, &answer)?;
    }
    let after = Exam { found, ..before.clone().closed(why, (number(asked.len()), right), work.now)? };
    rows::save(work.connection, &after)?;
    work.done(CLOSED, before.id.as_str(), (Some(&before), &after), ())
}

fn facts(work: &mut Work<'_>, exam: &Exam, asked: &[Asked]) -> Result<Facts> {
    let words: Vec<_> = asked.iter().map(|one| one.wording_id.clone()).collect();
    Ok(Facts {
        words: question::rows::wordings_named(work.connection, &words)?,
        before: counted::answered(work.connection, &exam.staff_id)?,
        zone: organization::rows::get(work.connection)?.zone,
    })
}

impl Facts {
    fn answer(&self, exam: &Exam, one: &Asked, now: Moment) -> Result<Answer> {
        let words =
            self.words.get(&one.wording_id).ok_or_else(|| Error::broken("a question of an exam has no words"))?;
        let answered_at = one.answered_at.unwrap_or(now);
        let answered_on = answered_at.day_in(&self.zone).or_else(|| answered_at.day_in("UTC"));
        Ok(Answer {
            id: Id::fresh(),
            staff_id: exam.staff_id.clone(),
            question_id: one.question_id.clone(),
            given: Given { wording_id: one.wording_id.clone(), chosen: one.chosen, is_guess: false },
            occasion: if exam.kind == Kind::Exam { Occasion::Exam } else { Occasion::Placement },
            occasion_id: exam.id.as_str().to_owned(),
            answered_at,
            answered_on: answered_on.ok_or_else(|| Error::broken("there is no such day"))?,
            is_right: one.chosen == Some(words.worded.key),
            is_first: words.ended_at.is_none() && !self.before.contains(&one.question_id),
            is_review: false,
        })
    }
}
