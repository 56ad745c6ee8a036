//! A list as a file for a spreadsheet or another program, and the links to it on its page.

use askama::filters::Safe;
use axum::extract::FromRequestParts;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
pub use sheet::{Cell, Column, Format, Sheet};

use crate::words::Words;
use crate::{Day, Error, Moment, Result};

/// The answer that a browser keeps as a file of this name, with the ending of its format.
///
/// # Errors
/// Broken when the list cannot be written.
pub fn file(name: &str, format: Format, list: &Sheet) -> Result<Response> {
    let bytes = list.to(format)?;
    let kept_as = format!("attachment; filename={name}.{}", format.extension());
    Ok(([(CONTENT_TYPE, format.media_type()), (CONTENT_DISPOSITION, kept_as.as_str())], bytes).into_response())
}

/// As what an address ends: `.csv`, `.parquet`. So the files of a list are made by one handler.
#[derive(Debug, Clone, Copy)]
pub struct Ending(pub Format);

impl<S: Send + Sync> FromRequestParts<S> for Ending {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        let ending = parts.uri.path().rsplit_once('.').map(|(_, ending)| ending);
        ending.and_then(Format::of_extension).map(Self).ok_or(Error::NotFound)
    }
}

/// The links to a list as files: `/queue.csv?site=...`, and the same as Parquet. `path` and `query` are ours.
#[must_use]
pub fn links(w: &Words, path: &str, query: &str) -> Safe<String> {
    let asked = if query.is_empty() { String::new() } else { format!("?{}", query.replace('&', "&amp;")) };
    let link = |format: Format, key: &str| format!("<a href=\"{path}.{}{asked}\">{}</a>", format.extension(), w.t(key));
    Safe(format!("{} {}", link(Format::Csv, "list-csv"), link(Format::Parquet, "list-parquet")))
}

impl From<sheet::Error> for Error {
    fn from(error: sheet::Error) -> Self {
        Self::Broken(error.into())
    }
}

impl From<Moment> for Cell {
    fn from(at: Moment) -> Self {
        at.timestamp().into()
    }
}

impl From<Day> for Cell {
    fn from(day: Day) -> Self {
        day.date().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Catalogue, Language, SENTENCES};

    #[test]
    fn the_links_lead_to_the_same_list_in_each_format() {
        let w = Catalogue::gather(&[SENTENCES]).unwrap().speak(Language::English);
        let expected = "<a href=\"/queue.csv?site=a&amp;state=new\">Save as CSV</a> \
                        <a href=\"/queue.parquet?site=a&amp;state=new\">Save as Parquet</a>";
        assert_eq!(links(&w, "/queue", "site=a&state=new").0, expected);
        assert!(links(&w, "/queue", "").0.starts_with("<a href=\"/queue.csv\">"));
    }

    #[test]
    fn moments_and_days_are_cells() {
        let mut list = Sheet::new([Column::moment("asked_at"), Column::day("due_on")]).unwrap();
        let at = Moment::parse_rfc3339("2026-11-26T12:00:00Z").unwrap();
        list.add([at.into(), Day::new(2028, 2, 29).unwrap().into()]).unwrap();
        let text = String::from_utf8(list.to(Format::Csv).unwrap()).unwrap();
        assert_eq!(text.lines().nth(1), Some("2026-11-26T12:00:00.000Z,2028-02-29"));
    }
}
