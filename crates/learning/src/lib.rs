//! What officers learn: lessons, questions that come back before they are forgotten, dialogues.

pub mod answer;
pub mod competency;
mod lesson;
pub mod library;
pub mod question;
pub mod schema;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    lesson::routes().and(question::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default().every_seconds(600, "question.content", question::jobs::take_content).every_seconds(
        600,
        "question.orders",
        question::jobs::take_orders,
    )
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
