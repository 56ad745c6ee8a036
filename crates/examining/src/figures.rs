//! What answers say of a question: how many were right, whether it tells officers apart, and what was chosen instead.

mod gather;
mod pages;
mod rules;

use ground::web::Routes;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/questions/figures", pages::list)
        .get("/questions/figures.csv", pages::file)
        .get("/questions/figures.parquet", pages::file)
        .get("/questions/figures.xml", pages::usage::file)
        .get("/questions/{id}/figures", pages::show)
}
