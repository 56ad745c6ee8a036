//! Charts such as the product draws.
#![allow(dead_code, reason = "the tests and the examples need different ones")]

use chart::{Bars, Chart, Curve, Figure, Figures, Kind, Line, Point, Range, Reference, Step, Steps};

/// A chart with words that do not matter.
pub(crate) fn chart(kind: Kind) -> Chart {
    Chart {
        title: "Answered in time".to_owned(),
        description: "The share of concerns answered in time rose from 62 % to 91 %.".to_owned(),
        across: "Month".to_owned(),
        up: "Answered in time".to_owned(),
        figures: Figures { decimal_mark: '.', unit: "%".to_owned() },
        kind,
    }
}

/// A point; its words are made of its figure.
pub(crate) fn point(label: &str, figure: Option<Figure>) -> Point {
    let said = match figure {
        None => "not known".to_owned(),
        Some(Figure { value, interval: None }) => format!("{value}"),
        Some(Figure { value, interval: Some((low, high)) }) => format!("{value} ({low} to {high})"),
    };
    Point { label: label.to_owned(), said, figure }
}

/// Shares over a year, with a gap and a month that stands alone.
pub(crate) fn line() -> Chart {
    let months = ["Dec 2025", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov 2026"];
    let shares = [62, 66, 71, 0, 69, 0, 78, 81, 80, 86, 88, 91];
    let points = months.iter().zip(shares).map(|(month, share)| {
        let share = f64::from(share);
        point(month, (share > 0.0).then(|| Figure::between(share - 12.0, share, (share + 7.0).min(100.0))))
    });
    let reference = Some(Reference { value: 85.0, label: "Promised: 85%".to_owned() });
    chart(Kind::Line(Line { points: points.collect(), range: Range::Fixed { low: 0.0, high: 100.0 }, reference }))
}

/// Shares by site, one with a long name, one of which nothing is known.
pub(crate) fn bars() -> Chart {
    let bars = vec![
        point("Riverside logistics park", Some(Figure::between(71.0, 84.0, 92.0))),
        point("Northgate Mall", Some(Figure::between(55.0, 62.0, 69.0))),
        point(
            "Harbour terminal two, container yard, the whole of the southern fence",
            Some(Figure::between(20.0, 48.0, 77.0)),
        ),
        point("Elm Street", None),
        point("Torre Norte", Some(Figure::exact(100.0))),
    ];
    let kind = Kind::Bars(Bars { bars, range: Range::Fixed { low: 0.0, high: 100.0 } });
    Chart { across: "Share of answers".to_owned(), up: "Site".to_owned(), ..chart(kind) }
}

/// A curve that falls at each of `times`, with a band.
pub(crate) fn curve(name: &str, times: &[f64]) -> Curve {
    let count = times.len() as f64;
    let step = |(index, at): (usize, &f64)| {
        let value = (100.0 * (1.0 - index as f64 / count)).round();
        let figure = Figure::between((value - 14.0).max(0.0), value, (value + 9.0).min(100.0));
        Step { at: *at, at_said: format!("{at} h"), figure, said: format!("{value}%") }
    };
    Curve { name: name.to_owned(), steps: times.iter().enumerate().map(step).collect() }
}

/// How many concerns are still open after some hours, at several sites.
pub(crate) fn steps(count: usize) -> Chart {
    let curves = [
        curve("Northgate", &[0.0, 2.0, 5.0, 9.0, 14.0, 30.0, 48.0]),
        curve("Riverside", &[0.0, 6.0, 12.0, 20.0, 36.0, 72.0]),
        curve("Elm Street", &[0.0, 10.0, 30.0, 60.0, 72.0]),
        curve("Harbour terminal", &[0.0, 1.0, 2.0, 3.0, 4.0, 70.0]),
    ];
    let range = Range::Fixed { low: 0.0, high: 100.0 };
    let kind = Kind::Steps(Steps { named: "Site".to_owned(), curves: curves.into_iter().take(count).collect(), range });
    Chart { across: "Hours".to_owned(), up: "Still open".to_owned(), ..chart(kind) }
}
