//! Stories of what officers hold and practise next, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod certificate;
mod licence;

use stage::{Slice, Stage};

fn stage() -> Stage {
    let stage = Stage::open(vec![
        Slice { routes: people::routes(), jobs: people::jobs(), sentences: people::SENTENCES },
        Slice { routes: agreement::routes(), jobs: agreement::jobs(), sentences: agreement::SENTENCES },
        Slice { routes: calling::routes(), jobs: calling::jobs(), sentences: calling::SENTENCES },
        Slice { routes: listening::routes(), jobs: listening::jobs(), sentences: listening::SENTENCES },
        Slice { routes: meeting::routes(), jobs: meeting::jobs(), sentences: meeting::SENTENCES },
        Slice { routes: orders::routes(), jobs: orders::jobs(), sentences: orders::SENTENCES },
        Slice { routes: briefing::routes(), jobs: briefing::jobs(), sentences: briefing::SENTENCES },
        Slice { routes: satisfaction::routes(), jobs: satisfaction::jobs(), sentences: satisfaction::SENTENCES },
        Slice { routes: learning::routes(), jobs: learning::jobs(), sentences: learning::SENTENCES },
        Slice { routes: examining::routes(), jobs: examining::jobs(), sentences: examining::SENTENCES },
        Slice { routes: training::routes(), jobs: training::jobs(), sentences: training::SENTENCES },
    ]);
    stage.run_jobs();
    stage
}
