//! What there is to learn, and what waits. Who may enter is in the arguments.

use askama::Template;
use axum::response::Response;
use curriculum::Competency;
use ground::Result;
use ground::words::Words;
use people::door::Officer;
use people::organization;
use people::staff::Role;
use people::work::Work;

use super::super::{facts, rows};
use crate::{competency, library};

/// The days of a week, today included.
const WEEK_DAYS: i64 = 7;
/// Over so many days one says how much was remembered.
const LOOKED_AT_DAYS: i64 = 30;
/// Of so many reviews at least; a share of fewer says little.
const FEWEST: i64 = 20;

#[derive(Template)]
#[template(path = "practice/home.html")]
struct Home<'a> {
    w: &'a Words,
    page: Gathered,
    competencies: &'a [Competency],
    trains: bool,
}

struct Gathered {
    waiting: i64,
    /// On how many of the last seven days they practised.
    days: usize,
    /// How many reviews were right, of how many.
    remembered: (i64, i64),
}

pub(in super::super) async fn show(officer: Officer) -> Result<Response> {
    let page = officer.read(gather).await?;
    let w = &officer.words;
    let trains = officer.me.has_role(&[Role::Trainer, Role::Administrator]);
    let content = Home { w, page, competencies: &library::curriculum().competencies, trains };
    officer.field_frame().page(&w.t("learning-title"), &content)
}

fn gather(work: &mut Work<'_>) -> Result<Gathered> {
    let me = work.me.staff_id();
    let ago = |days: i64| work.now.plus_seconds(-days * 86_400);
    let month = ago(LOOKED_AT_DAYS);
    let zone = organization::rows::get(work.connection)?.zone;
    let first = work.now.day_in(&zone).map(|today| today.plus_days(1 - WEEK_DAYS));
    let week = first.and_then(|first| first.start_in(&zone)).unwrap_or_else(|| ago(WEEK_DAYS));
    let mut days = Vec::new();
    for practice in rows::since(work.connection, &me, week)? {
        days.push(practice.practised_at.day_in(&zone));
    }
    days.dedup();
    let remembered = rows::remembered(work.connection, &me, month)?;
    Ok(Gathered { waiting: facts::waiting_for_me(work)?, days: days.len(), remembered })
}
