//! The conversation about a concern: messages, which whoever told us sees, and notes, which only
//! staff see.

pub mod pages;
mod pictures;
mod posted;
pub mod rows;
mod rules;
pub mod told;

pub use pictures::{SHOWN, show};
pub use posted::hear_posted;
pub use rules::{Attached, Author, ByMail, Kind, Message, Posted, Shown, Trust};

use ground::entry::{Actor, Deed};
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::work::{Done, Work};

use crate::concern::{self, Concern, NewConcern, change, letters};

/// Staff said something to whoever told us.
pub const SAID: Deed = Deed("concern.said");
/// Staff wrote a note for staff.
pub const NOTED: Deed = Deed("concern.noted");
/// It was answered.
pub const ANSWERED: Deed = Deed("concern.answered");
/// Staff asked back.
pub const ASKED_BACK: Deed = Deed("concern.asked_back");
/// It was refused, with a reason and a recourse.
pub const REFUSED: Deed = Deed("concern.refused");
/// Whoever told us said more.
pub const HEARD: Deed = Deed("concern.heard");
/// What was said last needs no answer.
pub const NEEDS_NO_ANSWER: Deed = Deed("concern.needs_no_answer");
/// A message was corrected; what it said before stays readable.
pub const CORRECTED: Deed = Deed("concern.corrected");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .post("/concerns/{id}/messages", pages::reply)
        .post("/concerns/{id}/no-answer-needed", pages::no_answer_needed)
        .get("/concerns/{id}/messages/{message}", pages::correction)
        .post("/concerns/{id}/messages/{message}", pages::correct)
        .get("/photos/{id}", pages::photo)
        .get("/attachments/{id}", pages::attachment)
}

/// The first message of a concern: what was said, and shown, and what came with it by mail.
pub(crate) fn begin(
    work: &mut Work<'_>,
    concern: &Concern,
    new: &NewConcern,
    posted: Option<&Posted>,
) -> Result<Message> {
    let author = Author::of_reporter(concern);
    let mut message = Message::new(concern, Kind::Message, author, &new.words, concern.said_at);
    message.language = concern.language;
    message.by_mail = posted.map(|posted| posted.by_mail.clone());
    rows::insert(work.connection, &message)?;
    rows::insert_photos(work.connection, &message, &new.photos)?;
    if let Some(posted) = posted {
        rows::insert_photos(work.connection, &message, &posted.photos)?;
        rows::insert_files(work.connection, &message, &posted.files)?;
    }
    rows::index(work.connection, concern, &new.words)?;
    Ok(message)
}

/// A further message, by whoever works: for verbs that say something while they do something.
pub(crate) fn add(work: &mut Work<'_>, concern: &Concern, words: &str) -> Result<Message> {
    write(work, concern, Kind::Message, words)
}

/// A further message, by one of ours who sees to what the clock did.
pub(crate) fn add_by(work: &mut Work<'_>, concern: &Concern, by: &Actor, words: &str) -> Result<Message> {
    write_by(work, concern, (Kind::Message, by), words)
}

fn write(work: &mut Work<'_>, concern: &Concern, kind: Kind, words: &str) -> Result<Message> {
    let by = work.me.actor.clone();
    write_by(work, concern, (kind, &by), words)
}

fn write_by(work: &mut Work<'_>, concern: &Concern, (kind, by): (Kind, &Actor), words: &str) -> Result<Message> {
    let author = Author::of_actor(by);
    let mut message = Message::new(concern, kind, author, words, work.their_at.unwrap_or(work.now));
    message.language = work.me.language;
    rows::insert(work.connection, &message)?;
    rows::index(work.connection, concern, words)?;
    Ok(message)
}

/// Staff say something. To a new concern that is its acknowledgement: a person has spoken.
///
/// # Errors
/// Not found out of reach; refused when it is closed, or changed since it was looked at.
pub fn say(work: &mut Work<'_>, id: &Id<Concern>, seen: Option<i64>, words: &str) -> Result<Done<()>> {
    let concern = concern::rows::find(work, id)?;
    let done = if concern.state == concern::State::New {
        concern::acknowledge(work, id, seen, Some(words))?
    } else {
        change(work, (id, seen), SAID, Some(words), |case, now| case.remind(now))?
    };
    letters::news(work, &concern, words)?;
    Ok(done)
}

/// Staff write a note for staff. It stops no clock, and whoever told us never sees it.
///
/// # Errors
/// Not found out of reach.
pub fn note(work: &mut Work<'_>, id: &Id<Concern>, words: &str) -> Result<Done<()>> {
    let concern = concern::rows::find(work, id)?;
    let message = write(work, &concern, Kind::Note, words)?;
    work.done(NOTED, id.as_str(), (None, &message), ())
}

/// It is answered.
///
/// # Errors
/// Not found out of reach; refused when it is closed, or changed since it was looked at.
pub fn answer(work: &mut Work<'_>, id: &Id<Concern>, seen: Option<i64>, words: &str) -> Result<Done<()>> {
    let done = change(work, (id, seen), ANSWERED, Some(words), |case, now| case.answer(now))?;
    tell(work, id, words)?;
    Ok(done)
}

/// Staff ask back: the answer waits for whoever told us.
///
/// # Errors
/// Not found out of reach; refused when it is closed or waits already, or changed since it was looked at.
pub fn ask_back(work: &mut Work<'_>, id: &Id<Concern>, seen: Option<i64>, words: &str) -> Result<Done<()>> {
    let done = change(work, (id, seen), ASKED_BACK, Some(words), |case, now| case.ask_back(now))?;
    tell(work, id, words)?;
    Ok(done)
}

/// It is refused: the words say why, and whom one can turn to next.
///
/// # Errors
/// Not found out of reach; refused when it is closed or was refused, or changed since it was looked at.
pub fn refuse(work: &mut Work<'_>, id: &Id<Concern>, seen: Option<i64>, words: &str) -> Result<Done<()>> {
    let done = change(work, (id, seen), REFUSED, Some(words), |case, now| case.refuse(now))?;
    tell(work, id, words)?;
    Ok(done)
}

/// Whoever told us says more.
///
/// # Errors
/// Not found out of reach; refused when it is closed.
pub fn hear(work: &mut Work<'_>, id: &Id<Concern>, words: &str) -> Result<Done<()>> {
    change(work, (id, None), HEARD, Some(words), |case, now| case.hear(now))
}

/// What was said last needs no answer.
///
/// # Errors
/// Not found out of reach; refused when nothing was answered yet, or changed since it was looked at.
pub fn no_answer_needed(work: &mut Work<'_>, id: &Id<Concern>, seen: Option<i64>) -> Result<Done<()>> {
    change(work, (id, seen), NEEDS_NO_ANSWER, None, |case, now| case.no_answer_needed(now))
}

/// A message is corrected by whoever wrote it. What it said before stays readable, also to
/// whoever told us. On the protected path nothing is corrected: evidence stays as it is.
///
/// # Errors
/// Not found out of reach, or when somebody else wrote it; refused when it is evidence, or changed meanwhile.
pub fn correct(
    work: &mut Work<'_>,
    (id, message_id): (&Id<Concern>, &Id<Message>),
    words: &str,
    seen: i64,
) -> Result<Done<()>> {
    let concern = concern::rows::find(work, id)?;
    let before = rows::find(work.connection, id, message_id)?;
    if before.author != Author::of_actor(&work.me.actor) {
        return Err(Error::NotFound);
    }
    if concern.protected_at.is_some() {
        return Err(Error::refused("message-is-evidence"));
    }
    let after = before.clone().corrected(words, seen, work.now)?;
    rows::save(work.connection, &before, &after)?;
    rows::index(work.connection, &concern, words)?;
    work.done(CORRECTED, id.as_str(), (Some(&before), &after), ())
}

fn tell(work: &mut Work<'_>, id: &Id<Concern>, words: &str) -> Result<()> {
    let concern = concern::rows::find(work, id)?;
    letters::news(work, &concern, words)
}
