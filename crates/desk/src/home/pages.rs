//! The first page of staff and officers. Who may enter is in the arguments.

use agreement::post;
use askama::Template;
use askama::filters::Safe;
use axum::response::Response;
use calling::duty;
use ground::fields::Asked;
use ground::web::Frame;
use ground::web::form::Form;
use ground::words::Words;
use ground::{Fields, Id, Moment, Result};
use listening::concern::{State, number};
use listening::facts;
use listening::promise::badge::badge;
use listening::queue::{self, Count, Filter, Line, Place};
use people::door::Officer;
use people::site;
use people::staff::Role;
use people::work::Work;

/// How many concerns of each kind the page shows.
const SHOWN: usize = 10;
/// How many of the next are looked at, to find those whose next step is ours.
const LOOKED_AT: i64 = 60;
/// How many an officer sees of what they wrote down.
const WRITTEN_DOWN: i64 = 20;

#[derive(Template)]
#[template(path = "home/home.html")]
struct Home<'a> {
    w: &'a Words,
    form: Form<'a>,
    name: &'a str,
    number: Option<String>,
    looks_after: bool,
    officer: bool,
    emergency_number: &'a str,
    parts: Vec<Part>,
    /// For a supervisor: until when they are on duty, if they are.
    duty: Option<Option<String>>,
    posts: Vec<Stand>,
    /// For a supervisor: who stands on post without having confirmed.
    without: Vec<Without>,
    outcomes: Vec<(String, String)>,
    mine: Vec<Line>,
    now: Moment,
}

/// A post at which an officer stands, or will soon, with the way to its briefing.
struct Stand {
    post_id: Id<post::Post>,
    post: String,
    site: String,
    /// How many revisions they must confirm still.
    missing: usize,
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
    let looks_after = officer.me.looks_after_clients();
    let is_officer = officer.me.has_role(&[Role::Officer]);
    let supervises = officer.me.has_role(&[Role::Supervisor]);
    let ((parts, duty, without), (posts, outcomes), mine) = officer
        .read(move |work| {
            let parts = if looks_after { needs_me(work)? } else { Vec::new() };
            let posts = if is_officer { posts(work)? } else { Vec::new() };
            let outcomes = if is_officer { outcomes(work)? } else { Vec::new() };
            let mine = if is_officer { facts::written_down_by_me(work, WRITTEN_DOWN)? } else { Vec::new() };
            let duty = if supervises { Some(on_duty_until(work)?) } else { None };
            let without = if supervises { without(work)? } else { Vec::new() };
            Ok(((parts, duty, without), (posts, outcomes), mine))
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
        officer: is_officer,
        emergency_number: &officer.organization.emergency_number,
        parts,
        posts,
        without,
        outcomes,
        mine,
        now: officer.now,
    };
    let field = is_officer && !looks_after;
    Frame { field, narrow: field, ..officer.frame() }.page(&w.t("home-title"), &content)
}

/// Until when whoever asks is on duty; none when they are not.
fn on_duty_until(work: &mut Work<'_>) -> Result<Option<Moment>> {
    let me = Id::known(work.me.actor.id.clone());
    let spans = duty::rows::of_staff(work.connection, &me, work.now)?;
    Ok(spans.iter().find(|span| span.is_at(work.now)).map(|span| span.ends_at))
}

fn needs_me(work: &mut Work<'_>) -> Result<Vec<Part>> {
    let mine = Filter { owner: Some(Id::known(work.me.actor.id.clone())), ..Filter::default() };
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

/// The posts at which an officer stands now, or will within some days, each with its site.
fn posts(work: &mut Work<'_>) -> Result<Vec<Stand>> {
    let me = Id::known(work.me.actor.id.clone());
    let until = work.now.plus_seconds(orders::post_orders::AHEAD_SECONDS);
    let posts = post::rows::posts_of_officer_until(work.connection, &me, (work.now, until))?;
    let stand = |post: post::Post| {
        let missing = briefing::confirmation::to_confirm(work, &post, &me)?.len();
        let site = site::rows::any(work.connection, &post.site_id)?.name;
        Ok(Stand { post_id: post.id, post: post.name, site, missing })
    };
    posts.into_iter().map(stand).collect()
}

/// Who stands on post without having confirmed, by the clocks of the office.
fn without(work: &mut Work<'_>) -> Result<Vec<Without>> {
    let zone = people::organization::rows::get(work.connection)?.zone;
    let w = work.app.catalogue.speak(work.me.language);
    let all = briefing::facts::stand_without(work)?;
    Ok(all.into_iter().map(|one| Without { since: w.when(one.since_at, &zone), one }).collect())
}

/// What an officer is asked: whether something that was changed works.
fn outcomes(work: &mut Work<'_>) -> Result<Vec<(String, String)>> {
    let asked = adjustments::outcome::rows::waiting_for_me(work)?;
    let named = |asked: adjustments::outcome::OfficerAnswer| {
        let adjustment = adjustments::adjustment::rows::any(work.connection, &asked.adjustment_id)?;
        Ok((asked.id.to_string(), adjustment.headline))
    };
    asked.into_iter().map(named).collect()
}

/// The clock of a concern.
fn clock(w: &Words, line: &Line, now: Moment) -> Safe<String> {
    badge(w, &line.concern, &line.zone, now)
}
