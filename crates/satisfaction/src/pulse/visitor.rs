//! The page of two questions behind a sign, without an account, a cookie or a script.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused, too_often};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Refusal, Result, secret};
use listening::sign::{self, Emergency, Sign};
use people::door::{Guest, once};
use people::site::Site;

use super::{Pulse, rules};

#[derive(Template)]
#[template(path = "pulse/ask.html")]
struct Ask<'a> {
    w: &'a Words,
    form: Form<'a>,
    sign: &'a Sign,
    site: &'a Site,
    organization: &'a str,
    emergency: Emergency,
    /// Whether it was answered just now.
    given: bool,
}

pub(super) async fn ask(guest: Guest, Path(code): Path<String>, Asked(asked): Asked) -> Result<Response> {
    match sign::hanging(&guest, &code).await? {
        Some(place) => page(&guest, &place, &Fields::default(), asked.given("given")),
        None => sign::gone(&guest),
    }
}

pub(super) async fn answer(guest: Guest, Path(code): Path<String>, mut fields: Fields) -> Result<Response> {
    let Some(place) = sign::hanging(&guest, &code).await? else { return sign::gone(&guest) };
    let Some(pulse) = Pulse::read(&mut fields, guest.words.language) else {
        return Ok(refused(page(&guest, &place, &fields, false)?));
    };
    let (said, sign, address) = (format!("{} {pulse:?}", place.0.code), place.0.clone(), guest.address.clone());
    let verb = move |work: &mut people::Work<'_>| super::give(work, &sign, &pulse, &address);
    // Whoever is signed in on this phone is not named either: the page says that we ask for no name.
    match once(&guest.bearing("", None), &fields, ("pulse", &said), verb).await {
        Ok(code) => {
            let to = format!("/q/{code}/pulse?given=1&lang={}", guest.words.language.code());
            Ok(see(to).into_response())
        }
        Err(Error::TooOften(seconds)) => {
            fields.refuse("", Refusal::new("pulse-too-often").again_in(seconds));
            Ok(too_often(page(&guest, &place, &fields, false)?, seconds))
        }
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            // As a new form it may be sent, if it is meant so.
            fields.put("once", String::new());
            Ok(refused(page(&guest, &place, &fields, false)?))
        }
        Err(error) => Err(error),
    }
}

fn page(guest: &Guest, (sign, site): &(Sign, Site), fields: &Fields, given: bool) -> Result<Response> {
    let w = &guest.words;
    let mut shown = fields.clone();
    if !shown.given("once") {
        shown.put("once", secret::token()?);
    }
    let (organization, emergency) = (&guest.organization.name, Emergency::of(guest));
    let content = Ask { w, form: Form { w, fields: &shown }, sign, site, organization, emergency, given };
    sign::field_frame(guest).page(&w.t("pulse-ask-title"), &content)
}
