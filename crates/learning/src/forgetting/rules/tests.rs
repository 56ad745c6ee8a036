use ground::Id;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::*;
use crate::card::{Card, Grade, Step};

/// People who forget three times as fast as most.
const FAST: [f32; 21] =
    [0.08, 0.4, 0.8, 2.8, 6.4, 0.83, 3.0, 0.001, 1.6, 0.17, 0.6, 1.5, 0.06, 0.26, 1.6, 0.6, 1.9, 0.54, 0.09, 0.07, 0.3];

/// What so many cards of somebody who forgets so would bring, who practises them as they fall due.
fn lived(forgets: &Forgetting, cards: usize, reviews: usize) -> Histories {
    let mut dice = StdRng::seed_from_u64(20_261_126);
    let usual = Forgetting::default();
    let history = |_| {
        let mut history = History::new();
        let (mut card, mut truly): (Option<Card>, Option<crate::card::Memory>) = (None, None);
        let mut on: Day = "2026-01-01".parse().unwrap();
        for _ in 0..reviews {
            let days = card.as_ref().map_or(0, |card: &Card| u32::try_from(on.days_since(card.reviewed_on)).unwrap());
            let chance = truly.map_or(0.6, |memory| forgets.remembered(memory, days));
            let step = Step { grade: Grade::of(dice.random_bool(chance), false), on };
            truly = Some(forgets.after(truly, step.grade, days));
            card = Some(Card::reviewed(card.as_ref(), (&Id::known("o"), &Id::known("q")), step, &usual));
            on = card.as_ref().unwrap().due_on;
            history.push(step);
        }
        history
    };
    (0..cards).map(history).collect()
}

#[test]
fn whoever_forgets_faster_than_most_is_foretold_better_by_what_they_answered() {
    let fast = Forgetting::of(&FAST).unwrap();
    let histories = lived(&fast, 200, 7);
    let trial = Trial::of(&histories, &Forgetting::default(), FEWEST_OF_OFFICER).unwrap();
    assert_eq!(trial.reviews, 1_400);
    assert!(trial.loss_after < trial.loss_before - 0.01, "{trial:?}");
    let fitted = Forgetting::of(trial.weights.as_ref().unwrap()).unwrap();
    let after_one = fitted.after(None, Grade::Good, 0);
    assert!(fitted.rest_days(after_one) <= Forgetting::default().rest_days(after_one), "they are asked sooner");
}

#[test]
fn of_few_answers_nothing_is_tried() {
    let histories = lived(&Forgetting::default(), 10, 3);
    assert_eq!(Trial::of(&histories, &Forgetting::default(), FEWEST_OF_COMPANY), None);
    assert_eq!(Trial::of(&Histories::new(), &Forgetting::default(), 0), None);
}
