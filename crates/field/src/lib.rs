//! The officer's app: what it shows, and what it sends where there was no signal.

pub mod home;
pub mod phone;
pub mod schema;
pub mod sending;
pub mod shared;
pub mod told;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    home::routes().and(told::routes()).and(phone::routes()).and(shared::routes()).and(sending::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default().every_seconds(3_600, "sending.sweep", sending::jobs::sweep)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
