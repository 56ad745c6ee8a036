//! What each person finds when they come in: what waits for them, and where things stand.

pub mod home;
pub mod portal;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    home::routes().and(portal::routes())
}

/// What happens later: nothing of this slice; it shows what the others do.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default()
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
