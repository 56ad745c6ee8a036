//! The exams that one may sit, and those that one sat.

use std::collections::HashMap;

use askama::Template;
use axum::response::{IntoResponse, Response};
use curriculum::{Blueprint, Status};
use ground::web::see;
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Result, secret};
use learning::{competency, library};
use people::door::{Officer, Trainer};
use people::staff::{self, Role, StaffMember};

use crate::exam::{self, Exam, Kind, rows};
use crate::paper::{self, Paper};

/// How many exams a list shows.
const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "exam/list.html")]
struct List<'a> {
    w: &'a Words,
    blueprints: &'static [Blueprint],
    under_way: Option<Exam>,
    past: Vec<Exam>,
    trains: bool,
    now: Moment,
    zone: &'a str,
}

/// The key of how far one may trust a fact.
const fn trust(status: Status) -> &'static str {
    match status {
        Status::Official => "exam-fact-official",
        Status::Secondary => "exam-fact-secondary",
        Status::Disputed => "exam-fact-disputed",
    }
}

pub(in crate::exam) async fn list(officer: Officer) -> Result<Response> {
    let id = officer.me.staff_id();
    let found = officer.read(move |work| {
        let under_way = rows::under_way(work.connection, &id, Kind::Exam)?;
        Ok((under_way, rows::past(work.connection, &id, Kind::Exam, SHOWN)?))
    });
    let (under_way, past) = found.await?;
    let (w, zone) = (&officer.words, officer.organization.zone.as_str());
    let trains = officer.me.has_role(&[Role::Trainer, Role::Administrator]);
    let blueprints = &library::curriculum().blueprints;
    let content = List { w, blueprints, under_way, past, trains, now: officer.now, zone };
    officer.field_frame().page(&w.t("exams-title"), &content)
}

pub(in crate::exam) async fn begin(officer: Officer, fields: Fields) -> Result<Response> {
    let paper = Paper::find(fields.typed("blueprint"), fields.typed("unit")).ok_or(Error::NotFound)?;
    let seed = i64::from_le_bytes(secret::random()?);
    let (id, again) = (officer.me.staff_id(), officer.me.staff_id());
    let found = officer.read(move |work| match rows::under_way(work.connection, &id, Kind::Exam)? {
        Some(open) => Ok(Err(open.id)),
        None => exam::draw(work, &paper, seed).map(Ok),
    });
    let begun = match found.await? {
        Err(open) => Ok(open),
        Ok(drawn) => officer.write(move |work| exam::begin(work, &drawn)).await,
    };
    let id = match begun {
        // Somebody tapped twice, and the other tap was first.
        Err(error) if error.is_duplicate() => {
            let open = officer.read(move |work| rows::under_way(work.connection, &again, Kind::Exam)).await?;
            open.ok_or(error)?.id
        }
        begun => begun?,
    };
    Ok(see(format!("/exams/{id}")).into_response())
}

#[derive(Template)]
#[template(path = "exam/taken.html")]
struct Taken<'a> {
    w: &'a Words,
    exams: Vec<Exam>,
    names: HashMap<Id<StaffMember>, String>,
    zone: &'a str,
}

pub(in crate::exam) async fn taken(trainer: Trainer) -> Result<Response> {
    let found = trainer.read(|work| {
        let exams = rows::taken(work.connection, SHOWN)?;
        let names = staff::rows::names(work.connection, exams.iter().map(|one| &one.staff_id).collect())?;
        Ok((exams, names))
    });
    let (exams, names) = found.await?;
    let (w, zone) = (&trainer.words, trainer.organization.zone.as_str());
    trainer.page(&w.t("exams-taken-title"), &Taken { w, exams, names, zone })
}
