//! A chart on a page, and under it its figures as a table.

use askama::Template;
use askama::filters::Safe;
use chart::{Chart, Table};

use crate::words::Words;
use crate::{Error, Result};

#[derive(Template)]
#[template(path = "figure/show.html")]
struct Show<'a> {
    w: &'a Words,
    title: &'a str,
    svg: Option<String>,
    table: Table,
}

/// A chart as it stands in a page; `id` keeps its ids apart from others there. What cannot be drawn is a table alone.
///
/// # Errors
/// Broken when the template fails.
pub fn shown(w: &Words, chart: &Chart, id: &str) -> Result<Safe<String>> {
    let svg = chart::to_svg(chart, id).ok();
    let shown = Show { w, title: &chart.title, svg, table: chart::table(chart) };
    shown.render().map(Safe).map_err(|error| Error::Broken(error.into()))
}

#[cfg(test)]
mod tests {
    use chart::{Bars, Figure, Figures, Kind, Point, Range};

    use super::*;
    use crate::words::{Catalogue, Language, SENTENCES};

    fn of(bars: Vec<Point>) -> String {
        let w = Catalogue::gather(&[SENTENCES]).unwrap().speak(Language::English);
        let chart = Chart {
            title: "Kept <promises>".to_owned(),
            description: "All.".to_owned(),
            across: "Share".to_owned(),
            up: "Kind".to_owned(),
            figures: Figures { decimal_mark: '.', unit: " %".to_owned() },
            kind: Kind::Bars(Bars { bars, range: Range::Fixed { low: 0.0, high: 100.0 } }),
        };
        shown(&w, &chart, "kept").unwrap().0
    }

    #[test]
    fn a_chart_has_its_table_and_one_that_cannot_be_drawn_is_a_table_alone() {
        let point =
            |value| Point { label: "Answers".into(), said: "9 of 10".into(), figure: Some(Figure::exact(value)) };
        let page = of(vec![point(90.0)]);
        assert!(page.contains("<svg") && page.contains("<td data-label=\"Share\">9 of 10</td>"), "{page}");
        assert!(page.contains("Kept &#60;promises&#62;") && !page.contains("<promises>"), "{page}");
        let page = of(vec![point(f64::NAN)]);
        assert!(!page.contains("<svg") && page.contains("9 of 10"), "{page}");
    }
}
