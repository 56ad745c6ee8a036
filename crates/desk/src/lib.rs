//! What each person finds when they come in: what waits for them, and where things stand.

pub mod digest;
pub mod home;
pub mod portal;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    home::routes().and(portal::routes()).and(digest::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    use digest::jobs;
    Timetable::default().every_seconds(jobs::WRITING_SECONDS, "digest.write", jobs::write).every_seconds(
        jobs::BEGINNING_SECONDS,
        "digest.begin",
        jobs::begin,
    )
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
