//! A form that is sent twice does its work once.

use ground::{Fields, Result, once, secret};
use people::door::Contact;
use people::work::{Done, Work};

/// The token of a form that is shown now.
pub(super) fn token() -> Result<String> {
    secret::token()
}

/// Runs a verb, unless this form was sent before with the same words; the answer is an address.
///
/// # Errors
/// What the verb returns; refused when the form was sent before with other words.
pub(super) async fn once<F>(contact: &Contact, fields: &Fields, said: &str, verb: F) -> Result<String>
where
    F: Fn(&mut Work<'_>) -> Result<Done<String>> + Send + 'static,
{
    const PURPOSE: &str = "portal";
    let token = fields.typed("once");
    if token.is_empty() {
        return contact.write(verb).await;
    }
    let (key, digest) = (format!("{} {token}", contact.me.actor.id), secret::digest(said));
    let (key_kept, digest_kept) = (key.clone(), digest.clone());
    let first = move |work: &mut Work<'_>| once::first(work.connection, PURPOSE, &key, &digest, work.now);
    if let Some(answer) = contact.read(first.clone()).await? {
        return Ok(answer);
    }
    let written = contact.write(move |work| {
        let done = verb(work)?;
        once::keep(work.connection, PURPOSE, &key_kept, &digest_kept, done.value(), work.now)?;
        Ok(done)
    });
    match written.await {
        // Both arrived at the same moment; the other one was first.
        Err(error) if error.is_duplicate() => contact.read(first).await?.ok_or(error),
        written => written,
    }
}
