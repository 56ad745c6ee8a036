//! How people found our work: what they answered, with how sure one can be of it.

pub mod asking;
pub mod facts;
pub mod figure;
pub mod questions;
mod reading;
pub mod round;
pub mod schema;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    reading::routes().and(round::routes()).and(asking::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default()
        .every_seconds(600, "survey_round.close", round::jobs::close)
        .every_seconds(600, "survey_round.repeat", round::jobs::repeat)
        .every_seconds(600, "asking.ask", asking::jobs::ask)
        .every_seconds(600, "asking.remind", asking::jobs::remind)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
