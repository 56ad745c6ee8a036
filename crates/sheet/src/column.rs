//! What a column is called, and what its cells are.

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Words.
    Text,
    /// A whole number of 64 bits.
    Whole,
    /// A number of 64 bits with a fraction.
    Number,
    /// A day of the civil calendar, nowhere in particular.
    Day,
    /// An instant, to the millisecond.
    Moment,
    /// True or false.
    Truth,
}

/// A column: its name and what its cells are. Each cell may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

impl Column {
    /// A column of cells of this kind.
    ///
    /// A name is small ASCII letters, digits and `_`, and begins with a letter: such a name needs no
    /// quoting in SQL, Python or R, unless it is a word of theirs, such as `with`. [`crate::Sheet::new`] refuses others.
    #[must_use]
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self { name: name.into(), kind }
    }

    /// A column of words.
    #[must_use]
    pub fn text(name: impl Into<String>) -> Self {
        Self::new(name, Kind::Text)
    }

    /// A column of whole numbers.
    #[must_use]
    pub fn whole(name: impl Into<String>) -> Self {
        Self::new(name, Kind::Whole)
    }

    /// A column of numbers with a fraction.
    #[must_use]
    pub fn number(name: impl Into<String>) -> Self {
        Self::new(name, Kind::Number)
    }

    /// A column of days.
    #[must_use]
    pub fn day(name: impl Into<String>) -> Self {
        Self::new(name, Kind::Day)
    }

    /// A column of instants.
    #[must_use]
    pub fn moment(name: impl Into<String>) -> Self {
        Self::new(name, Kind::Moment)
    }

    /// A column of true and false.
    #[must_use]
    pub fn truth(name: impl Into<String>) -> Self {
        Self::new(name, Kind::Truth)
    }

    pub(crate) fn has_usable_name(&self) -> bool {
        let is_usable = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        self.name.starts_with(|c: char| c.is_ascii_lowercase()) && self.name.chars().all(is_usable)
    }
}
