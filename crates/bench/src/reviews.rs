//! What it costs to reckon when a question comes back, against the crate that knows how memories fade.

use std::hint::black_box;
use std::time::Instant;

use fsrs::{FSRS, MemoryState};
use ground::{Day, Id};
use learning::card::{Card, Forgetting, Grade, Step};

use crate::figures::{median, milliseconds};

/// How many reviews are scheduled.
pub(crate) const REVIEWS: usize = 100_000;
/// So many days lie between two reviews of a card.
const DAYS: u32 = 7;
/// The chance with which a question should be remembered when it comes back.
const RETENTION: f32 = 0.9;

/// How long so many reviews take, ours and by the crate alone: the medians in milliseconds. One card in three lapses.
pub(crate) fn scheduled(rounds: usize) -> (f64, f64) {
    let (mut ours, mut alone) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let begun = Instant::now();
        black_box(our_cards());
        ours.push(begun.elapsed());
        let begun = Instant::now();
        black_box(memories());
        alone.push(begun.elapsed());
    }
    (median(&mut milliseconds(&ours)), median(&mut milliseconds(&alone)))
}

const fn is_right(review: usize) -> bool {
    !review.is_multiple_of(3)
}

fn our_cards() -> Option<Card> {
    let (fades, of) = (Forgetting::default(), (Id::known("officer"), Id::known("question")));
    let mut on = Day::new(2026, 1, 1)?;
    let mut card: Option<Card> = None;
    for review in 0..REVIEWS {
        let step = Step { grade: Grade::of(is_right(review), false), on };
        // Every tenth review begins a new card.
        let before = card.as_ref().filter(|_| !review.is_multiple_of(10));
        card = Some(Card::reviewed(before, (&of.0, &of.1), step, &fades));
        on = if review.is_multiple_of(1_000) { Day::new(2026, 1, 1)? } else { on.plus_days(i64::from(DAYS)) };
    }
    card
}

fn memories() -> Option<MemoryState> {
    let model = FSRS::default();
    let mut memory: Option<MemoryState> = None;
    for review in 0..REVIEWS {
        let before = memory.filter(|_| !review.is_multiple_of(10));
        let days = if before.is_some() { DAYS } else { 0 };
        let next = model.next_states(before, RETENTION, days).ok()?;
        let state = if is_right(review) { next.good } else { next.again };
        black_box(state.interval.round());
        memory = Some(state.memory);
    }
    memory
}
