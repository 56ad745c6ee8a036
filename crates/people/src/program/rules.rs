//! What a program is.

use ground::{Error, Id, Moment, Result};
use serde::Serialize;

/// A program that may use our interface for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Program {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// What it is called.
    pub name: String,
    /// When it was given its token.
    pub created_at: Moment,
    /// When that was taken away.
    pub revoked_at: Option<Moment>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

impl Program {
    /// A program that is given its token now.
    #[must_use]
    pub fn added(name: &str, now: Moment) -> Self {
        Self { id: Id::fresh(), name: name.to_owned(), created_at: now, revoked_at: None, version: 0 }
    }

    /// The program after its token was taken away.
    ///
    /// # Errors
    /// Refused when that was done before.
    pub fn revoked(self, now: Moment) -> Result<Self> {
        match self.revoked_at {
            Some(_) => Err(Error::refused("program-already-revoked")),
            None => Ok(Self { revoked_at: Some(now), ..self }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_taken_away_once() {
        let revoked = Program::added("Till", Moment::from_millis(1)).revoked(Moment::from_millis(2)).unwrap();
        assert_eq!(revoked.revoked_at, Some(Moment::from_millis(2)));
        assert!(matches!(revoked.revoked(Moment::from_millis(3)), Err(Error::Refused(_))));
    }
}
