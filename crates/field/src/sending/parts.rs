//! The parts of a picture, one after the other: a connection that breaks costs the part that was on its way.

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ground::web::Path;
use ground::{Error, Id, Refusal, Result};
use people::door::Guest;
use serde_json::json;

use super::pages::{answer, open};
use super::rules::PARTS;
use super::{Sending, rows};

/// How large a part may be, in bytes.
const PART_BYTES: usize = 64 * 1024;

/// Which parts are here. Whoever knows the name of a picture that is on its way may know that.
pub(super) async fn list(guest: Guest, Path(id): Path<Id<Sending>>) -> Result<Response> {
    let have = guest.read(move |work| rows::parts(work.connection, &id)).await?;
    Ok(answer(StatusCode::OK, &json!({ "have": have })))
}

/// Takes a part.
pub(super) async fn take(
    guest: Guest,
    Path((id, number)): Path<(Id<Sending>, i64)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    if body.len() > PART_BYTES || !(0..PARTS).contains(&number) {
        return Err(Error::Unreadable(Refusal::new("form-too-large")));
    }
    let bytes = match open(&guest, &headers, (&format!("part {id} {number}"), &body)).await? {
        Ok((_, bytes)) => bytes,
        Err(objection) => return Ok(objection),
    };
    let (content, now) = (STANDARD.encode(bytes), guest.now);
    guest.app.db.write(move |connection| rows::keep_part(connection, (&id, number), &content, now)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
