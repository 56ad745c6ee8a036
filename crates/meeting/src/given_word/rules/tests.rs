use proptest::prelude::*;

use super::*;

const ZONE: &str = "America/Chicago";

fn given(at: Moment, due_at: Moment) -> GivenWord {
    GivenWord {
        id: Id::fresh(),
        site_id: Id::known("gate"),
        interaction_id: Id::known("talk"),
        holder_id: Id::known("omar"),
        contact_id: None,
        to_name: None,
        words: "I will ask about the lamp.".to_owned(),
        given_at: at,
        due_at,
        asks_at: Some(asks_at(at, due_at)),
        tells_at: Some(due_at),
        kept_at: None,
        released_at: None,
        how: None,
        version: 0,
    }
}

proptest! {
    #[test]
    fn it_is_due_after_it_was_given_and_asked_about_between(
        millis in 1_600_000_000_000_i64..1_900_000_000_000, due in 0_usize..3,
    ) {
        let at = Moment::from_millis(millis);
        let due_at = end_of(Due::ALL[due], at, ZONE);
        prop_assert!(due_at > at);
        let asks = asks_at(at, due_at);
        prop_assert!(asks >= at && asks <= due_at);
        if due_at.seconds_since(at) >= 3_600 {
            prop_assert!(due_at.seconds_since(asks) >= 3_600);
        }
    }

    #[test]
    fn it_is_late_from_the_moment_it_is_due_while_it_is_open(after in -10_000_i64..10_000, end in 0..3) {
        let at = Moment::from_millis(1_800_000_000_000);
        let word = given(at, at.plus_seconds(20_000));
        let word = match end {
            1 => word.kept(0, "Done.", at).unwrap(),
            2 => word.released(0, "It cannot be done.", at).unwrap(),
            _ => word,
        };
        prop_assert_eq!(word.is_late(word.due_at.plus_seconds(after)), end == 0 && after >= 0);
    }
}

#[test]
fn the_end_of_a_day_is_midnight_at_the_site() {
    let at = Moment::parse_local("2026-11-22T23:50", ZONE).unwrap();
    for (due, expected) in [(Due::Today, "2026-11-23T00:00"), (Due::Tomorrow, "2026-11-24T00:00")] {
        assert_eq!(end_of(due, at, ZONE), Moment::parse_local(expected, ZONE).unwrap());
    }
}

#[test]
fn it_ends_once_and_not_over_a_change() {
    let at = Moment::from_millis(1_800_000_000_000);
    let word = given(at, at.plus_seconds(60));
    assert!(word.clone().kept(1, "Done.", at).is_err(), "somebody changed it meanwhile");
    let kept = word.kept(0, "Done.", at).unwrap();
    assert!(kept.asks_at.is_none() && kept.tells_at.is_none());
    assert!(kept.clone().released(0, "No.", at).is_err());
    assert!(kept.handed_over(0, &Id::known("sam")).is_err());
}
