//! Lessons: what an officer reads of a competency, in five minutes.

mod pages;

use ground::web::Routes;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/learning/{competency}", pages::show)
}
