//! What stands in a Parquet file: as the library's own reader has it, and as others do.
//!
//! `reference/sample.parquet` is the list of these tests as we write it, and `reference/empty.parquet`
//! the same without a row. Others read both, and found in them what `reference/check.py` says, whose
//! header names them and their versions. As long as we write the same bytes, they still do.

use bytes::Bytes;
use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, TimeUnit, Type as PhysicalType};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

use super::{columns, long_words, moment, sample};
use crate::{Cell, Column, Format, Sheet};

const REFERENCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/reference");

pub(super) fn reader(sheet: &Sheet) -> SerializedFileReader<Bytes> {
    SerializedFileReader::new(Bytes::from(sheet.to(Format::Parquet).unwrap())).unwrap()
}

pub(super) fn read(sheet: &Sheet) -> Vec<Vec<Field>> {
    let rows = reader(sheet).get_row_iter(None).unwrap().map(Result::unwrap).collect::<Vec<_>>();
    rows.into_iter().map(|row| row.into_columns().into_iter().map(|(_, value)| value).collect()).collect()
}

#[test]
fn each_column_has_its_type_and_may_be_empty() {
    let at = LogicalType::timestamp(true, TimeUnit::MILLIS);
    let expected = [
        ("words", PhysicalType::BYTE_ARRAY, Some(LogicalType::String), ConvertedType::UTF8),
        ("count", PhysicalType::INT64, None, ConvertedType::NONE),
        ("mean", PhysicalType::DOUBLE, None, ConvertedType::NONE),
        ("notice_deadline", PhysicalType::INT32, Some(LogicalType::Date), ConvertedType::DATE),
        ("asked_at", PhysicalType::INT64, Some(at), ConvertedType::TIMESTAMP_MILLIS),
        ("is_kept", PhysicalType::BOOLEAN, None, ConvertedType::NONE),
    ];
    let reader = reader(&sample());
    let columns = reader.metadata().file_metadata().schema_descr().columns();
    assert_eq!(columns.len(), expected.len());
    for (column, (name, physical, logical, converted)) in columns.iter().zip(expected) {
        assert_eq!((column.name(), column.physical_type()), (name, physical));
        assert_eq!((column.logical_type_ref(), column.converted_type()), (logical.as_ref(), converted));
        assert_eq!(column.self_type().get_basic_info().repetition(), Repetition::OPTIONAL);
    }
    let group = reader.metadata().row_group(0);
    assert!(group.columns().iter().all(|column| column.compression() == Compression::SNAPPY));
}

#[test]
fn each_cell_is_read_again() {
    let millis = |text: &str| Field::TimestampMillis(moment(text).as_millisecond());
    let words = |text: &str| Field::Str(text.to_owned());
    let expected = [
        vec![
            words("Harbor"),
            Field::Long(12),
            Field::Double(4.25),
            Field::Date(20_783),
            millis("2026-11-26T12:34:56.789Z"),
            Field::Bool(true),
        ],
        vec![Field::Null; 6],
        vec![
            words("=HYPERLINK(\"x\"), two\nthree"),
            Field::Long(i64::MIN),
            Field::Double(-0.5),
            Field::Date(-1),
            Field::TimestampMillis(-1),
            Field::Bool(false),
        ],
        vec![
            words("one\0two"),
            Field::Long(i64::MAX),
            Field::Double(1e21),
            Field::Date(19_782),
            Field::TimestampMillis(0),
            Field::Bool(true),
        ],
        vec![
            words(&long_words()),
            Field::Long(0),
            Field::Double(1e-7),
            Field::Date(-719_162),
            Field::TimestampMillis(-62_135_596_800_000),
            Field::Bool(false),
        ],
        vec![
            words("Caf\u{e9} \u{5b88}\u{885b} \u{1f6a8}"),
            Field::Long(-1),
            Field::Double(f64::MAX),
            Field::Date(2_932_896),
            millis("9999-12-30T22:00:00.999Z"),
            Field::Null,
        ],
    ];
    assert_eq!(read(&sample()), expected);
}

#[test]
fn a_list_without_a_row_is_a_whole_file() {
    let reader = reader(&Sheet::new(columns()).unwrap());
    assert_eq!(reader.metadata().file_metadata().num_rows(), 0);
    assert_eq!(reader.metadata().file_metadata().schema_descr().num_columns(), 6);
    assert_eq!(reader.get_row_iter(None).unwrap().count(), 0);
}

#[test]
fn the_same_list_is_the_same_bytes() {
    let many = || {
        let mut sheet = Sheet::new([Column::text("words"), Column::whole("count")]).unwrap();
        for count in 0..5_000 {
            sheet.add([format!("site {}", count % 97).into(), count.into()]).unwrap();
        }
        sheet.to(Format::Parquet).unwrap()
    };
    assert_eq!(many(), many());
}

#[test]
fn it_is_what_others_read() {
    let empty = Sheet::new(columns()).unwrap();
    assert!(sample().to(Format::Parquet).unwrap() == include_bytes!("../../reference/sample.parquet"));
    assert!(empty.to(Format::Parquet).unwrap() == include_bytes!("../../reference/empty.parquet"));
}

#[test]
#[ignore = "writes the files that others are to read, before reference/check.py"]
fn write_what_others_are_to_read() {
    for (name, sheet) in [("sample", sample()), ("empty", Sheet::new(columns()).unwrap())] {
        std::fs::write(format!("{REFERENCE}/{name}.parquet"), sheet.to(Format::Parquet).unwrap()).unwrap();
    }
}

#[test]
fn cells_that_are_all_empty_keep_their_column() {
    let mut sheet = Sheet::new(columns()).unwrap();
    for _ in 0..3 {
        sheet.add([const { Cell::Empty }; 6]).unwrap();
    }
    assert_eq!(read(&sheet), vec![vec![Field::Null; 6]; 3]);
}

#[test]
#[ignore = "takes long without optimization: cargo test --release"]
fn a_hundred_thousand_rows_are_one_file() {
    let mut sheet = Sheet::new(columns()).unwrap();
    for row in rows_of_many() {
        sheet.add(row).unwrap();
    }
    for format in Format::ALL {
        let started = std::time::Instant::now();
        let length = sheet.to(format).unwrap().len();
        println!("{format:?}: {length} bytes in {:?}", started.elapsed());
    }
    assert_eq!(read(&sheet).len(), 100_000);
}

fn rows_of_many() -> impl Iterator<Item = [Cell; 6]> {
    let start = moment("2020-01-01T00:00:00Z");
    (0_i64..100_000).map(move |n| {
        let at = start + jiff::SignedDuration::from_secs(n * 977);
        let day = jiff::tz::Offset::UTC.to_datetime(at).date();
        let words = format!("What somebody wrote of the {n}th guard, in a sentence or two, with <b>markup</b>.");
        [words.into(), n.into(), (n as f64 / 7.0).into(), day.into(), at.into(), (n % 3 == 0).into()]
    })
}
