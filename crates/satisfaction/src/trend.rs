//! How what people answer goes from round to round: of all clients together, or of one.

mod drawn;
mod pages;
mod rules;

use ground::web::Routes;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/surveys/trend", pages::show)
        .get("/surveys/trend.csv", pages::file)
        .get("/surveys/trend.parquet", pages::file)
}
