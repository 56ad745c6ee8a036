//! How a phone hands over what it kept. Nobody has to be signed in: the seal is the permission.

use axum::Json;
use axum::body::Bytes;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ground::file::Picture;
use ground::secret::{self, sealed};
use ground::web::Path;
use ground::words::Words;
use ground::{App, Error, Fields, Id, Refusal, Result};
use meeting::interaction::Noted;
use people::door::{Door, Guest};
use people::organization;
use people::session;
use people::site::{self, Site};
use people::staff;
use people::work::{Me, Work};
use serde::Serialize;
use serde_json::{Value, json};

use super::{Content, Envelope, Kind, Sending, Sent, State, rows};
use crate::phone::{self, Phone, ahead_seconds, happened_at};

/// How large a thing without its pictures may be, in bytes.
const LARGEST_BYTES: usize = 256 * 1024;

/// Who hands something over, as the headers say and the seal proves.
pub(super) struct Hand {
    pub phone_id: Id<Phone>,
    pub staff_id: Id<staff::StaffMember>,
    /// How far the clock of the phone is ahead of ours, in seconds.
    pub ahead: i64,
    /// Whether it is held: the account was closed, or the phone is lost.
    pub is_held: bool,
    pub words: Words,
}

/// An answer that the phone understands.
pub(super) fn answer(status: StatusCode, content: &impl Serialize) -> Response {
    (status, [(CACHE_CONTROL, "no-store")], Json(content)).into_response()
}

/// A no that the officer reads on the phone.
fn objection(status: StatusCode, w: &Words, refusal: &Refusal, more: Value) -> Response {
    let mut content = json!({ "says": w.refusal(refusal) });
    if let (Some(content), Value::Object(more)) = (content.as_object_mut(), more) {
        content.extend(more);
    }
    answer(status, &content)
}

/// Opens what somebody hands over: who they are, and what is in it.
pub(super) async fn open(
    guest: &Guest,
    headers: &HeaderMap,
    (place, body): (&str, &[u8]),
) -> Result<Result<(Hand, Vec<u8>), Response>> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (phone_id, staff_id) = (Id::<Phone>::parse(header("rapport-phone")), Id::parse(header("rapport-staff")));
    let clock: Option<i64> = header("rapport-clock").parse().ok();
    let (Some(phone_id), Some(staff_id), Some(clock)) = (phone_id, staff_id, clock) else {
        return Err(Error::Unreadable(Refusal::new("form-unreadable")));
    };
    let of = (phone_id.clone(), staff_id.clone());
    let found = guest.read(move |work| {
        let phone = phone::rows::find(work.connection, (&of.0, &of.1))?;
        let member = match phone {
            Some(_) => Some(staff::rows::find(work.connection, &of.1)?),
            None => None,
        };
        Ok(phone.zip(member))
    });
    let found = found.await?;
    let key = phone::key(&guest.app.keys, &phone_id, &staff_id);
    let opened = sealed::unseal(&key, place, body);
    let (Some((phone, member)), Some(bytes)) = (found, opened) else {
        // Nobody guesses a key of 256 bits, so wrong seals are not counted: many officers stand behind one address.
        let refusal = Refusal::new("sending-seal");
        return Ok(Err(objection(StatusCode::FORBIDDEN, &guest.words, &refusal, Value::Null)));
    };
    let is_held = phone.given_up_at.is_some() || member.left_at.is_some();
    let words = guest.app.catalogue.speak(member.language);
    Ok(Ok((Hand { phone_id, staff_id, ahead: ahead_seconds(clock, guest.now), is_held, words }, bytes)))
}

/// Takes what a phone sends.
pub(super) async fn take(
    guest: Guest,
    Path(id): Path<Id<Sending>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    if body.len() > LARGEST_BYTES {
        return Err(Error::Unreadable(Refusal::new("form-too-large")));
    }
    let (hand, bytes) = match open(&guest, &headers, (&format!("out {id}"), &body)).await? {
        Ok(opened) => opened,
        Err(objection) => return Ok(objection),
    };
    let sent = match Sent::read(&bytes) {
        Ok(sent) => sent,
        Err(refusal) => return Ok(unfit(&hand.words, &refusal, &Fields::default())),
    };
    let envelope = Envelope {
        id: id.clone(),
        phone_id: hand.phone_id.clone(),
        staff_id: hand.staff_id.clone(),
        kind: sent.kind,
        digest: sent.digest.clone(),
        at_millis: sent.at_millis,
        clock_ahead_seconds: hand.ahead,
        happened_at: happened_at(sent.at_millis, hand.ahead, guest.now),
    };
    if let Some(answered) = earlier(&guest, &envelope, &hand.words).await? {
        return Ok(answered);
    }
    // Nobody could decide what becomes of it, and nobody should be called at night about it.
    if hand.is_held && sent.kind == Kind::Practice {
        let content =
            json!({ "received_at": guest.now.millis(), "says": hand.words.t("sending-practice-not-counted") });
        return Ok(answer(StatusCode::ACCEPTED, &content));
    }
    let taken = match (hand.is_held, sent.kind) {
        // Only a whole picture is held: its phone is asked for what is missing as long as it can be.
        (true, Kind::Photo) => match whole(&guest.app, &envelope.id, &sent.fields).await {
            Ok(_) => hold(&guest, &envelope, &sent).await.map(Ok),
            Err(error) => Err(error),
        },
        (true, _) => hold(&guest, &envelope, &sent).await.map(Ok),
        (false, _) => write(&guest, &envelope, sent).await,
    };
    match taken {
        Ok(Ok(sending)) => Ok(received(&hand.words, &sending, StatusCode::CREATED)),
        Ok(Err(fields)) => Ok(unfit(&hand.words, &Refusal::new("sending-to-mend"), &fields)),
        // The same arrived twice at the same moment, and the other was first.
        Err(error) if error.is_duplicate() => earlier(&guest, &envelope, &hand.words).await?.ok_or(error),
        Err(error) => refused(&guest, (&envelope, &hand.words), error).await,
    }
}

/// The answer to what came before under the same name.
async fn earlier(guest: &Guest, envelope: &Envelope, w: &Words) -> Result<Option<Response>> {
    let id = envelope.id.clone();
    let Some(there) = guest.read(move |work| rows::find(work.connection, &id)).await? else { return Ok(None) };
    Ok(Some(match there.check_same(envelope) {
        Ok(()) => received(w, &there, StatusCode::OK),
        Err(Error::Refused(refusal)) => unfit(w, &refusal, &Fields::default()),
        Err(error) => return Err(error),
    }))
}

async fn hold(guest: &Guest, envelope: &Envelope, sent: &Sent) -> Result<Sending> {
    let (envelope, sent) = (envelope.clone(), sent.clone());
    acting_as(guest, Me::system()).write(move |work| super::hold(work, &envelope, &sent)).await
}

/// Writes what was sent, in the name of whoever wrote it; what does not fit is said beside its field.
async fn write(guest: &Guest, envelope: &Envelope, sent: Sent) -> Result<Result<Sending, Fields>> {
    let mut fields = sent.fields;
    let (staff_id, site) = (envelope.staff_id.clone(), Id::<Site>::parse(fields.typed("site")));
    let found = guest.read(move |work| {
        let me = session::rows::as_staff(work.connection, &staff_id)?;
        Ok((me, zone_of(work, site.as_ref())?))
    });
    let (me, zone) = found.await?;
    let noted = Noted { now: envelope.happened_at, zone: &zone, language: sent.language };
    let content = Content::read(sent.kind, &mut fields, noted);
    let Some(content) = content.filter(|_| fields.problems().is_empty()) else { return Ok(Err(fields)) };
    let photos = match &content {
        Content::Photo { .. } => whole(&guest.app, &envelope.id, &fields).await?,
        _ => Vec::new(),
    };
    let envelope = envelope.clone();
    let taken = acting_as(guest, me)
        .write(move |work| {
            work.their_at = Some(envelope.happened_at);
            super::take(work, &envelope, &content, &photos)
        })
        .await;
    Ok(Ok(taken?))
}

/// The zone of the site that something is about, or else that of the organization.
pub(super) fn zone_of(work: &mut Work<'_>, site: Option<&Id<Site>>) -> Result<String> {
    let found = site.map(|id| site::rows::any(work.connection, id)).transpose();
    match found {
        Ok(Some(site)) => Ok(site.zone),
        Ok(None) | Err(Error::NotFound) => Ok(organization::rows::get(work.connection)?.zone),
        Err(error) => Err(error),
    }
}

/// The same way in, for whoever the seal says.
fn acting_as(guest: &Guest, me: Me) -> Door {
    let mut door = Door::clone(guest);
    door.me = me;
    door
}

/// A picture that came in parts, whole again and taken in.
pub(super) async fn whole(app: &App, id: &Id<Sending>, fields: &Fields) -> Result<Vec<Picture>> {
    let of = id.clone();
    let parts = app.db.read(move |connection| rows::contents(connection, &of)).await?;
    let mut bytes = Vec::new();
    for (_, part) in &parts {
        let part = STANDARD.decode(part).map_err(|error| Error::Broken(error.into()))?;
        bytes.extend(part);
    }
    let wanted: usize = fields.typed("parts").parse().unwrap_or(0);
    let is_whole = parts.len() == wanted;
    if is_whole && secret::digest(&bytes) == fields.typed("sha256") {
        return app.files.keep_pictures(vec![bytes]).await;
    }
    if is_whole {
        // One of them is damaged, and nobody knows which: all of them are sent anew.
        let of = id.clone();
        app.db.write(move |connection| rows::forget_parts(connection, &of)).await?;
    }
    Err(Error::refused("sending-parts-missing"))
}

/// That something is here, as the phone is told it.
fn received(w: &Words, sending: &Sending, status: StatusCode) -> Response {
    let number = sending.number.as_deref().unwrap_or_default();
    let held = sending.state == State::Held;
    let says = match &sending.says {
        _ if held => Some(w.t("sending-is-held")),
        Some(key) => Some(w.with(key, &[("number", number.into())])),
        None => None,
    };
    // What has a page that its author reads is a link beside it.
    let its_page = |id: &String| match sending.kind {
        Kind::Interaction => Some(format!("/interactions/{id}")),
        Kind::Practice => Some(format!("/practice/{id}")),
        _ => None,
    };
    let path = sending.subject_id.as_ref().and_then(its_page);
    let received_at = sending.received_at.millis();
    let content = json!({ "received_at": received_at, "number": sending.number, "says": says, "path": path });
    answer(if held { StatusCode::ACCEPTED } else { status }, &content)
}

/// It cannot be taken as it is, and why, field by field.
fn unfit(w: &Words, refusal: &Refusal, fields: &Fields) -> Response {
    let problem = |problem: &ground::fields::Problem| (problem.field.to_string(), json!(w.refusal(&problem.refusal)));
    let problems: serde_json::Map<String, Value> = fields.problems().iter().map(problem).collect();
    objection(StatusCode::UNPROCESSABLE_ENTITY, w, refusal, json!({ "problems": problems }))
}

/// What a verb's no means to the phone.
async fn refused(guest: &Guest, (envelope, w): (&Envelope, &Words), error: Error) -> Result<Response> {
    let none = Value::Null;
    match error {
        Error::NotFound if envelope.kind == Kind::Photo => {
            let status = StatusCode::FAILED_DEPENDENCY;
            Ok(objection(status, w, &Refusal::new("sending-of-nothing"), none))
        }
        Error::NotFound if envelope.kind == Kind::Practice => {
            Ok(unfit(w, &Refusal::new("sending-practice-gone"), &Fields::default()))
        }
        Error::NotFound => Ok(unfit(w, &Refusal::new("told-site-gone"), &Fields::default())),
        Error::Refused(refusal) => match refusal.key {
            // What is confirmed, or was heard, is; that it is said again changes nothing.
            "confirmation-there" => Ok(answer(StatusCode::OK, &json!({ "received_at": guest.now.millis() }))),
            "sending-parts-missing" => {
                let id = envelope.id.clone();
                let have = guest.read(move |work| rows::parts(work.connection, &id)).await?;
                Ok(objection(StatusCode::CONFLICT, w, &refusal, json!({ "have": have })))
            }
            "confirmation-stale" | "confirmation-other-text" => Ok(objection(StatusCode::CONFLICT, w, &refusal, none)),
            _ => Ok(unfit(w, &refusal, &Fields::default())),
        },
        error => Err(error),
    }
}
