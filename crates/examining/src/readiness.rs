//! How likely an officer passes each exam today, where they stand in each competency, and whether such forecasts came true.

mod calibration;
pub mod facts;
mod pages;
mod rules;

pub(crate) use pages::{percent, say_ability};

use ground::web::Routes;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/readiness", pages::mine)
        .get("/readiness/calibration", calibration::show)
        .get("/readiness/of/{id}", pages::of)
}
