//! Home: what a staff member finds. What needs them now comes first.

mod pages;

use ground::entry::ActorKind;
use ground::web::Routes;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/home", pages::home).entrance("/home", "home-title", (ActorKind::Staff, &[]))
}
