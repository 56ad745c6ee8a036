//! What no list takes, and that the list is then as it was.

use jiff::civil::date;

use super::{columns, moment, rows, sample};
use crate::{Cell, Column, Error, Format, Kind, Sheet};

#[test]
fn a_list_has_columns_that_can_be_told_apart() {
    assert!(matches!(Sheet::new([]), Err(Error::NoColumn)));
    let twice = Sheet::new([Column::text("site"), Column::whole("answers"), Column::day("site")]);
    assert!(matches!(twice, Err(Error::NameTwice(name)) if name == "site"));
    for name in ["", "Site", "1st", "_x", "a b", "a-b", "=x", "caf\u{e9}", "a\0", "a.b"] {
        assert!(matches!(Sheet::new([Column::text(name)]), Err(Error::Name(refused)) if refused == name), "{name:?}");
    }
    assert!(Sheet::new([Column::text("told_why_2")]).is_ok());
}

#[test]
fn a_row_is_as_long_as_there_are_columns() {
    let mut sheet = Sheet::new(columns()).unwrap();
    for length in [0, 5, 7, 12] {
        let refused = sheet.add(vec![Cell::Empty; length]);
        assert!(matches!(refused, Err(Error::Length { cells, columns: 6 }) if cells == length), "{length}");
    }
}

#[test]
fn a_cell_is_of_its_columns_kind_or_empty() {
    let row = rows().swap_remove(0);
    for (place, column) in columns().into_iter().enumerate() {
        let mut sheet = Sheet::new([column]).unwrap();
        for (other, cell) in row.clone().into_iter().enumerate() {
            assert_eq!(sheet.add([cell]).is_ok(), place == other, "{place} {other}");
        }
        sheet.add([Cell::Empty]).unwrap();
    }
    let mut sheet = Sheet::new([Column::number("mean")]).unwrap();
    let refused = sheet.add([3.into()]).unwrap_err();
    assert!(matches!(refused, Error::WrongKind { expected: Kind::Number, found: Kind::Whole, .. }));
    assert_eq!(refused.to_string(), "column mean is Number, and a cell of it Whole");
}

#[test]
fn a_number_is_finite_and_a_year_has_four_digits() {
    let mut numbers = Sheet::new([Column::number("mean")]).unwrap();
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(matches!(numbers.add([number.into()]), Err(Error::NotFinite(name)) if name == "mean"));
    }
    let mut days = Sheet::new([Column::day("day")]).unwrap();
    for day in [date(0, 12, 31), date(-1, 1, 1), jiff::civil::Date::MIN] {
        assert!(matches!(days.add([day.into()]), Err(Error::Year(_))), "{day}");
    }
    let mut moments = Sheet::new([Column::moment("at")]).unwrap();
    for at in [jiff::Timestamp::MIN, moment("0000-12-31T23:59:59.999999999Z")] {
        assert!(matches!(moments.add([at.into()]), Err(Error::Year(_))), "{at}");
    }
}

#[test]
fn a_refused_row_leaves_the_list_as_it_was() {
    let mut sheet = sample();
    let mut row = rows().swap_remove(0);
    row[5] = "yes".into();
    sheet.add(row).unwrap_err();
    assert_eq!(sheet, sample());
}

#[test]
fn a_refusal_does_not_repeat_what_somebody_wrote() {
    let refused = Sheet::new([Column::whole("count")]).unwrap().add(["The guard slept.".into()]).unwrap_err();
    assert!(!format!("{refused} {refused:?}").contains("slept"));
}

#[test]
fn a_format_is_known_by_the_end_of_a_name() {
    for format in Format::ALL {
        assert_eq!(Format::of_extension(format.extension()), Some(format));
    }
    assert_eq!(Format::of_extension("xlsx"), None);
}
