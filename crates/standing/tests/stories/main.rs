//! Stories of how we stand with a client, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod calendar;
mod health;
mod portfolio;
mod renewal;

use stage::{Stage, slices};

/// A stage with the slices up to this one.
fn stage() -> Stage {
    Stage::open(slices![
        people,
        agreement,
        calling,
        listening,
        meeting,
        orders,
        briefing,
        adjustments,
        satisfaction,
        standing
    ])
}
