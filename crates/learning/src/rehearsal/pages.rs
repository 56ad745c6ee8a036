//! The pages of rehearsals. Who may enter is in the arguments.

mod debriefing;
pub(super) mod picture;

use std::borrow::Borrow;

use askama::Template;
use askama::filters::Safe;
use axum::response::{IntoResponse, Response};
use curriculum::Scenario;
use curriculum::scenario::{Choice, Scene};
use ground::fields::Choice as _;
use ground::web::form::{Form, refused};
use ground::web::{self, see};
use ground::words::{Language, Words};
use ground::{Error, Fields, Id, Moment, Refusal, Result};
use people::client::Setting;
use people::door::Officer;
use people::staff::Role;

use super::rows::{self, Run};
use super::{At, Outcome, Rehearsal, rules};
use crate::{competency, library};

#[derive(Template)]
#[template(path = "rehearsal/list.html")]
struct List<'a> {
    w: &'a Words,
    lines: Vec<Line>,
    zone: &'a str,
    trains: bool,
}

/// A dialogue, and how this officer went through it.
struct Line {
    scenario: &'static Scenario,
    about: String,
    /// The one in whose middle they are.
    under_way: Option<Id<Rehearsal>>,
    /// How often they came to an ending.
    times: usize,
    /// The newest of those, when that was, and how well.
    last: Option<(Id<Rehearsal>, Moment, Outcome)>,
}

impl Line {
    fn of(scenario: &'static Scenario, runs: &[Run], w: &Words) -> Self {
        let digest = library::scenario(&scenario.id).map(|(_, digest)| digest);
        let theirs = || runs.iter().filter(|run| run.scenario == scenario.id);
        let mut ended = theirs().filter_map(|run| Some((run.id.clone(), run.ended_at?, run.outcome?)));
        let last = ended.next();
        let is_current = |run: &&Run| run.ended_at.is_none() && Some(run.digest.as_str()) == digest;
        let names = scenario.competencies.iter().map(|id| competency::name(id, w));
        let about: Vec<String> = [place(&scenario.setting, w), minutes(scenario, w)].into_iter().chain(names).collect();
        Self {
            scenario,
            about: about.join(", "),
            under_way: theirs().find(is_current).map(|run| run.id.clone()),
            times: ended.count() + usize::from(last.is_some()),
            last,
        }
    }
}

/// What kind of place a dialogue happens in.
fn place(setting: &str, w: &Words) -> String {
    w.t(Setting::from_word(setting).map_or("rehearsal-anywhere", Setting::key))
}

fn minutes(scenario: &Scenario, w: &Words) -> String {
    w.with("rehearsal-minutes", &[("minutes", scenario.minutes.into())])
}

pub(super) async fn list(officer: Officer) -> Result<Response> {
    let me = officer.me.staff_id();
    let runs = officer.read(move |work| rows::of_staff(work.connection, &me)).await?;
    let (w, zone) = (&officer.words, officer.organization.zone.as_str());
    let lines = library::curriculum().scenarios.iter().map(|scenario| Line::of(scenario, &runs, w)).collect();
    let trains = officer.me.has_role(&[Role::Trainer, Role::Administrator]);
    officer.field_frame().page(&w.t("rehearsals-title"), &List { w, lines, zone, trains })
}

pub(super) async fn begin(officer: Officer, fields: Fields) -> Result<Response> {
    let scenario = fields.typed("scenario").to_owned();
    let begun = scenario.clone();
    let id = match officer.write(move |work| super::begin(work, &begun)).await {
        Err(Error::Refused(refusal)) if refusal.key == rules::UNDER_WAY => {
            let me = officer.me.staff_id();
            let found = officer.read(move |work| rows::under_way(work.connection, &me, &scenario)).await?;
            found.ok_or(Error::NotFound)?.id
        }
        begun => begun?,
    };
    Ok(see(format!("/rehearsals/{id}")).into_response())
}

#[derive(Template)]
#[template(path = "rehearsal/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    rehearsal: &'a Rehearsal,
    about: String,
    name: &'a str,
    scene: &'a Scene,
    /// What may be said, with its place in the dialogue.
    choices: Vec<(usize, &'a Choice)>,
}

#[derive(Template)]
#[template(path = "rehearsal/rewritten.html")]
struct Rewritten<'a> {
    w: &'a Words,
    rehearsal: &'a Rehearsal,
    is_there: bool,
}

pub(super) async fn show(officer: Officer, web::Path(id): web::Path<Id<Rehearsal>>) -> Result<Response> {
    page(&officer, &id, &Fields::default()).await
}

pub(super) async fn choose(
    officer: Officer,
    web::Path(id): web::Path<Id<Rehearsal>>,
    mut fields: Fields,
) -> Result<Response> {
    let there = see(format!("/rehearsals/{id}"));
    let scene = fields.typed("scene").to_owned();
    // What cannot be read is no choice of any scene; whether the scene is the one that it is for is asked first.
    let place = fields.typed("choice").parse().unwrap_or(usize::MAX);
    let chosen = id.clone();
    match officer.write(move |work| super::choose(work, &chosen, (&scene, place))).await {
        Ok(()) => Ok(there.into_response()),
        // Sent twice, or from an old page: nothing was changed, and they see where they are.
        Err(Error::Refused(Refusal { key: rules::WENT_ON, .. })) => Ok(there.into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("choice", refusal);
            Ok(refused(page(&officer, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(officer: &Officer, id: &Id<Rehearsal>, fields: &Fields) -> Result<Response> {
    let (me, id) = (officer.me.staff_id(), id.clone());
    let rehearsal = officer.read(move |work| rows::find(work.connection, &me, &id)).await?;
    let (w, frame) = (&officer.words, officer.field_frame());
    let (rehearsal, title) = (&rehearsal, rehearsal.path.title.as_str());
    if let (Some(closing), Some(outcome)) = (&rehearsal.path.closing, rehearsal.outcome) {
        return frame.page(title, &debriefing::Debriefing::of(w, rehearsal, (closing, outcome)));
    }
    let text = rehearsal.text().filter(|_| rehearsal.ended_at.is_none());
    let Some(scenario) = text else {
        let is_there = library::scenario(&rehearsal.scenario).is_some();
        return frame.page(title, &Rewritten { w, rehearsal, is_there });
    };
    let At::Scene(name, scene) = rehearsal.standing(scenario)?.at else {
        return Err(Error::broken("a rehearsal is at an ending and has not ended"));
    };
    let order = rehearsal.order((name, scene)).into_iter();
    let choices = order.filter_map(|place| Some((place, scene.choices.get(place)?))).collect();
    let about = format!("{}, {}", place(&scenario.setting, w), minutes(scenario, w));
    frame.page(title, &Show { w, form: Form { w, fields }, rehearsal, about, name, scene, choices })
}

/// How well it ended, as a badge.
fn badge(outcome: impl Borrow<Outcome>, w: &Words) -> Safe<String> {
    let outcome = *outcome.borrow();
    let class = match outcome {
        Outcome::Good => "ok",
        Outcome::Mixed => "soon",
        Outcome::Poor => "late",
    };
    // The sentence is ours.
    Safe(format!("<span class=\"badge {class}\">{}</span>", w.t(outcome.key())))
}

/// What is wrong with the choice.
fn problem(form: &Form<'_>, w: &Words) -> Option<String> {
    form.fields.problem("choice").map(|refusal| w.refusal(refusal))
}
