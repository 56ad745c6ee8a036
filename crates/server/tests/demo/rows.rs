//! What a history holds, read straight from the rows.

use diesel::prelude::*;
use ground::{App, Moment};
use listening::concern::State;
use listening::schema::concern;

/// One concern of a history.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Lived {
    pub(crate) raised_at: Moment,
    pub(crate) headline: String,
    pub(crate) state: State,
    pub(crate) next_due_at: Option<Moment>,
    pub(crate) protected_at: Option<Moment>,
}

/// All concerns, oldest first.
pub(crate) fn all(app: &App) -> Vec<Lived> {
    let columns = (concern::raised_at, concern::headline, concern::state, concern::next_due_at, concern::protected_at);
    let order = (concern::raised_at, concern::headline);
    app.db.read_here(|connection| Ok(concern::table.order(order).select(columns).load(connection)?)).unwrap()
}
