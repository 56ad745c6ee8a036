use ground::Moment;
use proptest::prelude::*;

use super::*;

fn read(week: &str, days: &str) -> Result<Calendar, Wrong> {
    Hours { week: week.to_owned(), days: days.to_owned() }.read("America/Chicago")
}

fn wrong(week: &str, days: &str) -> (&'static str, &'static str) {
    match read(week, days).unwrap_err() {
        Wrong { week: Some(refusal), days: None } => ("week", refusal.key),
        Wrong { week: None, days: Some(refusal) } => ("days", refusal.key),
        other => panic!("{other:?}"),
    }
}

fn at(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}

#[test]
fn always_is_said_in_each_language() {
    for word in ["always", " Always ", "siempre", "24/7"] {
        assert!(read(word, "").unwrap().is_always(), "{word}");
    }
    assert_eq!(wrong("always", "2026-12-25"), ("days", "hours-always-differ"));
}

#[test]
fn a_week_is_read_as_it_is_meant() {
    let calendar = read("mon-fri 07:00-19:00; sat 09:00-14:00", "").unwrap();
    // 23 November 2026 is a Monday; Chicago is six hours behind UTC.
    assert!(calendar.is_open(at("2026-11-23T13:00:00Z")) && !calendar.is_open(at("2026-11-23T12:59:00Z")));
    assert!(calendar.is_open(at("2026-11-28T19:59:00Z")) && !calendar.is_open(at("2026-11-28T20:00:00Z")));
    assert!(!calendar.is_open(at("2026-11-29T18:00:00Z")));
}

#[test]
fn small_differences_of_writing_do_not_matter() {
    let calendar = read("mon-wed,fri 08:00-12:00,13:00-18:00", "").unwrap();
    for week in [
        "Mon - Wed, Fri 8:00-12:00, 13:00 - 18:00",
        "mon\u{2013}wed 08:00\u{2013}12:00, 13:00-18:00\nfri 08:00-12:00,13:00-18:00;",
        "lun-mi\u{e9}, vie 8:00-12:00, 13:00-18:00",
    ] {
        assert_eq!(read(week, "").unwrap(), calendar, "{week}");
    }
}

#[test]
fn a_span_of_days_may_pass_the_weekend_and_hours_may_pass_midnight() {
    let calendar = read("sat-mon 22:00-06:00", "").unwrap();
    assert!(calendar.is_open(at("2026-11-24T11:59:00Z")), "the night from Monday to Tuesday");
    assert!(!calendar.is_open(at("2026-11-25T11:59:00Z")));
}

#[test]
fn days_that_differ_are_closed_or_have_hours_of_their_own() {
    let days = ["2026-12-25\n2026-12-24 08:00-10:00, 11:00-12:00", "2026-12-24 8:00-10:00,11:00-12:00; 2026-12-25"];
    for days in days {
        let calendar = read("mon-fri 07:00-19:00", days).unwrap();
        assert!(!calendar.is_open(at("2026-12-25T16:00:00Z")), "{days}");
        assert!(calendar.is_open(at("2026-12-24T17:30:00Z")) && !calendar.is_open(at("2026-12-24T16:30:00Z")));
    }
}

#[test]
fn what_is_wrong_is_said_where_it_stands() {
    assert_eq!(wrong("", ""), ("week", "calendar-never-open"));
    assert_eq!(wrong("whenever", ""), ("week", "calendar-unreadable"));
    assert_eq!(wrong("moon-fri 08:00-12:00", ""), ("week", "hours-weekday"));
    assert_eq!(wrong("mon 8-12", ""), ("week", "calendar-interval-unreadable"));
    assert_eq!(wrong("mon 08:00-12:00; mon 11:00-13:00", ""), ("week", "calendar-intervals-overlap"));
    assert_eq!(wrong("mon 08:00-12:00", "25 December"), ("days", "calendar-day-unreadable"));
    assert_eq!(wrong("mon 08:00-12:00", "08:00-12:00"), ("days", "calendar-day-unreadable"));
    assert_eq!(wrong("mon 08:00-12:00", "2026-02-30"), ("days", "calendar-day-unreadable"));
    assert_eq!(wrong("mon 08:00-12:00", "2026-12-24 08:00-99:00"), ("days", "calendar-interval-unreadable"));
    let both = read("mon 8-12", "Christmas").unwrap_err();
    assert!(both.week.is_some() && both.days.is_some());
    let days = (0..4_001).map(|day| format!("{} ", ground::Day::new(2026, 1, 1).unwrap().plus_days(day)));
    assert_eq!(wrong("mon 08:00-12:00", &days.collect::<String>()), ("days", "calendar-too-many-days"));
}

#[test]
fn a_calendar_is_written_as_people_write_it() {
    let calendar = read("mon,tue,wed 8:00-12:00; thu 8:00-12:00; sat-sun 09:00-24:00", "2026-12-25").unwrap();
    let english = Hours::of(&calendar, Language::English);
    assert_eq!(english.week, "mon-thu 08:00-12:00; sat-sun 09:00-24:00");
    assert_eq!(english.days, "2026-12-25");
    assert_eq!(Hours::of(&calendar, Language::Spanish).week, "lun-jue 08:00-12:00; sab-dom 09:00-24:00");
    assert_eq!(Hours::of(&Calendar::always(), Language::Spanish).week, "siempre");
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(
        open in proptest::collection::vec(proptest::option::of((0_i64..12, 1_i64..12)), 7),
        closed in proptest::collection::btree_set(1_i8..28, 0..4),
        short in proptest::collection::btree_set(1_i8..28, 0..4),
        spanish in any::<bool>(),
    ) {
        let intervals = |hours: &Option<(i64, i64)>| {
            hours.iter().map(|(from, length)| format!("{from:02}:00-{:02}:30", from + length)).collect::<Vec<_>>()
        };
        let days: Vec<Vec<String>> = open.iter().map(intervals).collect();
        let [mon, tue, wed, thu, fri, sat, sun] = <[Vec<String>; 7]>::try_from(days).unwrap();
        let date = |day: &i8| format!("2026-12-{day:02}");
        let draft = Draft {
            zone: "America/Chicago".to_owned(),
            hours: Week { mon, tue, wed, thu, fri, sat, sun },
            shifts: short.difference(&closed).map(|day| (date(day), vec!["08:00-10:00".to_owned()])).collect(),
            holidays: closed.iter().map(date).collect(),
            ..Draft::default()
        };
        let language = if spanish { Language::Spanish } else { Language::English };
        if let Ok(calendar) = draft.check() {
            prop_assert_eq!(Hours::of(&calendar, language).read("America/Chicago").unwrap(), calendar);
        }
    }

    #[test]
    fn no_text_breaks_the_reader(week in "\\PC{0,60}", days in "\\PC{0,60}") {
        let _ = read(&week, &days);
    }
}
