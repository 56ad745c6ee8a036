//! What officers must know before they stand: temporary orders, and who confirmed what they read.

pub mod confirmation;
pub mod facts;
pub mod pin;
pub mod post_briefing;
pub mod schema;
pub mod temporary;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    temporary::routes().and(post_briefing::routes()).and(confirmation::routes()).and(pin::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default()
        .every_seconds(300, "temporary.ask", temporary::jobs::ask)
        .every_seconds(60, "confirmation.announce", confirmation::jobs::announce)
        .every_seconds(60, "confirmation.tell", confirmation::jobs::tell)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
