//! Stories of what was agreed and who stands where, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod contracts;
mod import;
mod posts;

use ground::Moment;
use stage::{Slice, Stage};

/// A stage with the slices up to this one.
fn stage() -> Stage {
    let people = Slice { routes: people::routes(), jobs: people::jobs(), sentences: people::SENTENCES };
    let agreement = Slice { routes: agreement::routes(), jobs: agreement::jobs(), sentences: agreement::SENTENCES };
    Stage::open(vec![people, agreement])
}

/// A moment in RFC 3339.
fn when(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}
