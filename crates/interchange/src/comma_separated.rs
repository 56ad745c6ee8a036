//! A table for a spreadsheet: a question in each row, under names of columns.
//!
//! A cell that a spreadsheet would take for a formula begins with an apostrophe when it is written; so does one that
//! begins with apostrophes before such a sign. One apostrophe is taken away when it is read, so what comes back is what
//! was written.

use csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};

use crate::columns::{Column, Row, column};
use crate::limits::QUESTIONS;
use crate::question::letter;
use crate::{Format, Part, Place, Question, Taken, Unreadable, Unwritable, Written};

/// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), with the same signs of full width.
const BEGINS_FORMULA: [char; 8] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// The fewest options that have columns.
const OPTIONS: usize = 4;

/// Whether the first line names what a question needs.
pub(crate) fn looks_like(text: &str) -> bool {
    let mut rows = reader(text);
    let Ok(head) = rows.headers() else { return false };
    let columns: Vec<Option<Column>> = head.iter().map(column).collect();
    let has = |wanted: Column| columns.contains(&Some(wanted));
    has(Column::Ask) && has(Column::Key) && has(Column::Option(0)) && has(Column::Option(1))
}

/// Reads a table.
pub(crate) fn read(text: &str) -> Result<Taken, Unreadable> {
    if !looks_like(text) {
        return Err(Unreadable::NotKnown);
    }
    let mut taken = Taken::of(Format::Csv);
    let mut rows = reader(text);
    let head = rows.headers().map_err(|_| Unreadable::IllFormed { line: 1 })?.clone();
    let columns: Vec<Option<Column>> = head.iter().map(column).collect();
    for row in rows.records() {
        let row = row.map_err(|error| Unreadable::IllFormed { line: line(error.position()) })?;
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let mut read = Row::default();
        for (index, cell) in row.iter().enumerate() {
            let cell = shown(cell.trim());
            match columns.get(index).copied().flatten() {
                Some(column) => read.put(column, &named(&head, index), cell.to_owned()),
                None if cell.is_empty() => {}
                None => taken.part(Part::Column(named(&head, index))),
            }
        }
        let place = Place { line: Some(line(row.position())), ..Place::default() };
        read.close().settle(place, &mut taken)?;
    }
    Ok(taken)
}

fn named(head: &StringRecord, index: usize) -> String {
    let name = head.get(index).unwrap_or_default().trim();
    // There are no more names for columns without one than there are questions.
    if name.is_empty() { (index + 1).min(QUESTIONS).to_string() } else { crate::text::begins(name) }
}

fn line(position: Option<&csv::Position>) -> usize {
    position.and_then(|position| usize::try_from(position.line()).ok()).unwrap_or(1)
}

fn reader(text: &str) -> csv::Reader<&[u8]> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).from_reader(text.as_bytes())
}

/// What parts the cells of the first line: whichever of comma, semicolon and tab is there most often outside of quotes.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: char| first.split('"').step_by(2).map(|part| part.matches(sign).count()).sum::<usize>();
    [b',', b';', b'\t'].into_iter().max_by_key(|sign| (count(char::from(*sign)), *sign == b',')).unwrap_or(b',')
}

/// Makes a table: UTF-8 with its mark, without which a spreadsheet guesses the letters.
pub(crate) fn write(questions: &[Question]) -> Result<Written, Unwritable> {
    let options = questions.iter().map(|question| question.options.len()).max().unwrap_or_default().max(OPTIONS);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    let mut head = vec!["name".to_owned(), "question".to_owned()];
    head.extend((0..options).map(|index| letter(index).to_string()));
    head.push("key".to_owned());
    head.extend((0..options).map(|index| format!("why_{}", letter(index))));
    head.extend(["explanation", "competency", "level", "setting", "source"].map(str::to_owned));
    writer.write_record(&head).map_err(Unwritable::fault)?;
    for question in questions {
        writer.write_record(row(question, options)).map_err(Unwritable::fault)?;
    }
    let bytes = writer.into_inner().map_err(Unwritable::fault)?;
    Ok(Written { bytes, left: Vec::new() })
}

fn row(question: &Question, options: usize) -> Vec<String> {
    let of = |text: fn(&crate::Choice) -> &str| {
        let texts: Vec<String> = question.options.iter().map(|option| guarded(text(option))).collect();
        texts.into_iter().chain(std::iter::repeat(String::new())).take(options)
    };
    let mut row = vec![guarded(&question.name), guarded(&question.ask)];
    row.extend(of(|option| &option.text));
    row.push(letter(question.key).to_string());
    row.extend(of(|option| &option.why));
    row.push(guarded(&question.explanation));
    row.push(guarded(&question.competency));
    // A number below zero is a number.
    row.push(question.level.map(|level| level.to_string()).unwrap_or_default());
    row.extend([&question.setting, &question.source].map(|text| guarded(text)));
    row
}

fn is_guarded(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(BEGINS_FORMULA)
}

fn guarded(text: &str) -> String {
    if is_guarded(text) { format!("'{text}") } else { text.to_owned() }
}

fn shown(text: &str) -> &str {
    text.strip_prefix('\'').filter(|_| is_guarded(text)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_each_comes_back() {
        for text in ["=1+1", "'=1", "''@x", "-", "'x", "x=1", "", "\u{ff1d}1", "'"] {
            let cell = guarded(text);
            assert!(!cell.starts_with(BEGINS_FORMULA));
            assert_eq!(shown(&cell), text);
        }
    }

    #[test]
    fn the_delimiter_is_what_is_there_most_often() {
        assert_eq!(delimiter("a;\"b,c,d\";e\n,,,,"), b';');
        assert_eq!(delimiter("a\tb"), b'\t');
        assert_eq!(delimiter("a"), b',');
    }
}
