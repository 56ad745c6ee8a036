//! The organization: who we are. There is one, and everything belongs to it.

pub mod rows;

use ground::entry::Deed;
use ground::web::Routes;
use ground::words::Language;
use ground::{Moment, Result};
use serde::Serialize;

use crate::work::{Done, Work};

/// The organization was set up or described anew.
pub const DESCRIBED: Deed = Deed("organization.described");

/// The name of the one row, and of its chain in the record.
pub const ID: &str = "organization";

/// Who we are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organization {
    /// What we are called.
    pub name: String,
    /// The language of pages for readers who have not said theirs.
    pub language: Language,
    /// The time zone of the office (IANA).
    pub zone: String,
    /// The number that every page for the public shows first.
    pub emergency_number: String,
    /// Since when all of this is made up; none when it is real.
    pub demo_since: Option<Moment>,
    /// Grows with each change.
    pub version: i64,
}

impl Default for Organization {
    fn default() -> Self {
        Self {
            name: "Rapport".to_owned(),
            language: Language::default(),
            zone: "UTC".to_owned(),
            emergency_number: "911".to_owned(),
            demo_since: None,
            version: 0,
        }
    }
}

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
}

/// Says anew who we are.
///
/// # Errors
/// Refused when somebody else did meanwhile.
pub fn describe(work: &mut Work<'_>, new: &Organization) -> Result<Done<()>> {
    let before = rows::get(work.connection)?;
    let after = Organization { version: before.version, ..new.clone() };
    rows::save(work.connection, &after)?;
    work.done(DESCRIBED, ID, (Some(&before), &after), ())
}
