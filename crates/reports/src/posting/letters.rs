//! The letter: how much there is to read, and where. What was said stands on the page, behind signing in.

use askama::Template;
use ground::Result;
use ground::letter::Class;
use ground::words::Words;
use people::contact::Contact;
use people::letter::{self, Sort};
use people::work::Work;

use super::Posting;
use crate::report::{Report, shown};

#[derive(Template)]
#[template(path = "posting/letter.txt")]
struct Letter<'a> {
    w: &'a Words,
    subject: &'a str,
    name: &'a str,
    lines: Vec<String>,
    link: String,
    /// The quarter that ended with the month: what it is called, and where its report is.
    quarter: Option<(String, String)>,
}

/// Sentences of a report that name nothing that was said.
const COUNTS: [&str; 2] = ["told", "in-time"];

pub(super) fn write(work: &mut Work<'_>, posting: &Posting, (report, to): (&Report, &Contact)) -> Result<()> {
    let w = work.app.catalogue.speak(to.language);
    let shown = shown(report, &w, "/portal/concerns");
    let counts = shown.sections.iter().filter(|section| COUNTS.contains(&section.id));
    let lines = counts.flat_map(|section| section.words.iter().take(2).cloned()).collect();
    let link = |period: &str| format!("{}/portal/reports/{period}", work.app.settings.public_url);
    let quarter = report.period.quarter_ended().map(|quarter| (quarter.title(&w), link(&quarter.to_string())));
    let (subject, link) = (&shown.title, link(&posting.period));
    let text = Letter { w: &w, subject, name: &to.name, lines, link, quarter }.render()?;
    let sort = Sort { kind: "report_posting.written", class: Class::Reports, about_id: posting.id.as_str() };
    letter::write(work, &sort, &to.into(), text)
}
