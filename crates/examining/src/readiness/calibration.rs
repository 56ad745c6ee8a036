//! The page that says whether forecasts came true. Who may enter is in the arguments.

use askama::Template;
use axum::response::Response;
use ground::Result;
use ground::words::Words;
use learning::parts::of_millionths;
use people::door::Trainer;
use satisfaction::figure::say_share;

use super::pages::percent;
use super::rules::{FEWEST_EXAMS, Foretold};
use crate::exam;

#[derive(Template)]
#[template(path = "readiness/calibration.html")]
struct Show<'a> {
    w: &'a Words,
    exams: usize,
    found: Option<Foretold>,
}

/// With three digits after the point.
fn thousandth(value: &f64) -> String {
    format!("{value:.3}")
}

pub(super) async fn show(trainer: Trainer) -> Result<Response> {
    let rows = trainer.read(|work| exam::rows::foretold(work.connection)).await?;
    let all: Vec<(f64, bool)> = rows.into_iter().map(|(foretold, passed)| (of_millionths(foretold), passed)).collect();
    let w = &trainer.words;
    trainer.page(&w.t("foretelling-title"), &Show { w, exams: all.len(), found: Foretold::of(&all) })
}
