//! How every client stood, once in four weeks of the last year.

use ground::{App, Moment, Result};
use people::client;
use standing::health;

const DAY: i64 = 86_400;
/// So many days lie between two of them, so that each is the same day of the week.
const APART_DAYS: i64 = 28;
/// As many as there are in a year.
const TIMES: i64 = 13;

/// Reckons health as the clock would have, had it run then.
pub(super) fn grow(app: &App, (begins_at, until): (Moment, Moment)) -> Result<()> {
    let clients = app.db.read_here(client::rows::everything)?;
    for ago in (0..TIMES).rev() {
        let at = until.plus_seconds(-ago * APART_DAYS * DAY);
        if at <= begins_at {
            continue;
        }
        for client in &clients {
            let id = client.id.clone();
            app.db.write_here(move |connection| health::refresh_client(connection, &id, at))?;
        }
    }
    Ok(())
}
