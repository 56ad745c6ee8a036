//! Quiet hours: when somebody is written to and nothing is pushed, but for the gravest.

pub(crate) mod pages;
pub mod rows;
mod rules;

pub use rules::Quiet;

use ground::Result;
use ground::entry::Deed;
use ground::web::Routes;
use people::work::{Done, Work};

/// Somebody said when it is quiet for them, or that it never is.
pub const SAID: Deed = Deed("quiet.said");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().post("/me/quiet", pages::say)
}

/// Somebody says when it is quiet for them; with none, it never is.
///
/// # Errors
/// Broken when the database says so.
pub fn say(work: &mut Work<'_>, quiet: Option<&Quiet>) -> Result<Done<()>> {
    let me = work.me.staff_id();
    let before = rows::of_staff(work.connection, &me)?;
    rows::save(work.connection, &me, quiet)?;
    work.done(SAID, me.as_str(), (Some(&before.as_ref()), &quiet), ())
}
