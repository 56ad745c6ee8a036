//! How things stood with a site at a moment: what was promised, told and said until then, whatever came after.
//!
//! Nothing here asks who may see it: a figure of a whole site is reckoned of all that was told there. Whoever shows single
//! concerns of it asks for them within reach.

mod rows;

pub use rows::{last_told_at, owed, said, site_of, told, written};

use ground::{Id, Moment};

use crate::check_back::Helped;
use crate::concern::{Category, Concern, Voice};
use crate::promise::Step;

/// A concern as it is named to a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name in the rows.
    pub id: Id<Concern>,
    /// Its number.
    pub number: String,
}

/// A promise that fell due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// About which concern.
    pub concern: Named,
    /// What was promised.
    pub step: Step,
    /// By when.
    pub due_at: Moment,
    /// When it was done, as far as it was by then.
    pub kept_at: Option<Moment>,
}

impl Owed {
    /// Whether it was done by when it was promised.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.kept_at.is_some_and(|at| at <= self.due_at)
    }
}

/// What somebody told us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Which concern.
    pub concern: Named,
    /// About what.
    pub category: Category,
    /// Whose voice it is.
    pub voice: Voice,
    /// Whether it is praise.
    pub is_praise: bool,
    /// When.
    pub raised_at: Moment,
    /// When it was closed, as far as it was by then.
    pub closed_at: Option<Moment>,
}

/// What somebody said when we asked whether it helped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// About which concern.
    pub concern: Named,
    /// Whether it did.
    pub helped: Helped,
    /// When they said so.
    pub at: Moment,
}

/// A message that somebody of the client wrote about a concern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// About which concern.
    pub concern: Named,
    /// Who wrote it.
    pub by_id: String,
    /// When.
    pub at: Moment,
}
