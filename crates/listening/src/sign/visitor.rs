//! The page behind a sign: anybody tells us something, without an account, a cookie or a script.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused, too_often};
use ground::web::{Frame, Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Refusal, Result, secret};
use people::door::{Door, Guest};
use people::site::Site;
use people::work::{Done, Work};

use super::{Report, SENT_TWICE, Sign, rows, rules};
use crate::concern::{Concern, Urgency, code};

#[derive(Template)]
#[template(path = "sign/ask.html")]
struct Ask<'a> {
    w: &'a Words,
    form: Form<'a>,
    sign: &'a Sign,
    site: &'a Site,
    organization: &'a str,
    emergency: Emergency,
    urgencies: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "sign/gone.html")]
struct Gone<'a> {
    w: &'a Words,
    emergency: Emergency,
}

/// The number to call in danger, as one reads it and as a telephone dials it.
#[derive(Debug)]
pub struct Emergency {
    /// As one reads it.
    pub number: String,
    /// As a telephone dials it.
    pub dial: String,
}

impl Emergency {
    /// Of the organization as it is now.
    #[must_use]
    pub fn of(door: &Door) -> Self {
        let number = door.organization.emergency_number.clone();
        let dial = number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
        Self { number, dial }
    }
}

pub(super) async fn form(guest: Guest, Path(code): Path<String>) -> Result<Response> {
    match hanging(&guest, &code).await? {
        Some(place) => page(&guest, &place, &Fields::default()),
        None => gone(&guest),
    }
}

pub(super) async fn report(guest: Guest, Path(code): Path<String>, mut fields: Fields) -> Result<Response> {
    let Some(place) = hanging(&guest, &code).await? else { return gone(&guest) };
    let Some(report) = Report::read(&mut fields, place.0.post_id.clone(), guest.words.language) else {
        return again(&guest, &place, fields);
    };
    match take(&guest, &place.0, report, &mut fields).await {
        Ok(Some(id)) => Ok(receipt(&guest, &place.0, &id)),
        Ok(None) => again(&guest, &place, fields),
        Err(Error::TooOften(seconds)) => {
            fields.refuse("", why_wait(seconds));
            Ok(too_often(page(&guest, &place, &fields)?, seconds))
        }
        Err(error) => Err(error),
    }
}

/// Takes a report, once: the concern that it became, also where it was sent before. `None` where
/// a photo is refused. Limits come before the photos, which are work.
async fn take(guest: &Guest, sign: &Sign, mut report: Report, fields: &mut Fields) -> Result<Option<Id<Concern>>> {
    let told = looked_up(guest, sign, &report).await?;
    if told.is_some() {
        return Ok(told);
    }
    let Some(photos) = guest.app.files.keep_uploads(fields, "photo").await? else { return Ok(None) };
    report.new.photos = photos;
    let teller = guest.bearing("", report.new.reporter.name.as_deref());
    let (address, of_sign, sent) = (guest.address.clone(), sign.clone(), report.clone());
    match write(&teller, move |work| super::report(work, &of_sign, &sent, &address)).await {
        Ok(raised) => Ok(Some(raised.id)),
        Err(Error::Refused(refusal)) if refusal.key == SENT_TWICE => looked_up(guest, sign, &report).await,
        Err(error) => Err(error),
    }
}

/// The concern that a report became when it was sent before.
async fn looked_up(guest: &Guest, sign: &Sign, report: &Report) -> Result<Option<Id<Concern>>> {
    let (sign, report, address) = (sign.clone(), report.clone(), guest.address.clone());
    let found = guest.read(move |work| {
        let told = rows::told_before(work, &sign, &report, &address)?;
        match (told, rows::wait_seconds(work, &sign, &address)?) {
            (None, Some(seconds)) => Err(Error::TooOften(seconds)),
            (told, _) => Ok(told),
        }
    });
    found.await
}

/// Runs a verb; where another process was sent the same in the same moment and the database says
/// so, the verb runs once more, and finds what the other one did.
pub(super) async fn write<T, F>(door: &Door, verb: F) -> Result<T>
where
    T: Send + 'static,
    F: Fn(&mut Work<'_>) -> Result<Done<T>> + Clone + Send + 'static,
{
    match door.write(verb.clone()).await {
        Err(error) if error.is_duplicate() => door.write(verb).await,
        done => done,
    }
}

fn receipt(guest: &Guest, sign: &Sign, id: &Id<Concern>) -> Response {
    let tracking_code = code::of(&guest.app.keys, id);
    see(format!("/t/{tracking_code}?new=1")).draft_done(draft_key(sign)).into_response()
}

/// The form with its problems. A browser does not keep chosen photos, so it is said that they are to be chosen again.
fn again(guest: &Guest, place: &(Sign, Site), mut fields: Fields) -> Result<Response> {
    if fields.uploads("photo").next().is_some() && fields.problem("photo").is_none() {
        fields.refuse("photo", Refusal::new("sign-photos-again"));
    }
    Ok(refused(page(guest, place, &fields)?))
}

fn page(guest: &Guest, (sign, site): &(Sign, Site), fields: &Fields) -> Result<Response> {
    let w = &guest.words;
    let mut shown = fields.clone();
    if !shown.given("once") {
        shown.put("once", secret::token()?);
    }
    if !shown.given("urgency") {
        shown.put("urgency", Urgency::Shortfall.word());
    }
    let emergency = Emergency::of(guest);
    let urgencies = urgencies(w, &emergency);
    let organization = &guest.organization.name;
    let content = Ask { w, form: Form { w, fields: &shown }, sign, site, organization, emergency, urgencies };
    field_frame(guest).page(&w.t("sign-title"), &content)
}

/// How urgent it is, in plain words; where somebody is in danger, whom to call first.
fn urgencies(w: &Words, emergency: &Emergency) -> Vec<(String, String)> {
    let mut choices = Urgency::choices(w);
    for (word, called) in &mut choices {
        if word == Urgency::Danger.word() {
            let number = emergency.number.as_str().into();
            *called = w.with("sign-danger-first", &[("danger", called.as_str().into()), ("number", number)]);
        }
    }
    choices
}

/// The code leads nowhere: it was taken down, or mistyped. Whoever stands there still finds help.
///
/// # Errors
/// Broken when the page cannot be rendered.
pub fn gone(guest: &Guest) -> Result<Response> {
    let content = Gone { w: &guest.words, emergency: Emergency::of(guest) };
    let page = field_frame(guest).page(&guest.words.t("sign-gone-title"), &content)?;
    Ok((StatusCode::NOT_FOUND, page).into_response())
}

/// The frame of pages for people at the site: large, in one column.
#[must_use]
pub fn field_frame(door: &Door) -> Frame {
    Frame { field: true, narrow: true, ..door.frame() }
}

/// Why somebody has to wait, and how long.
pub(super) fn why_wait(seconds: i64) -> Refusal {
    Refusal::new("sign-too-often").again_in(seconds)
}

/// The sign of a code, however it was typed, and its site; none where it leads nowhere.
///
/// # Errors
/// Broken when the database says so.
pub async fn hanging(guest: &Guest, code: &str) -> Result<Option<(Sign, Site)>> {
    let code = rules::code(code);
    match guest.read(move |work| rows::hanging(work.connection, &code)).await {
        Ok(place) => Ok(Some(place)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Under which key a device keeps what is typed at a sign until we have it.
fn draft_key(sign: &Sign) -> String {
    format!("sign {}", sign.code)
}
