//! A list: columns, and rows that fit them.

use std::collections::HashSet;

use crate::{Cell, Column, Error, Format, comma_separated, parquet_file};

/// A list: columns, and rows that fit them.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub(crate) columns: Vec<Column>,
    /// Row by row, each as long as there are columns.
    cells: Vec<Cell>,
}

impl Sheet {
    /// A list with these columns and no row yet.
    ///
    /// # Errors
    /// [`Error::NoColumn`]; [`Error::Name`] and [`Error::NameTwice`] where a program could not tell columns apart.
    pub fn new(columns: impl Into<Vec<Column>>) -> Result<Self, Error> {
        let columns = columns.into();
        let mut names = HashSet::new();
        for column in &columns {
            if !column.has_usable_name() {
                return Err(Error::Name(column.name.clone()));
            }
            if !names.insert(&column.name) {
                return Err(Error::NameTwice(column.name.clone()));
            }
        }
        if columns.is_empty() { Err(Error::NoColumn) } else { Ok(Self { columns, cells: Vec::new() }) }
    }

    /// Adds a row below the others. A row that is refused leaves the list as it was.
    ///
    /// # Errors
    /// [`Error::Length`], and the first cell that does not fit: [`Error::WrongKind`], [`Error::NotFinite`],
    /// [`Error::Year`].
    pub fn add(&mut self, row: impl Into<Vec<Cell>>) -> Result<(), Error> {
        let row = row.into();
        if row.len() != self.columns.len() {
            return Err(Error::Length { cells: row.len(), columns: self.columns.len() });
        }
        for (column, cell) in self.columns.iter().zip(&row) {
            fits(column, cell)?;
        }
        self.cells.extend(row);
        Ok(())
    }

    /// The list as a file of this format, which is whole also without a row. The same list is the same
    /// bytes each time.
    ///
    /// # Errors
    /// [`Error::NotWritten`], which no list should bring about.
    pub fn to(&self, format: Format) -> Result<Vec<u8>, Error> {
        match format {
            Format::Csv => comma_separated::written(self).map_err(Error::not_written),
            Format::Parquet => parquet_file::written(self).map_err(Error::not_written),
        }
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunks(self.columns.len())
    }

    /// The cells of the column at this place, from the top.
    pub(crate) fn cells_of(&self, place: usize) -> impl Iterator<Item = &Cell> {
        self.cells.iter().skip(place).step_by(self.columns.len())
    }
}

fn fits(column: &Column, cell: &Cell) -> Result<(), Error> {
    let name = || column.name.clone();
    match cell.kind() {
        Some(found) if found != column.kind => {
            return Err(Error::WrongKind { column: name(), expected: column.kind, found });
        }
        _ => {}
    }
    // An instant has no year of its own but in UTC, which is where it is written.
    let year = match cell {
        Cell::Number(number) if !number.is_finite() => return Err(Error::NotFinite(name())),
        Cell::Day(day) => day.year(),
        Cell::Moment(moment) => jiff::tz::Offset::UTC.to_datetime(*moment).year(),
        _ => return Ok(()),
    };
    if year < 1 { Err(Error::Year(name())) } else { Ok(()) }
}
