//! The queue as a file for a spreadsheet: the same rows as the page, UTF-8, times in RFC 3339.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::{Error, Moment, Result};
use people::door::Staff;

use super::{Filter, Line, rows};

/// The most rows that one file holds.
const MOST: i64 = 10_000;

const COLUMNS: [&str; 12] = [
    "number",
    "headline",
    "site",
    "severity",
    "category",
    "state",
    "owner",
    "from",
    "channel",
    "raised_at",
    "next_step",
    "next_due_at",
];

pub(super) async fn csv(staff: Staff, Asked(asked): Asked) -> Result<Response> {
    let filter = Filter::read(&asked, &staff.me.actor.id);
    let lines = staff.read(move |work| rows::list(work, &filter, MOST)).await?;
    let text = written(&lines).map_err(|error| Error::Broken(error.into()))?;
    let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=queue.csv")];
    Ok((headers, text).into_response())
}

fn written(lines: &[Line]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for Line { concern, site_name, owner_name, .. } in lines {
        let due = concern.next_due_at.map(|due: Moment| due.to_string()).unwrap_or_default();
        let cells = [
            concern.number.as_str(),
            &concern.headline,
            site_name,
            concern.severity.word(),
            concern.category.word(),
            concern.state.word(),
            owner_name,
            concern.reporter.name.as_deref().unwrap_or_default(),
            concern.channel.word(),
            &concern.raised_at.to_string(),
            concern.next_step.word(),
            &due,
        ];
        writer.write_record(cells.map(harmless))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A cell that no spreadsheet takes for a formula (OWASP, "CSV Injection").
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(harmless("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(harmless("Gate left open"), "Gate left open");
    }
}
