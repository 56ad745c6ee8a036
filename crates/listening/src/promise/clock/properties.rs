//! What holds for every list of events, also for lists that make no sense.

use proptest::prelude::*;

use super::*;

const START: Moment = Moment::from_millis(1_427_500_800_000);

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        4 => Just(Kind::Started),
        4 => Just(Kind::Paused("Waiting for the client".to_owned())),
        4 => Just(Kind::Resumed),
        1 => Just(Kind::Kept),
        1 => Just(Kind::Cancelled),
    ]
}

/// Events in any order, within ten days around the Dublin clock change of 29 March 2015.
fn events() -> impl Strategy<Value = Vec<ClockEvent>> {
    let event =
        (kind(), 0..864_000_000_i64).prop_map(|(kind, millis)| ClockEvent { at: START.plus_millis(millis), kind });
    prop::collection::vec(event, 0..12)
}

fn calendar() -> impl Strategy<Value = Calendar> {
    let nights =
        r#"{"zone":"Europe/Dublin","hours":{"fri":["22:00-06:00"],"sat":["22:00-06:00"],"mon":["08:00-17:00"]}}"#;
    prop_oneof![Just(Calendar::always()), Just(nights.parse().unwrap())]
}

fn target() -> impl Strategy<Value = Target> {
    (any::<bool>(), -10..400_000_i64)
        .prop_map(|(open, seconds)| if open { Target::Open(seconds) } else { Target::Always(seconds) })
}

proptest! {
    #[test]
    fn time_used_never_shrinks_and_adds_up(events in events(), calendar in calendar(), target in target(), now in 0..1_000_000_000_i64, later in 0..1_000_000_000_i64) {
        let reading = read(&events, &calendar, target, START.plus_millis(now));
        let later = read(&events, &calendar, target, START.plus_millis(now + later));
        let (Target::Always(seconds) | Target::Open(seconds)) = target;
        prop_assert!(reading.elapsed_seconds >= 0);
        prop_assert!(later.elapsed_seconds >= reading.elapsed_seconds);
        prop_assert_eq!(reading.elapsed_seconds + reading.remaining_seconds, seconds.max(0));
    }

    #[test]
    fn a_breach_stays_where_it_was(events in events(), calendar in calendar(), target in target(), now in 0..1_000_000_000_i64, later in 0..1_000_000_000_i64) {
        let reading = read(&events, &calendar, target, START.plus_millis(now));
        let later = read(&events, &calendar, target, START.plus_millis(now + later));
        if reading.breached_at.is_some() {
            prop_assert_eq!(later.breached_at, reading.breached_at);
        }
    }

    #[test]
    fn a_promise_breaks_just_after_its_due_moment(events in events(), calendar in calendar(), target in target()) {
        let latest = events.iter().map(|event| event.at).max().unwrap_or(START);
        let reading = read(&events, &calendar, target, latest);
        if let (State::Running, Some(due_at)) = (reading.state, reading.due_at) {
            prop_assert_eq!(read(&events, &calendar, target, due_at).state, State::Running);
            let after = read(&events, &calendar, target, due_at.plus_millis(1));
            prop_assert_eq!(after.state, State::Missed { by_seconds: 0 });
            prop_assert_eq!(after.breached_at, Some(due_at));
        }
    }

    #[test]
    fn a_pause_that_ends_at_once_changes_nothing(calendar in calendar(), seconds in 0..200_000_i64, pause in 0..864_000_000_i64, now in 0..864_000_000_i64) {
        let start = ClockEvent { at: START, kind: Kind::Started };
        let pause = START.plus_millis(pause);
        let paused = ClockEvent { at: pause, kind: Kind::Paused(String::new()) };
        let resumed = ClockEvent { at: pause, kind: Kind::Resumed };
        let now = pause.plus_millis(now);
        let unpaused = read(std::slice::from_ref(&start), &calendar, Target::Open(seconds), now);
        let with = read(&[start.clone(), paused, resumed], &calendar, Target::Open(seconds), now);
        prop_assert_eq!(with.elapsed_seconds, unpaused.elapsed_seconds);
        let without = read(&[start], &calendar, Target::Open(seconds), pause);
        if without.breached_at.is_none() && without.remaining_seconds > 0 {
            prop_assert_eq!(with.due_at, without.due_at);
        }
    }

    #[test]
    fn a_pause_puts_a_wall_clock_off_by_its_length(seconds in 1..864_000_i64, used in 0..864_000_i64, waited in 0..864_000_i64) {
        let used = used % seconds;
        let pause = START.plus_seconds(used);
        let events = [(START, Kind::Started), (pause, Kind::Paused(String::new())), (pause.plus_seconds(waited), Kind::Resumed)]
            .map(|(at, kind)| ClockEvent { at, kind });
        let reading = read(&events, &Calendar::always(), Target::Always(seconds), START);
        prop_assert_eq!(reading.due_at, Some(START.plus_seconds(seconds + waited)));
    }
}
