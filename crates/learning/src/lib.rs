//! What officers learn: lessons, questions that come back before they are forgotten, dialogues.

pub mod answer;
pub mod card;
pub mod competency;
pub mod exchange;
pub mod forgetting;
mod lesson;
pub mod library;
pub mod mixed;
pub mod parts;
pub mod practice;
pub mod preferred;
pub mod question;
pub mod rehearsal;
pub mod schema;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    practice::routes().and(lesson::routes()).and(rehearsal::routes()).and(question::routes()).and(exchange::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default()
        .on(card::RECKON, card::jobs::reckon)
        .every_seconds(600, "question.content", question::jobs::take_content)
        .every_seconds(600, "question.orders", question::jobs::take_orders)
        .every_seconds(86_400, "forgetting.fit", forgetting::jobs::fit)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
