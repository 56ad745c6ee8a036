//! Days in rows.

use ground::{Day, Error, Result};

/// A day as a row holds it.
pub(crate) fn read(text: &str) -> Result<Day> {
    text.parse().map_err(|_| Error::broken("a row holds no day"))
}
