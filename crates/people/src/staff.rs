//! Staff members: people of the organization, and what they do.

pub mod rows;
mod rules;

pub(crate) use rules::language;
pub use rules::{NewStaffMember, Role, Roles, StaffMember};
