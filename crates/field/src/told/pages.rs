//! The form for what somebody told an officer. With script it is kept on the phone and sent from there; without,
//! it is sent like any other. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::file::Picture;
use ground::web::form::{Form, refused};
use ground::web::see;
use ground::words::Words;
use ground::{Error, Fields, Id, Refusal, Result, secret};
use listening::concern::{self, Urgency};
use people::contact::Contact;
use people::door::{Officer, once};
use people::site::Site;
use people::work::Work;

use super::{NAMED, Told, named};

/// How many pictures come with it at most.
const PHOTOS: usize = 3;
/// Between how many sites one chooses at most; whoever sees more of them sits at a desk, and writes down there.
const SITES: usize = 12;

#[derive(Template)]
#[template(path = "told/form.html")]
struct New<'a> {
    w: &'a Words,
    form: Form<'a>,
    /// The site at which it was said; none when the officer stands nowhere.
    site: Option<Site>,
    /// Other sites at which they stand.
    others: Vec<Site>,
    /// Who may have told it.
    people: Vec<(String, String)>,
    urgencies: Vec<(String, String)>,
    emergency_number: &'a str,
}

pub(super) async fn form(officer: Officer, Asked(asked): Asked) -> Result<Response> {
    let mut fields = Fields::default();
    for name in ["words", "site"] {
        fields.put(name, asked.typed(name));
    }
    page(&officer, &fields).await
}

async fn page(officer: &Officer, fields: &Fields) -> Result<Response> {
    let wanted = Id::<Site>::parse(fields.typed("site"));
    let (site, others, contacts) = officer.read(move |work| gather(work, wanted.as_ref())).await?;
    let w = &officer.words;
    let mut people: Vec<(String, String)> =
        contacts.into_iter().map(|contact| (contact.id.to_string(), contact.name)).collect();
    for (value, key) in [("someone", "told-someone"), ("unsaid", "told-unsaid")] {
        people.push((value.to_owned(), w.t(key)));
    }
    let mut shown = fields.clone();
    shown.put("once", secret::token()?);
    if !shown.given("urgency") {
        shown.put("urgency", Urgency::Shortfall.word());
    }
    let content = New {
        w,
        form: Form { w, fields: &shown },
        site,
        others,
        people,
        urgencies: Urgency::choices(w),
        emergency_number: &officer.organization.emergency_number,
    };
    officer.field_frame().page(&w.t("told-title"), &content)
}

/// The site that is wanted, or else the first at which the officer stands, the others, and the contacts of that one.
fn gather(work: &mut Work<'_>, wanted: Option<&Id<Site>>) -> Result<(Option<Site>, Vec<Site>, Vec<Contact>)> {
    let mut sites = concern::rows::sites_of(work)?;
    sites.truncate(SITES);
    let at = sites.iter().position(|site| Some(&site.id) == wanted).unwrap_or(0);
    if sites.is_empty() {
        return Ok((None, sites, Vec::new()));
    }
    let site = sites.remove(at);
    let contacts = named(work, &site)?.into_iter().take(NAMED).collect();
    Ok((Some(site), sites, contacts))
}

pub(super) async fn tell(officer: Officer, mut fields: Fields) -> Result<Response> {
    let site_id = fields.checked("site", |typed| Id::<Site>::parse(typed.trim()).ok_or(Refusal::new("field-choose")));
    let told = Told::read(&mut fields, officer.me.language);
    let (Some(site_id), Some(told)) = (site_id, told) else {
        return Ok(refused(page(&officer, &fields).await?));
    };
    let Some(photos) = photos(&officer, &mut fields).await? else {
        return Ok(refused(page(&officer, &fields).await?));
    };
    let told = Told { photos, ..told };
    let said = said(&site_id, &told);
    let raised = once(&officer, &fields, ("told", &said), move |work| {
        Ok(super::raise(work, &site_id, &told)?.map(|raised| raised.number))
    });
    match raised.await {
        Ok(number) => Ok(see(format!("/field?number={number}")).saying("done-told-by-officer").into_response()),
        // The shift ended, or the site was closed, while it was written: the words stay.
        Err(Error::NotFound) => {
            fields.refuse("words", Refusal::new("told-site-gone"));
            Ok(refused(page(&officer, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn photos(officer: &Officer, fields: &mut Fields) -> Result<Option<Vec<Picture>>> {
    if fields.uploads("photo").count() > PHOTOS {
        fields.refuse("photo", Refusal::new("told-photos-most"));
        return Ok(None);
    }
    officer.app.files.keep_uploads(fields, "photo").await
}

/// All that makes one telling the same as another.
fn said(site_id: &Id<Site>, told: &Told) -> String {
    let photos: Vec<&str> = told.photos.iter().map(|photo| photo.hash.as_str()).collect();
    format!("{site_id}\0{}\0{:?}\0{}\0{}", told.severity.word(), told.whom, told.words, photos.join(" "))
}
