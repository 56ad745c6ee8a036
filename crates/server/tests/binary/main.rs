//! The binary as whoever runs it sees it.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod command_line;
mod demo;
mod house;
mod moving;
mod record;
mod rows;
mod serving;
