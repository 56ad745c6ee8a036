//! PINs: by what an officer is known on a phone that those at a site share. They are good nowhere else.

mod pages;
pub mod rows;
mod rules;

pub use pages::is_right;
pub use rules::DIGITS;

use ground::Result;
use ground::entry::Deed;
use ground::web::Routes;
use people::work::{Done, Work};
use serde_json::json;

/// A staff member chose a PIN.
pub const CHOSEN: Deed = Deed("pin.chosen");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/me/pin", pages::show).post("/me/pin", pages::choose)
}

/// Whoever asks has another PIN from now on. The record says that it happened, and nothing about the PIN.
///
/// # Errors
/// Broken when the database says so.
pub fn choose(work: &mut Work<'_>, hash: &str) -> Result<Done<()>> {
    let me = work.me.staff_id();
    rows::save(work.connection, &me, hash, work.now)?;
    work.done(CHOSEN, me.as_str(), (None, &json!({})), ())
}
