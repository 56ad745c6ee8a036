//! A letter about a concern did not arrive: the record says so, and those above the site are told.

use calling::ladder::Whom;
use ground::letter::{self, Letter};
use ground::{App, Error, Id, Moment, Result};
use people::Door;
use people::site;
use people::work::{Done, Work};
use serde_json::json;

use super::{LETTER_CAME_BACK, letters};
use crate::concern;

/// What the job does with the name of a letter that did not arrive. What is about no concern stands on the page of
/// whoever has the address.
///
/// # Errors
/// Broken when the database says so.
pub fn tell(app: &App, now: Moment, letter_id: &str) -> Result<()> {
    let door = Door::of_system(app, now);
    let letter = app.db.read_here(|connection| letter::find(connection, letter_id))?;
    match door.write(move |work| told(work, &letter)) {
        Ok(()) | Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

/// The account managers are told of a letter to whoever told us, each once; of a letter to one of ours, which the
/// next rung of the ladder makes up for, the record alone says that it did not arrive.
fn told(work: &mut Work<'_>, letter: &Letter) -> Result<Done<()>> {
    let id = Id::known(letter.about_id.clone());
    let case = concern::rows::case(work, &id)?;
    let why = letter.failure.as_deref().unwrap_or_default();
    if letter.kind.starts_with("concern.") {
        let site = site::rows::any(work.connection, &case.concern.site_id)?;
        for member in super::on_rung(work, &case, Whom::AccountManagers)? {
            letters::came_back(work, (&case.concern, &site), why, &member)?;
        }
    }
    work.done(
        LETTER_CAME_BACK,
        id.as_str(),
        (None, &json!({ "letter": letter.kind, "why": letter::failure_key(why) })),
        (),
    )
}
