//! Which format a file is of.

use crate::package::{Package, is_package};
use crate::text::decode;
use crate::{Format, Part, Taken, Unreadable, aiken, anki, comma_separated, gift, moodle, qti, xml};

/// Reads a file as what was said, or as what it looks like.
pub(crate) fn read(bytes: &[u8], format: Option<Format>, file_name: &str) -> Result<Taken, Unreadable> {
    if is_package(bytes) {
        return packed(bytes, format);
    }
    if matches!(format, Some(Format::Anki)) {
        return Err(Unreadable::BrokenPackage);
    }
    let (text, guessed) = decode(bytes)?;
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    let mut taken = match format.or_else(|| told(&text, file_name)).ok_or(Unreadable::NotKnown)? {
        Format::Gift => gift::read::read(&text),
        Format::Aiken => aiken::read::read(&text),
        Format::Csv => comma_separated::read(&text),
        Format::MoodleXml => moodle::read::read(&xml::read(&text)?),
        Format::Qti21 | Format::Qti22 | Format::Qti30 => qti::package::bare(&xml::read(&text)?),
        Format::Anki => Err(Unreadable::BrokenPackage),
    }?;
    if guessed {
        taken.part(Part::Letters);
    }
    Ok(taken)
}

/// A package is told by what lies in it.
fn packed(bytes: &[u8], format: Option<Format>) -> Result<Taken, Unreadable> {
    let mut package = Package::open(bytes)?;
    let has_collection = package.names().any(|name| name.starts_with("collection.anki"));
    match format {
        Some(Format::Gift | Format::Aiken | Format::Csv | Format::MoodleXml) => Err(Unreadable::NotKnown),
        Some(Format::Anki) => anki::read(&mut package),
        None if has_collection => anki::read(&mut package),
        Some(Format::Qti21 | Format::Qti22 | Format::Qti30) => qti::package::read(&mut package),
        None if package.names().any(|name| name.ends_with(".xml")) => qti::package::read(&mut package),
        None => Err(Unreadable::NotKnown),
    }
}

/// The format of a text. What a table and Aiken look like is seldom seen elsewhere; GIFT may look like anything.
fn told(text: &str, file_name: &str) -> Option<Format> {
    if text.trim_start().starts_with('<')
        && let Some(format) = root(text)
    {
        return Some(format);
    }
    let ending = file_name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    if comma_separated::looks_like(text) {
        Some(Format::Csv)
    } else if ending == "gift" {
        Some(Format::Gift)
    } else if aiken::read::looks_like(text) {
        Some(Format::Aiken)
    } else if gift::read::looks_like(text) {
        Some(Format::Gift)
    } else {
        matches!(ending.as_str(), "csv" | "tsv").then_some(Format::Csv)
    }
}

/// The format by the name of the first element, read without the rest of the tree.
fn root(text: &str) -> Option<Format> {
    let mut rest = text;
    loop {
        rest = &rest[rest.find('<')? + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = &comment[comment.find("-->")?..];
        } else if !rest.starts_with(['?', '!']) {
            break;
        }
    }
    let name = rest.split(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/')).next()?;
    match name.rsplit(':').next()? {
        "quiz" => Some(Format::MoodleXml),
        "assessmentItem" => Some(Format::Qti21),
        "qti-assessment-item" => Some(Format::Qti30),
        _ => None,
    }
}
