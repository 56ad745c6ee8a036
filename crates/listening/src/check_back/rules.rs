//! What a check-back is.

use ground::secret::{self, Keys};
use ground::{Id, Moment, choice};

use crate::concern::Concern;

choice! {
    /// Whether it helped.
    pub enum Helped {
        /// It did.
        Yes = "yes", "helped-yes",
        /// In part.
        Partly = "partly", "helped-partly",
        /// It did not.
        No = "no", "helped-no",
    }
}

/// One asking of whether it helped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckBack {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// About which concern.
    pub concern_id: Id<Concern>,
    /// In which round of it.
    pub round: i64,
    /// When we asked.
    pub asked_at: Moment,
}

impl CheckBack {
    /// One that is asked now.
    #[must_use]
    pub fn asked(concern: &Concern, now: Moment) -> Self {
        Self { id: Id::fresh(), concern_id: concern.id.clone(), round: concern.round, asked_at: now }
    }
}

/// The token of the link in the letter that asks. It follows from the asking's name and the
/// installation's key, so that a letter that is written twice carries the same link.
pub(super) fn token(keys: &Keys, id: &Id<CheckBack>) -> String {
    secret::hex(&keys.keyed("check-back", id.as_str()))
}
