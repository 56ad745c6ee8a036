use curriculum::scenario::paths;
use proptest::prelude::*;

use super::debriefing::{gathered, missed, sum};
use super::taken::{FEWEST, Gone, Taken};
use super::*;
use crate::library;

fn scenarios() -> &'static [Scenario] {
    &library::curriculum().scenarios
}

fn begun(scenario: &Scenario) -> Rehearsal {
    Rehearsal::begun(scenario, "digest", Id::fresh(), Moment::from_millis(1))
}

/// A rehearsal that went so.
fn gone(scenario: &Scenario, steps: &[(&str, usize)]) -> Rehearsal {
    let now = Moment::from_millis(2);
    steps.iter().fold(begun(scenario), |run, said| run.chose(scenario, *said, now).unwrap())
}

#[test]
fn every_way_through_every_dialogue_comes_to_its_ending_with_the_same_sums() {
    assert!(scenarios().len() >= 10);
    for scenario in scenarios() {
        for way in paths::all(scenario).unwrap() {
            let standing = Standing::after(scenario, way.steps.iter().map(|(_, place)| *place)).unwrap();
            let At::Ending(name, ending) = standing.at else { panic!("{} {:?}", scenario.id, way.steps) };
            assert_eq!((name, standing.trust), (way.ending, way.trust), "{} {:?}", scenario.id, way.steps);
            let of = |moved: fn(&Choice) -> i8| way.choices(scenario).map(|choice| i32::from(moved(choice))).sum();
            assert_eq!((standing.information, standing.risk), (of(|one| one.information), of(|one| one.risk)));
            assert_eq!(&scenario.endings[name], ending);
        }
    }
}

#[test]
fn what_is_kept_tells_the_same_as_where_it_stands() {
    for scenario in scenarios() {
        for way in paths::all(scenario).unwrap().into_iter().step_by(7) {
            let run = gone(scenario, &way.steps);
            let standing = run.standing(scenario).unwrap();
            let steps = &run.path.steps;
            assert_eq!(sum(steps, |step| step.trust).all, standing.trust);
            assert_eq!(sum(steps, |step| step.information).all, standing.information);
            assert_eq!(sum(steps, |step| step.risk).all, standing.risk);
            assert_eq!(run.ending.as_deref(), Some(way.ending));
            assert_eq!(run.outcome, Some(scenario.endings[way.ending].outcome.into()));
            assert!(run.path.closing.is_some() && run.ended_at.is_some());
            let again: Path = serde_json::from_str(&serde_json::to_string(&run.path).unwrap()).unwrap();
            assert_eq!(again, run.path);
        }
    }
}

#[test]
fn a_weak_step_names_what_is_worth_trying_and_a_good_one_does_not() {
    for scenario in scenarios() {
        let mut mended = 0;
        for (name, scene) in &scenario.scenes {
            for (place, chosen) in scene.choices.iter().enumerate() {
                let step = Step::of((name, scene), (place, chosen), 100);
                assert!(!step.lacked_trust, "nobody lacks trust who has so much");
                assert!(step.better.is_none() || !chosen.misses.is_empty());
                if let Some(better) = step.better {
                    assert_ne!(better.say, chosen.say);
                    mended += 1;
                }
            }
        }
        assert!(mended > 5, "{}: {mended}", scenario.id);
    }
}

#[test]
fn a_choice_for_another_scene_or_none_changes_nothing() {
    let scenario = &scenarios()[0];
    let now = Moment::from_millis(2);
    let key = |result: Result<Rehearsal>| match result {
        Err(Error::Refused(refusal)) => refusal.key,
        other => panic!("{other:?}"),
    };
    let run = begun(scenario);
    assert_eq!(key(run.clone().chose(scenario, ("elsewhere", 0), now)), WENT_ON);
    assert_eq!(key(run.clone().chose(scenario, (&scenario.start, 9), now)), NO_CHOICE);
    let once = run.chose(scenario, (&scenario.start, 0), now).unwrap();
    assert_eq!(key(once.chose(scenario, (&scenario.start, 0), now)), WENT_ON);
    let way = paths::all(scenario).unwrap().remove(0);
    let ended = gone(scenario, &way.steps);
    assert_eq!(key(ended.chose(scenario, way.steps[way.steps.len() - 1], now)), WENT_ON);
}

#[test]
fn too_little_trust_leads_elsewhere_and_is_told() {
    let lacking = scenarios().iter().flat_map(|scenario| {
        let ways = paths::all(scenario).unwrap();
        ways.into_iter().map(|way| gone(scenario, &way.steps)).collect::<Vec<_>>()
    });
    let lacked = lacking.filter(|run| run.path.steps.iter().any(|step| step.lacked_trust)).count();
    assert!(lacked > 10, "{lacked}");
}

#[test]
fn choices_stand_in_an_order_of_their_own_that_does_not_change() {
    let scenario = &scenarios()[0];
    let (name, scene) = scenario.scenes.iter().next().unwrap();
    let runs: Vec<Rehearsal> = (0..60).map(|_| begun(scenario)).collect();
    let mut firsts = vec![0; scene.choices.len()];
    for run in &runs {
        let order = run.order((name, scene));
        assert_eq!(order, run.order((name, scene)));
        firsts[order[0]] += 1;
        let mut sorted = order;
        sorted.sort_unstable();
        assert_eq!(sorted, (0..scene.choices.len()).collect::<Vec<_>>());
    }
    assert!(firsts.iter().all(|count| *count > 0), "each stands first sometimes: {firsts:?}");
}

#[test]
fn behaviours_are_gathered_by_competency() {
    let scenario = scenarios().iter().find(|scenario| scenario.id == "night-nurse").unwrap();
    let run = gone(scenario, &[("door", 0), ("man", 1)]);
    let all = gathered(&run.path.steps);
    assert!(all["TL"].used.contains("TL.works") && all["TL"].missed.is_empty());
    assert!(all["CF"].missed.contains("CF.entitled") && all["EM"].missed.contains("EM.honest"));
    let names: Vec<String> = missed(&run.path.steps).into_iter().collect();
    assert_eq!(names, ["CF.entitled", "EM.honest"]);
    let trust = sum(&run.path.steps, |step| step.trust);
    assert_eq!((trust.all, trust.from), (3, vec![(1, 2), (2, 1)]));
}

#[test]
fn choices_are_counted_of_those_who_came_to_the_scene() {
    let scenario = &scenarios()[0];
    let ways = paths::all(scenario).unwrap();
    let staff: Vec<Id<StaffMember>> = (0..3).map(|_| Id::fresh()).collect();
    let all = ways.iter().take(6).zip(staff.iter().cycle()).map(|(way, staff_id)| {
        let run = gone(scenario, &way.steps);
        Gone { staff_id: staff_id.clone(), ending: way.ending.to_owned(), path: run.path }
    });
    let all: Vec<Gone> = all.collect();
    let taken = Taken::of(&all);
    assert_eq!((taken.rehearsals, taken.officers), (6, 3));
    assert!(taken.is_enough() && !Taken::of(&all[..FEWEST - 1]).is_enough());
    let of_two = all.iter().cycle().filter(|gone| gone.staff_id != staff[0]).take(20).cloned();
    assert!(!Taken::of(&of_two.collect::<Vec<_>>()).is_enough());
    let start = &scenario.scenes[&scenario.start];
    let counts: Vec<u64> = (0..start.choices.len()).map(|place| taken.choice(&scenario.start, place).count()).collect();
    assert_eq!((counts.iter().sum::<u64>(), taken.choice(&scenario.start, 0).of()), (6, 6));
    assert_eq!(scenario.endings.keys().map(|name| taken.ending(name).count()).sum::<u64>(), 6);
    assert_eq!(taken.choice("nowhere", 0), Share::default());
}

use statistics::Share;

proptest! {
    #[test]
    fn arbitrary_choices_are_refused_or_end(which in 0_usize..14, places in prop::collection::vec(0_usize..6, 0..20)) {
        let scenario = &scenarios()[which % scenarios().len()];
        let mut run = begun(scenario);
        for place in places {
            let At::Scene(scene, _) = run.standing(scenario).unwrap().at else { break };
            match run.clone().chose(scenario, (scene, place), Moment::from_millis(2)) {
                Ok(next) => run = next,
                Err(Error::Refused(refusal)) => prop_assert_eq!(refusal.key, NO_CHOICE),
                Err(error) => prop_assert!(false, "{}", error),
            }
        }
        prop_assert!(run.path.steps.len() <= 8);
        prop_assert_eq!(run.ended_at.is_some(), run.path.closing.is_some());
        prop_assert_eq!(matches!(run.standing(scenario).unwrap().at, At::Ending(..)), run.ended_at.is_some());
    }
}
