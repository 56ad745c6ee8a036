//! Why a file is refused. It carries keys of sentences, and no sentences.

use std::error::Error;
use std::fmt::{Display, Formatter, Result};

use crate::Place;

/// Why a file is refused as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It holds nothing.
    Empty,
    /// It is larger than 20 MiB, or has more elements than are read.
    TooLarge,
    /// It is of none of the formats, or not of the one that was said.
    NotKnown,
    /// Its bytes are no text: neither UTF-8, nor UTF-16 with its mark, nor Windows-1252.
    NotText,
    /// It is a package without a manifest.
    NoManifest,
    /// It is a package with more than one manifest: packages in a package.
    TwoManifests,
    /// It is a package of more than 5 000 files.
    TooManyFiles,
    /// It unpacks to more than is read.
    Bomb,
    /// A file of the package would be put outside of its folder.
    UnsafePath,
    /// The package, or the database in it, is damaged, or is not what it says it is.
    BrokenPackage,
    /// The package asks for a password.
    Encrypted,
    /// It breaks the rules of XML, or defines words of its own, which is not read.
    IllFormed {
        /// On which line, counted from 1.
        line: usize,
    },
    /// It holds nothing but the note by which newer programs ask older ones to be brought up to date.
    Outdated,
    /// It was made by a newer version of a program than is known.
    TooNew,
    /// It has more than 10 000 questions.
    TooManyQuestions,
}

impl Unreadable {
    /// The key of the sentence that says it.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty => "import-empty",
            Self::TooLarge => "import-too-large",
            Self::NotKnown => "import-not-known",
            Self::NotText => "import-not-text",
            Self::NoManifest => "import-no-manifest",
            Self::TwoManifests => "import-two-manifests",
            Self::TooManyFiles => "import-too-many-files",
            Self::Bomb => "import-bomb",
            Self::UnsafePath => "import-unsafe-path",
            Self::BrokenPackage => "import-broken-package",
            Self::Encrypted => "import-encrypted",
            Self::IllFormed { .. } => "import-ill-formed",
            Self::Outdated => "import-outdated",
            Self::TooNew => "import-too-new",
            Self::TooManyQuestions => "import-too-many-questions",
        }
    }
}

impl Display for Unreadable {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(self.key())
    }
}

impl Error for Unreadable {}

/// Why a file cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unwritable {
    /// A question, or one of its options, says nothing.
    NoText(Place),
    /// A question has fewer than two options, or more than eight.
    Options(Place),
    /// A question has no key among its options.
    NoKey(Place),
    /// Two options of a question say the same.
    RepeatedOption(Place),
    /// A level is infinite or no number.
    Level(Place),
    /// A text is longer than 4 000 characters.
    TooLong(Place),
    /// A library could not put the file together: a fault, and none of the questions.
    Fault(String),
}

impl Unwritable {
    /// The key of the sentence that says it.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoText(_) => "export-no-text",
            Self::Options(_) => "export-options",
            Self::NoKey(_) => "export-no-key",
            Self::RepeatedOption(_) => "export-repeated-option",
            Self::Level(_) => "export-level",
            Self::TooLong(_) => "export-too-long",
            Self::Fault(_) => "export-fault",
        }
    }

    pub(crate) fn fault(error: impl Display) -> Self {
        Self::Fault(error.to_string())
    }
}

impl Display for Unwritable {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(self.key())
    }
}

impl Error for Unwritable {}
