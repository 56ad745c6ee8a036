//! A list as a file for a spreadsheet: UTF-8, RFC 4180.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::{Error, Result};

/// The answer that a browser keeps as a file of this name.
///
/// # Errors
/// Broken when a row has more or fewer cells than there are columns.
pub fn file<const N: usize>(
    name: &str,
    columns: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Result<Response> {
    let text = written(columns, rows).map_err(|error| Error::Broken(error.into()))?;
    let kept_as = format!("attachment; filename={name}");
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, kept_as.as_str())], text).into_response())
}

fn written<const N: usize>(
    columns: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns)?;
    for cells in rows {
        writer.write_record(cells.map(harmless))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A cell that no spreadsheet takes for a formula (OWASP, "CSV Injection").
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_each_stays_in_its_column() {
        let rows = [["=HYPERLINK(\"x\")".to_owned(), "One, two\nthree".to_owned()]];
        let text = String::from_utf8(written(["first", "second"], rows).unwrap()).unwrap();
        assert_eq!(text, "first,second\n\"'=HYPERLINK(\"\"x\"\")\",\"One, two\nthree\"\n");
    }
}
