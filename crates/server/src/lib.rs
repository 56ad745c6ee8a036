//! The one binary: it serves, and it is looked after from the command line.

pub mod backup;
pub mod command;
pub mod demo;
pub mod serve;
pub mod slices;
pub mod trouble;

pub use trouble::{Outcome, Trouble};
