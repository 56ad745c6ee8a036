use agreement::post::{NewAssignment, Post};
use ground::entry::ActorKind;
use ground::words::Language;
use proptest::prelude::*;

use super::*;

const NOW: Moment = Moment::from_millis(1_795_000_000_000);

fn at(days: i64) -> Moment {
    NOW.plus_seconds(days * DAY_SECONDS)
}

fn assignment(staff: &str, (from, until): (i64, Option<i64>)) -> Assignment {
    let (post_id, staff_id) = (Id::<Post>::known("lobby"), Id::known(staff));
    Assignment::made(&NewAssignment { post_id, staff_id, starts_at: at(from), ends_at: until.map(at) })
}

fn confirmed(staff: &str, days: i64) -> Confirmation {
    Confirmation {
        id: Id::fresh(),
        orders_id: Id::known("orders"),
        revision_id: Id::known("revision"),
        staff_id: Id::known(staff),
        round: 1,
        hash: "hash".to_owned(),
        way: Way::Own,
        looks: 0,
        confirmed_at: at(days),
        their_at: None,
        entered_by: None,
        photo: None,
    }
}

fn revision(question: bool) -> Revision {
    let actor = Actor { kind: ActorKind::Staff, id: "sam".into(), name: "Sam".into() };
    let day = NOW.day_in("UTC").unwrap();
    let orders = PostOrders::begun(&Id::known("gate"), None, Language::English, day);
    let wrong = vec!["In the garage".to_owned(), "Nowhere".to_owned()];
    let asked = Question { asked: "Where?".into(), right: "At the gate".into(), wrong };
    let (hash, in_force_at) = (Some("hash".to_owned()), Some(at(-10)));
    Revision { hash, in_force_at, question: question.then_some(asked), ..Revision::begun(&orders, &actor, at(-11)) }
}

#[test]
fn who_comes_back_after_an_absence_confirms_once_more() {
    for (spans, begins, counts) in [
        (vec![(-40, Some(-39)), (0, None)], 0, false),
        (vec![(-40, Some(-39)), (-12, Some(-11)), (0, None)], 0, true),
        (vec![(-40, Some(-30)), (0, None)], 0, false),
        (vec![(-40, Some(-29)), (0, None)], 0, true),
        (vec![(-400, None)], -400, true),
        (vec![(5, Some(6))], 5, false),
    ] {
        let theirs: Vec<Assignment> = spans.iter().map(|span| assignment("omar", *span)).collect();
        let theirs: Vec<&Assignment> = theirs.iter().collect();
        assert_eq!(holds(at(-40), &theirs, at(begins), 30), counts, "{spans:?}");
    }
}

#[test]
fn those_on_post_without_come_first_and_nobody_comes_twice() {
    let assignments = [
        assignment("gone", (-9, Some(-8))),
        assignment("vera", (-5, None)),
        assignment("omar", (-2, Some(1))),
        assignment("omar", (2, Some(3))),
        assignment("lena", (4, None)),
    ];
    let lines = lines(&assignments, &[confirmed("vera", -4), confirmed("gone", -9)], NOW, 30);
    let seen: Vec<(&str, bool, bool)> = lines
        .iter()
        .map(|line| (line.assignment.staff_id.as_str(), line.confirmation.is_some(), line.stands_without(NOW)))
        .collect();
    assert_eq!(seen, [("omar", false, true), ("lena", false, false), ("vera", true, false)]);
}

#[test]
fn what_is_confirmed_is_bound_to_its_text_and_its_time() {
    let revision = revision(false);
    let said = |hash: &str, their: Option<i64>| Said {
        revision_id: revision.id.clone(),
        hash: hash.to_owned(),
        answer: Some(0),
        their_at: their.map(at),
        looks: 0,
    };
    let replaced = Revision { ended_at: Some(at(-1)), ..revision.clone() };
    let refusal = |of: &Revision, in_force: bool, said: &Said| match (Read { revision: of, in_force }).check(said, NOW)
    {
        Ok(()) => "",
        Err(Error::Refused(refusal)) => refusal.key,
        Err(other) => panic!("{other}"),
    };
    for (of, in_force, said, key) in [
        (&revision, true, said("hash", None), ""),
        (&revision, true, said("other", None), "confirmation-other-text"),
        (&replaced, false, said("hash", None), "confirmation-stale"),
        (&replaced, false, said("hash", Some(-2)), ""),
        (&replaced, false, said("other", Some(-2)), "confirmation-other-text"),
        (&replaced, false, said("hash", Some(-1)), "confirmation-stale"),
        (&replaced, false, said("hash", Some(-11)), "confirmation-stale"),
        (&revision, true, said("hash", Some(1)), "confirmation-stale"),
    ] {
        assert_eq!(refusal(of, in_force, &said), key, "{said:?}");
    }
}

proptest! {
    #[test]
    fn the_right_answer_is_right_wherever_it_stands(officer in "[a-z]{1,8}") {
        let revision = revision(true);
        let staff_id: Id<StaffMember> = Id::known(officer);
        let question = revision.question.clone().unwrap();
        let shown = answers(&question, &revision.id, &staff_id);
        prop_assert_eq!(&shown, &answers(&question, &revision.id, &staff_id));
        let mut sorted = shown.clone();
        sorted.sort();
        prop_assert_eq!(sorted, ["At the gate", "In the garage", "Nowhere"]);
        let read = Read { revision: &revision, in_force: true };
        for (place, answer) in shown.iter().enumerate() {
            let said = Said { revision_id: revision.id.clone(), hash: String::new(), answer: Some(place), their_at: None, looks: 0 };
            prop_assert_eq!(read.is_right(&said, &staff_id), *answer == question.right);
        }
        let nothing = Said { revision_id: revision.id.clone(), hash: String::new(), answer: None, their_at: None, looks: 0 };
        prop_assert!(!read.is_right(&nothing, &staff_id));
    }

    #[test]
    fn a_longer_patience_never_asks_more(spans in prop::collection::vec((-90_i64..5, 1_i64..9), 1..8), confirmed in -90_i64..0, days in 1_i64..60) {
        let mut theirs: Vec<Assignment> = spans.iter().map(|(from, long)| assignment("omar", (*from, Some(from + long)))).collect();
        theirs.sort_by_key(|one| one.starts_at);
        let begins = theirs.last().unwrap().starts_at;
        let theirs: Vec<&Assignment> = theirs.iter().collect();
        if holds(at(confirmed), &theirs, begins, days) {
            prop_assert!(holds(at(confirmed), &theirs, begins, days + 1));
            prop_assert!(holds(at(confirmed + 1), &theirs, begins, days), "what was said later holds as well");
        }
    }
}

#[test]
fn the_right_answer_does_not_always_stand_in_one_place() {
    let revision = revision(true);
    let question = revision.question.clone().unwrap();
    let place = |officer: usize| {
        let shown = answers(&question, &revision.id, &Id::known(format!("officer {officer}")));
        shown.iter().position(|answer| *answer == question.right).unwrap()
    };
    let places: std::collections::BTreeSet<usize> = (0..60).map(place).collect();
    assert_eq!(places.len(), 3);
}
