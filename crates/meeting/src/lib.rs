//! What officers and supervisors note of talking with people at a site, and the words that they gave.

pub mod coaching;
pub mod facts;
pub mod given_word;
pub mod interaction;
mod letter;
pub mod schema;

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    interaction::routes().and(given_word::routes()).and(coaching::routes())
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    Timetable::default().every_seconds(60, "given_word.ask", given_word::jobs::ask).every_seconds(
        60,
        "given_word.tell",
        given_word::jobs::tell,
    )
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
