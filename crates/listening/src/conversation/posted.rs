//! What whoever told us says by mail.

use ground::{Id, Result, letter};
use people::work::{Done, Work};

use super::{Author, HEARD, Kind, Message, Posted, rows};
use crate::check_back::REOPENED;
use crate::concern::{self, Concern, change_saying};

/// Whoever told us says more by mail. Of a closed concern `opens` says whether that opens it
/// again; a word of thanks does not, and then it stays closed, with the word.
///
/// # Errors
/// Not found out of reach; refused when it was closed too long ago to be opened again.
pub fn hear_posted(
    work: &mut Work<'_>,
    id: &Id<Concern>,
    words: &str,
    posted: &Posted,
    opens: bool,
) -> Result<Done<()>> {
    let closed = concern::rows::find(work, id)?.closed_at.is_some();
    let deed = if closed && opens { REOPENED } else { HEARD };
    let say = |work: &mut Work<'_>, concern: &Concern| add_posted(work, concern, words, posted).map(Some);
    change_saying(work, (id, None), deed, say, |case, now| match (closed, opens) {
        (false, _) => case.hear(now),
        (true, true) => case.reopen(now),
        (true, false) => Ok(()),
    })
}

/// A further message that came by mail.
fn add_posted(work: &mut Work<'_>, concern: &Concern, words: &str, posted: &Posted) -> Result<Message> {
    let author = Author::of_actor(&work.me.actor);
    let mut message = Message::new(concern, Kind::Message, author, words, work.their_at.unwrap_or(work.now));
    message.language = work.me.language;
    message.by_mail = Some(posted.by_mail.clone());
    rows::insert(work.connection, &message)?;
    rows::insert_photos(work.connection, &message, &posted.photos)?;
    rows::insert_files(work.connection, &message, &posted.files)?;
    if let Some(message_id) = &posted.message_id {
        letter::thread::began_with(work.connection, concern.id.as_str(), message_id)?;
    }
    rows::index(work.connection, concern, words)?;
    Ok(message)
}
