//! Promises that wait for the client.

use super::*;

#[test]
fn c04_pauses_across_midnight_a_weekend_and_a_clock_change() {
    // One hour used on Monday; the pause ends on Tuesday at 09:00, one hour after opening.
    let night = [started("2026-11-23T15:00:00Z"), paused("2026-11-23T16:00:00Z"), resumed("2026-11-24T15:00:00Z")];
    assert_eq!(open(&night, 4, "2026-11-24T15:30:00Z").due_at, Some(at("2026-11-24T18:00:00Z")));
    assert_eq!(open(&night, 4, "2026-11-24T15:30:00Z").elapsed_seconds, 5_400);
    assert_eq!(always(&night, 4, "2026-11-24T15:30:00Z").due_at, Some(at("2026-11-24T18:00:00Z")));
    // From Friday 17:00 summer time over the clock change until Monday 09:00 winter time.
    let weekend = [started("2026-10-30T21:00:00Z"), paused("2026-10-30T22:00:00Z"), resumed("2026-11-02T15:00:00Z")];
    assert_eq!(open(&weekend, 4, "2026-11-02T15:00:00Z").due_at, Some(at("2026-11-02T18:00:00Z")));
    // The pause ends on Saturday: the three hours that are left begin on Monday at 08:00.
    let spring = [started("2026-03-06T23:00:00Z"), paused("2026-03-07T00:00:00Z"), resumed("2026-03-07T12:00:00Z")];
    assert_eq!(open(&spring, 4, "2026-03-07T12:00:00Z").due_at, Some(at("2026-03-09T16:00:00Z")));
    assert_eq!(always(&spring, 48, "2026-03-07T12:00:00Z").due_at, Some(at("2026-03-09T11:00:00Z")));
}

#[test]
fn c05_nobody_knows_the_due_time_while_a_pause_is_open() {
    let events = [started("2026-11-23T15:00:00Z"), paused("2026-11-23T16:00:00Z")];
    for now in ["2026-11-23T16:00:00Z", "2027-11-23T16:00:00Z"] {
        let reading = open(&events, 4, now);
        assert_eq!((reading.state, reading.due_at, reading.breached_at), (State::Paused, None, None));
        assert_eq!((reading.elapsed_seconds, reading.remaining_seconds), (HOUR, 3 * HOUR));
    }
}

#[test]
fn c06_created_already_paused() {
    let mut events = vec![started("2026-11-23T15:00:00Z"), paused("2026-11-23T15:00:00Z")];
    assert_eq!(open(&events, 4, "2026-11-24T15:00:00Z").elapsed_seconds, 0);
    events.push(resumed("2026-11-24T15:00:00Z"));
    assert_eq!(open(&events, 4, "2026-11-24T15:00:00Z").due_at, Some(at("2026-11-24T19:00:00Z")));
}

#[test]
fn c07_from_paused_to_kept_in_one_step() {
    let events = [started("2026-11-23T15:00:00Z"), paused("2026-11-23T16:00:00Z"), kept("2026-11-30T16:00:00Z")];
    let reading = open(&events, 4, "2026-12-01T00:00:00Z");
    assert_eq!((reading.state, reading.elapsed_seconds, reading.breached_at), (State::Kept, HOUR, None));
}

#[test]
fn c21_seconds_are_kept_over_many_pauses() {
    let start = at("2026-11-23T15:00:00Z");
    let mut events = vec![ClockEvent { at: start, kind: Kind::Started }];
    // Runs 1.5 seconds, waits 0.5 seconds, a hundred times over.
    for turn in 0..100 {
        let pause = start.plus_millis(turn * 2_000 + 1_500);
        events.push(ClockEvent { at: pause, kind: Kind::Paused(String::new()) });
        events.push(ClockEvent { at: pause.plus_millis(500), kind: Kind::Resumed });
    }
    let reading = read(&events, &office(), Target::Open(151), start.plus_seconds(200));
    assert_eq!((reading.elapsed_seconds, reading.due_at), (150, Some(start.plus_seconds(201))));
}
