use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn today() -> Day {
    day("2026-11-22")
}

fn omar() -> Id<StaffMember> {
    Id::known("omar")
}

fn proposed(competency: &str, reason: Reason, newest: i64) -> Proposed {
    let newest = Moment::from_millis(newest);
    Proposed { competency: competency.to_owned(), reason, site_id: None, counts: (3, 4), newest }
}

fn set(proposed: &[Proposed], all: &[Item], on: Day) -> Vec<Item> {
    due(proposed, all, (&omar(), on, Moment::from_millis(1_000)))
}

fn names(items: &[Item]) -> Vec<&str> {
    items.iter().map(|one| one.competency.as_str()).collect()
}

#[test]
fn three_things_are_set_for_three_weeks_and_none_twice() {
    let all = ["EM", "AP", "EM", "FP", "OC"].map(|name| proposed(name, Reason::Site, 1));
    let items = set(&all, &[], today());
    assert_eq!(names(&items), ["EM", "AP", "FP"]);
    assert!(items.iter().all(|one| one.until_on == day("2026-12-13") && one.holds(today())));
    assert!(set(&all, &items, today()).is_empty(), "they are there");
}

#[test]
fn the_same_is_said_again_only_when_it_is_new_and_some_time_has_passed() {
    let first = set(&[proposed("EM", Reason::Site, 1)], &[], today()).remove(0);
    let over = vec![first.ended(Moment::from_millis(2_000)).unwrap()];
    let (old, new) = (proposed("EM", Reason::Site, 999), proposed("EM", Reason::Site, 1_001));
    assert!(set(std::slice::from_ref(&new), &over, day("2027-01-03")).is_empty(), "it rests");
    assert!(set(&[old], &over, day("2027-01-04")).is_empty(), "nothing new was said");
    assert_eq!(names(&set(&[new], &over, day("2027-01-04"))), ["EM"]);
    let another = proposed("EM", Reason::Dialogues, 1);
    assert_eq!(names(&set(&[another], &over, today())), ["EM"], "another reason");
}

#[test]
fn of_a_site_it_is_the_same_whoever_said_it() {
    let at = |site: &str, reason, newest| Proposed { site_id: Some(Id::known(site)), ..proposed("EM", reason, newest) };
    let first = set(&[at("gate", Reason::Site, 1)], &[], today()).remove(0);
    let over = vec![first.ended(Moment::from_millis(2_000)).unwrap()];
    let (old, new) = (at("gate", Reason::Answered, 999), at("gate", Reason::Answered, 1_001));
    assert!(set(std::slice::from_ref(&new), &over, day("2027-01-03")).is_empty(), "it rests");
    assert!(set(&[old], &over, day("2027-01-04")).is_empty(), "a survey from before is nothing new");
    assert_eq!(names(&set(&[new], &over, day("2027-01-04"))), ["EM"]);
    assert_eq!(names(&set(&[at("yard", Reason::Answered, 1)], &over, today())), ["EM"], "another site");
}

#[test]
fn what_a_trainer_added_stands_beside_and_is_not_said_twice() {
    let new = NewItem { competency: "EM".to_owned(), words: "Try it.".to_owned(), until_on: day("2026-12-01") };
    let of_trainer = Item::added(&omar(), &new, (today(), Moment::from_millis(1))).unwrap();
    let all = ["EM", "AP", "FP", "OC", "IN"].map(|name| proposed(name, Reason::Answers, 1));
    assert_eq!(names(&set(&all, &[of_trainer], today())), ["AP", "FP", "OC"]);
    for until_on in ["2026-11-21", "2027-11-24"] {
        let new = NewItem { until_on: day(until_on), ..new.clone() };
        assert!(Item::added(&omar(), &new, (today(), Moment::from_millis(1))).is_err(), "{until_on}");
    }
}

#[test]
fn practice_prefers_what_holds_and_the_later_day_counts() {
    let items = set(&["EM", "AP"].map(|name| proposed(name, Reason::Site, 1)), &[], today());
    let wanted = preferred(&items, ["AP", "OC"].into_iter(), day("2026-11-30"));
    assert_eq!(
        wanted,
        [
            ("EM".to_owned(), day("2026-12-13")),
            ("AP".to_owned(), day("2026-12-21")),
            ("OC".to_owned(), day("2026-12-21"))
        ]
    );
    assert!(preferred(&items, std::iter::empty(), day("2026-12-14")).is_empty(), "its time is over");
}

#[test]
fn every_behaviour_leads_to_something_that_is_taught() {
    assert!(Behaviour::ALL.iter().all(|one| competency::find(competency_of(*one)).is_some()));
}

proptest! {
    #[test]
    fn a_plan_never_grows_too_long_nor_says_anything_twice(rounds in proptest::collection::vec((0_i64..30, proptest::collection::vec((0_usize..8, 0_usize..3), 0..6)), 0..20)) {
        let reasons = [Reason::Site, Reason::Dialogues, Reason::Answers];
        let names = ["EM", "AP", "FP", "OC", "IN", "AL", "CC", "DE"];
        let (mut all, mut on, mut now): (Vec<Item>, Day, i64) = (Vec::new(), today(), 1);
        for (days, wanted) in rounds {
            (on, now) = (on.plus_days(days), now + days * 86_400_000);
            for item in &mut all {
                if item.is_open() && item.until_on < on {
                    item.ended_at = Some(Moment::from_millis(now));
                }
            }
            let wanted: Vec<Proposed> =
                wanted.into_iter().map(|(name, reason)| proposed(names[name], reasons[reason], now)).collect();
            all.extend(due(&wanted, &all, (&omar(), on, Moment::from_millis(now))));
            let open: Vec<&Item> = all.iter().filter(|one| one.is_open()).collect();
            prop_assert!(open.len() <= MOST);
            let distinct: std::collections::BTreeSet<&str> = open.iter().map(|one| one.competency.as_str()).collect();
            prop_assert_eq!(distinct.len(), open.len());
        }
    }
}
