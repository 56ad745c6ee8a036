//! What answers say of officers and of questions. Pure: it knows no database, page or clock.
//!
//! The model is that of two parameters (Birnbaum, in Lord and Novick, Statistical Theories of Mental Test Scores, 1968):
//! whoever's ability equals a question's difficulty is right half of the time, and its discrimination says how steeply that
//! changes. Ability is measured in logits, with the people of a company around 0 and one standard deviation 1. Nothing here
//! is multiplied by 1.7.

mod adaptive;
mod classical;
mod fit;
mod form;
mod model;
mod passing;
mod posterior;

pub use adaptive::{Stop, next, stop};
pub use classical::{Choices, Flag, item_rest, reliability, standard_error};
pub use fit::{Answer, Fit, Prior, Unfit, fit};
pub use form::{Candidate, TooFew, assemble};
pub use model::{Curve, Parameters};
pub use passing::{at_least, scores};
pub use posterior::Posterior;
