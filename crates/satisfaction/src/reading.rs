//! What was answered when we asked whether it helped: every figure with its number of answers and how sure one can be.

mod pages;
mod rules;

use ground::entry::ActorKind;
use ground::web::Routes;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    let staff = &["supervisor", "account_manager", "administrator"];
    Routes::default()
        .get("/satisfaction", pages::show)
        .get("/satisfaction.csv", pages::file)
        .get("/satisfaction.parquet", pages::file)
        .destination("/satisfaction", "satisfaction-title", (ActorKind::Staff, staff))
}
