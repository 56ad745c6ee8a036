//! The queue as a file: the same rows as the page.

use axum::response::Response;
use ground::Result;
use ground::fields::Asked;
use ground::spreadsheet::{self, Cell, Column, Ending, Sheet};
use people::door::Staff;

use super::{Filter, Line, rows};

/// The most rows that one file holds.
const MOST: i64 = 10_000;

fn columns() -> [Column; 12] {
    [
        Column::text("number"),
        Column::text("headline"),
        Column::text("site"),
        Column::text("severity"),
        Column::text("category"),
        Column::text("state"),
        Column::text("owner"),
        Column::text("from"),
        Column::text("channel"),
        Column::moment("raised_at"),
        Column::text("next_step"),
        Column::moment("next_due_at"),
    ]
}

pub(super) async fn file(staff: Staff, Asked(asked): Asked, Ending(format): Ending) -> Result<Response> {
    let filter = Filter::read(&asked, &staff.me.actor.id);
    let lines = staff.read(move |work| rows::list(work, &filter, MOST)).await?;
    let mut list = Sheet::new(columns())?;
    for line in &lines {
        list.add(cells(line))?;
    }
    spreadsheet::file("queue", format, &list)
}

fn cells(line: &Line) -> [Cell; 12] {
    let Line { concern, site_name, owner_name, .. } = line;
    [
        concern.number.as_str().into(),
        concern.headline.as_str().into(),
        site_name.as_str().into(),
        concern.severity.word().into(),
        concern.category.word().into(),
        concern.state.word().into(),
        owner_name.as_str().into(),
        concern.reporter.name.as_deref().unwrap_or_default().into(),
        concern.channel.word().into(),
        concern.raised_at.into(),
        concern.next_step.word().into(),
        concern.next_due_at.into(),
    ]
}
