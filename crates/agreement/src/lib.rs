//! What was agreed with clients, and who stands where.

pub mod contract;
pub mod import;
pub mod post;
pub mod schema;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    contract::routes().and(post::routes())
}

/// What happens later: nothing yet.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default()
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
