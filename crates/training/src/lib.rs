//! What officers hold and what they should practise next: licences, certificates, plans, and what clients' words point to.

pub mod advice;
pub mod certificate;
mod days;
pub mod licence;
pub mod schema;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    licence::routes().and(certificate::routes()).and(advice::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default().every_seconds(3_600, "licence.remind", licence::jobs::remind)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
