//! Practice: five minutes of questions, those first that would soon be forgotten. One is told at once what was right.

mod choosing;
pub mod facts;
mod pages;
pub mod rows;
mod rules;

pub use choosing::{Asked, sheet};
pub use rules::{HandedIn, Practice, QUESTIONS};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Day, Error, Id, Moment, Result};
use people::organization;
use people::staff::StaffMember;
use people::work::{Done, Work};

use crate::answer::{self, Answer, Given, Occasion};
use crate::card::{self, Card, Forgetting, Grade, Step};
use crate::forgetting;
use crate::question::{self, Question, Wording};

/// An officer handed in what they practised.
pub const HANDED_IN: Deed = Deed("practice.handed_in");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/practice", pages::begin)
        .post("/practice", pages::hand_in)
        .get("/practice/{id}", pages::show)
        .get("/learning", pages::home::show)
        .destination(
            "/learning",
            "learning-title",
            (ground::entry::ActorKind::Staff, &["officer", "supervisor", "trainer", "administrator"]),
        )
}

/// Whoever practises, on which day, and how their memories fade.
struct Learner {
    staff_id: Id<StaffMember>,
    at: Moment,
    on: Day,
    fades: Forgetting,
}

/// Takes what an officer practised: each answer is kept, and the first of a day to a question moves when it comes back.
///
/// # Errors
/// Refused when nothing was answered, or when the same was handed in before; not found when something was answered that
/// they are not asked.
pub fn hand_in(work: &mut Work<'_>, handed_in: &HandedIn) -> Result<Done<Practice>> {
    let staff_id = work.me.staff_id();
    let at = work.their_at.unwrap_or(work.now);
    let on = organization::day(work.connection, at)?;
    let learner = Learner { fades: forgetting::of_staff(work.connection, &staff_id)?, staff_id, at, on };
    let mut practice = Practice::begun(handed_in, &learner.staff_id, at);
    let answers = handed_in.answers()?;
    rows::insert(work.connection, &practice)?;
    for given in answers {
        let wording = question::rows::wording(work.connection, &given.wording_id)?;
        let question = question::rows::find(work.connection, &wording.question_id)?;
        check_asked(work, &question)?;
        practice.count(take(work, &learner, (&practice.id, &question, &wording), given)?);
    }
    rows::save(work.connection, &practice)?;
    work.done(HANDED_IN, practice.id.as_str(), (None, &practice), practice.clone())
}

/// What belongs to the orders of a site is asked of nobody who never confirmed them.
fn check_asked(work: &mut Work<'_>, question: &Question) -> Result<()> {
    let Some(revision_id) = &question.revision_id else { return Ok(()) };
    let me = work.me.staff_id();
    let confirmed = briefing::facts::confirmed_by(work.connection, &me, work.now)?;
    if confirmed.contains(revision_id) { Ok(()) } else { Err(Error::NotFound) }
}

/// Keeps one answer, and moves its card when it is a review; whether it was right.
fn take(
    work: &mut Work<'_>,
    learner: &Learner,
    (practice_id, question, wording): (&Id<Practice>, &Question, &Wording),
    given: &Given,
) -> Result<bool> {
    let Learner { staff_id, at, on, fades } = learner;
    let of = (staff_id, &question.id);
    let card = card::rows::find(work.connection, of)?;
    let is_right = given.chosen == Some(wording.worded.key);
    // What the words said that somebody answered may not be what is asked now: it counts for nothing but this practice.
    let is_asked = wording.ended_at.is_none();
    let is_review = is_asked && Card::is_review(card.as_ref(), *on);
    let is_first = is_asked && !answer::rows::has_answered(work.connection, of)?;
    let answer = Answer {
        id: Id::fresh(),
        staff_id: staff_id.clone(),
        question_id: question.id.clone(),
        given: given.clone(),
        occasion: Occasion::Practice,
        occasion_id: practice_id.to_string(),
        answered_at: *at,
        answered_on: *on,
        is_right,
        is_first,
        is_review,
    };
    answer::rows::keep(work.connection, &answer)?;
    if is_review {
        let step = Step { grade: Grade::of(is_right, given.is_guess), on: *on };
        card::rows::keep(work.connection, &Card::reviewed(card.as_ref(), of, step, fades))?;
    }
    Ok(is_right)
}
