//! What a client reads of a month or a quarter: what they told us, what we did, and whether it worked; on one page, on paper.

pub mod posting;
pub mod report;
pub mod schema;
pub mod subscription;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    report::routes().and(subscription::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default().every_seconds(600, "report.post", posting::jobs::post)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
