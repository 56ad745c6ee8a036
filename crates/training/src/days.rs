//! Days, where the organization is.

use ground::db::DbConnection;
use ground::{Day, Error, Moment, Result};
use people::organization;

/// Which day it is where the organization is.
pub(crate) fn today(connection: &mut DbConnection, at: Moment) -> Result<Day> {
    let zone = organization::rows::get(connection)?.zone;
    at.day_in(&zone).ok_or_else(|| Error::broken("the organization is in no zone"))
}

/// A day as a row holds it.
pub(crate) fn read(text: &str) -> Result<Day> {
    text.parse().map_err(|_| Error::broken("a row holds no day"))
}
