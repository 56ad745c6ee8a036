//! The queue while it is being looked at: one event for each row that changed (server-sent events).

use std::convert::Infallible;
use std::time::Duration;

use axum::response::IntoResponse;
use axum::response::Response;
use axum::response::sse::{Event, KeepAlive, Sse};
use ground::entry;
use ground::fields::Asked;
use ground::{Fields, Id, Moment, Result};
use people::door::Staff;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};

use super::{Filter, pages, rows};
use crate::concern::Concern;

/// How many changes since the page was written are looked at when it connects.
const CAUGHT_UP: i64 = 500;
/// How far back it looks beyond that moment, for changes that were committed late.
const OVERLAP_SECONDS: i64 = 10;

/// Follows the concerns that the page shows: those of its filter, up to its last row.
pub(super) async fn follow(staff: Staff, Asked(asked): Asked) -> Result<Response> {
    let filter = Filter::read(&asked, &staff.me.actor.id);
    let to = Some(asked.typed("to").to_owned()).filter(|to| !to.is_empty());
    // Listening begins before looking back, so that nothing falls between.
    let heard = BroadcastStream::new(staff.app.changes.listen());
    let missed = missed(&staff, &asked).await?;
    let changed = heard
        .filter_map(Result::ok)
        .filter(|change| change.subject_kind == "concern")
        .map(|change| Id::<Concern>::known(change.subject_id));
    let ids = tokio_stream::iter(missed).chain(changed);
    let stopping = staff.app.stopping.subscribe();
    let events = until(stopping, ids.then(move |id| event(staff.clone(), filter.clone(), to.clone(), id)));
    let alive = KeepAlive::new().interval(Duration::from_secs(20));
    Ok(Sse::new(events).keep_alive(alive).into_response())
}

/// What changed between the writing of the page, or the last event it had, and now.
async fn missed(staff: &Staff, asked: &Fields) -> Result<Vec<Id<Concern>>> {
    let last: Option<i64> = asked.typed("last-event-id").parse().ok();
    let Some(from) = last.or_else(|| asked.typed("from").parse().ok()) else { return Ok(Vec::new()) };
    let since = Moment::from_millis(from).plus_seconds(-OVERLAP_SECONDS);
    let touched = staff.read(move |work| entry::rows::touched_since(work.connection, since, CAUGHT_UP)).await?;
    let mut ids: Vec<Id<Concern>> =
        touched.into_iter().filter(|(_, kind)| kind == "concern").map(|(place, _)| Id::known(place.1)).collect();
    ids.sort();
    ids.dedup();
    Ok(ids)
}

/// The row as it is now; or, when it is no longer one of the page's, that it is gone.
async fn event(staff: Staff, filter: Filter, to: Option<String>, id: Id<Concern>) -> Result<Event, Infallible> {
    let now = staff.app.clock.now();
    let wanted = id.clone();
    let line = staff.read(move |work| rows::one(work, &filter, &wanted)).await;
    let on_page = |line: &rows::Line| match (&to, line.place()) {
        (Some(to), Some(place)) => place.rank() <= *to,
        (None, Some(_)) => true,
        (_, None) => false,
    };
    let event = match line.ok().flatten().filter(on_page) {
        Some(line) => Event::default().event("row").data(pages::row(&staff.words, &line, &staff.me.actor.id, now).0),
        None => Event::default().event("gone").data(format!("concern-{id}")),
    };
    Ok(event.id(now.millis().to_string()))
}

/// A stream that ends when the process stops.
fn until<S: Stream>(stopping: tokio::sync::watch::Receiver<bool>, stream: S) -> impl Stream<Item = S::Item> {
    let stopped = tokio_stream::once(()).then(move |()| {
        let mut stopping = stopping.clone();
        async move {
            let _gone = stopping.wait_for(|stopped| *stopped).await;
            None
        }
    });
    stream.map(Some).merge(stopped).map_while(|item| item)
}
