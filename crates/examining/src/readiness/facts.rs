//! What later slices may know of what an officer answered.

use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use people::staff::StaffMember;
use statistics::Share;

use super::rules;
use crate::known::{self, Pool};

/// What an officer answered about a competency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Which.
    pub competency: String,
    /// How many of how many answers were right.
    pub right: Share,
    /// When the newest of them was given.
    pub newest: Option<Moment>,
}

/// What an officer answered about each competency of which they answered something.
///
/// # Errors
/// Broken when the database says so.
pub fn about(connection: &mut DbConnection, pool: &Pool, staff_id: &Id<StaffMember>) -> Result<Vec<About>> {
    let told = known::told_by(connection, pool, staff_id)?;
    let answers: Vec<(usize, bool)> = told.iter().map(|(place, right, _)| (*place, *right)).collect();
    let newest = |competency: &str| {
        let theirs = told.iter().filter(|(place, ..)| pool.questions[*place].competency == competency);
        theirs.map(|(.., at)| *at).max()
    };
    let about = rules::about(pool, &answers).into_iter();
    Ok(about.map(|one| About { newest: newest(&one.id), competency: one.id, right: one.share }).collect())
}
