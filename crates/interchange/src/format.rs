//! The kinds of files that questions become.

/// The kinds of files that questions become, and are taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// GIFT: a text, as Moodle and many others read and write it.
    Gift,
    /// Aiken: the plainest text, with questions, options and keys alone.
    Aiken,
    /// Moodle XML.
    MoodleXml,
    /// A package of 1EdTech's Question and Test Interoperability, 2.1.
    Qti21,
    /// The same, 2.2.
    Qti22,
    /// The same, 3.0.
    Qti30,
    /// A table of comma-separated values, for a spreadsheet.
    Csv,
    /// A package of notes for Anki.
    Anki,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 8] =
        [Self::Gift, Self::Aiken, Self::MoodleXml, Self::Qti21, Self::Qti22, Self::Qti30, Self::Csv, Self::Anki];

    /// Its word in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Gift => "gift",
            Self::Aiken => "aiken",
            Self::MoodleXml => "moodle",
            Self::Qti21 => "qti21",
            Self::Qti22 => "qti22",
            Self::Qti30 => "qti30",
            Self::Csv => "csv",
            Self::Anki => "anki",
        }
    }

    /// The format of this word; `None` of others.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// How the name of such a file ends, after the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Gift => "gift",
            Self::Aiken => "txt",
            Self::MoodleXml => "xml",
            Self::Qti21 | Self::Qti22 | Self::Qti30 => "zip",
            Self::Csv => "csv",
            Self::Anki => "apkg",
        }
    }

    /// Its media type: the content type of an answer. Anki has none that IANA lists; what is given makes browsers keep
    /// the file as it is.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Gift | Self::Aiken => "text/plain; charset=utf-8",
            Self::MoodleXml => "application/xml",
            Self::Qti21 | Self::Qti22 | Self::Qti30 => "application/zip",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Anki => "application/octet-stream",
        }
    }
}
