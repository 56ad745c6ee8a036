use proptest::prelude::*;

use super::*;

const SET: i64 = 1_000;

fn day(number: i64) -> Moment {
    Moment::from_millis(number * DAY_SECONDS * 1_000)
}

fn pack(site: &str, competency: &str, set_on: i64) -> Pack {
    Pack::new(Id::known(site), competency.to_owned(), day(set_on))
}

/// So many things of a category were told of a site on a day.
fn told((site, on): (&str, i64), category: Category, count: usize) -> Vec<Told> {
    let one = |number: usize| Told {
        id: Id::known(format!("{site} {on} {number}")),
        number: String::new(),
        site_id: Id::known(site),
        category,
        about_id: None,
        at: day(on),
    };
    (0..count).map(one).collect()
}

/// So many of so many before and after, at a site, are about manner; the others are about invoices.
fn changed(site: &str, (before, of_before): (usize, usize), (after, of_after): (usize, usize)) -> Vec<Told> {
    let on = |day, count, of: usize| {
        [told((site, day), Category::Manner, count), told((site, day), Category::Billing, of - count)].concat()
    };
    [on(SET - 10, before, of_before), on(SET + 10, after, of_after)].concat()
}

fn effect(packs: &[Pack], told: &[Told]) -> Effect {
    Effect::of(&packs[0], packs, told, day(SET + DAYS))
}

fn counts(change: Change) -> [(u64, u64); 2] {
    [change.before, change.after].map(|share| (share.count(), share.of()))
}

#[test]
fn it_fell_where_the_whole_interval_says_so_and_is_not_proven_else() {
    let gate = [pack("gate", "EM", SET)];
    let elsewhere = changed("yard", (1, 13), (0, 6));
    let fell = effect(&gate, &[changed("gate", (5, 5), (1, 6)), elsewhere.clone()].concat());
    assert_eq!((fell.says, counts(fell.here)), (Says::Fell, [(5, 5), (1, 6)]));
    assert_eq!(counts(fell.elsewhere), [(1, 13), (0, 6)]);
    // The published formulas in Python, in decimal numbers of 60 places.
    let found = fell.difference.unwrap();
    for (ours, theirs) in [(found.value, -0.756_410), (found.interval.low, -1.174_8), (found.interval.high, -0.114_6)] {
        assert!((ours - theirs).abs() < 1e-4, "{found:?}");
    }
    let perhaps = effect(&gate, &[changed("gate", (5, 5), (3, 6)), elsewhere].concat());
    assert_eq!(perhaps.says, Says::NotProven);
    assert!(perhaps.difference.is_some(), "the reader sees how far it goes");
}

#[test]
fn what_fell_everywhere_proves_nothing_and_what_rose_does_not_either() {
    let gate = [pack("gate", "EM", SET)];
    let all = [changed("gate", (9, 10), (0, 10)), changed("yard", (9, 10), (0, 10))].concat();
    assert_eq!(effect(&gate, &all).says, Says::NotProven);
    let all = [changed("gate", (0, 10), (9, 10)), changed("yard", (3, 20), (3, 20))].concat();
    assert_eq!(effect(&gate, &all).says, Says::NotProven);
}

#[test]
fn before_its_days_are_over_and_of_too_few_nothing_is_said() {
    let gate = [pack("gate", "EM", SET)];
    let all = [changed("gate", (5, 5), (1, 6)), changed("yard", (1, 13), (0, 6))].concat();
    let early = Effect::of(&gate[0], &gate, &all, day(SET + DAYS).plus_millis(-1));
    assert_eq!((early.says, early.difference), (Says::TooEarly, None));
    for (here, there) in [((4, 6), (13, 6)), ((5, 4), (13, 6)), ((5, 6), (4, 6)), ((5, 6), (13, 4)), ((5, 6), (0, 0))] {
        let of = |site, (before, after)| changed(site, (before, before), (0, after));
        let few = effect(&gate, &[of("gate", here), of("yard", there)].concat());
        assert_eq!((few.says, few.difference), (Says::TooFew, None), "{here:?} {there:?}");
    }
}

#[test]
fn who_practised_the_same_in_those_days_is_not_compared_with() {
    let at = |site, competency, on| [pack("gate", "EM", SET), pack(site, competency, on)];
    let all = [changed("gate", (5, 5), (1, 6)), changed("yard", (1, 13), (0, 6))].concat();
    let of = |packs: &[Pack]| effect(packs, &all).elsewhere.before.of();
    assert_eq!(of(&at("yard", "EM", SET + DAYS - 1)), 0);
    assert_eq!(of(&at("yard", "EM", SET - DAYS - 20)), 0, "it held into the days before");
    assert_eq!(of(&at("yard", "EM", SET - DAYS - 21)), 13);
    assert_eq!(of(&at("yard", "EM", SET + DAYS)), 13);
    assert_eq!(of(&at("yard", "AP", SET)), 13, "something else");
}

#[test]
fn the_days_before_end_where_those_after_begin_and_what_nobody_sorted_is_left_out() {
    let gate = [pack("gate", "EM", SET)];
    let on = |day| told(("gate", day), Category::Manner, 1);
    let unsorted = told(("gate", SET - 1), Category::Unsorted, 7);
    let all = [on(SET - DAYS - 1), on(SET - DAYS), on(SET - 1), on(SET), on(SET + DAYS - 1), on(SET + DAYS), unsorted];
    assert_eq!(counts(effect(&gate, &all.concat()).here), [(2, 2), (2, 2)]);
}

#[test]
fn whoever_comes_while_others_practise_joins_them() {
    let all = [pack("gate", "EM", 20), pack("gate", "EM", 0), pack("yard", "EM", 5), pack("gate", "EM", 41)];
    let found = packs(all.to_vec());
    let spans: Vec<_> = found.iter().map(|one| (one.site_id.as_str(), one.set_at, one.until)).collect();
    assert_eq!(spans, [("gate", day(0), day(41)), ("yard", day(5), day(26)), ("gate", day(41), day(62))]);
}

proptest! {
    #[test]
    fn nothing_is_claimed_of_few_nor_without_an_interval_below_none(
        here in ((0_usize..20, 0_usize..20), (0_usize..20, 0_usize..20)),
        there in ((0_usize..20, 0_usize..20), (0_usize..20, 0_usize..20)),
    ) {
        let of = |(count, more): (usize, usize)| (count, count + more);
        let all = [changed("gate", of(here.0), of(here.1)), changed("yard", of(there.0), of(there.1))].concat();
        let found = effect(&[pack("gate", "EM", SET)], &all);
        let enough = [found.here, found.elsewhere].iter().all(Change::is_enough);
        prop_assert_eq!(found.difference.is_some(), enough);
        let below = found.difference.is_some_and(|one| one.interval.high < 0.0);
        prop_assert_eq!(found.says == Says::Fell, below);
    }
}
