//! Moodle XML.

pub(crate) mod read;
mod texts;
pub(crate) mod write;
