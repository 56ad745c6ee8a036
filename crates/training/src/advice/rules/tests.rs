use ground::fields::Choice;
use proptest::prelude::*;
use satisfaction::facts::low::{AtSite, TREATED};
use satisfaction::questions::DIMENSIONS;

use super::weights::{ANSWERS, CATEGORIES};
use super::*;

fn told(number: i64, site: &str, category: Category) -> Told {
    Told {
        id: Id::known(format!("{number}")),
        number: format!("{number}"),
        site_id: Id::known(site),
        category,
        about_id: None,
        at: Moment::from_millis(number),
    }
}

fn many(from: i64, count: i64, (site, category): (&str, Category)) -> Vec<Told> {
    (from..from + count).map(|number| told(number, site, category)).collect()
}

/// What the people of some sites found low: so many of so many, known at a moment.
fn low(about: &'static str, sites: &[(&str, (u64, u64), i64)]) -> Low {
    let at_site = |(site, (count, of), at): &(&str, (u64, u64), i64)| {
        let newest = (*count > 0).then_some(Moment::from_millis(*at));
        (Id::known(*site), AtSite { share: share(*count, *of), newest })
    };
    let all = |part: fn(&(u64, u64)) -> u64| sites.iter().map(|(_, counts, _)| part(counts)).sum();
    let company = share(all(|counts| counts.0), all(|counts| counts.1));
    Low { about, company, sites: sites.iter().map(at_site).collect() }
}

fn found(told: Vec<Told>, low: &[Low], site: &str) -> Vec<Pointer> {
    pointers(told, low).remove(&Id::known(site)).unwrap_or_default()
}

fn names(pointers: &[Pointer]) -> Vec<&str> {
    pointers.iter().map(|one| one.competency.as_str()).collect()
}

#[test]
fn what_points_somewhere_points_wholly_but_for_what_the_office_sees_to() {
    let is_taught = |(competency, _): &(&str, u64)| learning::competency::find(competency).is_some();
    for (category, weights) in CATEGORIES {
        assert_eq!(weights.iter().map(|(_, weight)| weight).sum::<u64>(), 10, "{}", category.word());
        assert!(weights.iter().all(is_taught));
    }
    for none in ["coverage", "continuity", "billing", "unsorted", "training", "praise"] {
        assert!(of_category(Category::from_word(none).unwrap()).is_empty(), "{none}");
    }
    for (about, weights) in ANSWERS {
        assert!(weights.iter().map(|(_, weight)| weight).sum::<u64>() <= 10, "{about}");
        assert!(weights.iter().all(is_taught), "{about}");
    }
    let asked = DIMENSIONS.iter().map(|(key, _)| *key).chain([TREATED]);
    assert!(asked.eq(ANSWERS.iter().map(|(about, _)| *about)), "each dimension points somewhere");
}

#[test]
fn low_answers_point_as_concerns_do() {
    let all = [low("dimension-tangibles", &[("gate", (6, 9), 1), ("yard", (6, 71), 2)])];
    let gate = found(Vec::new(), &all, "gate");
    assert_eq!(names(&gate), ["AP"]);
    let [evidence] = gate[0].evidence.as_slice() else { panic!("{gate:?}") };
    assert_eq!(evidence.source, Source::Answers("dimension-tangibles"));
    assert_eq!((evidence.says(), gate[0].newest()), (Says::Points, Some(Moment::from_millis(1))));
    assert_eq!(found(Vec::new(), &all, "yard")[0].says(), Says::AsElsewhere);
    let few = [low("dimension-tangibles", &[("gate", (2, 5), 1), ("yard", (0, 71), 2)])];
    assert_eq!(found(Vec::new(), &few, "gate")[0].says(), Says::TooFew, "two are not three");
    assert!(found(Vec::new(), &few, "yard").is_empty(), "nobody found it low");
}

#[test]
fn it_points_when_any_one_source_does_and_each_is_kept() {
    let told = [many(1, 3, ("gate", Category::Fairness)), many(100, 20, ("yard", Category::Coverage))].concat();
    let low = [
        low(TREATED, &[("gate", (1, 40), 900), ("yard", (30, 60), 7)]),
        low("dimension-enjoyable", &[("gate", (5, 6), 8), ("yard", (3, 60), 8)]),
    ];
    let gate = found(told, &low, "gate");
    assert_eq!(names(&gate), ["FP", "IN", "AP", "AL", "EM"], "what most points to comes first");
    let fairness = &gate[0];
    let sources: Vec<_> = fairness.evidence.iter().map(|one| (one.source, one.says())).collect();
    assert_eq!(sources, [(Source::Concerns, Says::Points), (Source::Answers(TREATED), Says::TooFew)]);
    assert_eq!(fairness.reasons().count(), 1);
    assert_eq!(fairness.newest(), Some(Moment::from_millis(3)), "what points nowhere makes nothing new");
    assert_eq!((gate[2].concerns.len(), gate[2].points()), (0, true));
}

#[test]
fn three_of_a_kind_at_one_site_point_and_two_do_not() {
    let elsewhere = [many(100, 20, ("yard", Category::Coverage)), many(200, 1, ("yard", Category::Manner))].concat();
    let here = |count| [elsewhere.clone(), many(1, count, ("gate", Category::Manner))].concat();
    assert_eq!(found(here(2), &[], "gate")[0].says(), Says::TooFew);
    let gate = found(here(3), &[], "gate");
    assert_eq!(names(&gate), ["EM", "AP", "FP"], "what most points to comes first");
    assert!(gate.iter().all(Pointer::points));
    let evidence = &gate[0].evidence[0];
    assert_eq!((evidence.here, evidence.company), (share(3, 3), share(4, 24)));
    assert!((evidence.weight - 0.4).abs() < 1e-12, "each points there by four tenths");
    assert_eq!(gate[0].newest(), Some(Moment::from_millis(3)));
    assert!(!found(here(3), &[], "yard").iter().any(Pointer::points));
}

#[test]
fn what_is_everywhere_is_no_more_here() {
    let all = [many(1, 4, ("gate", Category::Patrol)), many(100, 8, ("yard", Category::Patrol))].concat();
    assert_eq!(found(all, &[], "gate")[0].says(), Says::AsElsewhere);
}

#[test]
fn what_nobody_sorted_counts_nowhere() {
    let all = [many(1, 3, ("gate", Category::Access)), many(100, 50, ("gate", Category::Unsorted))].concat();
    assert_eq!(found(all, &[], "gate")[0].evidence[0].here.of(), 3);
}

proptest! {
    #[test]
    fn more_of_it_points_there_rather(count in 0_u64..40, more in 0_u64..40, others in 1_u64..60) {
        let of = count + more + others;
        let company = Share::new(of / 3, of).unwrap();
        let chance = |count| likely(Share::new(count, of).unwrap(), company);
        prop_assert!((0.0..=1.0).contains(&chance(count)));
        prop_assert!(chance(count + more) >= chance(count) - 1e-9);
    }

    #[test]
    fn nothing_points_that_too_few_spoke_of(categories in proptest::collection::vec((0_usize..17, 0_u8..3), 0..60)) {
        let one = |(number, (category, site)): (usize, &(usize, u8))| {
            told(i64::try_from(number).unwrap(), &site.to_string(), Category::ALL[*category])
        };
        let all: Vec<Told> = categories.iter().enumerate().map(one).collect();
        for pointer in pointers(all, &[]).values().flatten() {
            let here = pointer.evidence[0].here;
            prop_assert_eq!(pointer.concerns.len() as u64, here.count());
            prop_assert!(!pointer.points() || here.count() >= LEAST);
            prop_assert!(here.count() <= pointer.evidence[0].company.count());
        }
    }
}
