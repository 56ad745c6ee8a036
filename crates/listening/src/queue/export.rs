//! The queue as a file for a spreadsheet: the same rows as the page, times in RFC 3339.

use axum::response::Response;
use ground::fields::Asked;
use ground::{Moment, Result, spreadsheet};
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
    spreadsheet::file("queue.csv", COLUMNS, lines.iter().map(cells))
}

fn cells(line: &Line) -> [String; 12] {
    let Line { concern, site_name, owner_name, .. } = line;
    let due = concern.next_due_at.map(|due: Moment| due.to_string()).unwrap_or_default();
    [
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
    ]
    .map(str::to_owned)
}
