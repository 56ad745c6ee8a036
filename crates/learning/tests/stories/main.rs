//! Stories of officers who learn, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod exchange;
mod practice;
mod question;
mod rehearsal;

use stage::{Slice, Stage};

/// A stage with the content that we carry.
fn stage() -> Stage {
    let stage = Stage::open(vec![
        Slice { routes: people::routes(), jobs: people::jobs(), sentences: people::SENTENCES },
        Slice { routes: agreement::routes(), jobs: agreement::jobs(), sentences: agreement::SENTENCES },
        Slice { routes: calling::routes(), jobs: calling::jobs(), sentences: calling::SENTENCES },
        Slice { routes: listening::routes(), jobs: listening::jobs(), sentences: listening::SENTENCES },
        Slice { routes: orders::routes(), jobs: orders::jobs(), sentences: orders::SENTENCES },
        Slice { routes: briefing::routes(), jobs: briefing::jobs(), sentences: briefing::SENTENCES },
        Slice { routes: learning::routes(), jobs: learning::jobs(), sentences: learning::SENTENCES },
    ]);
    stage.run_jobs();
    stage
}
