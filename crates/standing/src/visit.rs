//! Visits of supervisors: how often one is agreed for a site.

pub mod rows;
