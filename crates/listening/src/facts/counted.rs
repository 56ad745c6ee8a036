//! What was told, as far as a later slice counts it: where, when and about what, never in which words.

pub use super::rows::counted::{Counted, since};
