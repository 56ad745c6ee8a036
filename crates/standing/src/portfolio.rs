//! The owner's first page: which client may leave and why, what changed this week, and whom to talk to.

mod gather;
mod pages;
mod rules;

use ground::entry::ActorKind;
use ground::web::Routes;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/portfolio", pages::show)
        .get("/portfolio.csv", pages::file)
        .get("/portfolio.parquet", pages::file)
        .destination("/portfolio", "portfolio-title", (ActorKind::Staff, &["account_manager", "administrator"]))
}
