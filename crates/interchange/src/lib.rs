//! Questions become files of other programs, and files of other programs become questions.
//!
//! Pure: bytes in, bytes out; it knows no page, no clock and no file. [`write`] makes a file in one of the [`Format`]s,
//! [`read`] takes one. Neither drops anything in silence: whatever a file held and a question does not, and whatever a
//! question holds and the format cannot carry, is one [`Left`]. `docs/decisions/0029-interchange.md` says why these
//! formats, these libraries and these limits.

mod aiken;
mod anki;
mod columns;
mod comma_separated;
mod draft;
mod error;
mod format;
mod gift;
mod left;
pub mod limits;
mod moodle;
mod package;
mod plain;
mod qti;
mod question;
mod recognise;
mod tags;
mod taken;
mod text;
mod xml;

pub use error::{Unreadable, Unwritable};
pub use format::Format;
pub use left::{Left, Part, Place, What};
pub use qti::usage::{Figure, Statistic, Usage, usage_data};
pub use question::{Choice, Question, letter};
pub use taken::Taken;

/// A file that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What the format cannot carry, question by question.
    pub left: Vec<Left>,
}

/// Makes a file of questions, under a title where the format has one. What the format cannot carry is left out and said.
///
/// A file for Anki says when its notes were last changed, and Anki replaces a note of its own by a later one alone: use
/// [`write_as_of`] where the same questions are to be given out again.
///
/// # Errors
/// A question that no file can hold, or a fault of a library.
pub fn write(format: Format, questions: &[Question], title: &str) -> Result<Written, Unwritable> {
    write_as_of(format, questions, title, limits::EPOCH_SECONDS)
}

/// Makes a file of questions as [`write`] does, as of a moment in seconds since 1970.
///
/// # Errors
/// A question that no file can hold, or a fault of a library.
pub fn write_as_of(format: Format, questions: &[Question], title: &str, seconds: i64) -> Result<Written, Unwritable> {
    let questions = questions.iter().enumerate().map(|(index, one)| one.ready(index + 1));
    let questions = questions.collect::<Result<Vec<Question>, Unwritable>>()?;
    let title = text::one_line(title);
    match format {
        Format::Gift => Ok(gift::write::write(&questions, &title)),
        Format::Aiken => Ok(aiken::write::write(&questions)),
        Format::MoodleXml => Ok(moodle::write::write(&questions, &title)),
        Format::Qti21 => qti::write::write(qti::Version::V21, &questions, &title),
        Format::Qti22 => qti::write::write(qti::Version::V22, &questions, &title),
        Format::Qti30 => qti::write::write(qti::Version::V30, &questions, &title),
        Format::Csv => comma_separated::write(&questions),
        Format::Anki => anki::write::write(&questions, &title, seconds),
    }
}

/// Takes the questions of a file. Where the format is not given, it is known by what the file holds, and by its name
/// where that leaves a doubt.
///
/// # Errors
/// A file that cannot be read as a whole. What cannot be read of a file that can is said in [`Taken::left`].
pub fn read(bytes: &[u8], format: Option<Format>, file_name: &str) -> Result<Taken, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.len() > limits::FILE_BYTES {
        return Err(Unreadable::TooLarge);
    }
    recognise::read(bytes, format, file_name)
}

#[cfg(test)]
mod tests;
