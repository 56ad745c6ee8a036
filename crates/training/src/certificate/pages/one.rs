//! One certificate, and its paper.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Day, Error, Fields, Id, Result};
use orders::printed;
use people::door::{Officer, Trainer};
use people::organization;

use super::super::paper::{Sheet, document};
use super::super::rules::{WHY_LETTERS, grouped};
use super::super::{Certificate, code, rows};

#[derive(Template)]
#[template(path = "certificate/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    one: Certificate,
    code: String,
    today: Day,
    zone: &'a str,
}

pub(crate) async fn show(trainer: Trainer, Path(id): Path<Id<Certificate>>) -> Result<Response> {
    page(&trainer, &id, &Fields::default()).await
}

pub(crate) async fn withdraw(
    trainer: Trainer,
    Path(id): Path<Id<Certificate>>,
    mut fields: Fields,
) -> Result<Response> {
    let Some(why) = fields.line("why", 2..=WHY_LETTERS) else {
        return Ok(refused(page(&trainer, &id, &fields).await?));
    };
    let at = id.clone();
    match trainer.write(move |work| super::super::withdraw(work, &at, &why)).await {
        Ok(()) => Ok(see(format!("/certificates/{id}")).saying("done-certificate-withdrawn").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&trainer, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(trainer: &Trainer, id: &Id<Certificate>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let found = trainer.read(move |work| {
        let one = rows::find(work, &id)?;
        let code = grouped(&code(&work.app.keys, &one.id));
        Ok((one, code, organization::day(work.connection, work.now)?))
    });
    let (one, code, today) = found.await?;
    let (w, zone) = (&trainer.words, trainer.organization.zone.as_str());
    let title = format!("{} {}", w.t("certificate"), one.number);
    trainer.narrow_page(&title, &Show { w, form: Form { w, fields }, one, code, today, zone })
}

/// The paper, in the language of the certificate.
pub(crate) async fn pdf(officer: Officer, Path(id): Path<Id<Certificate>>) -> Result<Response> {
    let found = officer.read(move |work| {
        let one = rows::find(work, &id)?;
        let code = code(&work.app.keys, &one.id);
        Ok((one, code, organization::day(work.connection, work.now)?))
    });
    let (one, code, today) = found.await?;
    let w = officer.app.catalogue.speak(one.language);
    let zone = officer.organization.zone.clone();
    let sheet = Sheet {
        paper: printed::usual_paper(&zone),
        now: officer.now,
        today,
        zone,
        public_url: officer.app.settings.public_url.clone(),
    };
    let name = format!("certificate-{}.pdf", one.number);
    printed::respond(name, move || Ok(document(&one, &code, &w, &sheet))).await
}
