//! What is done for a mail, all in one transaction.

use agreement::contract::Severity;
use ground::throttle::{self, Limit};
use ground::{App, Id, Moment, Result, letter, secret};
use listening::concern::{self, Category, Channel, NewConcern, WORDS_LETTERS};
use listening::conversation::{self, Attached, ByMail, Posted, Trust};
use people::door::Story;
use people::organization;
use people::work::Work;
use people::{Door, Me};

use super::plan::{Act, Note, Plan, Raising};
use super::{Arrival, Reason, Said, State, letters, settle};
use crate::reading::{self, Mail, Recipient};

/// So many mails of people an hour from one address; what comes beyond is held.
const FROM_ONE: Limit = Limit { purpose: "mail.from", times: 20, window_seconds: 3_600 };
/// So many automatic letters in ten minutes to one address: a machine that answers each of them
/// answers no more.
const TO_ONE: Limit = Limit { purpose: "mail.automatic", times: 3, window_seconds: 600 };
/// The most letters of what was quoted that are kept beside a message.
const FOLDED_LETTERS: usize = 50_000;
/// A mail says when it was written; it is believed so far back.
const BELIEVED_SECONDS: i64 = 14 * 86_400;

/// Why a mail from this address is held, where its sender writes too often.
pub(super) fn over_a_limit(work: &mut Work<'_>, address: &str) -> Result<Option<Reason>> {
    if throttle::wait_seconds(work.connection, FROM_ONE, address, work.now)?.is_some() {
        return Ok(Some(Reason::TooMany));
    }
    let automatic = throttle::wait_seconds(work.connection, TO_ONE, address, work.now)?;
    Ok(automatic.map(|_| Reason::Loop))
}

/// The words of a mail, and all that comes with them.
#[derive(Debug, Clone)]
pub(super) struct Content {
    /// What is new in it.
    pub(super) words: String,
    /// The rest of it.
    pub(super) posted: Posted,
}

/// Takes the words and the files of a mail; the files are on disk when this returns.
///
/// # Errors
/// Broken when the disk says so.
pub(super) fn content(app: &App, id: &Id<Arrival>, mail: &Mail, trust: Trust) -> Result<Content> {
    let folded = reading::fold(&mail.text);
    let (words, cut) = cut(&folded.words);
    let rest = [cut, folded.rest].into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    let rest = (!rest.is_empty()).then(|| rest.chars().take(FOLDED_LETTERS).collect());
    let (mut photos, mut files) = (Vec::new(), Vec::new());
    for part in &mail.parts {
        // What says that it is a picture and is none, is a file like others.
        if let (true, Ok(photo)) = (part.is_picture, app.files.keep_picture(&part.bytes)) {
            photos.push(photo);
            continue;
        }
        let hash = secret::digest(&part.bytes);
        app.files.put(&hash, &part.bytes)?;
        let bytes = i64::try_from(part.bytes.len()).unwrap_or(i64::MAX);
        files.push(Attached { id: Id::<Attached>::fresh().to_string(), name: part.name.clone(), hash, bytes });
    }
    let by_mail = ByMail { arrival_id: id.to_string(), trust, folded: rest };
    Ok(Content { words, posted: Posted { by_mail, message_id: mail.message_id.clone(), photos, files } })
}

/// As many words as a message may have, and what lies beyond.
fn cut(words: &str) -> (String, Option<String>) {
    match words.char_indices().nth(WORDS_LETTERS) {
        Some((at, _)) => (words[..at].to_owned(), Some(words[at..].to_owned())),
        None => (words.to_owned(), None),
    }
}

/// The words with which a concern begins: what it is about, and then what was written.
#[must_use]
pub(super) fn opening(mail: &Mail, words: &str) -> String {
    let (subject, words) = (mail.subject.trim(), words.trim());
    let text = match (subject.is_empty(), words.is_empty()) {
        (true, true) => "...".to_owned(),
        (false, true) => subject.to_owned(),
        (true, false) => words.to_owned(),
        (false, false) if words.to_lowercase().starts_with(&subject.to_lowercase()) => words.to_owned(),
        (false, false) => format!("{subject}\n\n{words}"),
    };
    cut(&text).0
}

/// When it was said: when the mail was written, where that can be.
#[must_use]
pub(super) fn said_at(said: &Said, received_at: Moment) -> Option<Moment> {
    said.written_at.filter(|at| (0..=BELIEVED_SECONDS).contains(&received_at.seconds_since(*at)))
}

/// Does what was planned for a mail.
///
/// # Errors
/// Refused when something changed since it was planned; then nothing is done.
pub(super) fn carry_out(app: &App, now: Moment, arrival: &Arrival, mail: &Mail, plan: &Plan) -> Result<()> {
    let content = content(app, &arrival.id, mail, plan.settled.trust)?;
    let (arrival, mail, plan) = (arrival.clone(), mail.clone(), plan.clone());
    Door::of_system(app, now).live(move |story| {
        let mut settled = plan.settled.clone();
        match &plan.act {
            Act::Keep => {}
            Act::Raise(raising) => {
                settled.concern_id = Some(raise(story, now, (&arrival, &mail), raising, &content)?);
            }
            Act::Hear { concern_id, me, opens } => {
                let (words, posted) = (opening_of_reply(&mail, &content.words), &content.posted);
                story.write(me, now, |work| conversation::hear_posted(work, concern_id, &words, posted, *opens))?;
            }
            Act::Note(concern_id, said) => note(story, now, concern_id, std::slice::from_ref(said))?,
            Act::Undelivered { letter_id, concern_id, recipient } => {
                if let Some(concern_id) = concern_id {
                    let key = if recipient.failed { "mail-note-not-delivered" } else { "mail-note-delayed" };
                    let said = vec![("address", recipient.address.clone()), ("why", recipient.why.clone())];
                    note(story, now, concern_id, &[(key, said)])?;
                }
                // Those who should know are told by what follows when a letter did not arrive.
                let failed = |work: &mut Work<'_>| match recipient.failed {
                    true => {
                        let Recipient { permanent, why, .. } = recipient;
                        letter::delivery_failed(work.connection, letter_id, *permanent, why, work.now)
                    }
                    false => Ok(()),
                };
                return finish(story, now, (&arrival, &mail), settled, failed);
            }
        }
        finish(story, now, (&arrival, &mail), settled, |_| Ok(()))
    })
}

/// Writes down what became of it, and counts what its sender sends.
fn finish(
    story: &mut Story<'_>,
    now: Moment,
    (arrival, mail): (&Arrival, &Mail),
    settled: super::Settled,
    besides: impl FnOnce(&mut Work<'_>) -> Result<()>,
) -> Result<()> {
    let said = super::plan::said(mail);
    story.write(&Me::system(), now, |work| {
        besides(work)?;
        if matches!(settled.state, State::Raised | State::Heard | State::Held)
            && let Some(from) = &said.from_address
        {
            throttle::count(work.connection, FROM_ONE, from, work.now)?;
        }
        if settled.state == State::Held {
            letters::held(work, &arrival.id)?;
        }
        settle(work, &arrival.id, &said, &settled)
    })
}

fn raise(
    story: &mut Story<'_>,
    now: Moment,
    (arrival, mail): (&Arrival, &Mail),
    raising: &Raising,
    content: &Content,
) -> Result<Id<concern::Concern>> {
    let words = raising.words.as_deref().unwrap_or(&content.words);
    let new = NewConcern {
        words: opening(mail, words),
        severity: Severity::S3,
        category: Category::Unsorted,
        remedy: None,
        channel: Channel::Mail,
        voice: raising.voice,
        reporter: raising.reporter.clone(),
        language: raising.language,
        post_id: None,
        said_at: said_at(&super::plan::said(mail), arrival.received_at),
        photos: Vec::new(),
        number: None,
    };
    let raised = story.write(&raising.me, now, |work| {
        let to = raising.reporter.email.as_deref().filter(|_| content.posted.by_mail.trust != Trust::Failed);
        if let Some(to) = to {
            throttle::count(work.connection, TO_ONE, to, work.now)?;
        }
        concern::raise_posted(work, &raising.site, &new, &content.posted)
    })?;
    if !raising.notes.is_empty() {
        note(story, now, &raised.id, &raising.notes)?;
    }
    Ok(raised.id)
}

/// A reply that has nothing but a subject or a file still says something.
fn opening_of_reply(mail: &Mail, words: &str) -> String {
    if words.trim().is_empty() { opening(mail, words) } else { words.to_owned() }
}

/// A note for staff, in the language of the house.
fn note(story: &mut Story<'_>, now: Moment, id: &Id<concern::Concern>, notes: &[Note]) -> Result<()> {
    story.write(&Me::system(), now, |work| {
        let language = organization::rows::get(work.connection)?.language;
        let words = work.app.catalogue.speak(language);
        let said = notes.iter().map(|(key, named)| {
            let named: Vec<_> = named.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
            words.with(key, &named)
        });
        let said = said.collect::<Vec<_>>().join("\n");
        conversation::note(work, id, &said)
    })
}
