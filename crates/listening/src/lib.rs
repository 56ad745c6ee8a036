//! What people tell us, what we answer, and by when.

pub mod alert;
pub mod check_back;
pub mod concern;
pub mod conversation;
pub mod facts;
pub mod promise;
pub mod queue;
pub mod schema;
pub mod sign;

use ground::job::Timetable;
use ground::letter;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    queue::routes()
        .and(concern::routes())
        .and(promise::routes())
        .and(alert::routes())
        .and(conversation::routes())
        .and(check_back::routes())
        .and(sign::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    use check_back::jobs;
    Timetable::default()
        .on(letter::CAME_BACK, alert::came_back::tell)
        .every_seconds(alert::jobs::TELLING_SECONDS, "concern.tell_staff", alert::jobs::tell)
        .every_seconds(jobs::ASKING_SECONDS, "concern.ask_whether_it_helped", jobs::ask)
        .every_seconds(300, "concern.close_in_silence", jobs::close)
        .every_seconds(300, "concern.find_owners", queue::jobs::find_owners)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
