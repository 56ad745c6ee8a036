//! Wishes: what somebody wants to be written about.

mod pages;
mod rules;

pub(crate) use rules::{choices, shown};

use ground::entry::Deed;
use ground::letter::{self, Class, unwanted};
use ground::web::Routes;
use ground::{Error, Result};
use serde_json::json;

use crate::session::{self, PersonKey};
use crate::work::{Done, Work};

/// Somebody switched a sort of letters off or on, by the link of a letter.
pub const SWITCHED: Deed = Deed("wish.switched");
/// Somebody who is signed in chose what they want to be written about.
pub const CHOSEN: Deed = Deed("wish.chosen");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/letters/off/{token}", pages::ask)
        .post("/letters/off/{token}", pages::switch)
        .post("/me/letters", pages::choose)
}

/// Whoever holds a letter switches off the sort that it belongs to, or on again.
///
/// # Errors
/// Not found when there is no such letter, or when it is of a sort that is never switched off.
pub fn switch(work: &mut Work<'_>, letter_id: &str, wanted: bool) -> Result<Done<()>> {
    let letter = letter::find(work.connection, letter_id)?;
    if letter.class == Class::Essential {
        return Err(Error::NotFound);
    }
    let before = wants(work, &letter.to_address, letter.class)?;
    unwanted::save(work.connection, &letter.to_address, letter.class, wanted, work.now)?;
    let record = |wanted: bool| json!({ letter.class.word(): wanted });
    work.done(SWITCHED, letter_id, (Some(&record(before)), &record(wanted)), ())
}

/// A person chooses what they want to be written about, of the sorts that there are for them.
///
/// # Errors
/// Not found when they may no longer enter.
pub(crate) fn choose(work: &mut Work<'_>, person: &PersonKey, wanted: &[Class]) -> Result<Done<()>> {
    let address = session::rows::addressee(work.connection, &person.id)?.ok_or(Error::NotFound)?.email;
    let (mut before, mut after) = (serde_json::Map::new(), serde_json::Map::new());
    for class in rules::of(person.kind) {
        let wants_it = wanted.contains(class);
        before.insert(class.word().to_owned(), wants(work, &address, *class)?.into());
        after.insert(class.word().to_owned(), wants_it.into());
        unwanted::save(work.connection, &address, *class, wants_it, work.now)?;
    }
    work.done(CHOSEN, &person.id, (Some(&before), &after), ())
}

fn wants(work: &mut Work<'_>, address: &str, class: Class) -> Result<bool> {
    Ok(!unwanted::of(work.connection, address)?.contains(&class))
}
