//! Stories of how we stand with a client, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod calendar;
mod health;
mod portfolio;
mod renewal;

use stage::{Slice, Stage};

/// A stage with the slices up to this one.
fn stage() -> Stage {
    Stage::open(vec![
        Slice { routes: people::routes(), jobs: people::jobs(), sentences: people::SENTENCES },
        Slice { routes: agreement::routes(), jobs: agreement::jobs(), sentences: agreement::SENTENCES },
        Slice { routes: calling::routes(), jobs: calling::jobs(), sentences: calling::SENTENCES },
        Slice { routes: listening::routes(), jobs: listening::jobs(), sentences: listening::SENTENCES },
        Slice { routes: meeting::routes(), jobs: meeting::jobs(), sentences: meeting::SENTENCES },
        Slice { routes: orders::routes(), jobs: orders::jobs(), sentences: orders::SENTENCES },
        Slice { routes: briefing::routes(), jobs: briefing::jobs(), sentences: briefing::SENTENCES },
        Slice { routes: adjustments::routes(), jobs: adjustments::jobs(), sentences: adjustments::SENTENCES },
        Slice { routes: satisfaction::routes(), jobs: satisfaction::jobs(), sentences: satisfaction::SENTENCES },
        Slice { routes: standing::routes(), jobs: standing::jobs(), sentences: standing::SENTENCES },
    ])
}
