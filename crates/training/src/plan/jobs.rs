//! What the clock does: it sets what officers should practise next, and ends what is over.

use std::cell::RefCell;

use ground::{App, Moment, Result};
use people::sweep::{each, each_by_today};
use people::work::Work;

use super::gather::{self, Due};
use super::{end as end_one, rows, set as set_one};

/// Sets what each officer should practise next.
///
/// # Errors
/// Broken when the database says so.
pub fn set(app: &App, now: Moment, _payload: &str) -> Result<()> {
    // What is proposed rests on what everybody said and answered: it is gathered once in a run, not again for each batch.
    let gathered: RefCell<Option<Vec<Due>>> = RefCell::default();
    let due = |work: &mut Work<'_>, most: i64| {
        let mut batch = gathered.take().map_or_else(|| gather::due(work), Ok)?;
        let most = usize::try_from(most).unwrap_or(usize::MAX).min(batch.len());
        gathered.replace(Some(batch.split_off(most)));
        Ok(batch)
    };
    each(app, now, due, set_one)
}

/// Ends what is over.
///
/// # Errors
/// Broken when the database says so.
pub fn end(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each_by_today(app, now, rows::over, end_one)
}
