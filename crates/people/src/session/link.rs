//! Links for signing in: asked for, sent in a letter, and handed over.

use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result, job, secret};
use serde_json::json;

use super::jobs::SEND_LINK;
use super::{INVITATION_SECONDS, LINK_SECONDS, LINK_SENT, Session, letters, rows};
use crate::work::{Done, Work};

/// Asks for a link to be sent to whoever has this address. Who asks waits for the same whether or not somebody has
/// it: the letter is written later. What waits names a person in our rows, or nobody, and never the address, which
/// may be a stranger's.
pub(super) fn ask(connection: &mut DbConnection, email: &str, now: Moment) -> Result<()> {
    let person_id = rows::who_has(connection, email)?.unwrap_or_default();
    job::after(connection, SEND_LINK, Id::<Session>::fresh().as_str(), &person_id, now)
}

/// A letter with a link goes to a person. The link is good once and not for long.
///
/// # Errors
/// Not found when nobody of this name may enter.
pub(super) fn send(work: &mut Work<'_>, person_id: &str) -> Result<Done<()>> {
    let addressee = rows::addressee(work.connection, person_id)?.ok_or(Error::NotFound)?;
    let token = link_for(work, &addressee, LINK_SECONDS)?;
    letters::sign_in_link(work, &addressee, &token, LINK_SECONDS)?;
    link_sent(work, &addressee, LINK_SECONDS)
}

/// A staff member is sent the link by which they choose a password, at the beginning or anew.
///
/// # Errors
/// Not found when no staff member has this address.
pub fn invite(work: &mut Work<'_>, email: &str) -> Result<Done<()>> {
    let addressee = staff_member(work, email)?;
    let token = link_for(work, &addressee, INVITATION_SECONDS)?;
    letters::invitation(work, &addressee, &token, INVITATION_SECONDS)?;
    link_sent(work, &addressee, INVITATION_SECONDS)
}

/// A staff member is given a link by whoever sets them up on the command line, before there is mail: the address at
/// which they choose a password. No letter is written.
///
/// # Errors
/// Not found when no staff member has this address.
pub fn give_link(work: &mut Work<'_>, email: &str) -> Result<Done<String>> {
    let addressee = staff_member(work, email)?;
    let token = link_for(work, &addressee, INVITATION_SECONDS)?;
    let link = format!("{}/sign-in/link/{token}", work.app.settings.public_url);
    Ok(link_sent(work, &addressee, INVITATION_SECONDS)?.map(|()| link))
}

fn staff_member(work: &mut Work<'_>, email: &str) -> Result<rows::Addressee> {
    let (id, _) = rows::staff_by_email(work.connection, email)?.ok_or(Error::NotFound)?;
    rows::addressee(work.connection, id.as_str())?.ok_or(Error::NotFound)
}

fn link_for(work: &mut Work<'_>, addressee: &rows::Addressee, seconds: i64) -> Result<String> {
    let token = secret::token()?;
    rows::insert_link(work.connection, &token, &addressee.person, work.now, seconds)?;
    Ok(token)
}

fn link_sent(work: &mut Work<'_>, addressee: &rows::Addressee, seconds: i64) -> Result<Done<()>> {
    work.done(LINK_SENT, &addressee.person.id, (None, &json!({ "good_for_seconds": seconds })), ())
}
