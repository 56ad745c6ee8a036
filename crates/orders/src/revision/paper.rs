//! A revision on paper: as a control room keeps it, with its number, its time and its pages counted.

use ground::words::{Language, Words};
use ground::{App, Error, Moment, Result};
use print::{Document, Paper, Part, Run, TypeSize};
use text::lines::{Item, Kind, Line, Piece, Within};

use super::{Caused, Content, State};
use crate::approval::{Answer, Approval};
use crate::post_orders::{Place, PostOrders};

/// All that stands on the paper.
pub(super) struct OnPaper {
    /// The revision, with the concerns that the reader may see.
    pub(super) caused: Caused,
    /// Its orders.
    pub(super) orders: PostOrders,
    /// Where they hold.
    pub(super) place: Place,
    /// The number of the revision that it replaces.
    pub(super) replaces: Option<i64>,
    /// Who was asked, and what they said.
    pub(super) approvals: Vec<(Approval, String)>,
    /// What it says.
    pub(super) content: Content,
    /// The name of the organization.
    pub(super) organization: String,
}

/// The document of a revision, in a language.
pub(super) fn document(app: &App, on: &OnPaper, w: &Words, paper: Paper, now: Moment) -> Result<Document> {
    let (revision, zone) = (&on.caused.revision, on.place.site.zone.as_str());
    let number = w.with("revision-number", &[("number", revision.number.unwrap_or_default().into())]);
    let standing = match revision.in_force_at {
        Some(at) => w.with("revision-since", &[("when", w.when(at, zone).into())]),
        None => w.t(revision.state.key()),
    };
    let printed = w.with("paper-printed", &[("when", w.when(now, zone).into())]);
    let mut parts = Vec::new();
    for reading in on.content.read_in(w.language, on.orders.language) {
        parts.push(Part::Heading { level: 1, text: reading.section.title.clone() });
        if reading.translation.is_behind() {
            parts.push(Part::Paragraph(vec![Run { emphasis: true, ..Run::plain(w.t("translation-behind-words")) }]));
        }
        parts.extend(of_lines(app, &text::lines::lines(&reading.section.words))?);
    }
    Ok(Document {
        language: w.language.code().to_owned(),
        title: format!("{}: {}", w.t("orders-title"), on.place.name),
        organization: on.organization.clone(),
        header: on.place.name.clone(),
        footer: format!("{number}, {standing}\n{printed}"),
        // The printer puts the numbers in.
        page_of_pages: w.with("paper-page", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        printed_at: now.timestamp(),
        paper,
        type_size: TypeSize::Hand,
        notice: (revision.state != State::InForce).then(|| w.t(revision.state.key())),
        facts: facts(on, w, (&number, &standing)),
        parts,
    })
}

fn facts(on: &OnPaper, w: &Words, (number, standing): (&str, &str)) -> Vec<(String, String)> {
    let (revision, zone) = (&on.caused.revision, on.place.site.zone.as_str());
    let post = on.place.post.as_ref().map_or_else(|| w.t("orders-whole-site"), |post| post.name.clone());
    let mut facts = vec![
        (w.t("orders-site"), on.place.site.name.clone()),
        (w.t("orders-where"), post),
        (w.t("revision-label"), format!("{number}, {standing}")),
        (w.t("revision-summary"), revision.summary.clone()),
        (w.t("revision-by"), revision.author.name.clone()),
    ];
    let said = |(approval, name): &(Approval, String)| {
        let said = approval.said.as_ref().filter(|said| said.answer == Answer::Yes)?;
        Some(format!("{name}, {}, {}", w.when(said.at, zone), w.t(said.way.key())))
    };
    let approved: Vec<String> = on.approvals.iter().filter_map(said).collect();
    facts.push((w.t("paper-approved-by"), if approved.is_empty() { w.t("paper-nobody") } else { approved.join("; ") }));
    if let Some(replaces) = on.replaces {
        facts.push((w.t("revision-replaces"), w.with("revision-number", &[("number", replaces.into())])));
    }
    let numbers: Vec<&str> = on.caused.concerns.iter().map(|concern| concern.number.as_str()).collect();
    facts.push((w.t("revision-cause"), [w.t(revision.cause.key()), numbers.join(", ")].join(" ").trim().to_owned()));
    if let Some(hash) = &revision.hash {
        facts.push((w.t("revision-hash"), hash.chars().take(16).collect()));
    }
    facts
}

/// The lines of a section as parts; the rows of a table in a row are one table.
fn of_lines(app: &App, lines: &[Line]) -> Result<Vec<Part>> {
    let mut parts: Vec<Part> = Vec::new();
    for line in lines {
        match (line.kind, parts.last_mut()) {
            (Kind::Row, Some(Part::Table { rows, .. })) => rows.push(cells(line)),
            _ => parts.push(part(app, line)?),
        }
    }
    Ok(parts)
}

fn part(app: &App, line: &Line) -> Result<Part> {
    let depth = u8::try_from(line.depth().saturating_sub(1)).unwrap_or(u8::MAX);
    Ok(match line.kind {
        Kind::Heading(level) => Part::Heading { level: level.saturating_add(1), text: text::lines::plain(&line.runs) },
        Kind::Head => Part::Table { head: cells(line), rows: Vec::new() },
        Kind::Row => Part::Table { head: Vec::new(), rows: vec![cells(line)] },
        Kind::Picture => picture(app, line)?,
        Kind::Rule => Part::Rule,
        Kind::Code => Part::Code(text::lines::plain(&line.runs)),
        Kind::Paragraph => match line.item {
            Item::Bullet => Part::Item { ordered: None, depth, runs: runs(line) },
            Item::Number(number) => {
                Part::Item { ordered: Some(u32::try_from(number).unwrap_or(u32::MAX)), depth, runs: runs(line) }
            }
            Item::No if line.within.contains(&Within::Quote) => Part::Quote(runs(line)),
            Item::No => Part::Paragraph(runs(line)),
        },
    })
}

/// A picture of ours; one that is not on disk leaves its words.
fn picture(app: &App, line: &Line) -> Result<Part> {
    let alt = text::lines::plain(&line.runs);
    let hash = line.runs.iter().find_map(|run| match &run.piece {
        Piece::Picture(address) => address.strip_prefix("picture:"),
        _ => None,
    });
    let bytes = match hash.map(|hash| app.files.read(hash)) {
        Some(Ok(bytes)) => bytes,
        None | Some(Err(Error::NotFound)) => return Ok(Part::Paragraph(vec![Run::plain(alt)])),
        Some(Err(error)) => return Err(error),
    };
    Ok(Part::Picture { bytes, alt })
}

fn cells(line: &Line) -> Vec<Vec<Run>> {
    line.runs.split(|run| run.piece == Piece::Cell).map(|cell| cell.iter().map(run).collect()).collect()
}

fn runs(line: &Line) -> Vec<Run> {
    line.runs.iter().map(run).collect()
}

fn run(run: &text::lines::Run) -> Run {
    let text = if run.piece == Piece::Break { "\n".to_owned() } else { run.text.clone() };
    let style = &run.style;
    Run {
        text,
        strong: style.strong,
        emphasis: style.emphasis,
        code: style.code,
        link: style.link.clone(),
        ..Run::default()
    }
}

/// The language of the paper: as asked for, or that in which the orders are written.
pub(super) fn language(asked: &str, orders: &PostOrders) -> Language {
    Language::parse(asked).unwrap_or(orders.language)
}
