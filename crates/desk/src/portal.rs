//! The portal: what a contact of a client finds. What waits for them comes first.

mod pages;
mod rules;

pub(crate) use rules::{beginning, waits_for};

use ground::entry::ActorKind;
use ground::web::Routes;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/portal", pages::home)
        .get("/portal/concerns", pages::list)
        .get("/portal/concerns/new", pages::telling::form)
        .post("/portal/concerns", pages::telling::tell)
        .get("/portal/concerns/{id}", pages::concern::show)
        .post("/portal/concerns/{id}/messages", pages::concern::say)
        .post("/portal/concerns/{id}/check-back", pages::concern::check_back)
        .post("/portal/concerns/{id}/reopening", pages::concern::reopen)
        .entrance("/portal", "portal-title", (ActorKind::Contact, &[]))
        .destination("/portal/concerns", "portal-told", (ActorKind::Contact, &[]))
}
