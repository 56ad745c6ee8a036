//! What holds for every calendar: drawn at random, in zones whose clocks do awkward things, at
//! moments crowded around their clock changes.

use proptest::prelude::*;

use super::*;

const MINUTE_MILLIS: i64 = 60_000;
const QUARTER_MILLIS: i64 = 15 * MINUTE_MILLIS;
const DAY_MILLIS: i64 = 96 * QUARTER_MILLIS;

/// Each zone with two of its clock changes in 2015 and 2016, in UTC.
const ZONES: [(&str, [&str; 2]); 5] = [
    ("America/New_York", ["2015-03-08T07:00:00Z", "2015-11-01T06:00:00Z"]),
    ("Europe/Dublin", ["2015-03-29T01:00:00Z", "2015-10-25T01:00:00Z"]),
    ("Australia/Lord_Howe", ["2015-04-04T15:00:00Z", "2015-10-03T15:30:00Z"]),
    ("Asia/Kathmandu", ["2015-06-01T00:00:00Z", "2016-06-01T00:00:00Z"]),
    ("America/Sao_Paulo", ["2015-10-18T03:00:00Z", "2016-02-21T02:00:00Z"]),
];

/// Splits a line of the week's quarter hours into intervals of at most a day that do not overlap.
fn week() -> impl Strategy<Value = Week> {
    prop::collection::btree_set(0..7 * 96_i64, 2..24).prop_map(|quarters| {
        let minutes: Vec<i64> = quarters.into_iter().map(|quarter| quarter * 15).collect();
        let mut days: [Vec<String>; 7] = Default::default();
        for pair in minutes.chunks_exact(2).filter(|pair| pair[1] - pair[0] < 1_440) {
            let (start, end) = (pair[0] % 1_440, pair[1] % 1_440);
            let text = format!("{:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60);
            days[usize::try_from(pair[0] / 1_440).unwrap()].push(text);
        }
        let [mon, tue, wed, thu, fri, sat, sun] = days;
        Week { mon, tue, wed, thu, fri, sat, sun }
    })
}

fn days() -> impl Strategy<Value = Vec<String>> {
    let first = Day::new(2015, 1, 1).unwrap();
    prop::collection::vec((0..730_i64).prop_map(move |days| first.plus_days(days).to_string()), 0..8)
}

/// A calendar, and a moment at which it is asked.
fn asked() -> impl Strategy<Value = (Calendar, Moment)> {
    let near = -4 * DAY_MILLIS / MINUTE_MILLIS..4 * DAY_MILLIS / MINUTE_MILLIS;
    let parts = (0..ZONES.len(), 0..2_usize, week(), week(), days(), days(), near, 0..MINUTE_MILLIS);
    parts.prop_filter_map(
        "the week has no open time",
        |(zone, change, hours, breaks, holidays, shifts, minutes, millis)| {
            let (zone, changes) = ZONES[zone];
            let shifts = shifts.into_iter().map(|day| (day, vec!["05:00-09:00".to_owned(), "21:15-02:30".to_owned()]));
            let draft = Draft { zone: zone.to_owned(), hours, breaks, shifts: shifts.collect(), holidays };
            let moment = Moment::parse_rfc3339(changes[change]).unwrap().plus_millis(minutes * MINUTE_MILLIS + millis);
            Some((draft.check().ok()?, moment))
        },
    )
}

/// Up to three days, or up to two years: the walk by days and the walk by weeks.
fn distance_millis() -> impl Strategy<Value = i64> {
    prop_oneof![0..3 * DAY_MILLIS, 0..730 * DAY_MILLIS]
}

proptest! {
    #[test]
    fn adding_and_then_measuring_gives_back_the_number((calendar, from) in asked(), seconds in 0..5_000_000_i64) {
        let due = calendar.add_open_seconds(from, seconds);
        prop_assert_eq!(calendar.open_seconds_between(from, due), seconds);
        if seconds > 0 {
            // The due moment is the earliest one.
            let before = calendar.open_millis_between(from, due.plus_millis(-1));
            prop_assert_eq!(before, seconds * 1_000 - 1);
        }
    }

    #[test]
    fn measuring_and_then_adding_comes_no_later((calendar, from) in asked(), distance in distance_millis()) {
        let to = from.plus_millis(distance);
        let due = calendar.add_open_millis(from, calendar.open_millis_between(from, to));
        prop_assert!(due <= to);
        prop_assert_eq!(calendar.open_millis_between(due, to), 0);
    }

    #[test]
    fn more_time_is_never_due_earlier((calendar, from) in asked(), seconds in 0..1_000_000_i64, more in 0..100_000_i64, later in 0..DAY_MILLIS) {
        let due = calendar.add_open_seconds(from, seconds);
        prop_assert!(due <= calendar.add_open_seconds(from, seconds + more));
        prop_assert!(due <= calendar.add_open_seconds(from.plus_millis(later), seconds).max(from.plus_millis(later)));
    }

    #[test]
    fn a_longer_stretch_has_no_less_and_no_more_than_its_length((calendar, from) in asked(), first in distance_millis(), second in distance_millis()) {
        let shorter = calendar.open_millis_between(from, from.plus_millis(first.min(second)));
        let longer = calendar.open_millis_between(from, from.plus_millis(first.max(second)));
        prop_assert!(shorter <= longer);
        prop_assert!(longer - shorter <= first.max(second) - first.min(second));
    }

    #[test]
    fn the_parts_add_up_to_the_whole((calendar, a) in asked(), first in distance_millis(), second in distance_millis()) {
        let b = a.plus_millis(first);
        let c = b.plus_millis(second);
        let parts = calendar.open_millis_between(a, b) + calendar.open_millis_between(b, c);
        prop_assert_eq!(calendar.open_millis_between(a, c), parts);
    }

    #[test]
    fn a_day_is_its_open_quarter_hours((calendar, from) in asked()) {
        // In these calendars and zones everything begins and ends on a quarter of an hour.
        let from = Moment::from_millis(from.millis() - from.millis().rem_euclid(QUARTER_MILLIS));
        let quarters = (0..96).filter(|quarter| calendar.is_open(from.plus_millis(quarter * QUARTER_MILLIS))).count();
        let measured = calendar.open_millis_between(from, from.plus_millis(DAY_MILLIS)) / QUARTER_MILLIS;
        prop_assert_eq!(measured, i64::try_from(quarters).unwrap());
    }

    #[test]
    fn weeks_at_once_are_the_same_as_day_after_day((calendar, from) in asked(), days in 0..400_i64) {
        let day = |days: i64| from.plus_millis(days * DAY_MILLIS);
        let by_days: i64 = (0..days).map(|number| calendar.open_millis_between(day(number), day(number + 1))).sum();
        prop_assert_eq!(calendar.open_millis_between(from, day(days)), by_days);
    }

    #[test]
    fn the_next_opening_is_open_and_nothing_before_it_is((calendar, from) in asked()) {
        let opening = calendar.next_open(from);
        prop_assert!(calendar.is_open(opening));
        prop_assert_eq!(calendar.open_millis_between(from, opening), 0);
        prop_assert_eq!(calendar.is_open(from), opening == from);
    }

    #[test]
    fn the_text_comes_back_as_the_same_calendar((calendar, _) in asked()) {
        prop_assert_eq!(calendar.to_string().parse::<Calendar>().unwrap(), calendar);
    }
}
