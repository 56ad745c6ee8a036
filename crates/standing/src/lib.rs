//! How we stand with each client: health with its reasons, what comes up for renewal, and who was visited.

pub mod calendar;
mod calibration;
pub mod health;
mod portfolio;
pub mod renewal;
pub mod retention;
pub mod schema;
pub mod task;
pub mod visit;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    let standing = health::routes().and(calibration::routes()).and(visit::routes()).and(portfolio::routes());
    standing.and(renewal::routes()).and(retention::routes()).and(task::routes()).and(calendar::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default()
        .every_seconds(60, "health.follow", health::jobs::follow)
        .every_seconds(900, "health.daily", health::jobs::daily)
        .every_seconds(3_600, "renewal.plan", task::jobs::plan)
        .every_seconds(3_600, "renewal.remind", task::jobs::remind)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
