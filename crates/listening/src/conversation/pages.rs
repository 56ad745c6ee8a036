//! What staff say on the page of a concern. Who may enter is in the arguments.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, address, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Refusal, Result};
use people::Person;
use people::door::{Guest, Staff};

use super::{Author, Kind, Message, rows};
use crate::check_back;
use crate::concern::pages::{after, again, seen};
use crate::concern::{self, Concern, WORDS_LETTERS};

#[derive(Template)]
#[template(path = "conversation/correct.html")]
struct Correct<'a> {
    w: &'a Words,
    form: Form<'a>,
    action: String,
    back: String,
}

/// What somebody wants to say, and how.
enum Act {
    Answer,
    Say,
    AskBack,
    Note,
    Refuse,
    Close,
}

impl Act {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.checked("act", |word| match word {
            "answer" => Ok(Self::Answer),
            "say" => Ok(Self::Say),
            "ask_back" => Ok(Self::AskBack),
            "note" => Ok(Self::Note),
            "refuse" => Ok(Self::Refuse),
            "close" => Ok(Self::Close),
            _ => Err(Refusal::new("field-choose")),
        })
    }

    const fn said(&self) -> &'static str {
        match self {
            Self::Answer => "done-answered",
            Self::Say => "done-said",
            Self::AskBack => "done-asked-back",
            Self::Note => "done-noted",
            Self::Refuse => "done-refused",
            Self::Close => "done-closed",
        }
    }
}

pub(super) async fn reply(staff: Staff, Path(id): Path<Id<Concern>>, mut fields: Fields) -> Result<Response> {
    let seen = seen(&mut fields);
    let act = Act::read(&mut fields);
    let words = fields.prose("words", 2..=WORDS_LETTERS);
    let (Some(act), Some(words)) = (act, words) else { return again(&staff, &id, &fields).await };
    let (concern_id, said) = (id.clone(), act.said());
    let done = staff
        .write(move |work| match act {
            Act::Answer => super::answer(work, &concern_id, seen, &words),
            Act::Say => super::say(work, &concern_id, seen, &words),
            Act::AskBack => super::ask_back(work, &concern_id, seen, &words),
            Act::Note => super::note(work, &concern_id, &words),
            Act::Refuse => super::refuse(work, &concern_id, seen, &words),
            Act::Close => check_back::close(work, &concern_id, seen, &words),
        })
        .await;
    after(&staff, &id, fields, done, said).await
}

pub(super) async fn no_answer_needed(
    staff: Staff,
    Path(id): Path<Id<Concern>>,
    mut fields: Fields,
) -> Result<Response> {
    let seen = seen(&mut fields);
    let concern_id = id.clone();
    let done = staff.write(move |work| super::no_answer_needed(work, &concern_id, seen)).await;
    after(&staff, &id, fields, done, "done-no-answer-needed").await
}

pub(super) async fn correction(
    staff: Staff,
    Path((id, message_id)): Path<(Id<Concern>, Id<Message>)>,
) -> Result<Response> {
    let message = own_message(&staff, &id, &message_id).await?;
    let fields = Fields::default().set("words", message.words).set("version", message.version.to_string());
    form(&staff, &id, &message_id, &fields)
}

pub(super) async fn correct(
    staff: Staff,
    Path((id, message_id)): Path<(Id<Concern>, Id<Message>)>,
    mut fields: Fields,
) -> Result<Response> {
    let words = fields.prose("words", 2..=WORDS_LETTERS);
    let version = fields.number("version", 0..=i64::MAX);
    let (Some(words), Some(version)) = (words, version) else {
        return Ok(refused(form(&staff, &id, &message_id, &fields)?));
    };
    let ids = (id.clone(), message_id.clone());
    match staff.write(move |work| super::correct(work, (&ids.0, &ids.1), &words, version)).await {
        Ok(()) => Ok(see(format!("/concerns/{id}")).saying("done-corrected").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("words", refusal);
            Ok(refused(form(&staff, &id, &message_id, &fields)?))
        }
        Err(error) => Err(error),
    }
}

async fn own_message(staff: &Staff, id: &Id<Concern>, message_id: &Id<Message>) -> Result<Message> {
    let (id, message_id, mine) = (id.clone(), message_id.clone(), Author::of_actor(&staff.me.actor));
    let found = staff.read(move |work| {
        concern::rows::find(work, &id)?;
        rows::find(work.connection, &id, &message_id)
    });
    let message = found.await?;
    if message.author == mine { Ok(message) } else { Err(Error::NotFound) }
}

fn form(staff: &Staff, id: &Id<Concern>, message_id: &Id<Message>, fields: &Fields) -> Result<Response> {
    let w = &staff.words;
    let back = format!("/concerns/{id}");
    let action = format!("{back}/messages/{message_id}");
    staff.narrow_page(&w.t("message-correct"), &Correct { w, form: Form { w, fields }, action, back })
}

/// A file that came with a mail, as it came: saved by the browser, never shown by it.
pub(super) async fn attachment(staff: Staff, Path(id): Path<String>) -> Result<Response> {
    let file = staff
        .read(move |work| {
            let (concern_id, file) = rows::file(work.connection, &id)?;
            concern::rows::find(work, &concern_id)?;
            Ok(file)
        })
        .await?;
    let files = staff.app.files.clone();
    let bytes = tokio::task::spawn_blocking(move || files.read(&file.hash)).await??;
    let name = format!("attachment; filename*=UTF-8''{}", address::encoded(&file.name));
    let headers = [
        (CONTENT_TYPE, "application/octet-stream".to_owned()),
        (CONTENT_DISPOSITION, name),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

/// A photo, for whoever may see the message that it belongs to. Whoever holds the code of a
/// concern names it: `/photos/{id}?code=...`.
pub(super) async fn photo(
    guest: Guest,
    Path(id): Path<String>,
    ground::fields::Asked(asked): ground::fields::Asked,
) -> Result<Response> {
    let code = asked.typed("code").to_owned();
    let hash = guest
        .read(move |work| {
            let (concern_id, hash, kind) = rows::photo(work.connection, &id)?;
            // What hangs on a note is for those who read notes.
            if kind == Kind::Note && !matches!(work.me.person, Person::Staff { .. }) {
                return Err(Error::NotFound);
            }
            if concern::rows::find(work, &concern_id).is_ok() {
                return Ok(hash);
            }
            let held = concern::rows::by_code(work.connection, &code)?;
            if held.id == concern_id { Ok(hash) } else { Err(Error::NotFound) }
        })
        .await?;
    let files = guest.app.files.clone();
    let bytes = tokio::task::spawn_blocking(move || files.read(&hash)).await??;
    let headers = [(CONTENT_TYPE, "image/jpeg"), (CACHE_CONTROL, "private, max-age=3600")];
    Ok((headers, bytes).into_response())
}
