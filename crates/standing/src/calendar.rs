//! The calendar feed: a secret address by which somebody's calendar reads what comes up.

mod feed;
mod pages;
pub mod rows;
mod rules;

pub use rules::{Event, Feed};

use ground::entry::Deed;
use ground::throttle::Limit;
use ground::web::Routes;
use ground::{Error, Result, secret};
use people::work::{Done, Work};

/// Somebody made a secret address for their calendar.
pub const MADE: Deed = Deed("calendar_feed.made");
/// Somebody took it back.
pub const REVOKED: Deed = Deed("calendar_feed.revoked");

/// How often one address may be read: calendars read every few minutes at most.
const READS: Limit = Limit { purpose: "calendar feed", times: 120, window_seconds: 3_600 };
/// How often one place may try addresses that lead nowhere.
const WRONG: Limit = Limit { purpose: "calendar feed address", times: 30, window_seconds: 900 };

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/me/calendar", pages::show)
        .post("/me/calendar", pages::make)
        .post("/me/calendar/revocation", pages::revoke)
        .get("/calendar/{file}", pages::read)
}

/// Makes a secret address for whoever asks; the one before it is good no longer. It is answered here and is nowhere else: only
/// its digest is kept.
///
/// # Errors
/// Broken when the machine has no randomness.
pub fn make(work: &mut Work<'_>) -> Result<Done<String>> {
    let token = secret::token()?;
    let staff_id = work.me.actor.id.clone();
    rows::revoke(work.connection, &staff_id, work.now)?;
    rows::insert(work.connection, &secret::digest(&token), &staff_id, work.now)?;
    work.done(MADE, &staff_id, (None, &serde_json::json!({ "made_at": work.now })), token)
}

/// Takes the secret address of whoever asks back, from now on.
///
/// # Errors
/// Refused when there is none.
pub fn revoke(work: &mut Work<'_>) -> Result<Done<()>> {
    let staff_id = work.me.actor.id.clone();
    if rows::revoke(work.connection, &staff_id, work.now)? == 0 {
        return Err(Error::refused("calendar-none"));
    }
    work.done(REVOKED, &staff_id, (None, &serde_json::json!({ "revoked_at": work.now })), ())
}
