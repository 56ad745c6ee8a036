//! Stories of officers who learn, through the front door, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod exchange;
mod practice;
mod question;
mod rehearsal;

use stage::{Stage, slices};

/// A stage with the content that we carry.
fn stage() -> Stage {
    let stage = Stage::open(slices![people, agreement, calling, listening, orders, briefing, learning]);
    stage.run_jobs();
    stage
}
