//! The figures of a chart in words, for who does not see it and who wants to know exactly.

use crate::chart::{Chart, Curve, Kind, Point, Steps};

/// A table: heads, and rows of as many cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The heads of the columns.
    pub head: Vec<String>,
    /// The rows, whole: nothing is shortened.
    pub rows: Vec<Vec<String>>,
}

/// The figures of a chart, as its caller says them.
pub fn table(chart: &Chart) -> Table {
    let (across, up) = (chart.across.clone(), chart.up.clone());
    match &chart.kind {
        Kind::Line(line) => Table { head: vec![across, up], rows: points(&line.points) },
        // The figures of bars run across.
        Kind::Bars(bars) => Table { head: vec![up, across], rows: points(&bars.bars) },
        Kind::Steps(steps) => curves(steps, across, up),
    }
}

fn points(points: &[Point]) -> Vec<Vec<String>> {
    points.iter().map(|point| vec![point.label.clone(), point.said.clone()]).collect()
}

fn curves(steps: &Steps, across: String, up: String) -> Table {
    let several = steps.curves.len() > 1;
    let mut head = vec![across, up];
    if several {
        head.insert(0, steps.named.clone());
    }
    let rows = |curve: &Curve| -> Vec<Vec<String>> {
        let name = several.then(|| curve.name.clone());
        let row = |step: &crate::Step| name.iter().chain([&step.at_said, &step.said]).cloned().collect();
        curve.steps.iter().map(row).collect()
    };
    Table { head, rows: steps.curves.iter().flat_map(rows).collect() }
}
