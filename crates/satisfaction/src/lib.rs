//! How people found our work: what they answered, with how sure one can be of it.

pub mod asking;
pub mod facts;
pub mod figure;
pub mod own_question;
pub mod pulse;
pub mod questions;
mod reading;
pub mod round;
pub mod schema;
mod theme;
mod trend;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    reading::routes()
        .and(round::routes())
        .and(trend::routes())
        .and(asking::routes())
        .and(own_question::routes())
        .and(pulse::routes())
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
