//! The clock of the next promise, as a badge on a page: grey at rest, coloured when it is nearly
//! due, filled when it is late. Shape and words say the same as the colour.

use agreement::contract::Severity;
use askama::Template;
use askama::filters::Safe;
use ground::Moment;
use ground::words::Words;

use crate::concern::{Concern, State};

/// A badge with a clock that a script keeps right.
#[derive(Template)]
#[template(path = "promise/badge.html")]
struct Badge {
    /// What the script calls it when it says that it became late.
    name: String,
    look: &'static str,
    step: String,
    time: String,
    due_at: Option<Moment>,
    exactly: String,
    soon_seconds: i64,
}

/// From how many seconds before it is due a promise counts as nearly due.
const fn soon_seconds(severity: Severity) -> i64 {
    match severity {
        Severity::S1 => 600,
        Severity::S2 => 1_800,
        Severity::S3 => 3_600,
        Severity::S4 | Severity::P => 7_200,
    }
}

/// The badge of a concern: its next promise, or how it stands where none is owed to anybody now.
#[must_use]
pub fn badge(w: &Words, concern: &Concern, zone: &str, now: Moment) -> Safe<String> {
    let soon_seconds = soon_seconds(concern.severity);
    let owed_by_us = concern.next_step.needs_us();
    let badge = match concern.next_due_at {
        // While we wait for them nothing runs against us, until it is time to ask again.
        Some(due_at) if owed_by_us && (concern.state != State::Waiting || due_at < now) => {
            let left = due_at.seconds_since(now);
            let look = if left < 0 {
                "late"
            } else if left < soon_seconds {
                "soon"
            } else {
                "rest"
            };
            let key = if left < 0 { "promise-late" } else { "promise-due" };
            let time = w.with(key, &[("time", duration(w, left.abs()).into())]);
            let step = w.t(concern.next_step.key());
            let name = concern.number.clone();
            Badge { name, look, step, time, due_at: Some(due_at), exactly: w.when(due_at, zone), soon_seconds }
        }
        _ => resting(w, concern, zone, soon_seconds),
    };
    Safe(badge.render().unwrap_or_default())
}

/// No clock runs against us: we wait, or it is done.
fn resting(w: &Words, concern: &Concern, zone: &str, soon_seconds: i64) -> Badge {
    let (look, step) = match (concern.state, concern.outcome) {
        (State::Closed, Some(outcome)) => ("ok", w.t(outcome.key())),
        (State::Waiting, _) => ("waiting", w.t("promise-paused")),
        (state, _) => ("info", w.t(state.key())),
    };
    let exactly = concern.next_due_at.or(concern.closed_at).map(|at| w.when(at, zone)).unwrap_or_default();
    Badge { name: String::new(), look, step, time: String::new(), due_at: None, exactly, soon_seconds }
}

/// So many seconds in words of at most two units, rounded down, as the script says them too.
#[must_use]
pub fn duration(w: &Words, seconds: i64) -> String {
    let units = [(86_400, "clock-day"), (3_600, "clock-hour"), (60, "clock-minute")];
    let first = units.iter().position(|(size, _)| seconds >= *size).unwrap_or(units.len() - 1);
    let mut left = seconds;
    let mut parts = Vec::new();
    for (size, key) in units.iter().skip(first).take(2) {
        let count = left / size;
        left %= size;
        if count > 0 || parts.is_empty() {
            parts.push(format!("{count} {}", w.t(key)));
        }
    }
    parts.join(" ")
}
