//! Stories of one promise. The office is open Monday to Friday 08:00-18:00 in Chicago, which is
//! 14:00-24:00 UTC in winter and 13:00-23:00 UTC in summer (Chicago changed its clocks on Sunday
//! 1 November 2026 and on 8 March 2026). Monday 23 November 2026 is an ordinary working day.

use super::*;

mod pauses;

const HOUR: i64 = 3_600;

fn at(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}

fn office() -> Calendar {
    let weekdays = ["mon", "tue", "wed", "thu", "fri"].map(|day| format!("\"{day}\":[\"08:00-18:00\"]"));
    format!("{{\"zone\":\"America/Chicago\",\"hours\":{{{}}},\"holidays\":[\"2026-12-25\"]}}", weekdays.join(","))
        .parse()
        .unwrap()
}

fn started(text: &str) -> ClockEvent {
    ClockEvent { at: at(text), kind: Kind::Started }
}

fn paused(text: &str) -> ClockEvent {
    ClockEvent { at: at(text), kind: Kind::Paused("Which entrance was it?".to_owned()) }
}

fn resumed(text: &str) -> ClockEvent {
    ClockEvent { at: at(text), kind: Kind::Resumed }
}

fn kept(text: &str) -> ClockEvent {
    ClockEvent { at: at(text), kind: Kind::Kept }
}

fn cancelled(text: &str) -> ClockEvent {
    ClockEvent { at: at(text), kind: Kind::Cancelled }
}

fn open(events: &[ClockEvent], hours: i64, now: &str) -> Reading {
    read(events, &office(), Target::Open(hours * HOUR), at(now))
}

fn always(events: &[ClockEvent], hours: i64, now: &str) -> Reading {
    read(events, &office(), Target::Always(hours * HOUR), at(now))
}

#[test]
fn a_promise_runs_and_is_kept() {
    let mut events = vec![started("2026-11-23T15:00:00Z")];
    let running = open(&events, 4, "2026-11-23T16:30:00Z");
    let due_at = Some(at("2026-11-23T19:00:00Z"));
    let (elapsed_seconds, remaining_seconds) = (5_400, 9_000);
    let state = State::Running;
    assert_eq!(running, Reading { due_at, elapsed_seconds, remaining_seconds, state, breached_at: None });
    events.push(kept("2026-11-23T17:00:00Z"));
    let done = open(&events, 4, "2027-11-23T16:30:00Z");
    let (elapsed_seconds, remaining_seconds) = (7_200, 7_200);
    assert_eq!(done, Reading { due_at, elapsed_seconds, remaining_seconds, state: State::Kept, breached_at: None });
    assert_eq!(open(&[], 4, "2026-11-23T16:30:00Z").state, State::NotStarted);
    assert_eq!(open(&[], 4, "2026-11-23T16:30:00Z").due_at, None);
}

#[test]
fn c01_due_at_closing_time_is_kept_at_closing_time_and_late_in_the_night() {
    let start = started("2026-11-23T20:00:00Z");
    let at_closing = [start.clone(), kept("2026-11-24T00:00:00Z")];
    assert_eq!(open(&at_closing, 4, "2026-11-25T00:00:00Z").state, State::Kept);
    let in_the_night = [start.clone(), kept("2026-11-24T01:00:00Z")];
    let late = open(&in_the_night, 4, "2026-11-25T00:00:00Z");
    assert_eq!(late.state, State::Late { by_seconds: HOUR });
    assert_eq!((late.elapsed_seconds, late.remaining_seconds), (4 * HOUR, 0));
    assert_eq!(open(&[start], 4, "2026-11-24T00:00:00Z").state, State::Running);
}

#[test]
fn c02_c03_created_outside_hours_or_on_a_holiday() {
    let saturday = open(&[started("2026-11-21T12:00:00Z")], 4, "2026-11-22T12:00:00Z");
    assert_eq!((saturday.due_at, saturday.elapsed_seconds), (Some(at("2026-11-23T18:00:00Z")), 0));
    let christmas = open(&[started("2026-12-25T15:00:00Z")], 4, "2026-12-25T15:00:00Z");
    assert_eq!(christmas.due_at, Some(at("2026-12-28T18:00:00Z")));
}

#[test]
fn c08_reopening_starts_new_promises_and_erases_no_missed_one() {
    let missed = [started("2026-11-23T15:00:00Z"), kept("2026-11-23T20:00:00Z")];
    let first_reopening = [started("2026-11-24T15:00:00Z"), kept("2026-11-24T16:00:00Z")];
    let second_reopening = [started("2026-12-01T15:00:00Z")];
    let now = "2026-12-01T16:00:00Z";
    assert_eq!(open(&missed, 4, now).state, State::Late { by_seconds: HOUR });
    assert_eq!(open(&first_reopening, 4, now).state, State::Kept);
    assert_eq!(open(&second_reopening, 4, now).elapsed_seconds, HOUR);
    // What is written after the end changes nothing.
    let mut tampered = missed.to_vec();
    tampered.extend([started("2026-11-24T15:00:00Z"), kept("2026-11-24T15:01:00Z"), cancelled(now)]);
    assert_eq!(open(&tampered, 4, now), open(&missed, 4, now));
}

#[test]
fn c09_a_new_target_or_calendar_forgets_no_pause_and_no_second() {
    let events = [started("2026-11-23T15:00:00Z"), paused("2026-11-23T16:00:00Z"), resumed("2026-11-23T18:00:00Z")];
    let now = "2026-11-23T19:00:00Z";
    assert_eq!(open(&events, 4, now).due_at, Some(at("2026-11-23T21:00:00Z")));
    assert_eq!(open(&events, 10, now).due_at, Some(at("2026-11-24T17:00:00Z")));
    let read_always = read(&events, &Calendar::always(), Target::Open(10 * HOUR), at(now));
    assert_eq!(read_always.due_at, Some(at("2026-11-24T03:00:00Z")));
    // A sharper target that has already passed was missed when it fell due.
    let sharper = always(&events, 1, "2026-11-23T18:30:00Z");
    assert_eq!(sharper.breached_at, Some(at("2026-11-23T18:00:00Z")));
    let berlin: Calendar = r#"{"zone":"Europe/Berlin","hours":{"mon":["08:00-18:00"]}}"#.parse().unwrap();
    let moved = read(&events, &berlin, Target::Open(4 * HOUR), at(now));
    assert_eq!((moved.elapsed_seconds, moved.due_at), (HOUR, Some(at("2026-11-30T10:00:00Z"))));
}

#[test]
fn c09_the_promise_that_was_replaced_keeps_its_miss() {
    let events = [started("2026-11-23T15:00:00Z"), cancelled("2026-11-23T21:00:00Z")];
    let replaced = open(&events, 4, "2026-11-24T21:00:00Z");
    assert_eq!((replaced.state, replaced.breached_at), (State::Cancelled, Some(at("2026-11-23T19:00:00Z"))));
    assert_eq!(replaced.elapsed_seconds, 6 * HOUR);
    assert_eq!(open(&events, 8, "2026-11-24T21:00:00Z").breached_at, None);
}

#[test]
fn c10_an_edited_calendar_changes_only_promises_that_are_given_with_it() {
    let events = [started("2026-11-23T23:00:00Z")];
    let frozen = office().to_string();
    let edited: Calendar = frozen.replace("18:00", "17:00").parse().unwrap();
    let due = |calendar: &Calendar| read(&events, calendar, Target::Open(HOUR), events[0].at).due_at;
    assert_eq!(due(&frozen.parse().unwrap()), Some(at("2026-11-24T00:00:00Z")));
    assert_eq!(due(&edited), Some(at("2026-11-24T15:00:00Z")));
}

#[test]
fn c11_the_first_unanswered_message_stays_the_start() {
    let events = ["2026-11-23T15:00:00Z", "2026-11-23T16:00:00Z", "2026-11-23T18:00:00Z"].map(started);
    assert_eq!(open(&events, 4, "2026-11-23T18:00:00Z").due_at, Some(at("2026-11-23T19:00:00Z")));
}

#[test]
fn c15_a_merge_leaves_the_older_clock_alone() {
    let older = [started("2026-11-23T15:00:00Z")];
    let younger = [started("2026-11-23T17:00:00Z"), cancelled("2026-11-23T18:00:00Z")];
    let now = "2026-11-23T18:30:00Z";
    assert_eq!(open(&older, 4, now).due_at, Some(at("2026-11-23T19:00:00Z")));
    assert_eq!(open(&younger, 4, now).state, State::Cancelled);
}

#[test]
fn c16_day_and_night_count_for_the_gravest() {
    let sunday_night = [started("2026-11-22T08:00:00Z")];
    let reading = read(&sunday_night, &office(), Target::Always(900), at("2026-11-22T08:20:00Z"));
    assert_eq!(reading.state, State::Missed { by_seconds: 300 });
    assert_eq!((reading.due_at, reading.remaining_seconds), (Some(at("2026-11-22T08:15:00Z")), -300));
}

#[test]
fn c17_c18_a_night_target_over_a_clock_change() {
    let nights: Calendar =
        r#"{"zone":"America/Chicago","hours":{"sat":["22:00-06:00"],"sun":["22:00-06:00"]}}"#.parse().unwrap();
    let due = |start| read(&[started(start)], &nights, Target::Open(8 * HOUR), at(start)).due_at;
    // Spring: that night has 7 hours, the eighth is Sunday 22:00-23:00 summer time.
    assert_eq!(due("2026-03-08T04:00:00Z"), Some(at("2026-03-09T04:00:00Z")));
    // Autumn: that night has 9 hours, so the eighth ends at 05:00 winter time.
    assert_eq!(due("2026-11-01T03:00:00Z"), Some(at("2026-11-01T11:00:00Z")));
}

#[test]
fn c20_a_breach_happens_at_the_due_moment_however_late_one_looks() {
    let events = [started("2026-11-23T15:00:00Z"), paused("2026-11-24T15:00:00Z"), resumed("2026-11-25T15:00:00Z")];
    let due = Some(at("2026-11-23T19:00:00Z"));
    for now in ["2026-11-23T19:00:01Z", "2026-11-24T16:00:00Z", "2026-11-30T15:00:00Z", "2036-11-30T15:00:00Z"] {
        assert_eq!(open(&events, 4, now).breached_at, due, "{now}");
    }
    assert_eq!(open(&events[..2], 4, "2026-11-24T16:00:00Z").state, State::Paused);
    assert_eq!(open(&events, 4, "2026-11-30T15:00:00Z").due_at, due);
}

#[test]
fn c22_a_server_clock_that_steps_back_takes_nothing_away() {
    let events = [started("2026-11-23T15:00:00Z"), paused("2026-11-23T16:00:00Z"), resumed("2026-11-23T15:30:00Z")];
    let reading = open(&events, 4, "2026-11-23T14:00:00Z");
    assert_eq!((reading.elapsed_seconds, reading.state), (HOUR, State::Running));
    assert_eq!(reading.due_at, Some(at("2026-11-23T19:00:00Z")));
    let early = [started("2026-11-23T15:00:00Z"), kept("2026-11-23T14:59:00Z")];
    assert_eq!(open(&early, 4, "2026-11-23T14:59:00Z").state, State::Kept);
    assert_eq!(open(&early, 4, "2026-11-23T14:59:00Z").elapsed_seconds, 0);
}

#[test]
fn c23_the_corrected_time_of_a_device_starts_the_clock() {
    let (reported, device) = (at("2026-11-23T18:10:00Z"), at("2026-11-23T18:40:00Z"));
    let received = at("2026-11-23T15:40:00Z");
    let events = [ClockEvent { at: reported.corrected(device, received), kind: Kind::Started }];
    let reading = read(&events, &office(), Target::Open(HOUR), received);
    assert_eq!((reading.elapsed_seconds, reading.due_at), (1_800, Some(at("2026-11-23T16:10:00Z"))));
}
