//! Which files there are, and which columns each one has.

use super::{assignments, clients, contacts, contracts, posts, sites, staff};

/// The column of every file by which a row is known again.
pub(super) const KEY: &str = "key";

/// What a file of one kind looks like.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name without `.csv`.
    pub name: &'static str,
    /// The columns that it must have, `key` among them.
    pub needed: &'static [&'static str],
    /// The columns that it may have; one that is left out counts as empty.
    pub optional: &'static [&'static str],
    /// The columns that hold keys of another file, and the name of that file.
    pub references: &'static [(&'static str, &'static str)],
    /// The column that holds several keys, with `;` between them.
    pub list: Option<&'static str>,
}

/// All of them, in the order of bringing in: what is referred to comes first.
pub const SHEETS: [&Sheet; 7] = [
    &clients::SHEET,
    &staff::SHEET,
    &sites::SHEET,
    &contacts::SHEET,
    &posts::SHEET,
    &assignments::SHEET,
    &contracts::SHEET,
];

impl Sheet {
    /// The sheet of a file of this name.
    pub(super) fn of_file(name: &str) -> Option<&'static Self> {
        let name = name.strip_suffix(".csv")?;
        SHEETS.into_iter().find(|sheet| sheet.name == name)
    }

    /// The column of this name.
    pub(super) fn column(&self, name: &str) -> Option<&'static str> {
        self.columns().find(|column| *column == name)
    }

    /// Every column that is known, in the order in which they are described.
    pub(super) fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.needed.iter().chain(self.optional).copied()
    }

    /// The name of the sheet whose keys a column holds.
    pub(super) fn refers_to(&self, column: &str) -> Option<&'static str> {
        self.references.iter().find(|(name, _)| *name == column).map(|(_, sheet)| *sheet)
    }
}
