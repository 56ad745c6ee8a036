//! Against girth, an independent program, on people and questions that `reference/simulate.py` made up.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use psychometrics::{Answer, Curve, Fit, Parameters, Posterior, Prior, fit};

const REFERENCE: &str = include_str!("../reference/simulated.csv");

/// A question: as it was made, and as girth finds it.
struct Item {
    made: Parameters,
    girth: Parameters,
}

struct Person {
    answers: Vec<bool>,
    ability: f64,
    girth: f64,
}

fn reference() -> (Vec<Item>, Vec<Person>) {
    let (mut items, mut people) = (Vec::new(), Vec::new());
    for line in REFERENCE.lines() {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |place: usize| cells[place].parse::<f64>().unwrap();
        let parameters = |place| Parameters { discrimination: number(place), difficulty: number(place + 1) };
        match cells[0] {
            "item" => items.push(Item { made: parameters(1), girth: parameters(3) }),
            _ => {
                let answers = cells[1].chars().map(|right| right == '1').collect();
                people.push(Person { answers, ability: number(2), girth: number(3) });
            }
        }
    }
    (items, people)
}

fn fitted(people: &[Person], items: usize, prior: impl Fn(usize) -> Prior) -> Fit {
    let answers: Vec<Answer> = people
        .iter()
        .enumerate()
        .flat_map(|(person, one)| {
            one.answers.iter().enumerate().map(move |(item, right)| Answer { person, item, right: *right })
        })
        .collect();
    fit(&answers, &(0..items).map(prior).collect::<Vec<_>>()).unwrap()
}

#[test]
fn questions_are_as_hard_and_as_steep_as_girth_finds_them() {
    let (items, people) = reference();
    assert_eq!((items.len(), people.len()), (20, 800));
    let found = fitted(&people, items.len(), |_| Prior::NONE);
    for (found, item) in found.parameters.iter().zip(&items) {
        // girth stops earlier than we do.
        assert!((found.discrimination - item.girth.discrimination).abs() < 0.03, "{found:?} {:?}", item.girth);
        assert!((found.difficulty - item.girth.difficulty).abs() < 0.03, "{found:?} {:?}", item.girth);
    }
}

#[test]
fn people_can_what_girth_says_they_can() {
    let (items, people) = reference();
    let curves: Vec<Curve> = items.iter().map(|item| Curve::of(item.girth)).collect();
    for person in &people {
        let known = Posterior::of(curves.iter().zip(person.answers.iter().copied()));
        assert!((known.ability() - person.girth).abs() < 1e-4, "{} {}", known.ability(), person.girth);
    }
}

#[test]
fn intervals_hold_the_truth_as_often_as_they_say() {
    let (items, people) = reference();
    let curves: Vec<Curve> = items.iter().map(|item| Curve::of(item.made)).collect();
    let held = people
        .iter()
        .filter(|person| {
            let (low, high) = Posterior::of(curves.iter().zip(person.answers.iter().copied())).interval(0.9);
            low <= person.ability && person.ability <= high
        })
        .count();
    // 720 of 800, and by chance less than four deviations of 8.5 off.
    assert!((686..=754).contains(&held), "{held}");
}

#[test]
fn with_few_people_an_authors_guess_makes_it_better() {
    let (items, people) = reference();
    let off = |found: &Fit| -> f64 {
        let squares =
            found.parameters.iter().zip(&items).map(|(found, item)| (found.difficulty - item.made.difficulty).powi(2));
        (squares.sum::<f64>() / items.len() as f64).sqrt()
    };
    // An author who is off by half a logit, to one side and to the other.
    let guess = |item: usize| items[item].made.difficulty + if item.is_multiple_of(2) { 0.5 } else { -0.5 };
    let few = &people[..40];
    let with = off(&fitted(few, items.len(), |item| Prior::of_author(guess(item))));
    let without = off(&fitted(few, items.len(), |_| Prior::NONE));
    assert!(with < without && with < 0.5, "{with} {without}");
}
