//! A Markdown document becomes sections.

use super::{FILE_BYTES, Imported, LeftOut, Unreadable};
use crate::Section;
use crate::lines::{Kind, Line, Piece, lines, plain};

/// The sections of a document: each heading of the highest level begins one. One heading alone at the beginning is the
/// name of the document, if there are others below it.
///
/// # Errors
///
/// It is too large or no text.
pub fn markdown(bytes: &[u8]) -> Result<Imported, Unreadable> {
    if bytes.len() > FILE_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\0') {
        return Err(Unreadable::NotText);
    }
    let mut imported = split(text);
    let pictures =
        lines(text).iter().flat_map(|line| &line.runs).filter(|run| matches!(run.piece, Piece::Picture(_))).count();
    if pictures > 0 {
        imported.left_out.push((LeftOut::Picture, pictures));
    }
    Ok(imported)
}

pub(super) fn split(text: &str) -> Imported {
    let lines = lines(text);
    let mut imported = Imported::default();
    let mut rest = &lines[..];
    if let Some((first, others)) = lines.split_first() {
        let is_name = level(first).is_some_and(|name| {
            let mut levels = others.iter().filter_map(level).peekable();
            levels.peek().is_some() && levels.all(|level| level > name)
        });
        if is_name {
            imported.name = without_number(&plain(&first.runs));
            rest = others;
        }
    }
    let Some(highest) = rest.iter().filter_map(level).min() else {
        imported.begin("", rest);
        return imported;
    };
    let begins = |line: &Line| level(line) == Some(highest);
    for part in rest.chunk_by(|_, next| !begins(next)) {
        match part.split_first() {
            Some((title, words)) if begins(title) => imported.begin(&plain(&title.runs), words),
            _ => imported.begin("", part),
        }
    }
    imported
}

impl Imported {
    fn begin(&mut self, title: &str, lines: &[Line]) {
        let title = without_number(title);
        let words: String = lines.iter().map(|line| line.source.as_str()).collect();
        if !title.is_empty() || !words.trim().is_empty() {
            self.sections.push(Section { title, words, ..Section::default() });
        }
    }
}

/// The level of a heading that stands in no list or quote.
fn level(line: &Line) -> Option<u8> {
    match line.kind {
        Kind::Heading(level) if line.within.is_empty() => Some(level),
        _ => None,
    }
}

/// A title without the number that a document counts it by, such as "3.1 " or "4) ".
fn without_number(title: &str) -> String {
    let title = title.trim();
    let Some((number, rest)) = title.split_once(char::is_whitespace) else { return title.to_owned() };
    let digits = number.trim_end_matches(['.', ')', ':']);
    let is_part = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    // "24 hours" is no number of a title; "24. Hours" and "2.4 Hours" are.
    let counts = digits.len() < number.len() || digits.contains('.');
    let is_number = counts && digits.split('.').all(is_part);
    if is_number { rest.trim_start().to_owned() } else { title.to_owned() }
}
