//! What the clock does: it reckons anew what was touched, and once a day all of it.

use std::collections::BTreeSet;

use agreement::{contract, post};
use ground::db::DbConnection;
use ground::entry::rows::{Place, last_recorded_at, touched_after};
use ground::{App, Error, Id, Moment, Result};
use listening::facts::past;
use people::client::Client;
use people::contact;
use people::organization;
use people::site::{self, Site};

use super::{refresh_client, refresh_site, rows};

/// So much of the record is followed at once.
const AT_ONCE: i64 = 500;
/// What was recorded so lately may still be joined by something that was recorded before it.
const SETTLES_SECONDS: i64 = 5;

/// What is reckoned anew because of an entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Touched {
    Site(Id<Site>),
    Client(Id<Client>),
}

/// Reckons anew the sites about which something was recorded since the last time: those alone.
///
/// # Errors
/// Broken when the database says so.
pub fn follow(app: &App, now: Moment, _payload: &str) -> Result<()> {
    loop {
        let (place, touched, is_all) = app.db.read_here(|connection| found(connection, now))?;
        for one in touched {
            app.db.write_here(move |connection| match &one {
                Touched::Site(id) => refresh_site(connection, id, now),
                Touched::Client(id) => refresh_client(connection, id, now),
            })?;
        }
        let Some(place) = place else { return Ok(()) };
        app.db.write_here(move |connection| rows::follow(connection, &place))?;
        if is_all {
            return Ok(());
        }
    }
}

/// What was recorded since the last time: up to where, what it touched, and whether that is all.
fn found(connection: &mut DbConnection, now: Moment) -> Result<(Option<Place>, BTreeSet<Touched>, bool)> {
    let Some(followed) = rows::followed(connection)? else {
        // All of what there is was never reckoned: that is the work of the day, and not of this hour.
        let last = last_recorded_at(connection)?.map(|at| (at.millis() + 1, String::new(), 0));
        return Ok((last, BTreeSet::new(), true));
    };
    let settled = now.plus_seconds(-SETTLES_SECONDS).millis();
    let mut entries = touched_after(connection, &followed, AT_ONCE)?;
    let count = entries.len();
    entries.retain(|((recorded_at, ..), _)| *recorded_at <= settled);
    let is_all = i64::try_from(count).unwrap_or(i64::MAX) < AT_ONCE || entries.len() < count;
    let mut touched = BTreeSet::new();
    for ((_, subject_id, _), kind) in &entries {
        match touches(connection, kind, subject_id) {
            Ok(what) => touched.extend(what),
            // What is no more touches nothing.
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok((entries.pop().map(|(place, _)| place), touched, is_all))
}

/// What an entry about a thing of this kind touches.
fn touches(connection: &mut DbConnection, kind: &str, id: &str) -> Result<Option<Touched>> {
    let of_site = |site_id| Ok(Some(Touched::Site(site_id)));
    match kind {
        "concern" => of_site(past::site_of(connection, &Id::known(id))?),
        "interaction" => of_site(meeting::interaction::rows::any(connection, &Id::known(id))?.site_id),
        "site" | "visit_rhythm" => of_site(Id::known(id)),
        "post" => of_site(post::rows::any(connection, &Id::known(id))?.site_id),
        "assignment" => of_site(post::rows::site_of_assignment(connection, &Id::known(id))?),
        "confirmation" => of_site(briefing::facts::site_of(connection, &Id::known(id))?),
        "revision" => {
            let revision = orders::revision::rows::any(connection, &Id::known(id))?;
            of_site(orders::post_orders::rows::any(connection, &revision.orders_id)?.site_id)
        }
        "contact" => {
            let contact = contact::rows::any(connection, &Id::known(id))?;
            Ok(Some(Touched::Client(contact.client_id)))
        }
        "contract" | "renewal" => Ok(Some(Touched::Client(contract::rows::any(connection, &Id::known(id))?.client_id))),
        "asking" => Ok(Some(Touched::Client(satisfaction::asking::rows::find(connection, &Id::known(id))?.client_id))),
        _ => Ok(None),
    }
}

/// Reckons every site anew that was not yet reckoned today: time alone changes how we stand.
///
/// # Errors
/// Broken when the database says so.
pub fn daily(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let clients = app.db.read_here(|connection| {
        let today = organization::day(connection, now)?;
        let done = rows::reckoned_for(connection, today)?;
        let open = site::rows::everything(connection)?.into_iter().filter(|site| site.closed_at.is_none());
        Ok(open.filter(|site| !done.contains(&site.id)).map(|site| site.client_id).collect::<BTreeSet<_>>())
    })?;
    for client in clients {
        app.db.write_here(move |connection| refresh_client(connection, &client, now))?;
    }
    Ok(())
}
