//! Stories of whom we call and how, through the front door, on both databases. What is told about a
//! concern is in `listening/tests/concern/alerts.rs`.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod devices;
mod duty;
mod ladder;

use ground::Moment;
use stage::{Slice, Stage};

/// A stage with the slices up to this one.
fn stage() -> Stage {
    Stage::open(vec![
        Slice { routes: people::routes(), jobs: people::jobs(), sentences: people::SENTENCES },
        Slice { routes: agreement::routes(), jobs: agreement::jobs(), sentences: agreement::SENTENCES },
        Slice { routes: calling::routes(), jobs: calling::jobs(), sentences: calling::SENTENCES },
    ])
}

/// A moment in RFC 3339.
fn when(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}
