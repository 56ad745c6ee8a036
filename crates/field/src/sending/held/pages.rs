//! The pages of what is held. Who may enter is in the arguments; a supervisor finds what is of their own sites.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::file::Picture;
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result};
use people::door::Staff;

use super::super::pages::whole;
use super::super::{Kind, Sending};
use super::Opened;

/// How many the list shows.
const SHOWN: i64 = 200;
/// How long a reason may be, in letters.
const WORDS_LETTERS: usize = 500;

#[derive(Template)]
#[template(path = "sending/held/list.html")]
struct List<'a> {
    w: &'a Words,
    held: Vec<(Opened, String)>,
}

#[derive(Template)]
#[template(path = "sending/held/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    one: Opened,
    /// How many pictures belong to it, or are it.
    photos: usize,
    happened: String,
    received: String,
}

pub(in crate::sending) async fn list(staff: Staff) -> Result<Response> {
    let held = staff.read(|work| super::all(work, SHOWN)).await?;
    let w = &staff.words;
    let when = |one: Opened| {
        let when = w.when(one.sending.received_at, zone(&staff, &one));
        (one, when)
    };
    let held = held.into_iter().map(when).collect();
    staff.page(&w.t("held-title"), &List { w, held })
}

fn zone<'a>(staff: &'a Staff, one: &'a Opened) -> &'a str {
    one.site.as_ref().map_or(&staff.organization.zone, |site| &site.zone)
}

pub(in crate::sending) async fn show(staff: Staff, Path(id): Path<Id<Sending>>) -> Result<Response> {
    page(&staff, &id, &Fields::default()).await
}

async fn page(staff: &Staff, id: &Id<Sending>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let found = staff.read(move |work| {
        let one = super::open(work, &id)?;
        let photos = super::photos(work, &one)?.len();
        Ok((one, photos))
    });
    let (one, photos) = found.await?;
    let w = &staff.words;
    let happened = w.when(one.sending.happened_at, zone(staff, &one));
    let received = w.when(one.sending.received_at, zone(staff, &one));
    staff.narrow_page(&w.t("held-title"), &Show { w, form: Form { w, fields }, one, photos, happened, received })
}

/// The pictures that go where this goes, whole again.
async fn pictures(staff: &Staff, id: &Id<Sending>) -> Result<Vec<Picture>> {
    let held = id.clone();
    let photos = staff.read(move |work| {
        let opened = super::open(work, &held)?;
        super::photos(work, &opened)
    });
    let mut pictures = Vec::new();
    for (photo, sent) in photos.await? {
        pictures.extend(whole(&staff.app, &photo.id, &sent.fields).await?);
    }
    Ok(pictures)
}

pub(in crate::sending) async fn settle(
    staff: Staff,
    Path(id): Path<Id<Sending>>,
    mut fields: Fields,
) -> Result<Response> {
    let held = id.clone();
    let done = if fields.has("act", "take_in") {
        let pictures = pictures(&staff, &id).await?;
        let taken = staff.write(move |work| super::take_in(work, &held, &pictures)).await;
        taken.map(|concern| (format!("/concerns/{concern}"), "done-held-taken-in"))
    } else {
        let Some(words) = fields.prose("words", 3..=WORDS_LETTERS) else {
            return Ok(refused(page(&staff, &id, &fields).await?));
        };
        let put = staff.write(move |work| super::put_aside(work, &held, &words)).await;
        put.map(|()| ("/held".to_owned(), "done-held-put-aside"))
    };
    match done {
        Ok((path, says)) => Ok(see(path).saying(says).into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&staff, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}
