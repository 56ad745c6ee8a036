//! The board of a site: "you said, we did". It names nobody, so that it may hang in a lobby.

mod pages;
mod rules;

pub use rules::Pair;

use ground::Result;
use ground::web::Routes;
use people::site::Site;
use people::work::Work;

use crate::adjustment;
use crate::outcome::{self, Verdict};

/// How many pairs a board holds.
const PAIRS: i64 = 12;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/sites/{id}/board", pages::show).get("/sites/{id}/board/paper", pages::paper)
}

/// What was said at a site and what we did, the newest first, with whether it worked.
///
/// # Errors
/// Broken when the database says so.
pub fn of_site(work: &mut Work<'_>, site: &Site) -> Result<Vec<Pair>> {
    let shown = adjustment::rows::on_board(work.connection, &site.id, PAIRS)?;
    let pair = |adjustment: adjustment::Adjustment| {
        let verdict = Verdict::of(&outcome::of_those_who_told_us(work, &adjustment)?);
        let since_at = adjustment.ended_at.unwrap_or(adjustment.opened_at);
        Ok(Pair { said: adjustment.said, did: adjustment.headline, since_at, verdict })
    };
    shown.into_iter().map(pair).collect()
}
