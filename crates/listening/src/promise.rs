//! Promises: due times that were given. A missed one is never erased.

pub mod badge;
pub mod clock;
mod rules;

pub use rules::{Pause, Promise, Step, Terms};
