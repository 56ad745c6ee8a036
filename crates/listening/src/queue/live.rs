//! The queue while it is being looked at: one event for each row that changed (server-sent events).

use std::collections::HashMap;
use std::convert::Infallible;
use std::time::Duration;

use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::response::Response;
use axum::response::sse::{Event, KeepAlive, Sse};
use ground::entry;
use ground::fields::Asked;
use ground::web::live::Change;
use ground::{Fields, Id, Moment, Result};
use people::door::Staff;
use tokio::sync::{broadcast, watch};
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};

use super::{Filter, pages, rows};
use crate::concern::Concern;

/// How many entries of the record are looked at together when a page catches up.
const PAGE: i64 = 500;
/// How far back it looks beyond the last event, for changes that were committed late.
const OVERLAP_SECONDS: i64 = 10;
/// How long a page follows before it comes through the door again, which a browser does by itself:
/// who signed out, left, or lost a role or a site is not told for longer than this.
const LONGEST: Duration = Duration::from_secs(5 * 60);

/// A concern, and when it was changed.
type Changed = (Moment, Id<Concern>);

/// Follows the concerns that the page shows: those of its filter, up to its last row.
pub(super) async fn follow(staff: Staff, Asked(asked): Asked, headers: HeaderMap) -> Result<Response> {
    let filter = Filter::read(&asked, &staff.me.actor.id);
    let to = Some(asked.typed("to").to_owned()).filter(|to| !to.is_empty());
    // Listening begins before looking back, so that nothing falls between.
    let heard = concerns(staff.app.changes.listen());
    let missed = match last_told(&asked, &headers) {
        Some(at) => missed(&staff, at.plus_seconds(-OVERLAP_SECONDS)).await?,
        None => Vec::new(),
    };
    let over = over(staff.app.stopping.subscribe());
    let events = tokio_stream::iter(missed)
        .chain(heard)
        .then(move |changed| event(staff.clone(), filter.clone(), to.clone(), changed))
        .filter_map(|event| event.map(Ok::<_, Infallible>));
    let alive = KeepAlive::new().interval(Duration::from_secs(20));
    Ok(Sse::new(until(over, events)).keep_alive(alive).into_response())
}

/// The moment up to which the page was told everything: that of the last event that the browser
/// had, by the browser or by the page, or else that of the page itself.
fn last_told(asked: &Fields, headers: &HeaderMap) -> Option<Moment> {
    let by_browser = headers.get("last-event-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
    let named = [by_browser, asked.typed("last-event-id"), asked.typed("from")];
    named.into_iter().find_map(|millis| millis.parse::<i64>().ok()).map(Moment::from_millis)
}

/// What changed between that moment and now, each concern once, in the order of their last changes.
async fn missed(staff: &Staff, since: Moment) -> Result<Vec<Changed>> {
    let mut last = entry::rows::place_before(since);
    let mut changed = HashMap::new();
    loop {
        let after = last.clone();
        let touched = staff.read(move |work| entry::rows::touched_after(work.connection, &after, PAGE)).await?;
        let is_all = i64::try_from(touched.len()) != Ok(PAGE);
        for (place, kind) in touched {
            last.clone_from(&place);
            if kind == "concern" {
                changed.insert(place.1, place.0);
            }
        }
        if is_all {
            break;
        }
    }
    let mut changed: Vec<Changed> =
        changed.into_iter().map(|(id, at)| (Moment::from_millis(at), Id::known(id))).collect();
    changed.sort();
    Ok(changed)
}

/// The concerns that change from now on. It ends when they come faster than they are told: the
/// browser comes back then, and catches up.
fn concerns(heard: broadcast::Receiver<Change>) -> impl Stream<Item = Changed> {
    BroadcastStream::new(heard)
        .map_while(Result::ok)
        .filter(|change| change.subject_kind == "concern")
        .map(|change| (change.at, Id::<Concern>::known(change.subject_id)))
}

/// The row as it is now; or, when it is no longer one of the page's, that it is gone. Nothing when
/// it cannot be read, for then nobody knows.
async fn event(staff: Staff, filter: Filter, to: Option<String>, (at, id): Changed) -> Option<Event> {
    let now = staff.app.clock.now();
    let wanted = id.clone();
    let line = staff.read(move |work| rows::one(work, &filter, &wanted)).await;
    let line = line.inspect_err(|error| tracing::error!(%error, "a row of a queue cannot be read")).ok()?;
    let on_page = |line: &rows::Line| match (&to, line.place()) {
        (Some(to), Some(place)) => place.rank() <= *to,
        (None, Some(_)) => true,
        (_, None) => false,
    };
    let event = match line.filter(on_page) {
        Some(line) => Event::default().event("row").data(pages::row(&staff.words, &line, &staff.me.actor.id, now).0),
        None => Event::default().event("gone").data(format!("concern-{id}")),
    };
    Some(event.id(at.millis().to_string()))
}

/// Comes when the process stops, or when a page has followed for long enough.
async fn over(mut stopping: watch::Receiver<bool>) {
    let _ended = tokio::time::timeout(LONGEST, stopping.wait_for(|stopped| *stopped)).await;
}

/// A stream that ends when it is over, whatever else would come, or when nothing else comes.
fn until<S: Stream>(over: impl Future<Output = ()>, stream: S) -> impl Stream<Item = S::Item> {
    let ended = tokio_stream::once(over).then(|over| async move {
        over.await;
        None
    });
    stream.map(Some).chain(tokio_stream::once(None)).merge(ended).map_while(|item| item)
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_page_catches_up_from_its_last_event_and_the_browser_knows_best_which_that_was() {
        let mut headers = HeaderMap::new();
        let fresh = Fields::default().set("from", "1000");
        assert_eq!(last_told(&Fields::default(), &headers), None);
        assert_eq!(last_told(&fresh, &headers), Some(Moment::from_millis(1_000)));
        let shown_again = fresh.set("last-event-id", "2000");
        assert_eq!(last_told(&shown_again, &headers), Some(Moment::from_millis(2_000)));
        headers.insert("last-event-id", HeaderValue::from_static("3000"));
        assert_eq!(last_told(&shown_again, &headers), Some(Moment::from_millis(3_000)));
    }

    #[tokio::test]
    async fn who_cannot_keep_up_is_told_nothing_more_rather_than_some_of_it() {
        let (sender, heard) = broadcast::channel(2);
        for id in ["one", "two", "three"] {
            let (subject_kind, at) = ("concern".to_owned(), Moment::from_millis(0));
            sender.send(Change { subject_kind, subject_id: id.to_owned(), at }).unwrap();
        }
        drop(sender);
        assert!(concerns(heard).collect::<Vec<_>>().await.is_empty());
    }

    #[tokio::test]
    async fn a_stream_ends_when_it_is_over_or_has_no_more() {
        assert_eq!(until(pending(), tokio_stream::iter([1, 2])).collect::<Vec<_>>().await, [1, 2]);
        assert!(until(ready(()), tokio_stream::pending::<()>()).collect::<Vec<_>>().await.is_empty());
    }
}
