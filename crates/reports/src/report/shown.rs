//! A report in words: the one text of which both the page and the paper are made.

mod sections;

use chart::{Chart, Table};
use ground::Id;
use ground::words::Words;
use people::site::Site;

use super::Report;

/// A report in the language of whoever reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// What it is called.
    pub title: String,
    /// Of whom, of which time, and of when its knowledge is: name and value.
    pub facts: Vec<(String, String)>,
    /// What must be known before anything else.
    pub notice: Option<String>,
    /// What it says.
    pub sections: Vec<Section>,
}

/// A part of a report, with its heading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Section {
    /// Its name in the page.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// Sentences, each a paragraph.
    pub words: Vec<String>,
    /// Its lines, one below another.
    pub lines: Vec<Said>,
    /// How many more there are.
    pub more: Option<String>,
    /// Its charts.
    pub charts: Vec<Chart>,
    /// Its table.
    pub table: Option<Table>,
}

/// A line: something that happened, changed or is promised.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// By what name somebody who says something of it means it.
    pub key: String,
    /// Where it is.
    pub site_id: Id<Site>,
    /// What it is.
    pub lead: String,
    /// Where more of it stands.
    pub path: Option<String>,
    /// What is said of it.
    pub words: Vec<String>,
}

/// A report in words; `concerns` is where concerns stand for whoever reads: `/portal/concerns`.
#[must_use]
pub fn shown(report: &Report, w: &Words, concerns: &str) -> Shown {
    let client = report.client.name.as_str();
    let period = report.period.title(w);
    let title = w.with("report-title", &[("client", client.into()), ("period", period.as_str().into())]);
    let site = report.site.as_ref().map_or_else(|| w.t("report-all-sites"), |site| site.name.clone());
    let (from, until) = (report.span.0, report.span.1.plus_millis(-1));
    let days = [from, until].map(|at| at.day_in(&report.zone).map_or_else(String::new, |day| w.day(day)));
    let [from, until] = days;
    let facts = vec![
        (w.t("report-client"), client.to_owned()),
        (w.t("report-site"), site),
        (w.t("report-period"), w.with("report-from-until", &[("from", from.into()), ("until", until.into())])),
        (w.t("report-zone"), report.zone.clone()),
        (w.t("report-known"), w.when(report.known_at, &report.zone)),
    ];
    let notice = if !report.is_over() {
        Some(w.t("report-unfinished"))
    } else if report.is_quiet() {
        Some(w.t("report-quiet"))
    } else {
        None
    };
    Shown { title, facts, notice, sections: sections::all(report, w, concerns) }
}

impl Section {
    /// A section with its heading, and nothing in it.
    pub(crate) fn empty(w: &Words, id: &'static str, title: &str) -> Self {
        Self { id, title: w.t(title), ..Self::default() }
    }

    /// The same, with how many lines there are beside those that it names.
    pub(crate) fn of_all(mut self, w: &Words, count: usize) -> Self {
        let more = count.saturating_sub(self.lines.len());
        self.more = (more > 0).then(|| w.with("report-more", &[("count", more.into())]));
        self
    }
}
