//! What the public answered at a site, for staff. Who may enter is in the arguments; everything is within reach.

use askama::Template;
use axum::response::Response;
use ground::fields::Asked;
use ground::web::Path;
use ground::words::Words;
use ground::{Id, Result, spreadsheet};
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
    staff.page(&w.t("pulse-title"), &Show { w, site, summary, sorted, here })
}

pub(super) async fn file(staff: Staff, Path(id): Path<Id<Site>>) -> Result<Response> {
    let (_, given) = read(&staff, id).await?;
    let grade = |grade: Option<i64>| grade.map_or(String::new(), |grade| grade.to_string());
    let rows = given.into_iter().map(|Given { sign: (code, place), given_on, pulse }| {
        let (safe, treated) = (grade(pulse.safe), grade(pulse.treated));
        let words = pulse.comment.unwrap_or_default();
        [given_on, code, place, safe, treated, pulse.language.code().to_owned(), words]
    });
    spreadsheet::file("pulse.csv", ["day", "sign", "place", "safe", "treated", "language", "words"], rows)
}
