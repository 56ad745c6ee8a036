//! How likely somebody passes a paper, when nobody knows its form.

use ground::words::Language;
use psychometrics::{Curve, Parameters, Posterior, at_least};

use super::Pool;
use crate::paper::Paper;

/// So many forms are drawn, and the chance is the mean over them.
const DRAWN: u64 = 4;
/// How sure the interval of an ability is.
const LEVEL: f64 = 0.95;

/// A few forms of a paper, as they might be drawn.
pub struct Forms {
    forms: Vec<(Vec<Parameters>, usize)>,
}

/// How likely somebody passes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// How likely, 0 to 1.
    pub likely: f64,
    /// How likely if they can as little as may well be.
    pub low: f64,
    /// How likely if they can as much as may well be.
    pub high: f64,
}

impl Forms {
    /// The forms that are drawn of the questions that are asked now of whoever reads a language; always the same of the same
    /// questions.
    #[must_use]
    pub fn of(paper: &Paper, pool: &Pool, language: Language) -> Self {
        let (places, candidates) = pool.candidates(paper, language, |_| 0);
        let drawn = (0..DRAWN).map(|seed| {
            let form = paper.draw(&candidates, seed);
            let of = form.places.iter().map(|place| pool.parameters[places[*place]]).collect::<Vec<_>>();
            let pass = paper.pass_of(of.len());
            (of, pass)
        });
        Self { forms: drawn.filter(|(form, _)| !form.is_empty()).collect() }
    }

    /// How likely somebody passes of whom this is known; none where there is nothing to ask.
    #[must_use]
    pub fn forecast(&self, known: &Posterior) -> Option<Forecast> {
        let (low, high) = known.interval(LEVEL);
        let likely = self.mean(|form, pass| {
            let curves: Vec<Curve> = form.iter().map(|one| Curve::of(*one)).collect();
            known.passes(&curves.iter().collect::<Vec<_>>(), pass)
        })?;
        let at = |ability: f64| {
            self.mean(|form, pass| at_least(&form.iter().map(|one| one.right(ability)).collect::<Vec<_>>(), pass))
        };
        Some(Forecast { likely, low: at(low)?, high: at(high)? })
    }

    #[allow(clippy::cast_precision_loss, reason = "a few forms are drawn")]
    fn mean(&self, of: impl Fn(&[Parameters], usize) -> f64) -> Option<f64> {
        let sum: f64 = self.forms.iter().map(|(form, pass)| of(form, *pass)).sum();
        (!self.forms.is_empty()).then(|| sum / self.forms.len() as f64)
    }
}
