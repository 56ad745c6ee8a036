//! Whatever is written is read again.

use jiff::Timestamp;
use jiff::civil::date;
use parquet::record::Field;
use proptest::prelude::*;

use super::parquet_file::read;
use super::{columns, moment};
use crate::{Cell, Format, Sheet};

/// Words of any characters, and more often than by chance of those that matter.
fn words() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec!['"', ',', '\n', '\r', '\0', '=', '-', '\'', ' ', '\u{feff}', ';']);
    prop::collection::vec(prop_oneof![any::<char>(), odd], 0..40).prop_map(String::from_iter)
}

fn row() -> impl Strategy<Value = [Cell; 6]> {
    let first = moment("0001-01-01T00:00:00Z").as_millisecond();
    let last = moment("9999-12-30T22:00:00Z").as_millisecond();
    let day =
        (-719_162_i64..=2_932_896).prop_map(|days| date(1970, 1, 1) + jiff::SignedDuration::from_hours(24 * days));
    let at = (first..last).prop_map(|millis| Timestamp::from_millisecond(millis).unwrap());
    let number = any::<f64>().prop_filter("finite", |number| number.is_finite());
    (
        prop::option::of(words()),
        prop::option::of(any::<i64>()),
        prop::option::of(number),
        prop::option::of(day),
        prop::option::of(at),
        prop::option::of(any::<bool>()),
    )
        .prop_map(|(words, whole, number, day, at, truth)| {
            [words.into(), whole.into(), number.into(), day.into(), at.into(), truth.into()]
        })
}

fn sheet(rows: &[[Cell; 6]]) -> Sheet {
    let mut sheet = Sheet::new(columns()).unwrap();
    for row in rows {
        sheet.add(row.clone()).unwrap();
    }
    sheet
}

/// The cell that a field of CSV says, of the kind that `like` is; empty words cannot be told from none.
fn cell_of(field: &str, like: &Cell) -> Cell {
    match like {
        _ if field.is_empty() => Cell::Empty,
        Cell::Whole(_) => Cell::Whole(field.parse().unwrap()),
        Cell::Number(_) => Cell::Number(field.parse().unwrap()),
        Cell::Day(_) => Cell::Day(field.parse().unwrap()),
        Cell::Moment(_) => Cell::Moment(field.parse().unwrap()),
        Cell::Truth(_) => Cell::Truth(field.parse().unwrap()),
        Cell::Text(text) if text != field && field == format!("'{}", text.replace('\0', "\u{fffd}")) => like.clone(),
        Cell::Text(text) if text.replace('\0', "\u{fffd}") == field => like.clone(),
        Cell::Text(_) | Cell::Empty => field.into(),
    }
}

fn field_of(cell: &Cell) -> Field {
    match cell {
        Cell::Empty => Field::Null,
        Cell::Text(text) => Field::Str(text.clone()),
        Cell::Whole(whole) => Field::Long(*whole),
        Cell::Number(number) => Field::Double(*number),
        Cell::Day(day) => Field::Date((*day - date(1970, 1, 1)).get_days()),
        Cell::Moment(at) => Field::TimestampMillis(at.as_millisecond()),
        Cell::Truth(truth) => Field::Bool(*truth),
    }
}

proptest! {
    #[test]
    fn csv_is_read_again(rows in prop::collection::vec(row(), 0..20)) {
        let bytes = sheet(&rows).to(Format::Csv).unwrap();
        let records: Vec<_> = csv::Reader::from_reader(&bytes[..]).into_records().map(Result::unwrap).collect();
        prop_assert_eq!(records.len(), rows.len());
        for (record, row) in records.iter().zip(&rows) {
            prop_assert_eq!(record.len(), row.len());
            for (field, cell) in record.iter().zip(row) {
                let expected = if *cell == Cell::from("") { &Cell::Empty } else { cell };
                prop_assert_eq!(&cell_of(field, cell), expected);
            }
        }
    }

    #[test]
    fn no_words_of_csv_begin_a_formula(words in words()) {
        let mut sheet = Sheet::new([crate::Column::text("words")]).unwrap();
        sheet.add([words.into()]).unwrap();
        let bytes = sheet.to(Format::Csv).unwrap();
        let record = csv::Reader::from_reader(&bytes[..]).into_records().next().unwrap().unwrap();
        prop_assert!(!record[0].starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
        prop_assert!(!record[0].contains('\0'));
    }

    #[test]
    fn parquet_is_read_again(rows in prop::collection::vec(row(), 0..20)) {
        let expected: Vec<Vec<_>> = rows.iter().map(|row| row.iter().map(field_of).collect()).collect();
        prop_assert_eq!(read(&sheet(&rows)), expected);
    }
}
