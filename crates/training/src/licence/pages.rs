//! The pages of licences. Who may enter is in the arguments.

pub(super) mod list;

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Day, Error, Fields, Id, Result};
use people::door::{Officer, Trainer};
use people::organization;
use people::staff::{self, StaffMember};

use super::rules::WHY_LETTERS;
use super::{Licence, NewLicence, rows};

#[derive(Template)]
#[template(path = "licence/mine.html")]
struct Mine<'a> {
    w: &'a Words,
    licences: Vec<Licence>,
    today: Day,
}

#[derive(Template)]
#[template(path = "licence/of.html")]
struct Of<'a> {
    w: &'a Words,
    form: Form<'a>,
    officer: StaffMember,
    licences: Vec<Licence>,
    today: Day,
}

#[derive(Template)]
#[template(path = "licence/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    form: Form<'a>,
    officer: StaffMember,
    licence: Licence,
    today: Day,
    zone: &'a str,
}

pub(super) async fn mine(officer: Officer) -> Result<Response> {
    let me = officer.me.staff_id();
    let found = officer
        .read(move |work| Ok((rows::of_staff(work.connection, &me)?, organization::day(work.connection, work.now)?)));
    let (mut licences, today) = found.await?;
    licences.retain(|one| one.ended.is_none());
    let w = &officer.words;
    officer.field_frame().page(&w.t("licences-mine"), &Mine { w, licences, today })
}

pub(super) async fn of(trainer: Trainer, Path(id): Path<Id<StaffMember>>) -> Result<Response> {
    page(&trainer, &id, &Fields::default()).await
}

pub(super) async fn add(trainer: Trainer, Path(id): Path<Id<StaffMember>>, mut fields: Fields) -> Result<Response> {
    let Some(new) = NewLicence::read(&mut fields) else { return Ok(refused(page(&trainer, &id, &fields).await?)) };
    let of = id.clone();
    match trainer.write(move |work| super::add(work, &of, &new)).await {
        Ok(_) => Ok(see(format!("/staff/{id}/licences")).saying("done-licence-added").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse(field_of(refusal.key), refusal);
            Ok(refused(page(&trainer, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

/// The field that a refusal is about; none when it is about the whole form.
fn field_of(key: &str) -> &'static str {
    match key {
        "licence-issued-later" => "issued_on",
        "licence-is-there" => "number",
        _ => "",
    }
}

async fn page(trainer: &Trainer, id: &Id<StaffMember>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let found = trainer.read(move |work| {
        let officer = staff::rows::find(work.connection, &id)?;
        Ok((officer, rows::of_staff(work.connection, &id)?, organization::day(work.connection, work.now)?))
    });
    let (officer, licences, today) = found.await?;
    let w = &trainer.words;
    let title = officer.name.clone();
    trainer.page(&title, &Of { w, form: Form { w, fields }, officer, licences, today })
}

pub(super) async fn edit(trainer: Trainer, Path(id): Path<Id<Licence>>) -> Result<Response> {
    one(&trainer, &id, None).await
}

pub(super) async fn correct(trainer: Trainer, Path(id): Path<Id<Licence>>, mut fields: Fields) -> Result<Response> {
    let (seen, new) = (fields.number("version", 0..=i64::MAX), NewLicence::read(&mut fields));
    let (Some(seen), Some(new)) = (seen, new) else { return Ok(refused(one(&trainer, &id, Some(fields)).await?)) };
    let at = id.clone();
    let done = trainer.write(move |work| super::correct(work, &at, seen, &new)).await;
    answered(&trainer, &id, (fields, done, "done-saved")).await
}

pub(super) async fn end(trainer: Trainer, Path(id): Path<Id<Licence>>, mut fields: Fields) -> Result<Response> {
    let (seen, why) = (fields.number("version", 0..=i64::MAX), fields.line("why", 2..=WHY_LETTERS));
    let (Some(seen), Some(why)) = (seen, why) else { return Ok(refused(one(&trainer, &id, Some(fields)).await?)) };
    let at = id.clone();
    let done = trainer.write(move |work| super::end(work, &at, seen, &why)).await;
    answered(&trainer, &id, (fields, done, "done-licence-ended")).await
}

async fn answered(
    trainer: &Trainer,
    id: &Id<Licence>,
    (mut fields, done, says): (Fields, Result<()>, &'static str),
) -> Result<Response> {
    match done {
        Ok(()) => Ok(see(format!("/licences/{id}")).saying(says).into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse(field_of(refusal.key), refusal);
            Ok(refused(one(trainer, id, Some(fields)).await?))
        }
        Err(error) => Err(error),
    }
}

/// The page of one licence. What was not typed stands as it is; whoever looks at it may save over it.
async fn one(trainer: &Trainer, id: &Id<Licence>, typed: Option<Fields>) -> Result<Response> {
    let id = id.clone();
    let found = trainer.read(move |work| {
        let licence = rows::find(work.connection, &id)?;
        let officer = staff::rows::find(work.connection, &licence.staff_id)?;
        Ok((licence, officer, organization::day(work.connection, work.now)?))
    });
    let (licence, officer, today) = found.await?;
    let mut fields = typed.unwrap_or_default();
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    if fields.names().all(|name| name == "version" || name == "why") {
        fields.put("kind", licence.kind.as_str());
        fields.put("jurisdiction", licence.jurisdiction.as_str());
        fields.put("number", licence.number.as_str());
        fields.put("issued_on", licence.issued_on.to_string());
        fields.put("expires_on", day(licence.expires_on));
        fields.put("renewal", licence.renewal.clone().unwrap_or_default());
    }
    fields.put("version", licence.version.to_string());
    let (w, zone) = (&trainer.words, trainer.organization.zone.as_str());
    let title = licence.kind.clone();
    trainer.narrow_page(&title, &Edit { w, form: Form { w, fields: &fields }, officer, licence, today, zone })
}
