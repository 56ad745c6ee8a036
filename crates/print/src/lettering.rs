//! Letters: what may be printed, in which font, how wide, and where a line ends.

pub(crate) mod clean;
pub(crate) mod fonts;
pub(crate) mod paragraph;
pub(crate) mod shape;
