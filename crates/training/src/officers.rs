//! The way to what each officer holds and practises, for those who see to it: by name, and by no figure.

mod pages;

use ground::web::Routes;

/// So many days back and ahead it is looked who stands where: a month of shifts.
pub(crate) const SHIFTS_DAYS: i64 = 28;

/// The addresses of these pages.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/training", pages::list).get("/sites/{id}/officers", pages::at_site)
}
