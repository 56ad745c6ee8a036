//! The charts of a report: shares side by side, with how sure one can be of each.

use chart::{Bars, Chart, Figure, Figures, Kind, Point, Range};
use ground::words::Words;
use satisfaction::figure::{FEWEST, LEVEL, say_share};
use statistics::Share;

/// Shares as bars from 0 to 100 %; none where nothing is known of any.
pub(crate) fn bars(w: &Words, (title, up): (String, String), shares: &[(String, Share)]) -> Option<Chart> {
    let bars: Vec<Point> = shares.iter().map(|(label, share)| point(w, label, *share)).collect();
    bars.iter().any(|bar| bar.figure.is_some()).then(|| Chart {
        // Who sees no picture hears all of its figures.
        description: bars.iter().map(|bar| format!("{}: {}.", bar.label, bar.said)).collect::<Vec<_>>().join(" "),
        title,
        across: w.t("report-share"),
        up,
        figures: Figures { decimal_mark: '.', unit: " %".to_owned() },
        kind: Kind::Bars(Bars { bars, range: Range::Fixed { low: 0.0, high: 100.0 } }),
    })
}

/// One share; of few, nothing is said of chance, as everywhere else.
pub(crate) fn point(w: &Words, label: &str, share: Share) -> Point {
    let interval = share.interval(LEVEL).filter(|_| share.of() >= FEWEST as u64);
    let figure = share.value().map(|value| match interval {
        Some(interval) => Figure::between(100.0 * interval.low, 100.0 * value, 100.0 * interval.high),
        None => Figure::exact(100.0 * value),
    });
    Point { label: label.to_owned(), said: say_share(&share, w), figure }
}
