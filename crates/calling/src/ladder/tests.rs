//! What a ladder promises, for every promise and every ladder that may be typed.

use agreement::contract::Severity;
use ground::calendar::Calendar;
use ground::{Fields, Moment};
use proptest::prelude::*;

use super::usual::{AGAIN, AGAIN_SECONDS, usual};
use super::*;

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;

/// Monday, 10:00 in Chicago.
fn given_at() -> Moment {
    Moment::parse_rfc3339("2026-11-23T16:00:00Z").unwrap()
}

/// A promise that is due so many seconds after it was given.
fn due_after(seconds: i64) -> Times {
    Times { given_at: given_at(), due_at: Some(given_at().plus_seconds(seconds)) }
}

/// A site that is open from 08:00 to 18:00 on two days of the week.
fn calendar() -> Calendar {
    let week = r#"{"zone":"America/Chicago","hours":{"mon":["08:00-18:00"],"tue":["08:00-18:00"]}}"#;
    week.parse().unwrap()
}

/// When the rung after so many is reached, in seconds after the promise was given.
fn reached(ladder: &Ladder, which: (Severity, Step), climbed: i64, times: Times) -> Option<i64> {
    ladder.rung_at(which, climbed, times, &calendar()).map(|at| at.seconds_since(given_at()))
}

const GRAVE: (Severity, Step) = (Severity::S1, Step::Acknowledge);

#[test]
fn the_usual_ladders_may_be_typed_and_come_back_from_what_rows_keep() {
    for severity in Severity::ALL {
        for step in Step::ALL {
            let rungs = usual(*severity, *step);
            assert_eq!(check(*severity, *step, rungs), Ok(()), "{severity:?} {step:?}");
            let mut fields = form::shown(rungs);
            assert_eq!(form::read(&mut fields, *severity, *step).as_deref(), Some(rungs), "{severity:?} {step:?}");
            let texts: Vec<String> = rungs.iter().map(Rung::text).collect();
            let read: Option<Vec<Rung>> = texts.iter().map(|text| Rung::parse(text)).collect();
            assert_eq!(read.as_deref(), Some(rungs));
        }
    }
    for wrong in ["", "owner", "owner after_given 0", "owner after_given 0 push x", "king after_given 0 push"] {
        assert_eq!(Rung::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn the_gravest_is_pushed_at_once_written_two_minutes_later_and_goes_up_every_five() {
    let usual = Ladder::default();
    let rungs: Vec<_> = (0..8)
        .map(|climbed| {
            let rung = usual.rung(GRAVE.0, GRAVE.1, climbed).unwrap();
            (reached(&usual, GRAVE, climbed, due_after(15 * MINUTE)).unwrap() / MINUTE, rung.whom, rung.by)
        })
        .collect();
    let expected = [
        (0, Whom::Owner, Way::Push),
        (0, Whom::Supervisors, Way::Push),
        (2, Whom::Owner, Way::Letter),
        (2, Whom::Supervisors, Way::Letter),
        (5, Whom::AccountManagers, Way::Push),
        (7, Whom::AccountManagers, Way::Letter),
        (10, Whom::Administrators, Way::Push),
        (12, Whom::Administrators, Way::Letter),
    ];
    assert_eq!(rungs, expected);
}

#[test]
fn a_grave_concern_is_told_until_somebody_acknowledges_it_on_any_ladder() {
    let short = vec![Rung { whom: Whom::Owner, point: Point::AfterGiven, seconds: 0, by: Way::Letter }];
    for ladder in [Ladder::default(), Ladder::default().with(GRAVE.0, GRAVE.1, short)] {
        let at = |climbed| reached(&ladder, GRAVE, climbed, due_after(15 * MINUTE)).unwrap();
        assert!((0..500).map(at).is_sorted());
        let round = i64::try_from(AGAIN.len()).unwrap();
        assert_eq!(at(499 + round) - at(499), AGAIN_SECONDS);
        assert!((20..20 + round).all(|climbed| ladder.rung(GRAVE.0, GRAVE.1, climbed).is_some()));
    }
    assert_eq!(Ladder::default().rung(Severity::S2, Step::Acknowledge, 500), None);
    assert_eq!(reached(&Ladder::default(), (Severity::S2, Step::Acknowledge), 500, due_after(HOUR)), None);
}

#[test]
fn nobody_is_woken_for_a_shortfall() {
    let (usual, which) = (Ladder::default(), (Severity::S3, Step::Answer));
    assert_eq!(usual.rung(which.0, which.1, 3).unwrap().whom, Whom::AccountManagers);
    // It is due on Monday at 16:00: two open hours are left, and six more end on Tuesday at 14:00.
    assert_eq!(reached(&usual, which, 3, due_after(6 * HOUR)), Some(28 * HOUR));
    assert!(usual.rungs(which.0, which.1).iter().all(|rung| rung.by == Way::Letter));
}

#[test]
fn a_warning_is_not_older_than_its_promise_and_waits_with_it() {
    let (usual, which) = (Ladder::default(), (Severity::S3, Step::Answer));
    assert_eq!(reached(&usual, which, 0, due_after(60)), Some(0));
    let waits = Times { given_at: given_at(), due_at: None };
    assert_eq!(reached(&usual, which, 0, waits), None);
    assert_eq!(reached(&usual, GRAVE, 0, waits), Some(0), "what is counted from the beginning does not wait");
}

#[test]
fn what_makes_no_ladder_is_refused_where_it_is_wrong() {
    let rung = |text: &str| Rung::parse(text).unwrap();
    let check = |which: (Severity, Step), texts: &[&str]| {
        let rungs: Vec<Rung> = texts.iter().map(|text| rung(text)).collect();
        check(which.0, which.1, &rungs).map_err(|(at, refusal)| (at, refusal.key))
    };
    let everyday = (Severity::S3, Step::Answer);
    let long = vec!["owner after_due 0 push"; MOST_RUNGS + 1];
    for (which, texts, expected) in [
        (everyday, &[][..], Ok(())),
        (GRAVE, &[], Err((0, "ladder-grave-at-once"))),
        (GRAVE, &["owner after_given 60 push"], Err((0, "ladder-grave-at-once"))),
        (GRAVE, &["owner after_due 0 push"], Err((0, "ladder-grave-at-once"))),
        (GRAVE, &["owner after_given 0 letter"], Ok(())),
        (everyday, &["owner before_due 60 push", "owner before_due 120 push"], Err((1, "ladder-order"))),
        (everyday, &["owner before_due 120 push", "owner before_due 60 push"], Ok(())),
        (everyday, &["owner after_due 60 push", "owner after_due 0 push"], Err((1, "ladder-order"))),
        (everyday, &["owner after_due 0 push", "owner before_due 60 push"], Err((1, "ladder-order"))),
        (everyday, &["owner after_due 120 push", "owner open_after_due 60 push"], Err((1, "ladder-order"))),
        (everyday, &["owner open_after_due 60 push", "owner after_due 120 push"], Err((1, "ladder-order"))),
        (everyday, &long, Err((MOST_RUNGS, "ladder-too-long"))),
    ] {
        assert_eq!(check(which, texts), expected, "{texts:?}");
    }
}

#[test]
fn a_row_that_is_wrong_says_so_beside_its_field_and_an_empty_one_is_left_out() {
    let typed = |fields: &[(&str, &str)]| {
        fields.iter().fold(Fields::default(), |fields, (name, value)| fields.set(name, *value))
    };
    let row = [("whom_3", "owner"), ("minutes_3", ""), ("point_3", "after_due"), ("by_3", "push")];
    let read = form::read(&mut typed(&row), Severity::S3, Step::Answer).unwrap();
    assert_eq!(read.iter().map(Rung::text).collect::<Vec<_>>(), ["owner after_due 0 push"]);
    assert_eq!(form::read(&mut typed(&[]), Severity::S3, Step::Answer), Some(Vec::new()), "nobody is called");
    for (field, value, key) in [
        ("whom_3", "king", "field-choose"),
        ("minutes_3", "soon", "field-number"),
        ("minutes_3", "-1", "field-number"),
        ("minutes_3", "999999", "field-number"),
        ("point_3", "", "field-choose"),
        ("by_3", "pigeon", "field-choose"),
    ] {
        let mut fields = typed(&row);
        fields.put(field, value);
        assert_eq!(form::read(&mut fields, Severity::S3, Step::Answer), None, "{field} {value}");
        assert_eq!(fields.problem(field).map(|refusal| refusal.key), Some(key));
    }
    let mut fields = typed(&row);
    assert_eq!(form::read(&mut fields, Severity::S1, Step::Acknowledge), None);
    assert_eq!(fields.problem("minutes_3").map(|refusal| refusal.key), Some("ladder-grave-at-once"));
}

fn rungs() -> impl Strategy<Value = Vec<Rung>> {
    let one = (
        proptest::sample::select(Whom::ALL.to_vec()),
        proptest::sample::select(Point::ALL.to_vec()),
        0i64..2_000,
        proptest::sample::select(Way::ALL.to_vec()),
    );
    let rung = one.prop_map(|(whom, point, minutes, by)| Rung { whom, point, seconds: minutes * MINUTE, by });
    proptest::collection::vec(rung, 0..8).prop_map(|mut rungs| {
        rungs.sort_by_key(|rung| {
            (rung.point, if rung.point == Point::BeforeDue { -rung.seconds } else { rung.seconds })
        });
        rungs
    })
}

proptest! {
    /// However long a promise is: a ladder that may be kept is climbed in the order of time, each
    /// rung once, none before its own time, and all of them in the end.
    #[test]
    fn rungs_are_climbed_in_the_order_of_time(rungs in rungs(), minutes in 1i64..5_000) {
        let which = (Severity::S2, Step::Answer);
        prop_assume!(check(which.0, which.1, &rungs).is_ok());
        let count = i64::try_from(rungs.len()).unwrap();
        let ladder = Ladder::default().with(which.0, which.1, rungs.clone());
        let times = due_after(minutes * MINUTE);
        let mut before = given_at();
        for climbed in 0..count {
            let at = ladder.rung_at(which, climbed, times, &calendar()).unwrap();
            let own = rungs[usize::try_from(climbed).unwrap()].at(times, &calendar()).unwrap();
            prop_assert!(at >= before && at >= own && (at == own || at == before));
            before = at;
        }
        prop_assert_eq!(ladder.rung(which.0, which.1, count), None);
        prop_assert_eq!(ladder.rung_at(which, count, times, &calendar()), None);
    }
}
