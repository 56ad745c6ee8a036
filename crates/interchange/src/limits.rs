//! How much of a file is read. They are there so that no file, however it was made, takes more than seconds.

/// A file: 20 MiB. The largest banks of questions that were looked at have 4 MiB without their pictures.
pub const FILE_BYTES: usize = 20 << 20;

/// Files in a package: 5 000. It is a file for each question and each picture of a large bank.
pub const ENTRIES: usize = 5_000;

/// All that is unpacked of a package: 100 MiB, counted while it is unpacked.
pub const UNPACKED_BYTES: u64 = 100 << 20;

/// One file that is unpacked: 10 MiB. A question with its reasons has a few thousand bytes.
pub const ENTRY_BYTES: u64 = 10 << 20;

/// The database of a package from Anki: 60 MiB. It holds how often each card was seen, besides the notes.
pub const DATABASE_BYTES: u64 = 60 << 20;

/// Questions of a file, taken or left: 10 000. It is ten times what a trainer has written in a working life.
pub const QUESTIONS: usize = 10_000;

/// The fewest options: a choice is between two.
pub const FEWEST_OPTIONS: usize = 2;

/// The most options: eight letters. The review of guidelines for writing items finds three enough.
pub const MOST_OPTIONS: usize = 8;

/// A text, in characters: 4 000, which is a page of print.
pub const TEXT_CHARACTERS: usize = 4_000;

/// Parts that are left of one question: 50, most of which are tags.
pub const PARTS: usize = 50;

/// XML inside XML: 64. A question that somebody wrote has less than 20.
pub const DEPTH: usize = 64;

/// Elements of one XML file: 1 000 000. It is a hundred for each question.
pub const NODES: usize = 1_000_000;

/// Attributes of one element: 64.
pub const ATTRIBUTES: usize = 64;

/// The moment of files that say when they were made where nobody says it: the beginning of 2026, in seconds since 1970.
pub const EPOCH_SECONDS: i64 = 1_767_225_600;
