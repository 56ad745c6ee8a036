//! What we change because of what we heard, and whether it worked.

pub mod adjustment;
pub mod board;
pub mod facts;
pub mod outcome;
pub mod schema;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    adjustment::routes().and(outcome::routes()).and(board::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default()
        .every_seconds(60, "adjustment.follow_revisions", adjustment::jobs::follow_revisions)
        .every_seconds(300, "adjustment.ask_officers", outcome::jobs::ask)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
