use proptest::prelude::*;

use super::*;

/// The weights of the cards of odd number in `reference/reviews.py`.
const OTHER: [f32; 21] =
    [0.4, 1.5, 3.1, 9.0, 6.1, 0.9, 2.8, 0.01, 1.6, 0.2, 0.9, 1.4, 0.08, 0.3, 1.5, 0.5, 2.0, 0.5, 0.1, 0.1, 0.3];

fn grade(rating: u32) -> Grade {
    [Grade::Again, Grade::Hard, Grade::Good][rating as usize - 1]
}

/// Reckoned in single precision, against another program's double.
fn is_near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-4 * expected.abs().max(1.0)
}

#[test]
fn memories_fade_and_grow_firm_as_another_program_says() {
    let (usual, other) = (Forgetting::default(), Forgetting::of(&OTHER).unwrap());
    let mut card: (u32, Option<Memory>) = (0, None);
    for line in include_str!("../../../reference/reviews.csv").lines() {
        let parts: Vec<&str> = line.split(',').collect();
        let whole = |place: usize| parts[place].parse::<u32>().unwrap();
        let number = |place: usize| parts[place].parse::<f64>().unwrap();
        if card.0 != whole(0) {
            card = (whole(0), None);
        }
        let fades = if whole(0).is_multiple_of(2) { &usual } else { &other };
        let after = fades.after(card.1, grade(whole(1)), whole(2));
        assert!(is_near(after.stability_days, number(3)), "{line}: {after:?}");
        assert!(is_near(after.difficulty, number(4)), "{line}: {after:?}");
        let rest = number(5).min(f64::from(MOST_DAYS));
        assert!((fades.rest_days(after) as f64 - rest).abs() <= 1.0, "{line}: {}", fades.rest_days(after));
        assert!(is_near(fades.remembered(after, 10), number(6)), "{line}: {}", fades.remembered(after, 10));
        card.1 = Some(after);
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn reviewed(before: Option<&Card>, grade: Grade, on: &str) -> Card {
    let step = Step { grade, on: day(on) };
    Card::reviewed(before, (&Id::known("omar"), &Id::known("question")), step, &Forgetting::default())
}

#[test]
fn what_was_wrong_comes_back_tomorrow_and_what_was_right_later() {
    let wrong = reviewed(None, Grade::Again, "2026-11-26");
    assert_eq!((wrong.due_on, wrong.reviews, wrong.lapses), (day("2026-11-27"), 1, 0), "a first answer is no lapse");
    let right = reviewed(None, Grade::Good, "2026-11-26");
    assert_eq!(right.due_on, day("2026-11-28"));
    let guessed = reviewed(None, Grade::Hard, "2026-11-26");
    assert_eq!(guessed.due_on, day("2026-11-27"));
    let again = reviewed(Some(&right), Grade::Good, "2026-11-28");
    assert!(again.due_on > day("2026-12-05"), "{again:?}");
    let lapsed = reviewed(Some(&again), Grade::Again, "2026-12-09");
    assert_eq!((lapsed.reviews, lapsed.lapses), (3, 1));
    assert!(lapsed.due_on <= day("2026-12-12"), "{lapsed:?}");
}

#[test]
fn only_the_first_answer_of_a_day_is_a_review_and_none_of_a_day_before() {
    let card = reviewed(None, Grade::Good, "2026-11-26");
    assert!(Card::is_review(None, day("2026-11-26")));
    assert!(!Card::is_review(Some(&card), day("2026-11-26")));
    assert!(!Card::is_review(Some(&card), day("2026-11-25")), "from a phone that had no signal");
    assert!(Card::is_review(Some(&card), day("2026-11-27")));
}

#[test]
fn a_guess_that_is_right_counts_less_and_one_that_is_wrong_as_wrong() {
    assert_eq!(Grade::of(true, true), Grade::Hard);
    assert_eq!(Grade::of(false, true), Grade::Again);
    assert_eq!(Grade::of(true, false), Grade::Good);
}

#[test]
fn what_are_no_weights_is_refused() {
    assert!(Forgetting::of(&[]).is_none() && Forgetting::of(&OTHER[..20]).is_none());
    assert!(Forgetting::of(&[f32::NAN; 21]).is_none());
}

proptest! {
    #[test]
    fn whatever_is_answered_it_comes_back_within_half_a_year(
        steps in proptest::collection::vec((1_u32..=3, 0_u32..4_000), 1..40),
    ) {
        let fades = Forgetting::default();
        let mut memory = None;
        for (rating, days) in steps {
            let after = fades.after(memory, grade(rating), days);
            prop_assert!(after.stability_days.is_finite() && (1.0..=10.0).contains(&after.difficulty));
            prop_assert!((1..=180).contains(&fades.rest_days(after)));
            let chances = [0, 1, 30, 3_650].map(|days| fades.remembered(after, days));
            prop_assert!(chances.is_sorted_by(|one, other| one >= other), "{chances:?}");
            prop_assert!(chances.iter().all(|chance| (0.0..=1.0).contains(chance)));
            memory = Some(after);
        }
    }
}
