//! Revisions as somebody reads them: whole, with the way to the reason of each line, or as what changed.

use askama::filters::Safe;
use ground::Result;
use ground::db::DbConnection;
use ground::words::{Language, Words};
use text::Section as Text;
use text::compare::{self, Comparison, LineChange, Sayings, SectionChange, What};
use text::lines::Line;
use text::show::{self, Around, Ways};

use super::{Content, Reading, Revision, Translation, rows};
use crate::post_orders::{self, PostOrders};

/// So many letters of a line stand in a list of lines.
const LINE_LETTERS: usize = 90;

/// A section for reading.
pub struct Part {
    /// Its own name: its anchor on the page.
    pub key: String,
    /// Its title.
    pub title: String,
    /// In which language it is.
    pub language: Language,
    /// That it is not, or no longer, translated.
    pub note: Option<String>,
    /// Its words.
    pub html: Safe<String>,
}

/// What changed, for reading.
pub struct Difference {
    /// Section by section.
    pub html: Safe<String>,
    /// The lines that are new or changed: what a form calls each, and its words.
    pub lines: Vec<(String, String)>,
}

/// Where pictures of orders are found.
#[derive(Debug, Clone)]
pub struct Pictures {
    base: String,
}

impl Pictures {
    /// For whoever may read the orders.
    #[must_use]
    pub fn of_orders(id: &ground::Id<PostOrders>) -> Self {
        Self::at(&format!("/orders/{id}"))
    }

    /// Below another address.
    #[must_use]
    pub fn at(base: &str) -> Self {
        Self { base: format!("{base}/pictures") }
    }

    fn address(&self, hash: &str) -> String {
        format!("{}/{hash}", self.base)
    }
}

/// How a picture stands in the words of a section.
#[must_use]
pub fn picture_mark(alt: &str, hash: &str) -> String {
    let plain: String = alt.chars().filter(|letter| !matches!(letter, '[' | ']' | '\\' | '!')).collect();
    format!("![{plain}](picture:{hash})")
}

/// How revisions are shown.
pub struct Shown<'a> {
    /// The sentences of whoever reads.
    pub w: &'a Words,
    /// Where its pictures are.
    pub pictures: &'a Pictures,
    /// Whether each line leads to the revision that brought it.
    pub why: bool,
}

/// All sections, for somebody who reads a language.
#[must_use]
pub fn whole(content: &Content, (language, written_in): (Language, Language), shown: &Shown<'_>) -> Vec<Part> {
    let readings = content.read_in(language, written_in);
    readings.into_iter().map(|reading| part(&reading, shown)).collect()
}

fn part(reading: &Reading<'_>, shown: &Shown<'_>) -> Part {
    let section = reading.section;
    let note = match reading.translation {
        Translation::Original | Translation::Current => None,
        Translation::Behind => Some(shown.w.t("translation-behind-words")),
        Translation::Missing => Some(shown.w.t("translation-missing-words")),
    };
    let why = shown.w.t("line-why");
    let origins = section.origins();
    let link = |place: usize| {
        let origin = origins.of(place).filter(|_| shown.why)?;
        Some((format!("/revisions/{origin}"), why.clone()))
    };
    let around = |place| Around { link: link(place), ..Around::default() };
    let picture = |hash: &str| shown.pictures.address(hash);
    let html = show::html(&text::lines::lines(&section.words), &Ways { picture: &picture, around: &around });
    Part { key: section.key.clone(), title: section.title.clone(), language: section.language, note, html: Safe(html) }
}

/// What changed from one content to another, in the language in which the orders are written.
#[must_use]
pub fn difference(before: &Content, after: &Content, written_in: Language, shown: &Shown<'_>) -> Difference {
    difference_of_texts((&before.texts(written_in), &after.texts(written_in)), written_in, shown)
}

/// What changed from some texts to others.
#[must_use]
pub fn difference_of_texts((before, after): (&[Text], &[Text]), language: Language, shown: &Shown<'_>) -> Difference {
    let w = shown.w;
    let comparison = compare::compare(before, after);
    let moved = |place: usize| w.with("difference-moved-from", &[("place", place.into())]);
    let unchanged = |count: usize| w.with("difference-unchanged", &[("count", count.into())]);
    let picture = |hash: &str| shown.pictures.address(hash);
    let (added, removed, changed) = (w.t("difference-added"), w.t("difference-removed"), w.t("difference-changed"));
    let sayings = Sayings {
        added: &added,
        removed: &removed,
        changed: &changed,
        moved: &moved,
        unchanged: &unchanged,
        picture: &picture,
    };
    let html = if comparison.is_empty() {
        format!("<p class=\"empty\">{}</p>", escape(&w.t("difference-none")))
    } else {
        sections(&comparison, &sayings, (w, language))
    };
    Difference { html: Safe(html), lines: changed_lines(&comparison) }
}

fn sections(comparison: &Comparison, sayings: &Sayings<'_>, (w, language): (&Words, Language)) -> String {
    let mut html = String::new();
    let mut unchanged = 0;
    for change in &comparison.sections {
        let is_same = change.what == What::Unchanged && !change.moved && !change.retitled();
        if is_same {
            unchanged += 1;
            continue;
        }
        html.push_str(&section(change, sayings, (w, language)));
    }
    if unchanged > 0 {
        let words = w.with("difference-sections-unchanged", &[("count", unchanged.into())]);
        html.push_str(&format!("<p class=\"lines-unchanged\">{}</p>", escape(&words)));
    }
    html
}

fn section(change: &SectionChange, sayings: &Sayings<'_>, (w, language): (&Words, Language)) -> String {
    let what = match change.what {
        What::Added => Some("difference-section-added"),
        What::Removed => Some("difference-section-removed"),
        What::Unchanged | What::Changed => None,
    };
    let marks = [what, change.moved.then_some("difference-section-moved")];
    let mark = |key: &str| format!(" <span class=\"badge rest\">{}</span>", escape(&w.t(key)));
    let marks: String = marks.into_iter().flatten().map(mark).collect();
    let title = compare::words_html(&change.title, text::lines::Kind::Paragraph, sayings);
    let lines = compare::html(&compare::fold(&change.lines), sayings);
    let language = language.code();
    format!(
        "<section class=\"orders difference\" lang=\"{language}\"><h3><bdi>{title}</bdi>{marks}</h3>\n{lines}</section>\n"
    )
}

/// The lines that are new or changed, as a form offers them.
fn changed_lines(comparison: &Comparison) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for section in &comparison.sections {
        let now = section.lines.iter().filter(|change| !matches!(change, LineChange::Removed { .. }));
        for (place, change) in now.enumerate() {
            if matches!(change, LineChange::Added { .. } | LineChange::Changed { .. }) {
                lines.push(offered(&section.head.key, place, change.line()));
            }
        }
    }
    lines
}

/// All lines of some texts, as a form offers them.
#[must_use]
pub fn lines(texts: &[Text]) -> Vec<(String, String)> {
    let of = |text: &Text| {
        let lines = text::lines::lines(&text.words);
        let offered = lines.iter().enumerate().map(|(place, line)| offered(&text.key, place, line));
        offered.collect::<Vec<_>>()
    };
    texts.iter().flat_map(of).collect()
}

fn offered(key: &str, place: usize, line: &Line) -> (String, String) {
    let words = show::plain(std::slice::from_ref(line));
    let words = words.trim();
    let mut short: String = words.chars().take(LINE_LETTERS).collect();
    if short.len() < words.len() {
        short.push_str("...");
    }
    (format!("{key}:{place}"), short)
}

/// What a revision changes, in words for a letter: the first lines that are new, gone or changed.
///
/// # Errors
/// Broken when the database says so.
pub fn changes_in_words(connection: &mut DbConnection, revision: &Revision, w: &Words, most: usize) -> Result<String> {
    let orders = post_orders::rows::any(connection, &revision.orders_id)?;
    let Some(base) = &revision.base_id else { return Ok(w.t("difference-all-new")) };
    let (before, after) = (rows::content(connection, base)?, rows::content(connection, &revision.id)?);
    let comparison = compare::compare(&before.texts(orders.language), &after.texts(orders.language));
    let mut said = Vec::new();
    for section in &comparison.sections {
        let changes: Vec<String> = section.lines.iter().filter_map(|change| in_words(change, w)).collect();
        if !changes.is_empty() || section.moved || section.retitled() {
            said.push(format!("{}:", section.head.title));
            said.extend(changes);
        }
    }
    let more = said.len().saturating_sub(most);
    said.truncate(most);
    if more > 0 {
        said.push(w.with("difference-more", &[("count", more.into())]));
    }
    Ok(said.join("\n"))
}

fn in_words(change: &LineChange, w: &Words) -> Option<String> {
    let key = match change {
        LineChange::Same { .. } | LineChange::Moved { .. } => return None,
        LineChange::Added { .. } => "difference-added",
        LineChange::Changed { .. } => "difference-changed",
        LineChange::Removed { .. } => "difference-removed",
    };
    let line = show::plain(std::slice::from_ref(change.line()));
    Some(format!("  {} {}", w.t(key), line.trim()))
}

fn escape(words: &str) -> String {
    askama::filters::escape(words, askama::filters::Html).map(|escaped| escaped.to_string()).unwrap_or_default()
}
