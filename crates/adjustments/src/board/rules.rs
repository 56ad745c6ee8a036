//! What stands on a board.

use ground::Moment;

use crate::outcome::Verdict;

/// What was said, and what we did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What was told, in a sentence that names nobody.
    pub said: String,
    /// What changed.
    pub did: String,
    /// Since when.
    pub since_at: Moment,
    /// Whether it worked, as those who told us say.
    pub verdict: Verdict,
}
