//! Apache Parquet: one group of rows, each column optional, compressed by Snappy.
//!
//! The types are those of <https://parquet.apache.org/docs/file-format/types/logicaltypes/>.

use std::sync::Arc;

use jiff::civil::{Date, date};
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as PhysicalType};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use crate::cell::millis;
use crate::{Cell, Column, Kind, Sheet};

/// Who wrote the file, in the form that readers take apart. It stays when the library moves on, so that
/// the same list stays the same bytes; its version is that of what this module writes.
const CREATED_BY: &str = "rapport version 1.0.0 (build 1)";

const SECONDS_PER_DAY: i64 = 86_400;

pub(crate) fn written(sheet: &Sheet) -> Result<Vec<u8>, ParquetError> {
    let fields = sheet.columns.iter().map(|column| field(column).map(Arc::new)).collect::<Result<_, _>>()?;
    let schema = Arc::new(Type::group_type_builder("sheet").with_fields(fields).build()?);
    let properties =
        WriterProperties::builder().set_compression(Compression::SNAPPY).set_created_by(CREATED_BY.to_owned()).build();
    let mut file = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties))?;
    let mut group = file.next_row_group()?;
    for (place, column) in sheet.columns.iter().enumerate() {
        let mut writer = group.next_column()?.ok_or_else(|| ParquetError::General("a column too few".into()))?;
        write(&mut writer, column.kind, sheet.cells_of(place))?;
        writer.close()?;
    }
    group.close()?;
    file.into_inner()
}

fn field(column: &Column) -> Result<Type, ParquetError> {
    let (physical, logical) = match column.kind {
        Kind::Text => (PhysicalType::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Whole => (PhysicalType::INT64, None),
        Kind::Number => (PhysicalType::DOUBLE, None),
        Kind::Day => (PhysicalType::INT32, Some(LogicalType::Date)),
        Kind::Moment => (PhysicalType::INT64, Some(LogicalType::timestamp(true, TimeUnit::MILLIS))),
        Kind::Truth => (PhysicalType::BOOLEAN, None),
    };
    Type::primitive_type_builder(&column.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .build()
}

/// Every cell is of the column's kind or empty: the list saw to it.
fn write<'a>(
    writer: &mut SerializedColumnWriter<'_>,
    kind: Kind,
    cells: impl Iterator<Item = &'a Cell>,
) -> Result<(), ParquetError> {
    match kind {
        Kind::Text => write_values::<ByteArrayType>(writer, cells.map(text)),
        Kind::Whole | Kind::Moment => write_values::<Int64Type>(writer, cells.map(whole)),
        Kind::Number => write_values::<DoubleType>(writer, cells.map(number)),
        Kind::Day => write_values::<Int32Type>(writer, cells.map(day)),
        Kind::Truth => write_values::<BoolType>(writer, cells.map(truth)),
    }
}

/// The values that there are, and beside them for each row whether there is one.
fn write_values<T: DataType>(
    writer: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = Option<T::T>>,
) -> Result<(), ParquetError> {
    let mut values = Vec::new();
    let is_there: Vec<i16> = cells
        .map(|value| {
            let is_there = i16::from(value.is_some());
            values.extend(value);
            is_there
        })
        .collect();
    writer.typed::<T>().write_batch(&values, Some(&is_there), None)?;
    Ok(())
}

fn text(cell: &Cell) -> Option<ByteArray> {
    if let Cell::Text(text) = cell { Some(text.as_str().into()) } else { None }
}

fn whole(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Whole(whole) => Some(*whole),
        Cell::Moment(moment) => Some(millis(*moment)),
        _ => None,
    }
}

fn number(cell: &Cell) -> Option<f64> {
    if let Cell::Number(number) = cell { Some(*number) } else { None }
}

fn day(cell: &Cell) -> Option<i32> {
    if let Cell::Day(day) = cell { days_since_1970(*day) } else { None }
}

fn days_since_1970(day: Date) -> Option<i32> {
    let days = day.duration_since(date(1970, 1, 1)).as_secs() / SECONDS_PER_DAY;
    // There are fewer than four million days in the years that a list takes.
    i32::try_from(days).ok()
}

fn truth(cell: &Cell) -> Option<bool> {
    if let Cell::Truth(truth) = cell { Some(*truth) } else { None }
}
