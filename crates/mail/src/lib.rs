//! What comes in by mail, and what becomes of it.

pub mod arrival;
pub mod lmtp;
pub mod mailbox;
pub mod reading;
pub mod schema;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    arrival::routes()
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default().on(arrival::jobs::TAKE_IN, arrival::jobs::take_in).every_seconds(
        mailbox::jobs::LOOKING_SECONDS,
        "mail.fetch",
        mailbox::jobs::fetch,
    )
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
