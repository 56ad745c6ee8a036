//! The page of the jobs. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::Result;
use ground::job::{self, Counts, Listed};
use ground::web::{Path, see};
use ground::words::Words;

use crate::door::Administrator;

/// How many jobs in trouble the page shows.
const SHOWN: i64 = 200;

#[derive(Template)]
#[template(path = "job/list.html")]
struct List<'a> {
    w: &'a Words,
    zone: &'a str,
    counts: Counts,
    in_trouble: Vec<Listed>,
    on_the_clock: Vec<Listed>,
}

pub(super) async fn list(admin: Administrator) -> Result<Response> {
    let (counts, in_trouble, on_the_clock) = admin
        .read(|work| {
            let counts = job::count(work.connection)?;
            Ok((counts, job::in_trouble(work.connection, SHOWN)?, job::on_the_clock(work.connection)?))
        })
        .await?;
    let (w, zone) = (&admin.words, admin.organization.zone.as_str());
    admin.page(&w.t("jobs-title"), &List { w, zone, counts, in_trouble, on_the_clock })
}

pub(super) async fn try_again(admin: Administrator, Path(id): Path<String>) -> Result<Response> {
    admin.write(move |work| super::try_again(work, &id)).await?;
    Ok(see("/jobs").saying("done-job-tried-again").into_response())
}
