//! A dialogue as its trainer sees it: the picture of it, and how often what was chosen.

use std::borrow::Borrow;

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use curriculum::Scenario;
use curriculum::scenario::{Ending, Scene, picture};
use ground::web;
use ground::words::Words;
use ground::{Error, Result};
use people::door::Trainer;
use statistics::Share;

use super::badge;
use crate::rehearsal::Outcome;
use crate::rehearsal::rows;
use crate::rehearsal::rules::taken::{FEWEST, FEWEST_OFFICERS, Taken};
use crate::{competency, library};

/// Of more rehearsals than this the newest are counted.
const MOST: i64 = 1_000;
/// How sure an interval is.
const LEVEL: f64 = 0.95;

#[derive(Template)]
#[template(path = "rehearsal/picture.html")]
struct Show<'a> {
    w: &'a Words,
    scenario: &'a Scenario,
    taken: Taken,
}

impl Show<'_> {
    /// The scenes as one comes to them, not as their names begin.
    fn scenes(&self) -> Vec<(&str, &Scene)> {
        let named = |name| Some((name, self.scenario.scenes.get(name)?));
        picture::names(self.scenario).into_iter().filter_map(named).collect()
    }

    fn missed(&self, misses: &[String]) -> String {
        misses.iter().map(|id| competency::behaviour(id, self.w)).collect::<Vec<_>>().join(", ")
    }

    fn outcome(&self, ending: &Ending) -> Outcome {
        ending.outcome.into()
    }

    fn choice(&self, scene: &str, place: impl Borrow<usize>) -> String {
        self.share(self.taken.choice(scene, *place.borrow()))
    }

    fn ending(&self, name: &str) -> String {
        self.share(self.taken.ending(name))
    }

    /// "12 of 20 (60 %, between 39 % and 78 %)"; of too few their number alone.
    fn share(&self, share: Share) -> String {
        let counts = [("count", share.count().into()), ("of", share.of().into())];
        let figures = share.value().zip(share.interval(LEVEL)).filter(|_| share.of() >= FEWEST as u64);
        let Some((value, between)) = figures else { return self.w.with("rehearsal-taken-count", &counts) };
        let [value, low, high] = [value, between.low, between.high].map(|part| format!("{:.0}", part * 100.0));
        let [count, of] = counts;
        let all = [count, of, ("value", value.into()), ("low", low.into()), ("high", high.into())];
        self.w.with("rehearsal-taken-share", &all)
    }
}

async fn counted(trainer: &Trainer, id: &str) -> Result<(&'static Scenario, Taken)> {
    let (scenario, digest) = library::scenario(id).ok_or(Error::NotFound)?;
    let gone = trainer.read(move |work| rows::gone(work.connection, (&scenario.id, digest), MOST)).await?;
    Ok((scenario, Taken::of(&gone)))
}

pub(in crate::rehearsal) async fn show(trainer: Trainer, web::Path(id): web::Path<String>) -> Result<Response> {
    let (scenario, taken) = counted(&trainer, &id).await?;
    trainer.page(&scenario.title, &Show { w: &trainer.words, scenario, taken })
}

pub(in crate::rehearsal) async fn svg(trainer: Trainer, web::Path(id): web::Path<String>) -> Result<Response> {
    let (scenario, taken) = counted(&trainer, &id).await?;
    let drawn =
        picture::counted(scenario, &|scene, place| taken.is_enough().then(|| taken.choice(scene, place).count()));
    Ok(([(CONTENT_TYPE, "image/svg+xml"), (CACHE_CONTROL, "private, no-cache")], drawn).into_response())
}
