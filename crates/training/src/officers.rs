//! The way to what each officer holds and practises, for those who see to it: by name, and by no figure.

mod pages;

use ground::web::Routes;

/// The addresses of these pages.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/training", pages::list).get("/sites/{id}/officers", pages::at_site)
}
