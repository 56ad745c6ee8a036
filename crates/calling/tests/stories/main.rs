//! Stories of whom we call and how, through the front door, on both databases. What is told about a
//! concern is in `listening/tests/concern/alerts.rs`.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod devices;
mod duty;
mod ladder;

use ground::Moment;
use stage::{Stage, slices};

/// A stage with the slices up to this one.
fn stage() -> Stage {
    Stage::open(slices![people, agreement, calling])
}

/// A moment in RFC 3339.
fn when(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}
