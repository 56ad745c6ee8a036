//! What officers can, and how sure one can be of it: exams, readiness, what answers say of questions.

pub mod exam;
mod figures;
pub mod known;
pub mod paper;
pub mod parameters;
pub mod placement;
pub mod readiness;
pub mod schema;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    exam::routes().and(readiness::routes()).and(figures::routes()).and(placement::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default().every_seconds(60, "exam.close", exam::jobs::watch).every_seconds(
        86_400,
        "questions.refit",
        parameters::jobs::refit,
    )
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
