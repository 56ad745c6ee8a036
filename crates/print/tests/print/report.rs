//! A client's report: a page for each of twelve months or matters, with charts and tables.

use chart::{Chart, table};
use print::{Cell, Document, Part, Run};

use crate::charts;
use crate::documents::{heading, paragraph};

/// How many pages it has, and how many charts.
pub(crate) const PAGES: usize = 12;
pub(crate) const CHARTS: usize = 6;

/// The report.
pub(crate) fn report() -> Document {
    let all = [charts::line(), charts::bars(), charts::steps(1), charts::steps(4), charts::steps(2), charts::line()];
    let mut parts = Vec::new();
    for (number, chart) in (1..).zip(all) {
        parts.extend([Part::PageBreak, heading(1, &format!("Matter {number}")), paragraph(WORDS)]);
        parts.extend(with_figures(number, chart));
        parts.extend([Part::PageBreak, heading(2, &format!("What was done about {number}")), deeds(number)]);
        parts.extend([heading(3, &format!("What is open about {number}")), paragraph(WORDS), paragraph(WORDS)]);
    }
    Document {
        language: "en".to_owned(),
        title: "Quarterly report".to_owned(),
        organization: "Torre Norte Security".to_owned(),
        header: "Riverside logistics park".to_owned(),
        footer: "October to December 2026".to_owned(),
        page_of_pages: "Page {page} of {pages}".to_owned(),
        printed_at: "2026-12-31T13:02:00Z".parse().unwrap(),
        parts: parts.split_off(1),
        ..Document::default()
    }
}

const WORDS: &str = "Of 64 concerns 58 were answered within the time that was promised, and nine of ten people said that \
     what they had asked for was done. What was late was late at night, when one supervisor answers for three sites; the \
     duty was changed in November, and since then nothing was late. How sure one can be of each figure is drawn with it.";

/// A chart with its caption, and its table.
fn with_figures(number: usize, chart: Chart) -> [Part; 3] {
    let cells = |row: Vec<String>| -> Vec<Cell> { row.into_iter().map(|cell| vec![Run::plain(cell)]).collect() };
    let told = table(&chart);
    let caption = vec![Run::strong(format!("Figure {number}. ")), Run::plain(chart.description.clone())];
    let table = Part::Table { head: cells(told.head), rows: told.rows.into_iter().take(14).map(cells).collect() };
    [Part::Figure { chart: Box::new(chart), caption }, heading(2, &format!("Figures of {number}")), table]
}

fn deeds(number: usize) -> Part {
    let cell = |words: &str| vec![Run::plain(words)];
    let row = |day: usize| {
        let when = format!("{day} November 2026");
        vec![
            cell(&when),
            cell("The lamps over docks 3 and 4 burn by day."),
            cell(&format!("R-{number}{day:02}")),
            cell("L. Romero"),
        ]
    };
    Part::Table { head: ["When", "What", "Number", "Who"].map(cell).into(), rows: (1..=22).map(row).collect() }
}
