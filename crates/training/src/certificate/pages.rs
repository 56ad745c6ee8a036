//! The pages of certificates. Who may enter is in the arguments.

pub(super) mod one;
pub(super) mod verify;

use askama::Template;
use axum::response::{IntoResponse, Response};
use examining::exam::{self, Exam, Kind};
use examining::paper;
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Day, Error, Fields, Id, Refusal, Result};
use people::door::{Officer, Trainer};
use people::organization;
use people::staff::{self, StaffMember};
use people::work::Work;

use super::rules::{self, grouped};
use super::{Attested, Certificate, code, rows};

/// So many exams are looked at for one that was passed.
const EXAMS: i64 = 200;

#[derive(Template)]
#[template(path = "certificate/mine.html")]
struct Mine<'a> {
    w: &'a Words,
    /// Each with its code.
    certificates: Vec<(Certificate, String)>,
    today: Day,
}

#[derive(Template)]
#[template(path = "certificate/of.html")]
struct Of<'a> {
    w: &'a Words,
    form: Form<'a>,
    officer: StaffMember,
    certificates: Vec<Certificate>,
    /// The exams that were passed and have none.
    exams: Vec<(String, String)>,
    today: Day,
    /// Nobody attests something of themselves.
    may_attest: bool,
}

pub(super) async fn mine(officer: Officer) -> Result<Response> {
    let me = officer.me.staff_id();
    let found = officer.read(move |work| {
        let all = rows::of_staff(work.connection, &me)?.into_iter();
        let all = all.map(|one| {
            let code = grouped(&code(&work.app.keys, &one.id));
            (one, code)
        });
        Ok((all.collect(), organization::day(work.connection, work.now)?))
    });
    let (certificates, today) = found.await?;
    let w = &officer.words;
    officer.field_frame().page(&w.t("certificates-mine"), &Mine { w, certificates, today })
}

pub(super) async fn of(trainer: Trainer, Path(id): Path<Id<StaffMember>>) -> Result<Response> {
    page(&trainer, &id, &Fields::default()).await
}

pub(super) async fn attest(trainer: Trainer, Path(id): Path<Id<StaffMember>>, mut fields: Fields) -> Result<Response> {
    let Some(new) = Attested::read(&mut fields) else { return Ok(refused(page(&trainer, &id, &fields).await?)) };
    let of = id.clone();
    let done = trainer.write(move |work| super::attest(work, &of, &new)).await;
    answered(&trainer, &id, fields, done).await
}

pub(super) async fn of_exam(trainer: Trainer, Path(id): Path<Id<StaffMember>>, mut fields: Fields) -> Result<Response> {
    let exam = fields.checked("exam", |typed| Id::<Exam>::parse(typed.trim()).ok_or(Refusal::new("field-choose")));
    let until = fields.optional_day("exam_valid_until");
    let (Some(exam), Some(until)) = (exam, until) else { return Ok(refused(page(&trainer, &id, &fields).await?)) };
    let of = id.clone();
    let done = trainer.write(move |work| super::of_exam(work, (&of, &exam), until)).await;
    answered(&trainer, &id, fields, done).await
}

async fn answered(
    trainer: &Trainer,
    id: &Id<StaffMember>,
    mut fields: Fields,
    done: Result<Id<Certificate>>,
) -> Result<Response> {
    match done {
        Ok(made) => Ok(see(format!("/certificates/{made}")).saying("done-certificate-issued").into_response()),
        Err(Error::Refused(refusal)) => {
            let until = if fields.given("exam") { "exam_valid_until" } else { "valid_until" };
            let field = match refusal.key {
                "certificate-completed-later" => "completed_on",
                "certificate-over-already" => until,
                _ => "",
            };
            fields.refuse(field, refusal);
            Ok(refused(page(trainer, id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

/// The exams of an officer that prove something and have no certificate.
fn open_exams(work: &mut Work<'_>, id: &Id<StaffMember>, all: &[Certificate]) -> Result<Vec<Exam>> {
    let mut exams = exam::rows::past(work.connection, id, Kind::Exam, EXAMS)?;
    exams.retain(|exam| {
        rules::proves(exam) && rules::is_whole_enough(exam) && !all.iter().any(|one| one.is_for(&exam.id))
    });
    Ok(exams)
}

async fn page(trainer: &Trainer, id: &Id<StaffMember>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let found = trainer.read(move |work| {
        let officer = staff::rows::find(work.connection, &id)?;
        let certificates = rows::of_staff(work.connection, &id)?;
        let exams = open_exams(work, &id, &certificates)?;
        Ok((officer, certificates, exams, organization::day(work.connection, work.now)?))
    });
    let (officer, certificates, exams, today) = found.await?;
    let (w, zone) = (&trainer.words, trainer.organization.zone.as_str());
    let called = |exam: &Exam| {
        let title = paper::title(&exam.blueprint, exam.unit.as_deref(), w);
        (exam.id.to_string(), format!("{title}, {}", w.when(exam.closed_at.unwrap_or(exam.begun_at), zone)))
    };
    let exams = exams.iter().map(called).collect();
    let mut shown = fields.clone();
    if fields.names().next().is_none() {
        let until = rules::usual_until(today).to_string();
        shown.put("exam_valid_until", until.as_str());
        shown.put("valid_until", until);
        shown.put("completed_on", today.to_string());
        shown.put("instructor", trainer.me.actor.name.as_str());
    }
    let may_attest = officer.id.as_str() != trainer.me.actor.id;
    let title = officer.name.clone();
    let content = Of { w, form: Form { w, fields: &shown }, officer, certificates, exams, today, may_attest };
    trainer.page(&title, &content)
}
