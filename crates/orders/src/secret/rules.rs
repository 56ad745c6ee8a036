//! What a secret of a post is.

use ground::{Error, Fields, Id, Moment, Result};
use serde::Serialize;

use crate::post_orders::PostOrders;

/// A code, or the number of a key: what must not stand in orders that are printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Secret {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Of which orders.
    pub orders_id: Id<PostOrders>,
    /// What it is: "Alarm panel, ground floor".
    pub name: String,
    /// What it says, locked; the record never holds it.
    #[serde(skip)]
    pub locked: String,
    /// When it was changed last.
    pub changed_at: Moment,
    /// When it was taken out of use.
    pub retired_at: Option<Moment>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// A secret as typed.
#[derive(Clone, PartialEq, Eq)]
pub struct NewSecret {
    /// What it is.
    pub name: String,
    /// What it says.
    pub words: String,
}

impl NewSecret {
    /// Reads what was typed.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let (name, words) = (fields.line("name", 2..=120), fields.line("secret", 1..=200));
        Some(Self { name: name?, words: words? })
    }
}

impl Secret {
    /// It says something else from now on.
    ///
    /// # Errors
    /// Refused when it is out of use, or was changed since it was looked at.
    pub fn changed(self, name: String, locked: String, version: i64, now: Moment) -> Result<Self> {
        self.check(version)?;
        Ok(Self { name, locked, changed_at: now, ..self })
    }

    /// It is taken out of use.
    ///
    /// # Errors
    /// Refused when it was before, or was changed since it was looked at.
    pub fn retired(self, version: i64, now: Moment) -> Result<Self> {
        self.check(version)?;
        Ok(Self { retired_at: Some(now), ..self })
    }

    fn check(&self, version: i64) -> Result<()> {
        if self.retired_at.is_some() || self.version != version {
            return Err(Error::refused("changed-meanwhile"));
        }
        Ok(())
    }
}
