//! The first page of the office. Who may enter is in the arguments.

use askama::Template;
use askama::filters::Safe;
use axum::response::{IntoResponse, Response};
use calling::duty;
use ground::fields::Asked;
use ground::web::form::Form;
use ground::web::see;
use ground::words::Words;
use ground::{Fields, Id, Moment, Result};
use listening::concern::{State, number};
use listening::promise::badge::badge;
use listening::queue::{self, Count, Filter, Line, Place};
use people::door::Officer;
use people::staff::Role;
use people::work::Work;

/// How many concerns of each kind the page shows.
const SHOWN: usize = 10;
/// How many of the next are looked at, to find those whose next step is ours.
const LOOKED_AT: i64 = 60;

#[derive(Template)]
#[template(path = "home/home.html")]
struct Home<'a> {
    w: &'a Words,
    form: Form<'a>,
    name: &'a str,
    number: Option<String>,
    looks_after: bool,
    /// Whether they stand on posts, too.
    officer: bool,
    parts: Vec<Part>,
    /// For a supervisor: until when they are on duty, if they are.
    duty: Option<Option<String>>,
    /// For a supervisor: who stands on post without having confirmed.
    without: Vec<Without>,
    /// How much of what phones sent waits for somebody to decide.
    held: usize,
    /// How many promises by word of mouth are late.
    given_late: usize,
    now: Moment,
}

/// An officer who stands somewhere without having confirmed the orders, and since when.
struct Without {
    one: briefing::facts::StandsWithout,
    since: String,
}

/// Concerns that need somebody, with the way to all of them.
struct Part {
    title: &'static str,
    none: &'static str,
    lines: Vec<Line>,
    count: Count,
    path: String,
}

pub(super) async fn home(officer: Officer, Asked(asked): Asked) -> Result<Response> {
    if officer.me.is_in_the_field() {
        return Ok(see("/field").into_response());
    }
    let looks_after = officer.me.looks_after_clients();
    let supervises = officer.me.has_role(&[Role::Supervisor]);
    let (parts, duty, without, held, given_late) = officer
        .read(move |work| {
            let parts = if looks_after { needs_me(work)? } else { Vec::new() };
            let duty = if supervises { Some(on_duty_until(work)?) } else { None };
            let without = if supervises { without(work)? } else { Vec::new() };
            let held = if looks_after { field::sending::held::count(work)? } else { 0 };
            let given_late = if looks_after { meeting::facts::late(work)? } else { 0 };
            Ok((parts, duty, without, held, given_late))
        })
        .await?;
    let (w, fields) = (&officer.words, Fields::default());
    let content = Home {
        w,
        form: Form { w, fields: &fields },
        duty: duty.map(|until| until.map(|until| w.when(until, &officer.organization.zone))),
        name: &officer.me.actor.name,
        number: number::read(asked.typed("number")),
        looks_after,
        officer: officer.me.has_role(&[Role::Officer]),
        parts,
        without,
        held,
        given_late,
        now: officer.now,
    };
    officer.page(&w.t("home-title"), &content)
}

/// Until when whoever asks is on duty; none when they are not.
fn on_duty_until(work: &mut Work<'_>) -> Result<Option<Moment>> {
    let me = work.me.staff_id();
    let spans = duty::rows::of_staff(work.connection, &me, work.now)?;
    Ok(spans.iter().find(|span| span.is_at(work.now)).map(|span| span.ends_at))
}

fn needs_me(work: &mut Work<'_>) -> Result<Vec<Part>> {
    let mine = Filter { owner: Some(work.me.staff_id()), ..Filter::default() };
    let late = Filter { late: true, ..mine.clone() };
    let lines = first(work, &late)?;
    let late = part(work, ("home-late", "home-late-none"), &late, lines)?;
    let new = Filter { state: Some(State::New), ..Filter::default() };
    let lines = first(work, &new)?;
    let new = part(work, ("home-new", "home-new-none"), &new, lines)?;
    // The empty name comes before every other one, so this is everything that is due from now on.
    let from_now = Place { due_at: work.now, id: Id::known("") };
    let mut lines = queue::rows::list(work, &Filter { after: Some(from_now), ..mine.clone() }, LOOKED_AT)?;
    lines.retain(|line| {
        let ours = line.concern.next_step.needs_us();
        ours && line.concern.state != State::Waiting
    });
    lines.truncate(SHOWN);
    let next = part(work, ("home-next", "home-next-none"), &mine, lines)?;
    Ok(vec![late, new, next])
}

fn first(work: &mut Work<'_>, filter: &Filter) -> Result<Vec<Line>> {
    queue::rows::list(work, filter, i64::try_from(SHOWN).unwrap_or(i64::MAX))
}

fn part(
    work: &mut Work<'_>,
    (title, none): (&'static str, &'static str),
    filter: &Filter,
    lines: Vec<Line>,
) -> Result<Part> {
    let count = queue::rows::count(work, filter)?;
    Ok(Part { title, none, lines, count, path: format!("/queue?{}", filter.query()) })
}

/// Who stands on post without having confirmed, by the clocks of the office.
fn without(work: &mut Work<'_>) -> Result<Vec<Without>> {
    let zone = people::organization::rows::get(work.connection)?.zone;
    let w = work.app.catalogue.speak(work.me.language);
    let all = briefing::facts::stand_without(work)?;
    Ok(all.into_iter().map(|one| Without { since: w.when(one.since_at, &zone), one }).collect())
}

/// The clock of a concern.
fn clock(w: &Words, line: &Line, now: Moment) -> Safe<String> {
    badge(w, &line.concern, &line.zone, now)
}
