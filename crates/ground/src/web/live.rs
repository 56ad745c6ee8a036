//! What changed a moment ago, for pages that are being looked at.
//!
//! The record is the source: one follower in each process reads what was newly recorded, by
//! whichever process, and passes on what it was about. A change here only wakes it early.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, broadcast, watch};

use crate::entry::rows;
use crate::{App, Moment};

/// How long the follower rests when nobody wakes it.
const REST: Duration = Duration::from_secs(1);
/// How far back it looks again, for changes that were committed late.
const OVERLAP_SECONDS: i64 = 10;
const PAGE: i64 = 1_000;
const BACKLOG: usize = 1_024;

/// Something was done to this thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What kind of thing: `concern`.
    pub subject_kind: String,
    /// Which one.
    pub subject_id: String,
    /// When it was recorded.
    pub at: Moment,
}

/// Where changes are heard of.
#[derive(Clone)]
pub struct Changes {
    sender: broadcast::Sender<Change>,
    nudge: Arc<Notify>,
}

impl Changes {
    pub(crate) fn new() -> Self {
        Self { sender: broadcast::channel(BACKLOG).0, nudge: Arc::new(Notify::new()) }
    }

    /// Something was committed here.
    pub fn nudge(&self) {
        self.nudge.notify_one();
    }

    /// From now on, what changes.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Change> {
        self.sender.subscribe()
    }
}

/// Follows the record until it is told to stop.
pub async fn follow_until(app: App, mut stop: watch::Receiver<bool>) {
    let mut from = app.clock.now();
    let mut seen = HashSet::new();
    while !*stop.borrow() {
        tokio::select! {
            () = app.changes.nudge.notified() => {}
            () = tokio::time::sleep(REST) => {}
            _ = stop.changed() => return,
        }
        if app.changes.sender.receiver_count() == 0 {
            (from, seen) = (app.clock.now(), HashSet::new());
            continue;
        }
        match pass_on(&app, from, &mut seen).await {
            Ok(next) => from = next,
            Err(error) => tracing::error!(%error, "changes cannot be followed"),
        }
    }
}

/// Passes on what was recorded since, each entry once, and says where to look from next time.
async fn pass_on(app: &App, from: Moment, seen: &mut HashSet<rows::Place>) -> crate::Result<Moment> {
    let mut last = rows::place_before(from.plus_seconds(-OVERLAP_SECONDS));
    loop {
        let after = last.clone();
        let touched = app.db.read(move |connection| rows::touched_after(connection, &after, PAGE)).await?;
        let is_all = i64::try_from(touched.len()) != Ok(PAGE);
        for (place, subject_kind) in touched {
            last.clone_from(&place);
            let (subject_id, at) = (place.1.clone(), Moment::from_millis(place.0));
            if seen.insert(place) {
                // Nobody listening any more is no fault.
                let _unheard = app.changes.sender.send(Change { subject_kind, subject_id, at });
            }
        }
        if is_all {
            break;
        }
    }
    let next = Moment::from_millis(last.0).max(from);
    let oldest = next.plus_seconds(-OVERLAP_SECONDS).millis();
    seen.retain(|place| place.0 >= oldest);
    Ok(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::{Actor, Deed, Done};
    use crate::job::Timetable;

    #[tokio::test]
    async fn more_changes_than_a_page_are_all_passed_on_and_each_once() {
        let (_folder, app) = crate::app::tests::app(Timetable::default());
        let now = app.clock.now();
        let write = app.db.write(move |connection| {
            (0..=PAGE).try_for_each(|number| {
                let done = Done {
                    deed: Deed("thing.done"),
                    subject_id: &format!("{number:04}"),
                    by: &Actor::system(),
                    their_at: None,
                    recorded_at: now,
                    change: serde_json::json!({}),
                };
                rows::append(connection, &done)
            })
        });
        write.await.unwrap();
        let mut heard = app.changes.listen();
        let mut seen = HashSet::new();
        for _ in 0..2 {
            pass_on(&app, now, &mut seen).await.unwrap();
        }
        let ids: Vec<String> = std::iter::from_fn(|| heard.try_recv().ok()).map(|change| change.subject_id).collect();
        assert_eq!(ids, (0..=PAGE).map(|number| format!("{number:04}")).collect::<Vec<_>>());
    }
}
