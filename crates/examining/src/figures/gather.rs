//! What there is to say of each question.

use std::collections::HashMap;

use ground::words::Language;
use ground::{Id, Result};
use learning::question::rows::Narrow;
use learning::question::{self, Question, Wording};
use people::work::Work;
use statistics::Correlation;

use super::rules::{CORRELATED_FROM, Figures, by_question, figures};
use crate::exam::{self, EXPOSED_DAYS};
use crate::known::{self, Pool};
use crate::parameters::{self, Fitted};

const DAY_SECONDS: i64 = 86_400;

/// A question with what is said of it.
pub(super) struct Line {
    /// The question.
    pub question: Narrow,
    /// What answers say.
    pub figures: Figures,
    /// Which option is right.
    pub key: usize,
    /// How hard it turned out to be.
    pub fitted: Option<Fitted>,
    /// In how many forms of late it was.
    pub drawn: u32,
}

impl Line {
    /// How being right goes with ability.
    pub(super) fn correlation(&self) -> Option<Correlation> {
        self.figures.correlation(self.key)
    }
}

/// Every question of no site that was answered or is asked: those to look at first, then those with the most answers.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn lines(work: &mut Work<'_>) -> Result<Vec<Line>> {
    let found = Gathered::read(work, None)?;
    let many = |place: &usize| found.seen.get(place).is_some_and(|seen| seen.len() >= CORRELATED_FROM);
    let places: Vec<usize> = (0..found.pool.questions.len()).collect();
    let ids: Vec<_> = places.iter().filter(|place| many(place)).map(|place| found.id(*place)).collect();
    // Only what has enough answers is looked at option by option.
    let words = question::rows::wordings_for(work.connection, &ids, Language::English)?;
    let asked = |place: &usize| found.seen.contains_key(place) || found.pool.questions[*place].retired_at.is_none();
    let mut lines: Vec<Line> = places
        .iter()
        .filter(|place| asked(place))
        .map(|place| found.line(*place, words.get(&found.id(*place))))
        .collect();
    let order = |line: &Line| {
        let (flags, answers) = (line.figures.choices.flags.len(), line.figures.answers());
        (std::cmp::Reverse((flags, answers)), line.question.name.clone())
    };
    lines.sort_by_cached_key(order);
    Ok(lines)
}

/// One question, with its words for a reader.
///
/// # Errors
/// Not found when there is none, or when it belongs to the orders of a site.
pub(super) fn line(work: &mut Work<'_>, id: &Id<Question>) -> Result<(Line, Wording)> {
    let found = Gathered::read(work, Some(id))?;
    let place = found.pool.place(id).ok_or(ground::Error::NotFound)?;
    let wording = question::rows::wording_for(work.connection, id, work.me.language)?;
    Ok((found.line(place, Some(&wording)), wording))
}

struct Gathered {
    pool: Pool,
    seen: HashMap<usize, Vec<super::rules::Seen>>,
    fitted: HashMap<Id<Question>, Fitted>,
    drawn: HashMap<Id<Question>, u32>,
}

impl Gathered {
    fn read(work: &mut Work<'_>, of: Option<&Id<Question>>) -> Result<Self> {
        let (questions, fitted) = (question::rows::narrow(work.connection)?, parameters::rows::all(work.connection)?);
        let pool = Pool::of(questions, &fitted);
        let seen = by_question(&pool, &known::of_questions(work.connection, &pool, of)?);
        let since = work.now.plus_seconds(-EXPOSED_DAYS * DAY_SECONDS);
        let drawn = exam::rows::drawn_since(work.connection, since)?;
        Ok(Self { pool, seen, fitted, drawn })
    }

    fn id(&self, place: usize) -> Id<Question> {
        self.pool.questions[place].id.clone()
    }

    fn line(&self, place: usize, words: Option<&Wording>) -> Line {
        let question = self.pool.questions[place].clone();
        let (options, key) = words.map_or((0, 0), |words| (words.worded.options.len(), words.worded.key));
        let seen = self.seen.get(&place).map_or(&[][..], Vec::as_slice);
        let figures = figures(seen, options, key);
        let fitted = self.fitted.get(&question.id).filter(|one| one.fitted_at >= question.worded_at).cloned();
        let drawn = self.drawn.get(&question.id).copied().unwrap_or(0);
        Line { question, figures, key, fitted, drawn }
    }
}
