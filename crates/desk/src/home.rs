//! Home: what a staff member of the office finds. What needs them now comes first.

mod pages;

use ground::entry::ActorKind;
use ground::web::Routes;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    let office: &[&str] = &["supervisor", "account_manager", "administrator", "trainer"];
    Routes::default().get("/home", pages::home).entrance("/home", "home-title", (ActorKind::Staff, office))
}
