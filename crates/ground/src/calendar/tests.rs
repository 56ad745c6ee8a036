//! Hand-checked cases. The expected moments were worked out on paper and checked with the zone
//! rules of another implementation (Python's zoneinfo). A test that settles one of the known
//! traps of promise clocks carries its number (C1 and so on).

use super::*;

mod clock_changes;

fn at(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}

fn calendar(text: &str) -> Calendar {
    text.parse().unwrap()
}

fn refusal(text: &str) -> &'static str {
    text.parse::<Calendar>().unwrap_err().key()
}

/// Monday to Friday 08:00-18:00 in Chicago, Christmas closed, the day before until noon.
fn office() -> Calendar {
    let draft = Draft {
        zone: "America/Chicago".to_owned(),
        hours: Week::monday_to_friday(&["08:00-18:00"]),
        shifts: BTreeMap::from([("2026-12-24".to_owned(), vec!["08:00-12:00".to_owned()])]),
        holidays: vec!["2026-12-25".to_owned()],
        ..Draft::default()
    };
    draft.check().unwrap()
}

/// The same hours on all seven days.
fn daily(zone: &str, interval: &str) -> Calendar {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| format!("\"{day}\":[\"{interval}\"]"));
    calendar(&format!("{{\"zone\":\"{zone}\",\"hours\":{{{}}}}}", days.join(",")))
}

fn hours_between(calendar: &Calendar, from: &str, to: &str) -> f64 {
    let seconds = i32::try_from(calendar.open_seconds_between(at(from), at(to))).unwrap();
    f64::from(seconds) / 3_600.0
}

#[test]
fn c01_a_deadline_at_closing_time_is_the_closing_time() {
    let monday_eight = at("2026-11-23T14:00:00Z");
    assert_eq!(office().add_open_seconds(monday_eight, 36_000), at("2026-11-24T00:00:00Z"));
    assert_eq!(office().add_open_seconds(monday_eight, 36_001), at("2026-11-24T14:00:01Z"));
}

#[test]
fn c02_outside_hours_the_time_starts_at_the_next_opening() {
    let saturday = at("2026-11-21T12:00:00Z");
    assert_eq!(office().add_open_seconds(saturday, 4 * 3_600), at("2026-11-23T18:00:00Z"));
    assert_eq!(office().next_open(saturday), at("2026-11-23T14:00:00Z"));
    assert_eq!(office().add_open_seconds(saturday, 0), saturday);
}

#[test]
fn c03_a_holiday_on_the_first_day_and_a_shift_before_it() {
    let christmas = at("2026-12-25T15:00:00Z");
    assert_eq!(office().add_open_seconds(christmas, 3_600), at("2026-12-28T15:00:00Z"));
    let eve_eleven = at("2026-12-24T17:00:00Z");
    assert_eq!(office().add_open_seconds(eve_eleven, 7_200), at("2026-12-28T15:00:00Z"));
    assert_eq!(hours_between(&office(), "2026-12-23T00:00:00Z", "2026-12-29T06:00:00Z"), 24.0);
}

#[test]
fn a_holiday_beats_a_shift_and_a_shift_opens_a_closed_day() {
    let text = r#"{"zone":"UTC","hours":{"mon":["08:00-18:00"]},
        "shifts":{"2026-11-21":["10:00-12:00"],"2026-11-22":["10:00-12:00"],"2026-11-23":[]},
        "holidays":["2026-11-22"]}"#;
    assert_eq!(hours_between(&calendar(text), "2026-11-21T00:00:00Z", "2026-11-24T00:00:00Z"), 2.0);
    assert_eq!(hours_between(&calendar(text), "2026-11-30T00:00:00Z", "2026-12-01T00:00:00Z"), 10.0);
}

#[test]
fn a_night_belongs_to_the_day_on_which_it_starts() {
    let text = r#"{"zone":"UTC","hours":{"thu":["22:00-06:00"],"fri":["22:00-06:00"]},"holidays":["2026-12-25"]}"#;
    assert_eq!(hours_between(&calendar(text), "2026-12-24T12:00:00Z", "2026-12-26T12:00:00Z"), 8.0);
    assert!(calendar(text).is_open(at("2026-12-25T05:59:59Z")));
    assert!(!calendar(text).is_open(at("2026-12-25T22:00:00Z")));
}

#[test]
fn breaks_are_cut_out_also_after_midnight_and_out_of_shifts() {
    let text = r#"{"zone":"UTC","hours":{"sun":["22:00-06:00"],"mon":["08:00-18:00"]},
        "breaks":{"mon":["02:00-02:30","12:00-13:00"]},"shifts":{"2026-11-30":["11:00-14:00"]}}"#;
    let broken = calendar(text);
    assert_eq!(hours_between(&broken, "2026-11-22T12:00:00Z", "2026-11-23T12:00:00Z"), 11.5);
    assert_eq!(hours_between(&broken, "2026-11-22T12:00:00Z", "2026-11-24T00:00:00Z"), 16.5);
    assert_eq!(hours_between(&broken, "2026-11-30T08:00:00Z", "2026-12-01T00:00:00Z"), 2.0);
    assert_eq!(broken.working_day_seconds(), 59_400 / 2);
    assert_eq!(broken.add_open_seconds(at("2026-11-23T11:59:00Z"), 120), at("2026-11-23T13:01:00Z"));
}

#[test]
fn c10_a_calendar_is_a_readable_text_and_comes_back_the_same() {
    let text = concat!(
        r#"{"zone":"America/Chicago","hours":{"mon":["08:00-18:00"],"sun":["22:00-24:00"]},"#,
        r#""breaks":{"mon":["12:00-12:30"]},"shifts":{"2026-12-24":["20:00-04:00"]},"holidays":["2026-12-25"]}"#
    );
    assert_eq!(calendar(text).to_string(), text);
    assert_eq!(serde_json::from_str::<Calendar>(text).unwrap(), calendar(text));
    assert_eq!(serde_json::to_string(&calendar(text)).unwrap(), text);
    assert_eq!(calendar(" always "), Calendar::always());
    assert_eq!(Calendar::always().to_string(), "always");
    assert_eq!(serde_json::to_string(&Calendar::always()).unwrap(), "\"always\"");
    assert!(serde_json::from_str::<Calendar>("\"always\"").unwrap().is_always());
    assert_eq!(daily("utc", "22:00-00:00"), daily("UTC", "22:00-24:00"));
}

#[test]
fn c16_always_open_counts_every_second_of_a_long_and_of_a_short_day() {
    let always = Calendar::always();
    assert_eq!(hours_between(&always, "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z"), 23.0);
    assert_eq!(always.add_open_seconds(at("2026-11-22T00:00:00Z"), 900), at("2026-11-22T00:15:00Z"));
    assert_eq!(always.working_day_seconds(), 86_400);
    assert!(always.is_open(at("2026-11-22T00:00:00Z")));
    let all_hours = daily("America/New_York", "00:00-24:00");
    assert_eq!(hours_between(&all_hours, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"), 8_760.0);
}

#[test]
fn c19_a_calendar_without_open_time_is_refused() {
    for text in [
        r#"{"zone":"UTC","hours":{}}"#,
        r#"{"zone":"UTC","hours":{"mon":["08:00-12:00"]},"breaks":{"mon":["07:00-12:00"]}}"#,
        r#"{"zone":"UTC","hours":{"sun":["23:00-01:00"]},"breaks":{"sun":["23:00-24:00"],"mon":["00:00-02:00"]}}"#,
        r#"{"zone":"UTC","hours":{},"shifts":{"2026-12-24":["08:00-12:00"]}}"#,
    ] {
        assert_eq!(refusal(text), "calendar-never-open", "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_refused_by_name() {
    let hours = |text: &str| format!("{{\"zone\":\"UTC\",\"hours\":{{\"mon\":[{text}]}}}}");
    for text in ["", "never", "[]", "{\"zone\":\"UTC\"}", r#"{"zone":"UTC","hours":{"monday":[]}}"#] {
        assert_eq!(refusal(text), "calendar-unreadable", "{text}");
    }
    for text in [
        "\"\"",
        "\"8:00-18:00\"",
        "\"08:00\"",
        "\"08:00-08:00\"",
        "\"24:00-06:00\"",
        "\"08:60-09:00\"",
        "\"08:00-24:01\"",
    ] {
        assert_eq!(refusal(&hours(text)), "calendar-interval-unreadable", "{text}");
    }
    assert_eq!(refusal(&hours("\"08:00-12:00\",\"11:59-13:00\"")), "calendar-intervals-overlap");
    assert_eq!(refusal(r#"{"zone":"Mars/Olympus","hours":{}}"#), "calendar-zone-unknown");
    assert_eq!(
        refusal(r#"{"zone":"UTC","hours":{"mon":["08:00-09:00"]},"holidays":["25/12"]}"#),
        "calendar-day-unreadable"
    );
}

#[test]
fn nights_that_run_into_the_next_day_s_hours_are_refused() {
    let sunday_into_monday = r#"{"zone":"UTC","hours":{"sun":["22:00-06:00"],"mon":["05:00-18:00"]}}"#;
    let error = sunday_into_monday.parse::<Calendar>().unwrap_err();
    assert_eq!(error, CalendarError::Overlap("22:00-06:00".to_owned(), "05:00-18:00".to_owned()));
    calendar(r#"{"zone":"UTC","hours":{"sun":["22:00-06:00"],"mon":["06:00-18:00"]}}"#);
}

#[test]
fn c21_seconds_are_kept() {
    let start = at("2026-11-23T23:59:47Z");
    assert_eq!(office().add_open_seconds(start, 20), at("2026-11-24T14:00:07Z"));
    assert_eq!(office().open_seconds_between(start, at("2026-11-24T14:00:07Z")), 20);
    assert_eq!(office().open_millis_between(start.plus_millis(250), start.plus_millis(1_000)), 750);
}

#[test]
fn c22_time_that_runs_backwards_is_no_time() {
    assert_eq!(office().open_seconds_between(at("2026-11-24T14:00:00Z"), at("2026-11-23T14:00:00Z")), 0);
    assert_eq!(Calendar::always().open_seconds_between(Moment::MAX, Moment::MIN), 0);
}

#[test]
fn two_working_days_are_the_open_seconds_of_two_days() {
    assert_eq!(office().working_day_seconds(), 36_000);
    assert_eq!(office().add_open_seconds(at("2026-11-20T20:00:00Z"), 72_000), at("2026-11-24T20:00:00Z"));
    assert_eq!(daily("UTC", "22:00-06:00").working_day_seconds(), 28_800);
}

#[test]
fn years_of_holidays_and_the_edge_of_time_end() {
    let first = Day::new(2026, 1, 1).unwrap();
    let mut draft = office().draft().unwrap();
    draft.holidays = (0..3_999).map(|days| first.plus_days(days).to_string()).collect();
    let closed = draft.check().unwrap();
    assert_eq!(closed.next_open(at("2026-01-01T00:00:00Z")), at("2036-12-15T14:00:00Z"));
    draft.holidays.push("2040-01-02".to_owned());
    assert_eq!(draft.check().unwrap_err().key(), "calendar-too-many-days");
    assert_eq!(office().add_open_seconds(Moment::MAX.plus_seconds(-60), i64::MAX), Moment::MAX);
    assert!(office().open_seconds_between(Moment::MIN, Moment::MAX) > 0);
}
