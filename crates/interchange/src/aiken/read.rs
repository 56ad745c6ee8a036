//! A text becomes questions, line by line. What is wrong with one question ends with it.

use super::{answer, option};
use crate::draft::{Draft, join};
use crate::{Choice, Format, Part, Place, Taken, Unreadable};

/// A question while its lines are read.
#[derive(Default)]
struct Open {
    line: usize,
    ask: String,
    options: Vec<Choice>,
    /// Options came in another order than that of their letters.
    is_out_of_order: bool,
}

/// Reads a file.
pub(crate) fn read(text: &str) -> Result<Taken, Unreadable> {
    let mut taken = Taken::of(Format::Aiken);
    let mut open = Open::default();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if open.line == 0 {
            open.line = index + 1;
        }
        if let Some(key) = answer(line) {
            close(std::mem::take(&mut open), Some(key), &mut taken)?;
        } else if let Some((letter, words)) = option(line, open.options.len()) {
            open.is_out_of_order |= letter != open.options.len();
            open.options.push(Choice { text: words.to_owned(), why: String::new() });
        } else if open.options.is_empty() {
            join(&mut open.ask, line);
        } else {
            // The question before it has no line with its key.
            close(std::mem::take(&mut open), None, &mut taken)?;
            open = Open { line: index + 1, ask: line.to_owned(), ..Open::default() };
        }
    }
    if open.line > 0 {
        close(open, None, &mut taken)?;
    }
    Ok(taken)
}

/// Whether a text has a line with a key, and an option above it.
pub(crate) fn looks_like(text: &str) -> bool {
    let mut has_option = false;
    text.lines().map(str::trim).any(|line| {
        has_option |= option(line, usize::MAX).is_some();
        has_option && answer(line).is_some()
    })
}

fn close(open: Open, key: Option<&str>, taken: &mut Taken) -> Result<(), Unreadable> {
    let place = Place { line: Some(open.line), ..Place::default() };
    if open.is_out_of_order {
        let name = crate::text::begins(&open.ask);
        return taken.leave(Place { number: Some(taken.next()), name, ..place }, crate::What::IllFormed);
    }
    let mut draft = Draft::default();
    let letters = key.unwrap_or_default().split([',', ';', ' ']).filter(|part| !part.is_empty());
    for letter in letters {
        match option(&format!("{}) ", letter.trim_end_matches([')', '.'])), 0) {
            Some((index, "")) if !draft.keys.contains(&index) => draft.keys.push(index),
            Some((_, "")) => {}
            _ => draft.leave(Part::Comment),
        }
    }
    draft.question.ask = open.ask;
    draft.question.options = open.options;
    draft.settle(place, taken)
}
