//! Comma-separated values: UTF-8, RFC 4180, with a first line of names.

use std::borrow::Cow;

use csv::{Terminator, Writer, WriterBuilder};
use jiff::Timestamp;

use crate::cell::millis;
use crate::{Cell, Sheet};

/// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"; ASVS 5, 1.2.10), and
/// besides a line break and the signs of full width, which no spreadsheet need be trusted with.
const BEGINS_FORMULA: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

pub(crate) fn written(sheet: &Sheet) -> Result<Vec<u8>, csv::Error> {
    let mut writer: Writer<Vec<u8>> = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(sheet.columns.iter().map(|column| &column.name))?;
    for row in sheet.rows() {
        for cell in row {
            writer.write_field(field(cell).as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// Only words are guarded: a number below zero is a number.
fn field(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) => harmless(text),
        Cell::Whole(whole) => Cow::Owned(whole.to_string()),
        // The shortest digits that are read as the same number again, and never an exponent.
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Day(day) => Cow::Owned(day.to_string()),
        Cell::Moment(moment) => Cow::Owned(moment_text(*moment)),
        Cell::Truth(truth) => Cow::Borrowed(if *truth { "true" } else { "false" }),
    }
}

/// RFC 3339 in UTC, always with three digits of a second: programs that guess a column's form from its
/// first cell stumble where it changes.
fn moment_text(moment: Timestamp) -> String {
    // What is within the years of a timestamp is so without its nanoseconds.
    let moment = Timestamp::from_millisecond(millis(moment)).unwrap_or(moment);
    format!("{moment:.3}")
}

/// Words that no spreadsheet takes for a formula, without the character of zero, at which programs
/// written in C take them to end.
fn harmless(text: &str) -> Cow<'_, str> {
    let text = if text.contains('\0') { Cow::Owned(text.replace('\0', "\u{fffd}")) } else { Cow::Borrowed(text) };
    if text.starts_with(BEGINS_FORMULA) { Cow::Owned(format!("'{text}")) } else { text }
}
