//! Who we are, whom we serve, who serves, who may enter, and how we write to them.

pub mod client;
pub mod contact;
pub mod door;
mod forms;
pub mod job;
pub mod letter;
pub mod organization;
pub mod program;
pub mod reach;
pub mod schema;
pub mod session;
pub mod site;
pub mod staff;
pub mod sweep;
pub mod wish;
pub mod work;

pub use door::{AccountManager, Administrator, Contact, Door, Guest, Member, Officer, Program, Staff};
pub use reach::Reach;
pub use work::{Done, Me, Person, Work};

use ground::job::Timetable;
use ground::web::Routes;
use ground::words::Sentences;

/// The addresses of this slice.
#[must_use]
pub fn routes() -> Routes {
    client::routes()
        .and(site::routes())
        .and(contact::routes())
        .and(staff::routes())
        .and(organization::routes())
        .and(program::routes())
        .and(job::routes())
        .and(session::routes())
        .and(wish::routes())
        .otherwise(door::nowhere)
}

/// What happens later.
#[must_use]
pub fn jobs() -> Timetable {
    use session::jobs;
    Timetable::default().on(jobs::SEND_LINK, jobs::send_link).every_seconds(3_600, "session.sweep", jobs::sweep)
}

/// The sentences of this slice.
pub const SENTENCES: Sentences =
    Sentences { english: include_str!("../words/en.ftl"), spanish: include_str!("../words/es.ftl") };
