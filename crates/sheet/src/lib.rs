//! A list as a file that programs read: CSV or Apache Parquet.
//!
//! Pure: no database, no page, no clock, no file. A list is a [`Sheet`] of typed columns, and each
//! row is checked when it is added; then the same list is written in either [`Format`], under the
//! same names. `docs/decisions/0022-sheets.md` says why these two.
//!
//! ```text
//! use sheet::{Column, Format, Sheet};
//!
//! let mut list = Sheet::new([Column::text("site"), Column::whole("answers"), Column::number("mean")])?;
//! list.add(["Harbor".into(), 12.into(), Some(4.25).into()])?;
//! list.add(["=1+1".into(), (-3).into(), None::<f64>.into()])?;
//! assert_eq!(list.to(Format::Csv)?, b"site,answers,mean\r\nHarbor,12,4.25\r\n'=1+1,-3,\r\n");
//! assert_eq!(list.to(Format::Parquet)?[..4], *b"PAR1");
//! ```

mod cell;
mod column;
mod comma_separated;
mod error;
mod format;
mod list;
mod parquet_file;

pub use cell::Cell;
pub use column::{Column, Kind};
pub use error::Error;
pub use format::Format;
pub use list::Sheet;

#[cfg(test)]
mod tests;
