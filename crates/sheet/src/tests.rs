//! Every refusal, and what both formats hold, for an ordinary list and for an odd one.

mod comma_separated;
mod parquet_file;
mod properties;
mod refusals;

use jiff::Timestamp;
use jiff::civil::date;

use crate::{Cell, Column, Sheet};

fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn columns() -> [Column; 6] {
    [
        Column::text("words"),
        Column::whole("count"),
        Column::number("mean"),
        Column::day("notice_deadline"),
        Column::moment("asked_at"),
        Column::truth("is_kept"),
    ]
}

/// Words as long as a long message, with markup in them.
fn long_words() -> String {
    "<b onclick=\"x()\">&amp;</b>, ".chars().cycle().take(20_000).collect()
}

/// What is ordinary, and the edge of each kind.
fn rows() -> Vec<[Cell; 6]> {
    let (first_day, last_day) = (date(1, 1, 1), date(9999, 12, 31));
    let (first, last) = (moment("0001-01-01T00:00:00Z"), moment("9999-12-30T22:00:00.999Z"));
    let (ordinary, before) = (moment("2026-11-26T12:34:56.789999Z"), moment("1969-12-31T23:59:59.9994Z"));
    let formula = "=HYPERLINK(\"x\"), two\nthree";
    let other_scripts = "Caf\u{e9} \u{5b88}\u{885b} \u{1f6a8}";
    vec![
        ["Harbor".into(), 12.into(), 4.25.into(), date(2026, 11, 26).into(), ordinary.into(), true.into()],
        [const { Cell::Empty }; 6],
        [formula.into(), i64::MIN.into(), (-0.5).into(), date(1969, 12, 31).into(), before.into(), false.into()],
        [
            "one\0two".into(),
            i64::MAX.into(),
            1e21.into(),
            date(2024, 2, 29).into(),
            Timestamp::UNIX_EPOCH.into(),
            true.into(),
        ],
        [long_words().into(), 0.into(), 1e-7.into(), first_day.into(), first.into(), false.into()],
        [other_scripts.into(), (-1).into(), f64::MAX.into(), last_day.into(), last.into(), Cell::Empty],
    ]
}

fn sample() -> Sheet {
    let mut sheet = Sheet::new(columns()).unwrap();
    for row in rows() {
        sheet.add(row).unwrap();
    }
    sheet
}
