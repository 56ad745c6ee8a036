//! What stands in a CSV file, letter by letter.

use super::{columns, long_words, moment, sample};
use crate::{Cell, Column, Format, Sheet};

fn text(sheet: &Sheet) -> String {
    String::from_utf8(sheet.to(Format::Csv).unwrap()).unwrap()
}

fn cell(column: Column, cell: impl Into<Cell>) -> String {
    let mut sheet = Sheet::new([column, Column::whole("n")]).unwrap();
    sheet.add([cell.into(), Cell::Empty]).unwrap();
    text(&sheet).strip_prefix("x,n\r\n").unwrap().strip_suffix(",\r\n").unwrap().to_owned()
}

#[test]
fn a_list_is_a_line_of_names_and_a_line_for_each_row() {
    let long = long_words().replace('"', "\"\"");
    let biggest = format!("{}", f64::MAX);
    let expected = [
        "words,count,mean,notice_deadline,asked_at,is_kept",
        "Harbor,12,4.25,2026-11-26,2026-11-26T12:34:56.789Z,true",
        ",,,,,",
        "\"'=HYPERLINK(\"\"x\"\"), two\nthree\",-9223372036854775808,-0.5,1969-12-31,1969-12-31T23:59:59.999Z,false",
        "one\u{fffd}two,9223372036854775807,1000000000000000000000,2024-02-29,1970-01-01T00:00:00.000Z,true",
        &format!("\"{long}\",0,0.0000001,0001-01-01,0001-01-01T00:00:00.000Z,false"),
        &format!("Caf\u{e9} \u{5b88}\u{885b} \u{1f6a8},-1,{biggest},9999-12-31,9999-12-30T22:00:00.999Z,"),
        "",
    ];
    assert_eq!(text(&sample()), expected.join("\r\n"));
}

#[test]
fn a_list_without_a_row_still_says_its_names() {
    assert_eq!(text(&Sheet::new(columns()).unwrap()), "words,count,mean,notice_deadline,asked_at,is_kept\r\n");
}

#[test]
fn a_row_of_one_empty_cell_is_no_empty_line() {
    let mut sheet = Sheet::new([Column::text("words")]).unwrap();
    sheet.add([Cell::Empty]).unwrap();
    assert_eq!(text(&sheet), "words\r\n\"\"\r\n");
}

#[test]
fn no_words_are_a_formula() {
    for (words, written) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "\"'\r=1\""),
        ("\n=1", "\"'\n=1\""),
        ("\u{ff1d}1", "'\u{ff1d}1"),
        ("\u{ff0b}1", "'\u{ff0b}1"),
        ("\u{ff0d}1", "'\u{ff0d}1"),
        ("\u{ff20}x", "'\u{ff20}x"),
        ("1=1", "1=1"),
        ("", ""),
        ("'=1", "'=1"),
    ] {
        assert_eq!(cell(Column::text("x"), words), written);
    }
}

#[test]
fn a_number_stays_a_number() {
    assert_eq!(cell(Column::whole("x"), -3), "-3");
    for (number, written) in [(-3.5, "-3.5"), (3.0, "3"), (0.1 + 0.2, "0.30000000000000004"), (-0.0, "-0")] {
        assert_eq!(cell(Column::number("x"), number), written);
    }
    assert!(!cell(Column::number("x"), f64::MIN_POSITIVE).contains('e'));
}

#[test]
fn a_moment_is_cut_off_towards_the_past() {
    for (at, written) in [
        ("1969-12-31T23:59:59.9999Z", "1969-12-31T23:59:59.999Z"),
        ("1969-12-31T23:59:59.0001Z", "1969-12-31T23:59:59.000Z"),
        ("1969-12-31T23:59:58Z", "1969-12-31T23:59:58.000Z"),
        ("1970-01-01T00:00:00.0009Z", "1970-01-01T00:00:00.000Z"),
        ("2026-03-29T02:30:00+02:00", "2026-03-29T00:30:00.000Z"),
    ] {
        assert_eq!(cell(Column::moment("x"), moment(at)), written);
    }
}
