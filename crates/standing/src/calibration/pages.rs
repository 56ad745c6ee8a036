//! The page of calibration. Who may enter is in the arguments.

use askama::Template;
use axum::response::Response;
use ground::Result;
use ground::words::Words;
use people::door::AccountManager;
use people::organization;
use satisfaction::figure::say_share;

use super::gather::terms;
use super::rules::{BEFORE_DAYS, Calibration, FEWEST, Past};
use crate::health::{Weights, rows};

/// How many terms the page lists.
const LISTED: usize = 50;

#[derive(Template)]
#[template(path = "calibration/show.html")]
struct Show<'a> {
    w: &'a Words,
    weights: Weights,
    found: Calibration,
    terms: Vec<Past>,
}

pub(super) async fn show(manager: AccountManager) -> Result<Response> {
    let (weights, mut terms) = manager
        .read(|work| {
            let today = organization::day(work.connection, work.now)?;
            Ok((rows::weights_at(work.connection, work.now)?, terms(work, today)?))
        })
        .await?;
    let found = Calibration::of(&terms, &weights);
    terms.truncate(LISTED);
    let w = &manager.words;
    manager.page(&w.t("calibration-title"), &Show { w, weights, found, terms })
}
