//! A concern as whoever told us sees it: in the portal, by its tracking code, and in the
//! interface for programs. It is made of messages alone; there is no way from here to a note.

use ground::db::DbConnection;
use ground::{Moment, Result};

use super::{Shown, rows};
use crate::concern::moves::REOPEN_SECONDS;
use crate::concern::{self, Case, Concern, State};
use crate::measure::{self, Measure};
use crate::promise::Promise;

/// A concern as whoever told us sees it.
#[derive(Debug, Clone)]
pub struct Told {
    /// The concern. Its owner, category and severity are for pages of staff.
    pub concern: Concern,
    /// Where it is about.
    pub site_name: String,
    /// Who sees to it.
    pub owner_name: String,
    /// What was said, oldest first.
    pub messages: Vec<Shown>,
    /// What was promised, oldest first.
    pub promises: Vec<Promise>,
    /// What is or was changed because of it.
    pub measures: Vec<Measure>,
    /// Whether we asked whether it helped, and wait for a word.
    pub asked: bool,
    /// Whether whoever told us may open it again.
    pub may_reopen: bool,
}

/// A concern that was found, as whoever told us sees it.
///
/// # Errors
/// Broken when the database says so.
pub fn told(connection: &mut DbConnection, concern: Concern, now: Moment) -> Result<Told> {
    let (site_name, owner_name) = rows::names(connection, &concern)?;
    let messages = rows::told(connection, &concern.id)?;
    let measures = measure::rows::of_concern(connection, &concern.id)?;
    let Case { concern, promises, .. } = concern::rows::case_of(connection, concern)?;
    let asked = matches!(concern.state, State::Answered | State::Refused);
    let may_reopen = concern.closed_at.is_some_and(|closed| now.seconds_since(closed) <= REOPEN_SECONDS);
    Ok(Told { concern, site_name, owner_name, messages, promises, measures, asked, may_reopen })
}

impl Told {
    /// The promise that runs now, if it is one to whoever told us.
    #[must_use]
    pub fn running(&self) -> Option<&Promise> {
        let owed = |promise: &&Promise| promise.is_owed() && promise.step == self.concern.next_step;
        self.promises.iter().find(owed)
    }

    /// The promises to whoever told us: that it is heard, answered, and asked about.
    pub fn given(&self) -> impl Iterator<Item = &Promise> {
        self.promises.iter().filter(|promise| promise.round == self.concern.round && promise.step.is_to_them())
    }
}
