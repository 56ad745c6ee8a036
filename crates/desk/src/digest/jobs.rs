//! What the clock does: it writes digests that are due, and begins those of people who came lately.

use ground::entry::Actor;
use ground::{App, Moment, Result};
use people::organization;
use people::sweep::each;

use super::{Digest, Wanted, rows};

/// How often the clock looks whom to write to.
pub const WRITING_SECONDS: i64 = 300;
/// How often the clock looks who came lately.
pub const BEGINNING_SECONDS: i64 = 3_600;

/// Writes every digest that is due by now, each in its own transaction.
///
/// # Errors
/// Broken when the database says so.
pub fn write(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| rows::due(work.connection, now, most), super::write)
}

/// Begins the digest of everybody who has none yet.
///
/// # Errors
/// Broken when the database says so.
pub fn begin(app: &App, now: Moment, _payload: &str) -> Result<()> {
    app.db.write_here(move |connection| {
        let zone = organization::rows::get(connection)?.zone;
        for (kind, id) in rows::without(connection)? {
            let person = Actor { kind, id, name: String::new() };
            rows::save(connection, &Digest::begun(&person, &Wanted::usual(kind, &zone), now))?;
        }
        Ok(())
    })
}
