//! What whoever told us knows of what is changed because of it.

use ground::{Id, Moment, choice};
use serde::Serialize;

choice! {
    /// How far a measure has come.
    pub enum State {
        /// It is being prepared.
        Planned = "planned", "measure-planned",
        /// It is done.
        InForce = "in_force", "measure-in-force",
        /// It will not be done.
        Dropped = "dropped", "measure-dropped",
    }
}

/// Something that is changed because of a concern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// Its name: that of the adjustment which it shows.
    pub id: Id<Self>,
    /// What is changed, in a sentence for whoever told us.
    pub headline: String,
    /// How far it has come.
    pub state: State,
    /// Since when.
    pub since_at: Moment,
}
