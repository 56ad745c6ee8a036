//! Figures with their uncertainty: shares, means, correlations, scores, trends, survival.
//!
//! Pure: no database, no page, no clock, no file. Nothing here panics, whatever is given: what cannot
//! be said is `None` or a refusal, and each function says when. An interval comes at a level that the
//! caller gives, such as 0.95: of intervals made this way, about that share contains what is true.
//! `docs/decisions/0019-statistics.md` says why these methods.

mod correlation;
mod interval;
mod mean;
mod quantile;
mod score;
mod share;
mod survival;
mod trend;

pub use correlation::Correlation;
pub use interval::Interval;
pub use mean::{Mean, MeanDifference};
pub use score::Score;
pub use share::{Share, ShareDifference};
pub use survival::{Span, Step, Survival};
pub use trend::{Direction, LEAST_PERIODS, MOST_PERIODS, Trend, Untested};

#[cfg(test)]
mod tests;
