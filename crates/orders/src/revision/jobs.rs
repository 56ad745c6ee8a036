//! What the clock does: it reminds whoever was asked, does what was agreed for silence, and puts in
//! force what waits for its time.

use ground::{App, Error, Id, Moment, Result};
use people::sweep::each;
use people::work::{Done, Work};

use super::{Next, Revision, rows};

/// How often the clock looks.
pub const LOOKING_SECONDS: i64 = 60;

/// Does to every revision what is due by now.
///
/// # Errors
/// Broken when the database says so.
pub fn go_on(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| rows::due(work.connection, now, most), next)
}

fn next(work: &mut Work<'_>, id: &Id<Revision>) -> Result<Done<()>> {
    let revision = rows::any(work.connection, id)?;
    match revision.next.filter(|(_, at)| *at <= work.now) {
        Some((Next::Remind, _)) => super::remind(work, id),
        Some((Next::Silence, _)) => super::go_unanswered(work, id),
        Some((Next::TakeForce, _)) => super::take_force(work, id),
        None => Err(Error::refused("revision-not-waiting")),
    }
}
