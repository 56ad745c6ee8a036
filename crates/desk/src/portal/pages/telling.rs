//! A contact tells us something.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::file::Picture;
use ground::web::form::{Form, refused};
use ground::web::see;
use ground::words::Words;
use ground::{Error, Fields, Id, Refusal, Result, secret};
use listening::concern::{self, Channel, NewConcern, Reporter, Urgency, Voice};
use people::door::{self, Contact};
use people::site::{self, Site};

/// How many photos may come with it.
const PHOTOS: usize = 3;

#[derive(Template)]
#[template(path = "portal/new.html")]
struct New<'a> {
    w: &'a Words,
    form: Form<'a>,
    sites: Vec<(String, String)>,
    urgencies: Vec<(String, String)>,
    emergency_number: &'a str,
    draft: String,
}

pub(in crate::portal) async fn form(contact: Contact, Asked(asked): Asked) -> Result<Response> {
    page(&contact, &Fields::default().set("site", asked.typed("site"))).await
}

async fn page(contact: &Contact, fields: &Fields) -> Result<Response> {
    let sites = contact.read(site::rows::list).await?;
    let w = &contact.words;
    let mut shown = fields.clone();
    shown.put("once", secret::token()?);
    if !shown.given("urgency") {
        shown.put("urgency", Urgency::Shortfall.word());
    }
    let content = New {
        w,
        form: Form { w, fields: &shown },
        sites: sites.into_iter().map(|site| (site.id.to_string(), site.name)).collect(),
        urgencies: Urgency::choices(w),
        emergency_number: &contact.organization.emergency_number,
        draft: draft(contact),
    };
    contact.narrow_page(&w.t("portal-tell"), &content)
}

pub(in crate::portal) async fn tell(contact: Contact, mut fields: Fields) -> Result<Response> {
    let Some((site_id, new)) = read(&contact, &mut fields).await? else {
        return Ok(refused(page(&contact, &fields).await?));
    };
    let said = said(&site_id, &new);
    let told = door::once(&contact, &fields, ("portal", &said), move |work| {
        let site = concern::rows::site_of(work, &site_id)?;
        let me = work.me.contact_id();
        let me = people::contact::rows::find(work, &me)?;
        let reporter = Reporter { id: Some(me.id.to_string()), name: Some(me.name), email: Some(me.email) };
        let raised = concern::raise(work, &site, &NewConcern { reporter, ..new.clone() })?;
        Ok(raised.map(|raised| format!("/portal/concerns/{}", raised.id)))
    });
    match told.await {
        Ok(path) => Ok(see(path).saying("done-told").draft_done(draft(&contact)).into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("words", refusal);
            Ok(refused(page(&contact, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

/// Reads what was typed, and takes the photos in.
async fn read(contact: &Contact, fields: &mut Fields) -> Result<Option<(Id<Site>, NewConcern)>> {
    let site_id = fields.checked("site", |typed| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose")));
    let new = NewConcern::read(fields, Channel::Portal, Voice::Client, contact.me.language);
    let (Some(site_id), Some(new)) = (site_id, new) else {
        if fields.uploads("photos").next().is_some() {
            fields.refuse("photos", Refusal::new("portal-photos-again"));
        }
        return Ok(None);
    };
    let photos = photos(contact, fields).await?;
    Ok(photos.map(|photos| (site_id, NewConcern { photos, ..new })))
}

async fn photos(contact: &Contact, fields: &mut Fields) -> Result<Option<Vec<Picture>>> {
    if fields.uploads("photos").count() > PHOTOS {
        fields.refuse("photos", Refusal::new("portal-photos-most"));
        return Ok(None);
    }
    contact.app.files.keep_uploads(fields, "photos").await
}

/// All that makes one telling the same as another.
fn said(site_id: &Id<Site>, new: &NewConcern) -> String {
    let photos: Vec<&str> = new.photos.iter().map(|photo| photo.hash.as_str()).collect();
    let (severity, remedy) = (new.severity.word(), new.remedy.as_deref().unwrap_or_default());
    [site_id.as_str(), severity, &new.words, remedy, &photos.join(" ")].join("\0")
}

/// Under which key a device keeps what is being typed.
fn draft(contact: &Contact) -> String {
    format!("{} new concern", contact.me.actor.id)
}
