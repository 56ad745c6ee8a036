//! The pages of the ladders: of the organization, and of a site. Who may enter is in the arguments.

use agreement::contract::Severity;
use askama::Template;
use askama::filters::Safe;
use axum::response::{IntoResponse, Response};
use ground::fields::Choice;
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result};
use people::door::{AccountManager, Door};
use people::site::{self, Site};

use super::{Ladder, Point, Rung, Scope, Step, Way, Which, Whom, form, rows};

#[derive(Template)]
#[template(path = "ladder/show.html")]
struct Show<'a> {
    w: &'a Words,
    site: Option<Site>,
    /// Where the pages of these ladders are.
    base: String,
    ladder: Ladder,
    /// What was changed here, and, at a site, what was changed for all of them.
    here: Vec<(Severity, Step)>,
    above: Vec<(Severity, Step)>,
}

#[derive(Template)]
#[template(path = "ladder/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    form: Form<'a>,
    site: Option<Site>,
    which: Which,
    base: String,
    title: String,
    rows: Vec<usize>,
    is_own: bool,
    choices: Choices,
}

/// What each row of the form offers.
struct Choices {
    whom: Vec<(String, String)>,
    points: Vec<(String, String)>,
    ways: Vec<(String, String)>,
}

impl Show<'_> {
    fn rungs(&self, severity: &Severity, step: &Step) -> Vec<String> {
        self.ladder.rungs(*severity, *step).iter().map(|rung| in_words(self.w, rung)).collect()
    }

    /// Whose ladder this is, where it is not the usual one.
    fn whose(&self, severity: &Severity, step: &Step) -> Option<&'static str> {
        let which = (*severity, *step);
        match (self.here.contains(&which), self.above.contains(&which), self.site.is_some()) {
            (true, _, true) => Some("ladder-of-site"),
            (true, _, false) | (false, true, _) => Some("ladder-of-organization"),
            (false, false, _) => None,
        }
    }
}

impl Edit<'_> {
    /// The fields of one row.
    fn row(&self, row: &usize) -> Safe<String> {
        let Choices { whom, points, ways } = &self.choices;
        let (form, name) = (self.form, |name| form::field(name, *row));
        let fields = [
            form.select(&name("whom"), "rung-whom", whom),
            form.line(&name("minutes"), "rung-minutes", "number", "min=0 max=43200 inputmode=numeric"),
            form.select(&name("point"), "rung-point", points),
            form.select(&name("by"), "rung-by", ways),
        ];
        Safe(fields.map(|field| field.0).concat())
    }
}

/// A rung as a sentence: "its owner, at once, on their devices".
fn in_words(w: &Words, rung: &Rung) -> String {
    let (count, unit) = match rung.seconds {
        seconds if seconds != 0 && seconds % 86_400 == 0 && rung.point != Point::OpenAfterDue => {
            (seconds / 86_400, "days")
        }
        seconds if seconds != 0 && seconds % 3_600 == 0 => (seconds / 3_600, "hours"),
        seconds => (seconds / 60, "minutes"),
    };
    let open = if rung.point == Point::OpenAfterDue { "working-" } else { "" };
    let time = w.with(&format!("limit-{open}{unit}"), &[("n", count.into())]);
    let when = match (rung.point, rung.seconds) {
        (Point::AfterGiven, 0) => w.t("rung-at-once"),
        (Point::AfterGiven, _) => w.with("rung-after-given", &[("time", time.into())]),
        (Point::BeforeDue, 1..) => w.with("rung-before-due", &[("time", time.into())]),
        (Point::BeforeDue, _) | (Point::AfterDue | Point::OpenAfterDue, 0) => w.t("rung-when-due"),
        (Point::AfterDue | Point::OpenAfterDue, _) => w.with("rung-after-due", &[("time", time.into())]),
    };
    let (whom, way) = (w.t(rung.whom.key()), w.t(rung.by.key()));
    w.with("rung", &[("whom", whom.into()), ("when", when.into()), ("way", way.into())])
}

pub(super) async fn show(manager: AccountManager) -> Result<Response> {
    show_of(&manager, None).await
}

pub(super) async fn show_at_site(manager: AccountManager, Path(id): Path<Id<Site>>) -> Result<Response> {
    show_of(&manager, Some(id)).await
}

pub(super) async fn edit(manager: AccountManager, Path((severity, step)): Path<(String, String)>) -> Result<Response> {
    edit_of(&manager, which(Scope::Organization, &severity, &step)?, None).await
}

pub(super) async fn edit_at_site(
    manager: AccountManager,
    Path((id, severity, step)): Path<(Id<Site>, String, String)>,
) -> Result<Response> {
    edit_of(&manager, which(Scope::Site(id), &severity, &step)?, None).await
}

pub(super) async fn change(
    manager: AccountManager,
    Path((severity, step)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    change_of(&manager, which(Scope::Organization, &severity, &step)?, fields).await
}

pub(super) async fn change_at_site(
    manager: AccountManager,
    Path((id, severity, step)): Path<(Id<Site>, String, String)>,
    fields: Fields,
) -> Result<Response> {
    change_of(&manager, which(Scope::Site(id), &severity, &step)?, fields).await
}

pub(super) async fn make_usual(
    manager: AccountManager,
    Path((severity, step)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    make_usual_of(&manager, which(Scope::Organization, &severity, &step)?, fields).await
}

pub(super) async fn make_usual_at_site(
    manager: AccountManager,
    Path((id, severity, step)): Path<(Id<Site>, String, String)>,
    fields: Fields,
) -> Result<Response> {
    make_usual_of(&manager, which(Scope::Site(id), &severity, &step)?, fields).await
}

fn which(scope: Scope, severity: &str, step: &str) -> Result<Which> {
    let (severity, step) = (Severity::from_word(severity), Step::from_word(step));
    let (severity, step) = (severity.ok_or(Error::NotFound)?, step.ok_or(Error::NotFound)?);
    Ok(Which { scope, severity, step })
}

/// Where the pages of a scope are.
fn base(scope: &Scope) -> String {
    match scope {
        Scope::Organization => "/ladder".to_owned(),
        Scope::Site(id) => format!("/sites/{id}/ladder"),
    }
}

async fn show_of(door: &Door, site_id: Option<Id<Site>>) -> Result<Response> {
    let (site, ladder, here, above) = door
        .read(move |work| {
            let names = |found: Vec<((Severity, Step), _)>| found.into_iter().map(|(which, _)| which).collect();
            let all = rows::changed(work.connection, &Scope::Organization)?;
            let Some(id) = site_id else {
                return Ok((None, rows::of_organization(work.connection)?, names(all), Vec::new()));
            };
            let site = site::rows::find(work, &id)?;
            let here = rows::changed(work.connection, &Scope::Site(id.clone()))?;
            Ok((Some(site), rows::of(work.connection, &id)?, names(here), names(all)))
        })
        .await?;
    let scope = site.as_ref().map_or(Scope::Organization, |site: &Site| Scope::Site(site.id.clone()));
    let content = Show { w: &door.words, site, base: base(&scope), ladder, here, above };
    door.page(&door.words.t("ladder-title"), &content)
}

/// The form, with what was typed, or else with the rungs that hold.
async fn edit_of(door: &Door, which: Which, typed: Option<Fields>) -> Result<Response> {
    let asked = which.clone();
    let (site, ladder, own) = door
        .read(move |work| {
            let (site, ladder) = match &asked.scope {
                Scope::Organization => (None, rows::of_organization(work.connection)?),
                Scope::Site(id) => (Some(site::rows::find(work, id)?), rows::of(work.connection, id)?),
            };
            Ok((site, ladder, rows::own(work.connection, &asked)?))
        })
        .await?;
    let rungs = ladder.rungs(which.severity, which.step);
    let is_new = typed.is_none();
    let mut fields = typed.unwrap_or_else(|| form::shown(rungs));
    if is_new || fields.problem("").is_some_and(|refusal| refusal.key == "changed-meanwhile") {
        fields.put("version", own.version.to_string());
    }
    let w = &door.words;
    let (severity, step) = (w.t(which.severity.key()), w.t(which.step.key()));
    let title = w.with("ladder-edit-title", &[("severity", severity.into()), ("step", step.into())]);
    let rows = (0..form::rows_for(rungs.len().max(form::rows_typed(&fields)))).collect();
    let choices = choices(w);
    let form = Form { w, fields: &fields };
    let content = Edit {
        w,
        form,
        site,
        base: base(&which.scope),
        title: title.clone(),
        rows,
        is_own: own.rungs.is_some(),
        choices,
        which,
    };
    door.page(&title, &content)
}

fn choices(w: &Words) -> Choices {
    let mut whom = Whom::choices(w);
    whom.insert(0, (String::new(), w.t("rung-nobody")));
    Choices { whom, points: Point::choices(w), ways: Way::choices(w) }
}

async fn change_of(door: &Door, which: Which, mut fields: Fields) -> Result<Response> {
    let seen = fields.number("version", 0..=i64::MAX);
    if let (Some(rungs), Some(seen)) = (form::read(&mut fields, which.severity, which.step), seen) {
        let asked = which.clone();
        match door.write(move |work| super::change(work, &asked, Some(&rungs), seen)).await {
            Ok(()) => return Ok(see(base(&which.scope)).saying("done-saved").into_response()),
            Err(Error::Refused(refusal)) => fields.refuse("", refusal),
            Err(error) => return Err(error),
        }
    }
    Ok(refused(edit_of(door, which, Some(fields)).await?))
}

async fn make_usual_of(door: &Door, which: Which, mut fields: Fields) -> Result<Response> {
    let Some(seen) = fields.number("version", 0..=i64::MAX) else {
        return Ok(refused(edit_of(door, which, None).await?));
    };
    let to = base(&which.scope);
    door.write(move |work| super::change(work, &which, None, seen)).await?;
    Ok(see(to).saying("done-saved").into_response())
}
