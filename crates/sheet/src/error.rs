//! Why a list is refused.

use crate::Kind;

/// Why a list, a row or a file is refused. It names columns, and never what somebody wrote.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A list without a column is no list.
    #[error("a list needs a column")]
    NoColumn,
    /// A name that programs could not write without quotes.
    #[error("a column cannot be called {0:?}: small letters, digits and _, with a letter first")]
    Name(String),
    /// Two columns of one name.
    #[error("two columns are called {0}")]
    NameTwice(String),
    /// A row with more or fewer cells than there are columns.
    #[error("a row has {cells} cells, and the list {columns} columns")]
    Length {
        /// How many cells the row has.
        cells: usize,
        /// How many columns the list has.
        columns: usize,
    },
    /// A cell that is not of its column's kind.
    #[error("column {column} is {expected:?}, and a cell of it {found:?}")]
    WrongKind {
        /// The column's name.
        column: String,
        /// What its cells are.
        expected: Kind,
        /// What the cell is.
        found: Kind,
    },
    /// A number that is infinite or no number.
    #[error("a number of column {0} is not finite")]
    NotFinite(String),
    /// A day or an instant outside the years 1 to 9999, for which ISO 8601 and RFC 3339 have no form
    /// that others read.
    #[error("column {0} is of a year before 1 or after 9999")]
    Year(String),
    /// The file could not be put together: a fault, and none of what was given.
    #[error("not written: {0}")]
    NotWritten(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    pub(crate) fn not_written(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::NotWritten(error.into())
    }
}
