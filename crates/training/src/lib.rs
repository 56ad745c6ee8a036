//! What officers hold and what they should practise next: licences, certificates, plans, and what clients' words point to.

pub mod advice;
pub mod certificate;
mod days;
mod effect;
pub mod licence;
mod officers;
pub mod plan;
pub mod schema;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    licence::routes().and(certificate::routes()).and(advice::routes()).and(plan::routes()).and(officers::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default()
        .every_seconds(3_600, "licence.remind", licence::jobs::remind)
        .every_seconds(3_600, "certificate.remind", certificate::jobs::remind)
        .every_seconds(3_600, "plan.end", plan::jobs::end)
        .every_seconds(86_400, "plan.set", plan::jobs::set)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
