//! By what a mail says which of our letters it answers: a Message-ID and an address that only we
//! can have made, for both carry a keyed digest.

use ground::Moment;
use ground::db::DbConnection;
use ground::secret::{self, Keys};
use ground::{App, Result};

/// How many bytes of the keyed digest stand in a name.
const DIGEST_BYTES: usize = 6;

/// The letter that a Message-ID of ours names; `None` when we did not make it.
#[must_use]
pub fn ours(app: &App, message_id: &str) -> Option<String> {
    let inside = message_id.trim().strip_prefix('<')?.strip_suffix('>')?;
    let (name, _domain) = inside.split_once('@')?;
    let (id, digest) = name.split_once('.')?;
    is_equal(digest, &keyed(&app.keys, "letter", id)).then(|| id.to_owned())
}

/// The Message-ID of a letter.
#[must_use]
pub fn message_id(app: &App, letter_id: &str) -> String {
    format!("<{letter_id}.{}@rapport>", keyed(&app.keys, "letter", letter_id))
}

/// Where an answer about a thing comes in; none without an address for mail.
#[must_use]
pub fn reply_address(app: &App, thing_id: &str) -> Option<String> {
    let (local, domain) = app.settings.mail_address.as_deref()?.split_once('@')?;
    let id = thing_id.replace('-', "");
    Some(format!("{local}+{id}{}@{domain}", keyed(&app.keys, "reply", &id)))
}

/// The thing that such an address names; `None` when we did not make it.
#[must_use]
pub fn thing_of(app: &App, address: &str) -> Option<String> {
    let (local, domain) = app.settings.mail_address.as_deref()?.split_once('@')?;
    let (name, at) = address.split_once('@')?;
    let tag = name.strip_prefix(local)?.strip_prefix('+')?;
    let id = tag.get(..32).filter(|_| at == domain)?;
    let fits = is_equal(&tag[32..], &keyed(&app.keys, "reply", id));
    let dashed = || [&id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..]].join("-");
    (fits && id.is_ascii()).then(dashed)
}

/// A letter did not reach whom it was for.
///
/// # Errors
/// Broken when the database says so.
pub fn delivery_failed(_: &mut DbConnection, _letter_id: &str, _permanent: bool, _why: &str, _: Moment) -> Result<()> {
    Ok(())
}

fn keyed(keys: &Keys, purpose: &str, words: &str) -> String {
    secret::hex(&keys.keyed(purpose, words)[..DIGEST_BYTES])
}

/// Compares in a time that does not tell how much was right.
fn is_equal(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}
