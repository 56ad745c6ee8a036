//! What ties a letter to a conversation: Message-IDs and reply addresses that carry a mark which only we can
//! make, so that a reply finds its place, and somebody who guesses does not.

use diesel::prelude::*;

use super::rows;
use crate::db::DbConnection;
use crate::db::schema::thread_mail;
use crate::{App, Result, secret};

/// How many bytes of the mark a Message-ID carries.
const ID_MARK_BYTES: usize = 8;
/// How many bytes of the mark a reply address carries: what stands before an `@` has room for 64 letters
/// (RFC 5321 4.5.3.1.1).
const ADDRESS_MARK_BYTES: usize = 6;
/// How many letters of hex name a thing.
const THING_LETTERS: usize = 32;

/// The Message-ID of a letter, with its brackets.
pub(super) fn message_id(app: &App, letter_id: &str) -> String {
    let mark = app.keys.keyed("letter", letter_id);
    format!("<{letter_id}.{}@{}>", secret::hex(&mark[..ID_MARK_BYTES]), domain(app))
}

/// The Message-ID under which mail programs gather all letters about a thing. No letter has it.
fn root_id(app: &App, thing_id: &str) -> String {
    let mark = app.keys.keyed("thread", thing_id);
    format!("<{thing_id}.thread.{}@{}>", secret::hex(&mark[..ID_MARK_BYTES]), domain(app))
}

/// The name of our letter that has this Message-ID; none when the mark is not ours. The domain may have changed
/// since.
#[must_use]
pub fn ours(app: &App, message_id: &str) -> Option<String> {
    let inside = message_id.trim().trim_start_matches('<').trim_end_matches('>');
    let (letter_id, mark) = inside.split_once('@')?.0.split_once('.')?;
    let mark: [u8; ID_MARK_BYTES] = secret::from_hex(mark)?;
    app.keys.made("letter", letter_id, &mark).then(|| letter_id.to_owned())
}

/// Where a reply about a thing goes; none where no mail comes in, or the thing has no usual name.
#[must_use]
pub fn reply_address(app: &App, thing_id: &str) -> Option<String> {
    let (local, domain) = app.settings.mail_address.as_deref()?.split_once('@')?;
    let thing = uuid::Uuid::try_parse(thing_id).ok()?;
    Some(format!("{local}+{}{}@{domain}", thing.simple(), address_mark(app, thing_id)))
}

/// The thing that a reply to this address is about; none when the address or its mark is not ours. Letters may
/// have become large or small on the way.
#[must_use]
pub fn thing_of(app: &App, address: &str) -> Option<String> {
    let address = address.trim().to_lowercase();
    let (ours, our_domain) = app.settings.mail_address.as_deref()?.split_once('@')?;
    let (local, domain) = address.rsplit_once('@')?;
    let (name, tag) = local.split_once('+')?;
    if (name, domain) != (ours.to_lowercase().as_str(), our_domain.to_lowercase().as_str()) {
        return None;
    }
    let (thing, mark) = tag.split_at_checked(THING_LETTERS)?;
    let thing_id = uuid::Uuid::try_parse(thing).ok()?.to_string();
    let mark: [u8; ADDRESS_MARK_BYTES] = secret::from_hex(mark)?;
    app.keys.made("reply", &thing_id, &mark).then_some(thing_id)
}

fn address_mark(app: &App, thing_id: &str) -> String {
    secret::hex(&app.keys.keyed("reply", thing_id)[..ADDRESS_MARK_BYTES])
}

/// A mail about a thing reached us; the first one is what its conversation began with, and letters answer the
/// last one.
///
/// # Errors
/// Broken when the database says so.
pub fn began_with(connection: &mut DbConnection, thing_id: &str, message_id: &str) -> Result<()> {
    let row = thread_mail::table.find(thing_id);
    let known = diesel::update(row).set(thread_mail::last_id.eq(message_id)).execute(connection)?;
    if known == 0 {
        let ids = (thread_mail::first_id.eq(message_id), thread_mail::last_id.eq(message_id));
        diesel::insert_into(thread_mail::table)
            .values((thread_mail::thing_id.eq(thing_id), ids.0, ids.1))
            .execute(connection)?;
    }
    Ok(())
}

/// The Message-IDs of what comes before a new letter about a thing: the root, the mail with which it began, our
/// last letter to the same address, the last mail. The last of them is what the letter answers.
pub(super) fn before(app: &App, connection: &mut DbConnection, thing_id: &str, to: &str) -> Result<String> {
    let mail: Option<(String, String, String)> = thread_mail::table.find(thing_id).first(connection).optional()?;
    let (first, last) = mail.map_or((None, None), |(_, first, last)| (Some(first), Some(last)));
    let last = last.filter(|last| first.as_ref() != Some(last));
    let letter = rows::last_in_thread(connection, thing_id, to)?;
    let ids = [Some(root_id(app, thing_id)), first, letter, last];
    Ok(ids.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// The domain of whom letters are from.
fn domain(app: &App) -> &str {
    let (_, domain) = app.settings.mail_from.rsplit_once('@').unwrap_or(("", "localhost.localdomain"));
    domain.trim_end_matches('>').trim()
}
