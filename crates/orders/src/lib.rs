//! What officers stand by: post orders, their revisions, and the client's approval.

pub mod approval;
pub mod draft;
pub mod facts;
pub mod post_orders;
pub mod printed;
pub mod revision;
pub mod schema;
pub mod secret;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    post_orders::routes().and(draft::routes()).and(revision::routes()).and(approval::routes()).and(secret::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    use revision::jobs;
    Timetable::default().every_seconds(jobs::LOOKING_SECONDS, "revision.go_on", jobs::go_on)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
