//! The report: a month or a quarter of one client, at one site or at all, as the client may read it.
//!
//! It is no row: it is gathered anew from what every slice knows, and says of when its knowledge is.

mod charts;
mod gather;
mod pages;
mod paper;
mod period;
mod shown;

pub use gather::{Asked, InTime, Month, Named, Report, as_client, gather};
pub use paper::{Frame, document};
pub use period::Period;
pub use shown::{Said, Section, Shown, shown};

use ground::entry::ActorKind;
use ground::web::Routes;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/portal/reports", pages::list)
        .get("/portal/reports/{period}", pages::portal)
        .get("/portal/reports/{period}/paper", pages::portal_paper)
        .post("/portal/reports/{period}/concerns", pages::telling::tell)
        .get("/clients/{id}/reports", pages::staff_list)
        .get("/clients/{id}/reports/{period}", pages::staff)
        .get("/clients/{id}/reports/{period}/paper", pages::staff_paper)
        .get("/clients/{id}/pack", pages::pack)
        .get("/clients/{id}/pack/paper", pages::pack_paper)
        .destination("/portal/reports", "reports-title", (ActorKind::Contact, &[]))
}
