//! Which concern a mail names. That it names one proves nothing about its sender.

use ground::letter::{self, Letter};
use ground::{Error, Id, Result};
use listening::concern::{self, Concern, number};
use people::work::Work;

use super::{Arrival, Mail, MatchedBy};

/// The concern that a mail names, and by what.
pub(super) struct Named {
    pub(super) by: MatchedBy,
    pub(super) concern: Concern,
}

/// The concern: by the Message-IDs of ours that it answers, closest first; by an address for
/// answers; by a number in its subject.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn named(work: &mut Work<'_>, arrival: &Arrival, mail: &Mail) -> Result<Option<Named>> {
    if let Some((_, Some(concern))) = letter(work, mail.answers.iter())? {
        return Ok(Some(Named { by: MatchedBy::MessageId, concern }));
    }
    for address in arrival.envelope.recipients.iter().chain(&mail.recipients) {
        if let Some(id) = letter::thread::thing_of(work.app, address)
            && let Some(concern) = known(work, &id)?
        {
            return Ok(Some(Named { by: MatchedBy::ReplyAddress, concern }));
        }
    }
    for piece in mail.subject.split('[').skip(1).take(5) {
        let token = piece.split_once(']').and_then(|(token, _)| number::read(token));
        if let Some(token) = token
            && let Some(concern) = concern::rows::any_by_number(work.connection, &token)?
        {
            return Ok(Some(Named { by: MatchedBy::SubjectToken, concern }));
        }
    }
    Ok(None)
}

/// The first letter of ours among some Message-IDs, and the concern that it is about, if it is about one.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn letter<'a>(
    work: &mut Work<'_>,
    message_ids: impl Iterator<Item = &'a String>,
) -> Result<Option<(Letter, Option<Concern>)>> {
    let mut about_none = None;
    for message_id in message_ids {
        let Some(id) = letter::thread::ours(work.app, message_id) else { continue };
        let letter = match letter::find(work.connection, &id) {
            Ok(letter) => letter,
            Err(Error::NotFound) => continue,
            Err(error) => return Err(error),
        };
        match known(work, &letter.about_id)? {
            Some(concern) => return Ok(Some((letter, Some(concern)))),
            None => about_none = about_none.or(Some((letter, None))),
        }
    }
    Ok(about_none)
}

fn known(work: &mut Work<'_>, id: &str) -> Result<Option<Concern>> {
    match Id::parse(id).map(|id| concern::rows::any(work.connection, &id)) {
        None | Some(Err(Error::NotFound)) => Ok(None),
        Some(Ok(concern)) => Ok(Some(concern)),
        Some(Err(error)) => Err(error),
    }
}
