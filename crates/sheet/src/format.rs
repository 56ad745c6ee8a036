//! The kinds of files that a list becomes.

/// The kinds of files that a list becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Comma-separated values: UTF-8, RFC 4180. For people with a spreadsheet, and for every program.
    #[default]
    Csv,
    /// Apache Parquet. For programs that reckon: each column has its type.
    Parquet,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Parquet];

    /// How the name of such a file ends, after the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Parquet => "parquet",
        }
    }

    /// The format of files whose names end so; `None` of others.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension() == extension)
    }

    /// Its media type, as IANA lists it: the content type of an answer.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Parquet => "application/vnd.apache.parquet",
        }
    }
}
