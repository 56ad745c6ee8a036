//! What can go wrong: five ways, and nothing else.

use std::borrow::Cow;

/// The result of everything that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing within the reach of who asks.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, and somebody must be.
    #[error("sign in first")]
    SignIn,
    /// Whoever asks may not enter here.
    #[error("not allowed")]
    NotAllowed,
    /// A rule says no; the key names the sentence that says why and what to do next.
    #[error("refused: {}", .0.key)]
    Refused(Refusal),
    /// What was sent cannot be read at all.
    #[error("unreadable request: {}", .0.key)]
    Unreadable(Refusal),
    /// Asked too often; try again after this many seconds.
    #[error("asked too often")]
    TooOften(i64),
    /// Something of ours is broken; the cause is for the log, not for the page.
    #[error("broken: {0}")]
    Broken(#[from] Box<dyn std::error::Error + Send + Sync>),
}

/// A rule's no: the key of a sentence in every language, and what the sentence names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The key of the sentence.
    pub key: &'static str,
    /// The sentence's variables.
    pub arguments: Vec<(&'static str, Cow<'static, str>)>,
}

impl Refusal {
    /// A refusal by the sentence of this key.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, arguments: Vec::new() }
    }

    /// The same refusal, naming something.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// The same refusal, naming in how many `minutes` what is refused may be tried again.
    #[must_use]
    pub fn again_in(self, seconds: i64) -> Self {
        self.with("minutes", (seconds / 60 + 1).to_string())
    }
}

impl Error {
    /// A refusal by the sentence of this key.
    #[must_use]
    pub const fn refused(key: &'static str) -> Self {
        Self::Refused(Refusal::new(key))
    }

    /// Something of ours is broken, said in our own words.
    #[must_use]
    pub fn broken(cause: impl Into<String>) -> Self {
        Self::Broken(cause.into().into())
    }

    /// Whether the same work may succeed when it is simply done again: two writers of a
    /// PostgreSQL-compatible database met, and the database asked one of them to retry.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        use diesel::result::{DatabaseErrorKind, Error as Diesel};
        let Self::Broken(cause) = self else { return false };
        match cause.downcast_ref::<Diesel>() {
            Some(Diesel::DatabaseError(DatabaseErrorKind::SerializationFailure, _)) => true,
            Some(Diesel::DatabaseError(_, info)) => {
                info.message().contains("deadlock detected") || info.message().contains("restart transaction")
            }
            _ => false,
        }
    }

    /// Whether a constraint that holds each value once said no.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        use diesel::result::{DatabaseErrorKind, Error as Diesel};
        let Self::Broken(cause) = self else { return false };
        matches!(cause.downcast_ref::<Diesel>(), Some(Diesel::DatabaseError(DatabaseErrorKind::UniqueViolation, _)))
    }
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        match error {
            diesel::result::Error::NotFound => Self::NotFound,
            error => Self::Broken(Box::new(error)),
        }
    }
}

macro_rules! broken_from {
    ($($kind:ty),* $(,)?) => { $(
        impl From<$kind> for Error {
            fn from(error: $kind) -> Self { Self::Broken(Box::new(error)) }
        }
    )* };
}

broken_from!(std::io::Error, serde_json::Error, askama::Error, r2d2::Error, tokio::task::JoinError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_row_is_not_found_and_not_broken() {
        assert!(matches!(Error::from(diesel::result::Error::NotFound), Error::NotFound));
    }

    #[test]
    fn a_serialization_failure_passes_and_another_error_does_not() {
        use diesel::result::{DatabaseErrorKind, Error as Diesel};
        let failure = |kind| Error::from(Diesel::DatabaseError(kind, Box::new("said the database".to_owned())));
        assert!(failure(DatabaseErrorKind::SerializationFailure).is_passing());
        assert!(!failure(DatabaseErrorKind::UniqueViolation).is_passing());
        assert!(failure(DatabaseErrorKind::UniqueViolation).is_duplicate());
    }
}
