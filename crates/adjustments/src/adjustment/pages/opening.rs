//! Opening an adjustment because of what was told.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::see;
use ground::words::Words;
use ground::{Error, Fields, Result};
use listening::concern::{self, Concern, number};
use people::door::{Door, Staff};
use people::staff;

use super::super::{Kind, NewAdjustment, open as open_adjustment, owners};

#[derive(Template)]
#[template(path = "adjustment/new.html")]
struct New<'a> {
    w: &'a Words,
    form: Form<'a>,
    kinds: Vec<(String, String)>,
    owners: Vec<(String, String)>,
}

/// The form, filled with what is known of the first concern that it is opened from.
pub(in crate::adjustment) async fn form(staff: Staff, Asked(asked): Asked) -> Result<Response> {
    let numbers = asked.typed("concerns").to_owned();
    let first = numbers.split([',', ' ']).find_map(number::read);
    let concern = staff
        .read(move |work| match first {
            Some(number) => match concern::rows::by_number(work, &number) {
                Ok(concern) => {
                    let case = concern::rows::case_of(work.connection, concern)?;
                    let target = case.terms.target(case.concern.severity, listening::promise::Step::Adjust);
                    let again = case.terms.target(case.concern.severity, listening::promise::Step::CheckBack);
                    Ok(Some((case.concern, target, again)))
                }
                Err(Error::NotFound) => Ok(None),
                Err(error) => Err(error),
            },
            None => Ok(None),
        })
        .await?;
    let me = staff.me.actor.id.clone();
    let fields = Fields::default()
        .set("concerns", numbers)
        .set("kind", Kind::Revision.word())
        .set("on_board", "on")
        .set("limit", "30 days")
        .set("check_back_after", "14 days")
        .set("owner", me);
    page(&staff, &with_concern(fields, concern)).await
}

/// What a concern says already. A wish promises no time ("with the next revision"), so the form keeps its own.
fn with_concern(mut fields: Fields, concern: Option<(Concern, Option<String>, Option<String>)>) -> Fields {
    let Some((concern, target, again)) = concern else { return fields };
    fields.put("said", concern.headline);
    fields.put("owner", concern.owner_id.as_str());
    if let Some(remedy) = concern.remedy {
        fields.put("expected", remedy.lines().next().unwrap_or_default());
    }
    for (name, limit) in [("limit", target), ("check_back_after", again)] {
        if let Some(limit) = limit {
            fields.put(name, limit);
        }
    }
    fields
}

pub(in crate::adjustment) async fn open(staff: Staff, mut fields: Fields) -> Result<Response> {
    let Some(new) = NewAdjustment::read(&mut fields) else {
        return Ok(refused(page(&staff, &fields).await?));
    };
    match staff.write(move |work| open_adjustment(work, &new)).await {
        Ok(id) => Ok(see(format!("/adjustments/{id}")).saying("done-adjustment-opened").into_response()),
        Err(Error::Refused(refusal)) => {
            let field = match refusal.key {
                "owner-may-not" => "owner",
                _ => "concerns",
            };
            fields.refuse(field, refusal);
            Ok(refused(page(&staff, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(staff: &Door, fields: &Fields) -> Result<Response> {
    let members = staff.read(|work| staff::rows::of_the_office(work.connection)).await?;
    let w = &staff.words;
    let content = New { w, form: Form { w, fields }, kinds: Kind::choices(w), owners: owners(&members) };
    staff.narrow_page(&w.t("adjustment-new"), &content)
}
