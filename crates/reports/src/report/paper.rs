//! A report as a PDF: the same words as on the page, with its headings as bookmarks and its charts as lines.

use ground::words::Words;
use print::{Document, Part, Run, TypeSize};

use super::{Said, Section, Shown};

/// What frames a paper.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Who hands it over.
    pub organization: String,
    /// In which zone, which says what sheet is usual.
    pub zone: String,
    /// When it is printed.
    pub printed_at: ground::Moment,
}

/// The document of a report.
#[must_use]
pub fn document(shown: &Shown, w: &Words, frame: &Frame) -> Document {
    let printed = w.with("paper-printed", &[("when", w.when(frame.printed_at, &frame.zone).into())]);
    Document {
        language: w.language.code().to_owned(),
        title: shown.title.clone(),
        organization: frame.organization.clone(),
        header: shown.facts.get(1).map(|(_, site)| site.clone()).unwrap_or_default(),
        footer: printed,
        // The printer puts the numbers in.
        page_of_pages: w.with("paper-page", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        printed_at: frame.printed_at.timestamp(),
        paper: orders::printed::usual_paper(&frame.zone),
        type_size: TypeSize::Hand,
        notice: shown.notice.clone(),
        facts: shown.facts.clone(),
        parts: shown.sections.iter().flat_map(parts).collect(),
    }
}

fn parts(section: &Section) -> Vec<Part> {
    let paragraph = |words: &String| Part::Paragraph(vec![Run::plain(words.as_str())]);
    let mut parts = vec![Part::Heading { level: 1, text: section.title.clone() }];
    parts.extend(section.words.iter().map(paragraph));
    for chart in &section.charts {
        parts.push(Part::Figure { chart: Box::new(chart.clone()), caption: vec![Run::plain(chart.title.as_str())] });
    }
    parts.extend(section.table.iter().map(table));
    parts.extend(section.lines.iter().flat_map(line));
    parts.extend(section.more.iter().map(paragraph));
    parts
}

fn table(table: &chart::Table) -> Part {
    let cells = |row: &Vec<String>| row.iter().map(|cell| vec![Run::plain(cell.as_str())]).collect();
    Part::Table { head: cells(&table.head), rows: table.rows.iter().map(cells).collect() }
}

/// A line is an item of a list, and what is said of it are items below it.
fn line(said: &Said) -> Vec<Part> {
    let item = |depth, run| Part::Item { ordered: None, depth, runs: vec![run] };
    let mut parts = vec![item(0, Run::strong(said.lead.as_str()))];
    parts.extend(said.words.iter().map(|words| item(1, Run::plain(words.as_str()))));
    parts
}
