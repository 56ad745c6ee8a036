//! A form that is sent twice does its work once.

use ground::{Fields, Result, once, secret};

use super::Door;
use crate::work::{Done, Work};

/// Runs a verb, unless this form was sent before with the same words (its hidden field `once`
/// holds a token that the page made); the answer is a short text, such as an address.
/// `purpose` and `said` tell forms of different kinds and different contents apart.
///
/// # Errors
/// What the verb returns; refused when the form was sent before with other words.
pub async fn once<F>(door: &Door, fields: &Fields, (purpose, said): (&'static str, &str), verb: F) -> Result<String>
where
    F: Fn(&mut Work<'_>) -> Result<Done<String>> + Send + 'static,
{
    let token = fields.typed("once");
    if token.is_empty() {
        return door.write(verb).await;
    }
    let (key, digest) = (format!("{} {token}", door.me.actor.id), secret::digest(said));
    let (key_kept, digest_kept) = (key.clone(), digest.clone());
    let first = move |work: &mut Work<'_>| once::first(work.connection, purpose, &key, &digest, work.now);
    if let Some(answer) = door.read(first.clone()).await? {
        return Ok(answer);
    }
    let written = door.write(move |work| {
        let done = verb(work)?;
        once::keep(work.connection, purpose, &key_kept, &digest_kept, done.value(), work.now)?;
        Ok(done)
    });
    match written.await {
        // Both arrived at the same moment; the other one was first.
        Err(error) if error.is_duplicate() => door.read(first).await?.ok_or(error),
        written => written,
    }
}
