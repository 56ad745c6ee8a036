//! How people found our work: what they answered, with how sure one can be of it.

mod reading;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    reading::routes()
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default()
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
