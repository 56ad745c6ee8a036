//! The pages of tests. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result, secret};
use learning::competency;
use learning::parts::{of_millionths, of_thousandths};
use learning::question::{self as questions, Wording};
use people::door::Officer;
use people::work::Work;

use super::drawing;
use crate::exam::{About, Asked, Exam, Found, Kind, Reviewed, chosen, review, rows};
use crate::paper::{self, Paper};
use crate::readiness::{percent, say_ability};

/// What an answer or an end is refused for when the same came a moment before.
const TAPPED_TWICE: [&str; 2] = ["changed-meanwhile", "exam-closed-before"];
/// How many tests the page lists.
const SHOWN: i64 = 50;
/// What stands for "I do not know" among the options.
const UNKNOWN: &str = "unknown";
/// Below and above this ability other words are said of it.
const MIDDLING: f64 = 0.75;
/// So many errors to either side an ability lies 19 times in 20.
const WIDE: f64 = 1.96;

#[derive(Template)]
#[template(path = "placement/list.html")]
struct List<'a> {
    w: &'a Words,
    papers: Vec<Paper>,
    under_way: Option<Exam>,
    past: Vec<Exam>,
    zone: &'a str,
}

pub(super) async fn list(officer: Officer) -> Result<Response> {
    let id = officer.me.staff_id();
    let found = officer.read(move |work| {
        let under_way = rows::under_way(work.connection, &id, Kind::Placement)?;
        Ok((under_way, rows::past(work.connection, &id, Kind::Placement, SHOWN)?))
    });
    let (under_way, past) = found.await?;
    let (w, zone) = (&officer.words, officer.organization.zone.as_str());
    let content = List { w, papers: Paper::all(), under_way, past, zone };
    officer.field_frame().page(&w.t("placement-title"), &content)
}

pub(super) async fn begin(officer: Officer, fields: Fields) -> Result<Response> {
    let (blueprint, unit) = fields.typed("paper").split_once(' ').unwrap_or((fields.typed("paper"), ""));
    let paper = Paper::find(blueprint, unit).ok_or(Error::NotFound)?;
    let seed = i64::from_le_bytes(secret::random()?);
    let (id, again) = (officer.me.staff_id(), officer.me.staff_id());
    let found = officer.read(move |work| match rows::under_way(work.connection, &id, Kind::Placement)? {
        Some(open) => Ok(Err(open.id)),
        None => drawing::first(work, &paper, seed).map(Ok),
    });
    let begun = match found.await? {
        Err(open) => Ok(open),
        Ok(drawn) => officer.write(move |work| super::begin(work, &drawn)).await,
    };
    let id = match begun {
        // Somebody tapped twice, and the other tap was first.
        Err(error) if error.is_duplicate() => {
            let open = officer.read(move |work| rows::under_way(work.connection, &again, Kind::Placement)).await?;
            open.ok_or(error)?.id
        }
        begun => begun?,
    };
    Ok(see(format!("/placement/{id}")).into_response())
}

#[derive(Template)]
#[template(path = "placement/question.html")]
struct Show<'a> {
    w: &'a Words,
    test: Exam,
    asked: Asked,
    wording: Wording,
    order: Vec<usize>,
}

#[derive(Template)]
#[template(path = "placement/result.html")]
struct Outcome<'a> {
    w: &'a Words,
    exam: Exam,
    about: Vec<About>,
    reviewed: Vec<Reviewed>,
}

impl Outcome<'_> {
    fn ability(&self) -> Option<(String, &'static str)> {
        let Found { ability_thousandths, error_thousandths } = self.exam.found?;
        let (ability, error) = (of_thousandths(ability_thousandths), of_thousandths(error_thousandths));
        let said = say_ability(self.w, ability, (ability - WIDE * error, ability + WIDE * error));
        let words = match ability {
            low if low < -MIDDLING => "ability-low",
            high if high > MIDDLING => "ability-high",
            _ => "ability-middling",
        };
        Some((said, words))
    }

    fn likely(&self) -> Option<String> {
        self.exam.foretold_millionths.map(|likely| percent(of_millionths(likely)))
    }
}

/// One's own test.
fn find(work: &mut Work<'_>, id: &Id<Exam>) -> Result<(Exam, Vec<Asked>)> {
    let test = rows::mine(work, id, Kind::Placement)?;
    let asked = rows::questions(work.connection, id)?;
    Ok((test, asked))
}

/// The question that waits, or the result.
pub(super) async fn show(officer: Officer, Path(id): Path<Id<Exam>>) -> Result<Response> {
    let found = officer.read(move |work| {
        let (test, asked) = find(work, &id)?;
        let waits = asked.last().cloned().ok_or_else(|| Error::broken("a test has no questions"))?;
        let wording = questions::rows::wording(work.connection, &waits.wording_id)?;
        Ok((test, asked, waits, wording))
    });
    let (test, mut asked, waits, wording) = found.await?;
    let w = &officer.words;
    if test.closed_at.is_some() {
        asked.retain(|one| one.answered_at.is_some());
        let (about, reviewed) = review(&officer, &test, asked).await?;
        let content = Outcome { w, exam: test, about, reviewed };
        return officer.field_frame().page(&w.t("placement-title"), &content);
    }
    let order = test.order(&waits.question_id, wording.worded.options.len());
    let title = w.with("placement-question-title", &[("place", waits.place.into())]);
    officer.field_frame().page(&title, &Show { w, test, asked: waits, wording, order })
}

pub(super) async fn answer(officer: Officer, Path(id): Path<Id<Exam>>, mut fields: Fields) -> Result<Response> {
    let path = format!("/placement/{id}");
    let place = fields.number("place", 1..=i64::MAX).ok_or(Error::refused("placement-choose"))?;
    let theirs = id.clone();
    let found = officer.read(move |work| {
        let (test, asked) = find(work, &theirs)?;
        let waits = asked.into_iter().find(|one| one.place == place).ok_or(Error::NotFound)?;
        // What was answered before is answered: whoever sends it twice is led to where the test is now.
        if test.closed_at.is_some() || waits.answered_at.is_some() {
            return Ok(None);
        }
        let wording = questions::rows::wording(work.connection, &waits.wording_id)?;
        let order = test.order(&waits.question_id, wording.worded.options.len());
        let unknown = fields.typed("chosen") == UNKNOWN;
        let chosen = if unknown { None } else { chosen(&fields, &order)? };
        if !unknown && chosen.is_none() {
            return Err(Error::refused("placement-choose"));
        }
        let next = drawing::after(work, &test, place, chosen == Some(wording.worded.key))?;
        Ok(Some((chosen, next)))
    });
    if let Some((chosen, next)) = found.await? {
        let theirs = id;
        unless_done(officer.write(move |work| super::answer(work, &theirs, (place, chosen), &next)).await)?;
    }
    Ok(see(path).into_response())
}

pub(super) async fn end(officer: Officer, Path(id): Path<Id<Exam>>) -> Result<Response> {
    let path = format!("/placement/{id}");
    let theirs = id.clone();
    let found = officer.read(move |work| {
        let (test, _) = find(work, &theirs)?;
        if test.closed_at.is_some() { Ok(None) } else { drawing::now(work, &test).map(Some) }
    });
    if let Some(ending) = found.await? {
        unless_done(officer.write(move |work| super::end(work, &id, ending)).await)?;
    }
    Ok(see(path).into_response())
}

/// Somebody tapped twice, and the other tap was first: they are led to where the test is now.
fn unless_done(done: Result<()>) -> Result<()> {
    match done {
        Err(Error::Refused(refusal)) if TAPPED_TWICE.contains(&refusal.key) => Ok(()),
        done => done,
    }
}
