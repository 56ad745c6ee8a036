//! Stories of what was agreed and who stands where, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod contracts;
mod import;
mod posts;

use ground::Moment;
use stage::{Stage, slices};

/// A stage with the slices up to this one.
fn stage() -> Stage {
    Stage::open(slices![people, agreement])
}

/// A moment in RFC 3339.
fn when(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}
