//! Drawing an exam: read before it begins, so that nobody who writes waits for it.

use ground::{Error, Result};
use learning::parts::millionths;
use learning::question;
use people::work::Work;
use psychometrics::{Curve, Parameters};

use super::rows;
use super::{Drawn, Kind};
use crate::known::{self, Pool};
use crate::paper::{Form, Paper};

/// In forms of so many days one looks how often a question was drawn.
pub const EXPOSED_DAYS: i64 = 90;
const DAY_SECONDS: i64 = 86_400;

/// Draws the questions of a paper for whoever asks: of no site, in use, in a language that they read, those first that were
/// drawn least of late.
///
/// # Errors
/// Broken when the database says so.
pub fn draw(work: &mut Work<'_>, paper: &Paper, seed: i64) -> Result<Drawn> {
    let pool = Pool::read(work.connection)?;
    let drawn = rows::drawn_since(work.connection, work.now.plus_seconds(-EXPOSED_DAYS * DAY_SECONDS))?;
    let language = work.me.language;
    let (asked, candidates) = pool.candidates(paper, language, |id| drawn.get(id).copied().unwrap_or(0));
    let Form { places, short } = paper.draw(&candidates, seed.cast_unsigned());
    let places: Vec<usize> = places.into_iter().map(|place| asked[place]).collect();
    let ids: Vec<_> = places.iter().map(|place| pool.questions[*place].id.clone()).collect();
    let mut words = question::rows::wordings_for(work.connection, &ids, language)?;
    let worded = |id| Some((words.remove(&id)?.id, id)).map(|(wording, id)| (id, wording));
    let count = ids.len();
    let questions: Vec<_> = ids.into_iter().filter_map(worded).collect();
    if questions.len() < count {
        return Err(Error::broken("a question has no words"));
    }
    let form: Vec<Parameters> = places.iter().map(|place| pool.parameters[*place]).collect();
    let foretold_millionths = foretold(work, &pool, &form, paper.pass_of(count))?;
    let paper = *paper;
    Ok(Drawn { paper, kind: Kind::Exam, language, seed, questions, short_of: short, foretold_millionths })
}

/// How likely whoever asks passes this form, as far as enough is known of them.
fn foretold(work: &mut Work<'_>, pool: &Pool, form: &[Parameters], pass: usize) -> Result<Option<i64>> {
    let me = work.me.staff_id();
    let known = known::of_staff(work.connection, pool, &me)?;
    if known.lacks() > 0 {
        return Ok(None);
    }
    let curves: Vec<Curve> = form.iter().map(|one| Curve::of(*one)).collect();
    Ok(Some(millionths(known.ability.passes(&curves.iter().collect::<Vec<_>>(), pass))))
}
