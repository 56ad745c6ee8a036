//! The page of a client's health. Who may enter is in the arguments.

pub(super) mod file;
pub(super) mod weights;

use askama::Template;
use askama::filters::Safe;
use axum::response::Response;
use chart::{Chart, Figure, Figures, Kind, Line, Point, Range, Reference};
use ground::fields::Asked;
use ground::figure;
use ground::web::Path;
use ground::words::Words;
use ground::{Day, Error, Id, Result};
use people::client::{self, Client};
use people::door::AccountManager;

use super::weights::ALL_POINTS;
use super::{Band, Dimension, OfSite, Part, Signal, Weights, mean, of_client, rows};

/// How many sites the page lists: the worst.
const SITES: usize = 50;
/// How many days the chart shows: one in a fortnight, of a year.
const CHARTED: i64 = 26;
const FORTNIGHT_DAYS: i64 = 14;
/// How many of the most worthwhile things to do are named.
const GAINS: usize = 5;

#[derive(Template)]
#[template(path = "health/show.html")]
struct Show<'a> {
    w: &'a Words,
    client: Client,
    day: Day,
    is_today: bool,
    weights: Weights,
    score: Option<i64>,
    sites: Vec<OfSite>,
    more_sites: usize,
    chosen: Option<OfSite>,
    parts: Vec<Part>,
    gains: Vec<(Signal, i64)>,
    figure: Option<Safe<String>>,
    /// The address of the files.
    files: String,
}

/// The class of the badge of a band, and the key of its word.
pub(crate) fn look(score: &Option<i64>, weights: &Weights) -> (&'static str, &'static str) {
    match score.map(|score| weights.band(score)) {
        None => ("waiting", "health-band-unknown"),
        Some(band @ Band::Steady) => ("ok", band.key()),
        Some(band @ Band::Attention) => ("soon", band.key()),
        Some(band @ Band::AtRisk) => ("late", band.key()),
    }
}

pub(super) async fn show(manager: AccountManager, Path(id): Path<Id<Client>>, Asked(asked): Asked) -> Result<Response> {
    let zone = manager.organization.zone.clone();
    let today = manager.now.day_in(&zone).ok_or_else(|| Error::broken("now is no day"))?;
    let day = asked.typed("day").parse::<Day>().ok().filter(|day| *day < today);
    let at = match day {
        Some(day) => day.plus_days(1).start_in(&zone).unwrap_or(manager.now).plus_millis(-1),
        None => manager.now,
    };
    let site = asked.typed("site").to_owned();
    let found = manager.read(move |work| {
        let client = client::rows::find(work, &id)?;
        let weights = rows::weights_at(work.connection, at)?;
        let sites = of_client(work.connection, &client.id, at)?;
        let days = charted(day.unwrap_or(today));
        let open: Vec<_> = sites.iter().map(|one| one.site.id.clone()).collect();
        let scores = rows::scores_on(work.connection, &client.id, &open, &days)?;
        let history: Vec<_> = days.into_iter().zip(scores.into_iter().map(mean)).collect();
        Ok((client, weights, sites, history))
    });
    let (client, weights, mut sites, history) = found.await?;
    let w = &manager.words;
    let drawn = chart_of(w, &weights, &history);
    let score = mean(sites.iter().map(|one| one.reading.score));
    let chosen = sites.iter().find(|one| one.site.id.as_str() == site).or_else(|| sites.first()).cloned();
    let more_sites = sites.len().saturating_sub(SITES);
    sites.truncate(SITES);
    let mut gains = chosen.as_ref().map(|one| one.reading.gains(&weights)).unwrap_or_default();
    gains.truncate(GAINS);
    let content = Show {
        w,
        files: format!("/clients/{}/health", client.id),
        client,
        day: day.unwrap_or(today),
        is_today: day.is_none(),
        score,
        more_sites,
        parts: chosen.as_ref().map(|one| one.reading.parts(&weights)).unwrap_or_default(),
        chosen,
        gains,
        figure: drawn.as_ref().map(|chart| figure::shown(w, chart, "health")).transpose()?,
        weights,
        sites,
    };
    manager.page(&w.t("health-title"), &content)
}

/// The days of the chart, the earliest first.
fn charted(until: Day) -> Vec<Day> {
    (0..CHARTED).rev().map(|ago| until.plus_days(-ago * FORTNIGHT_DAYS)).collect()
}

/// How it stood over a year; none where it was reckoned on fewer than two of the days.
fn chart_of(w: &Words, weights: &Weights, history: &[(Day, Option<i64>)]) -> Option<Chart> {
    let known = history.iter().filter(|(_, score)| score.is_some()).count();
    if known < 2 {
        return None;
    }
    let point = |(day, score): &(Day, Option<i64>)| Point {
        label: w.day(day),
        said: score.map_or_else(|| w.t("health-band-unknown"), |score| score.to_string()),
        figure: score.and_then(|score| Some(Figure::exact(f64::from(i16::try_from(score).ok()?)))),
    };
    let steady = f64::from(i16::try_from(weights.steady).unwrap_or(0));
    Some(Chart {
        title: w.t("health-over-time"),
        description: w.t("health-over-time-words"),
        across: w.t("health-day"),
        up: w.t("health-title"),
        figures: Figures { decimal_mark: '.', unit: String::new() },
        kind: Kind::Line(Line {
            points: history.iter().map(point).collect(),
            range: Range::Fixed { low: 0.0, high: 100.0 },
            reference: Some(Reference { value: steady, label: w.t("health-band-steady") }),
        }),
    })
}
