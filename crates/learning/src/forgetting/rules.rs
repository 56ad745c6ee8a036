//! When another way in which memories fade is tried, and when it is taken.

use fsrs::{ComputeParametersInput, FSRSItem, FSRSReview, compute_parameters};
use ground::Day;
use serde::Serialize;

use crate::card::{Forgetting, History};

/// So many reviews, but first ones, a company needs; with fewer the usual weights foretell as well.
pub const FEWEST_OF_COMPANY: usize = 64;
/// So many an officer needs for weights of their own: the authors of FSRS fit nobody's below some hundreds.
pub const FEWEST_OF_OFFICER: usize = 400;
/// The newest fifth of the reviews judges weights that were fitted to the others.
const JUDGES_PERCENT: usize = 20;

/// The histories of cards, each in the order of its days.
pub type Histories = Vec<History>;

/// What a trial said.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trial {
    /// How many reviews there were.
    pub reviews: i64,
    /// How badly the weights of before foretold the newest reviews: the mean of -ln of the chance that they gave to what
    /// happened.
    pub loss_before: f64,
    /// How badly the new weights did.
    pub loss_after: f64,
    /// The new weights, where they did better.
    pub weights: Option<Vec<f32>>,
}

/// A review with all that came before it of its card.
struct Told {
    on: Day,
    card: i64,
    item: FSRSItem,
}

/// Each review that follows another one, the oldest first.
fn told(histories: &Histories) -> Vec<Told> {
    let mut all = Vec::new();
    for (card, history) in (0_i64..).zip(histories) {
        let mut reviews: Vec<FSRSReview> = Vec::with_capacity(history.len());
        for (place, step) in history.iter().enumerate() {
            let before = place.checked_sub(1).map_or(step.on, |before| history[before].on);
            let delta_t = u32::try_from(step.on.days_since(before)).unwrap_or(0);
            reviews.push(FSRSReview { rating: step.grade.rating(), delta_t });
            if place > 0 {
                all.push(Told { on: step.on, card, item: FSRSItem { reviews: reviews.clone() } });
            }
        }
    }
    all.sort_by_key(|told| told.on);
    all
}

fn fitted(told: &[Told]) -> Option<Vec<f32>> {
    let input = ComputeParametersInput {
        train_set: told.iter().map(|one| one.item.clone()).collect(),
        card_ids: Some(told.iter().map(|one| one.card).collect()),
        // Only the first answer of a day is a review, so nothing is told of the hours within one.
        enable_short_term: false,
        ..ComputeParametersInput::default()
    };
    compute_parameters(input).ok()
}

fn loss(fades: &Forgetting, judges: &[Told]) -> Option<f64> {
    let items = judges.iter().map(|one| one.item.clone()).collect();
    fades.model().evaluate(items, |_| true).ok().map(|evaluation| f64::from(evaluation.log_loss))
}

impl Trial {
    /// Tries weights that are fitted to what was answered; none when there is too little to say anything.
    #[must_use]
    pub fn of(histories: &Histories, before: &Forgetting, fewest: usize) -> Option<Self> {
        let told = told(histories);
        if told.len() < fewest {
            return None;
        }
        let (older, newest) = told.split_at(told.len() - told.len() * JUDGES_PERCENT / 100);
        let tried = Forgetting::of(&fitted(older)?)?;
        let (loss_before, loss_after) = (loss(before, newest)?, loss(&tried, newest)?);
        // Once the newest reviews have shown that fitting helps, they help too.
        let weights = if loss_after < loss_before { fitted(&told) } else { None };
        let reviews = i64::try_from(histories.iter().map(Vec::len).sum::<usize>()).unwrap_or(i64::MAX);
        Some(Self { reviews, loss_before, loss_after, weights })
    }
}

#[cfg(test)]
mod tests;
