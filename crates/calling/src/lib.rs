//! Whom of ours we call when a promise needs somebody, when, and how.

pub mod device;
pub mod duty;
pub mod ladder;
pub mod quiet;
pub mod schema;

pub use device::{Note, reach_by_push};

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    duty::routes().and(ladder::routes()).and(device::routes()).and(quiet::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default().on(device::jobs::SEND, device::jobs::send)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
