//! Whether health told who left: what it said ninety days before notice could be given no more, against what came.

mod gather;
mod pages;
mod rules;

use ground::web::Routes;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/health/calibration", pages::show)
}
