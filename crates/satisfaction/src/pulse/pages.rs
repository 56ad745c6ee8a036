//! What the public answered at a site, for staff. Who may enter is in the arguments; everything is within reach.

use askama::Template;
use axum::response::Response;
use ground::fields::Asked;
use ground::spreadsheet::{self, Column, Ending, Sheet};
use ground::web::Path;
use ground::words::Words;
use ground::{Id, Result};
use people::door::Staff;
use people::site::{self, Site};

use super::rows;
use super::rules::{self, Given, Summary};
use crate::figure::{FEWEST, say_share};
use crate::theme::{Sorted, names};

/// How many comments the page shows, the newest first.
const COMMENTS: usize = 50;

#[derive(Template)]
#[template(path = "pulse/show.html")]
struct Show<'a> {
    w: &'a Words,
    site: Site,
    summary: Summary,
    sorted: Sorted<Given>,
    /// The address of this page, ready for a theme.
    here: String,
    /// The path of the same as a file.
    files: String,
}

async fn read(staff: &Staff, id: Id<Site>) -> Result<(Site, Vec<Given>)> {
    let found = staff.read(move |work| {
        let site = site::rows::find(work, &id)?;
        let since = rules::since(work.now, &site.zone)?;
        let given = rows::since(work, &id, since)?;
        Ok((site, given))
    });
    found.await
}

pub(super) async fn show(staff: Staff, Path(id): Path<Id<Site>>, Asked(asked): Asked) -> Result<Response> {
    let (site, given) = read(&staff, id).await?;
    let summary = Summary::of(&given);
    let worded = given.into_iter().filter(|one| one.pulse.comment.is_some()).collect();
    let sorted = Sorted::of(worded, asked.typed("theme"), COMMENTS, |one: &Given| {
        (one.pulse.comment.as_deref().unwrap_or_default(), Some(one.pulse.language))
    });
    let (w, here) = (&staff.words, format!("/sites/{}/pulse?", site.id));
    let files = format!("/sites/{}/pulse", site.id);
    staff.page(&w.t("pulse-title"), &Show { w, site, summary, sorted, here, files })
}

pub(super) async fn file(staff: Staff, Path(id): Path<Id<Site>>, Ending(format): Ending) -> Result<Response> {
    let (_, given) = read(&staff, id).await?;
    let [sign, place, language, words] = ["sign", "place", "language", "words"].map(Column::text);
    let [safe, treated] = ["safe", "treated"].map(Column::whole);
    let mut list = Sheet::new([Column::text("day"), sign, place, safe, treated, language, words])?;
    for Given { sign: (code, place), given_on, pulse } in given {
        list.add([
            given_on.into(),
            code.into(),
            place.into(),
            pulse.safe.into(),
            pulse.treated.into(),
            pulse.language.code().into(),
            pulse.comment.into(),
        ])?;
    }
    spreadsheet::file("pulse", format, &list)
}
