//! The chart of one thing over the rounds.

use chart::{Chart, Figure, Figures, Kind, Line, Point, Range};
use ground::words::Words;

use super::rules::{Past, Thing};

/// The figures of the rounds, the oldest first; none where fewer than two have one.
pub(super) fn chart(w: &Words, zone: &str, thing: Thing, rounds: &[Past]) -> Option<Chart> {
    let points: Vec<Point> = rounds.iter().filter_map(|round| point(w, zone, thing, round)).collect();
    if points.iter().filter(|point| point.figure.is_some()).count() < 2 {
        return None;
    }
    let (low, high) = thing.range();
    Some(Chart {
        title: w.t(thing.0),
        description: w.t("trend-chart-words"),
        across: w.t("survey-opened"),
        up: String::new(),
        figures: Figures { decimal_mark: '.', unit: String::new() },
        kind: Kind::Line(Line { points, range: Range::Fixed { low, high }, reference: None }),
    })
}

fn point(w: &Words, zone: &str, thing: Thing, round: &Past) -> Option<Point> {
    let told = thing.told(round)?;
    let figure = told.figure().map(|(value, interval)| match interval {
        Some(interval) => Figure::between(interval.low, value, interval.high),
        None => Figure::exact(value),
    });
    Some(Point { label: w.day(round.opened_at.day_in(zone)?), said: told.say(w), figure })
}
