//! What the clock does: it sets what officers should practise next, and ends what is over.

use ground::{App, Moment, Result};
use people::sweep::each;
use people::work::Work;

use super::{end as end_one, gather, rows, set as set_one};
use crate::days;

/// Sets what each officer should practise next.
///
/// # Errors
/// Broken when the database says so.
pub fn set(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, gather::due, set_one)
}

/// Ends what is over.
///
/// # Errors
/// Broken when the database says so.
pub fn end(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let over = |work: &mut Work<'_>, most| {
        let today = days::today(work.connection, work.now)?;
        rows::over(work.connection, today, most)
    };
    each(app, now, over, end_one)
}
