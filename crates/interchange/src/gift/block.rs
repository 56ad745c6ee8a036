//! A block becomes a question.

use super::read::Block;
use super::{answers, hide, show};
use crate::draft::Draft;
use crate::plain::html;
use crate::{Part, Place, Taken, Unreadable, What, tags};

/// What Moodle puts where a word is missing.
const BLANK: &str = "_____";

/// How a text is marked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    /// Moodle's own: HTML with line breaks, which is what nobody says.
    Moodle,
    Html,
    /// Plain, or Markdown, which is plain to whoever reads it.
    Plain,
}

/// The parts of a block.
struct Parts<'a> {
    name: &'a str,
    markup: Markup,
    before: &'a str,
    inside: &'a str,
    after: &'a str,
}

/// Takes a block, or leaves it and says why.
pub(super) fn read(block: Block, taken: &mut Taken) -> Result<(), Unreadable> {
    let place = Place { line: Some(block.line), ..Place::default() };
    let hidden = hide(&block.text);
    let mut draft = match parts(&hidden).and_then(|parts| draft(&parts)) {
        Ok(draft) => draft,
        Err(what) => {
            let named = hidden.trim().strip_prefix("::").and_then(|rest| rest.split_once("::")).map(|(name, _)| name);
            let name = crate::text::begins(&show(named.unwrap_or(hidden.trim())));
            return taken.leave(Place { number: Some(taken.next()), name, ..place }, what);
        }
    };
    describe(&mut draft, block);
    draft.settle(place, taken)
}

/// Adds what was said above the question.
fn describe(draft: &mut Draft, block: Block) {
    if draft.question.name.is_empty() {
        draft.question.name = block.id;
    } else if !block.id.is_empty() && block.id != draft.question.name {
        draft.leave(Part::OtherName(block.id));
    }
    for tag in &block.tags {
        tags::take(draft, tag);
    }
    if draft.question.competency.is_empty() {
        draft.question.competency = block.competency;
    } else if !block.competency.is_empty() && block.competency != draft.question.competency {
        draft.leave(Part::Category(block.competency));
    }
    if block.has_comment {
        draft.leave(Part::Comment);
    }
}

fn parts(text: &str) -> Result<Parts<'_>, What> {
    let text = text.trim();
    let (name, text) = match text.strip_prefix("::") {
        Some(rest) => rest.split_once("::").ok_or(What::IllFormed)?,
        None => ("", text),
    };
    let (markup, text) = marked(text.trim_start(), Markup::Moodle);
    let (before, rest) = text.split_once('{').ok_or_else(|| What::OtherKind("description".to_owned()))?;
    let (inside, after) = rest.split_once('}').ok_or(What::IllFormed)?;
    if inside.contains('{') || after.contains(['{', '}']) || before.contains('}') {
        return Err(What::IllFormed);
    }
    // Moodle's own example ends in a quotation mark and a semicolon that belong to nothing.
    let after = if after.trim().chars().all(|letter| matches!(letter, '"' | ';')) { "" } else { after.trim() };
    Ok(Parts { name, markup, before, inside: inside.trim(), after })
}

/// Takes `[html]` and its like from the beginning of a text.
pub(super) fn marked(text: &str, otherwise: Markup) -> (Markup, &str) {
    let marks = [
        ("[html]", Markup::Html),
        ("[moodle]", Markup::Moodle),
        ("[plain]", Markup::Plain),
        ("[markdown]", Markup::Plain),
    ];
    let found = marks.into_iter().find_map(|(mark, markup)| Some((markup, text.strip_prefix(mark)?)));
    found.unwrap_or((otherwise, text))
}

/// The plain words of a text, with what of it is lost.
pub(super) fn words(text: &str, markup: Markup, draft: &mut Draft) -> String {
    let text = show(text);
    if markup == Markup::Plain {
        return text;
    }
    let (words, left) = html(&text, markup == Markup::Moodle);
    left.into_iter().for_each(|part| draft.leave(part));
    words
}

fn draft(parts: &Parts) -> Result<Draft, What> {
    let mut draft = Draft::default();
    draft.question.name = show(parts.name);
    let ask = if parts.after.is_empty() {
        parts.before.to_owned()
    } else {
        format!("{} {BLANK} {}", parts.before.trim_end(), parts.after)
    };
    draft.question.ask = words(&ask, parts.markup, &mut draft);
    answers::read(parts.inside, parts.markup, &mut draft)?;
    Ok(draft)
}
