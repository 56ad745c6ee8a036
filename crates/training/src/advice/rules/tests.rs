use ground::fields::Choice;
use proptest::prelude::*;

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

#[test]
fn what_points_somewhere_points_wholly() {
    for (category, weights) in WEIGHTS {
        assert_eq!(weights.iter().map(|(_, weight)| weight).sum::<u32>(), 10, "{}", category.word());
        assert!(weights.iter().all(|(competency, _)| learning::competency::find(competency).is_some()));
    }
    for none in ["coverage", "continuity", "billing", "unsorted", "training", "praise"] {
        assert!(weights(Category::from_word(none).unwrap()).is_empty(), "{none}");
    }
}

#[test]
fn three_of_a_kind_at_one_site_point_and_two_do_not() {
    let elsewhere = [many(100, 20, ("yard", Category::Coverage)), many(200, 1, ("yard", Category::Manner))].concat();
    let here = |count| [elsewhere.clone(), many(1, count, ("gate", Category::Manner))].concat();
    let found = pointers(here(2));
    assert_eq!(found[&Id::known("gate")][0].says(), Says::TooFew);
    let found = pointers(here(3));
    let gate = &found[&Id::known("gate")];
    let names: Vec<&str> = gate.iter().map(|one| one.competency.as_str()).collect();
    assert_eq!(names, ["EM", "AP", "FP"], "what most points to comes first");
    assert!(gate.iter().all(Pointer::points));
    assert_eq!((gate[0].here.count(), gate[0].here.of(), gate[0].weight), (3, 3, 12));
    assert_eq!((gate[0].company.count(), gate[0].company.of()), (4, 24));
    assert_eq!(gate[0].newest(), Some(Moment::from_millis(3)));
    assert!(!found[&Id::known("yard")].iter().any(Pointer::points));
}

#[test]
fn what_is_everywhere_is_no_more_here() {
    let all = [many(1, 4, ("gate", Category::Patrol)), many(100, 8, ("yard", Category::Patrol))].concat();
    let found = pointers(all);
    assert_eq!(found[&Id::known("gate")][0].says(), Says::AsElsewhere);
}

#[test]
fn what_nobody_sorted_counts_nowhere() {
    let all = [many(1, 3, ("gate", Category::Access)), many(100, 50, ("gate", Category::Unsorted))].concat();
    assert_eq!(pointers(all)[&Id::known("gate")][0].here.of(), 3);
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
        for pointer in pointers(all).values().flatten() {
            prop_assert_eq!(pointer.concerns.len() as u64, pointer.here.count());
            prop_assert!(!pointer.points() || pointer.here.count() >= LEAST);
            prop_assert!(pointer.here.count() <= pointer.company.count());
        }
    }
}
