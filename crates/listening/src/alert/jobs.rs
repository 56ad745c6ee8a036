//! What the clock does: it tells whoever is to be told by now.

use ground::{App, Moment, Result};
use people::sweep::each;

use super::rows;

/// How often the clock looks whom to tell.
pub const TELLING_SECONDS: i64 = 15;

/// Tells everybody who is to be told by now.
///
/// # Errors
/// Broken when the database says so.
pub fn tell(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| rows::due(work.connection, now, most), super::tell)
}
