//! What an officer finds on their phone: where they stand, what is new, and one large button.

mod pages;

pub(crate) use pages::for_anybody;
pub use pages::pages_to_take;

use ground::entry::ActorKind;
use ground::web::Routes;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    let officer: &[&str] = &["officer"];
    Routes::default()
        .get("/field", pages::home)
        .get("/field/sent", pages::sent)
        .get("/field/concerns", pages::concerns)
        .get("/field/offline", pages::offline)
        .get("/manifest.webmanifest", pages::manifest)
        .entrance("/field", "app-title", (ActorKind::Staff, officer))
        .destination("/field/sent", "app-sent", (ActorKind::Staff, officer))
        .destination("/field/concerns", "app-concerns", (ActorKind::Staff, officer))
}
