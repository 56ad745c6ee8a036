//! What a program sent: read once, within bounds, and told what is wrong with it field by field.

use axum::body::to_bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use ground::web::problem::objection;
use ground::{Error, Fields, Refusal, Result};
use serde_json::{Map, Value};

/// The largest body, in bytes.
const BODY_BYTES: usize = 256 * 1024;
/// The longest key, in letters.
pub(super) const KEY_LETTERS: usize = 200;
/// The longest name of an unknown field that is repeated in an answer, in letters.
const NAME_LETTERS: usize = 80;
/// How many problems an answer lists.
const PROBLEMS: usize = 20;

/// The key under which a request is done once: the header `Idempotency-Key`.
pub(super) struct Key(pub(super) String);

impl<S: Send + Sync> FromRequestParts<S> for Key {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let mut given = parts.headers.get_all("idempotency-key").iter();
        let unreadable = |key| objection(StatusCode::BAD_REQUEST, Error::refused(key), &[]);
        let (key, another) = (given.next(), given.next());
        let key = key.ok_or_else(|| Error::Unreadable(Refusal::new("idempotency-key-needed")).into_response())?;
        let visible = key.as_bytes().iter().all(u8::is_ascii_graphic);
        match key.to_str() {
            Ok(text) if visible && another.is_none() && (1..=KEY_LETTERS).contains(&text.len()) => {
                Ok(Self(text.to_owned()))
            }
            _ => Err(unreadable("idempotency-key-unfit")),
        }
    }
}

/// The JSON object that a program sent.
pub(super) struct Sent(Map<String, Value>);

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, _: &S) -> Result<Self, Response> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/json") {
            return Err(objection(StatusCode::UNSUPPORTED_MEDIA_TYPE, Error::refused("api-content-type"), &[]));
        }
        let too_large = |_| objection(StatusCode::PAYLOAD_TOO_LARGE, Error::refused("api-too-large"), &[]);
        let body = to_bytes(request.into_body(), BODY_BYTES).await.map_err(too_large)?;
        match serde_json::from_slice(&body) {
            Ok(Value::Object(object)) => Ok(Self(object)),
            Ok(_) => Err(Error::refused("api-no-object").into_response()),
            Err(_) => Err(Error::Unreadable(Refusal::new("api-no-json")).into_response()),
        }
    }
}

impl Sent {
    /// The same object always as the same text, whatever the order of its fields.
    pub(super) fn text(&self) -> String {
        Value::Object(self.0.clone()).to_string()
    }

    /// Its fields, of which only these are known. An empty text is none of them: what is left out
    /// is null, or is not there.
    pub(super) fn fields(&self, known: &[&str]) -> Fields {
        let mut fields = Fields::from_json(&self.0);
        for (name, value) in &self.0 {
            if !known.contains(&name.as_str()) {
                refuse_unknown(&mut fields, name);
            } else if value.as_str().is_some_and(|text| text.trim().is_empty()) {
                fields.refuse(name.clone(), Refusal::new("field-needed"));
            }
        }
        fields
    }
}

/// What was asked for in the address: each of these at most once, and nothing else.
pub(super) fn check_asked(asked: &mut Fields, known: &[&str]) {
    let mut names: Vec<String> = asked.names().map(str::to_owned).collect();
    names.sort();
    for twice in names.windows(2).filter(|pair| pair[0] == pair[1]) {
        asked.refuse(twice[0].clone(), Refusal::new("api-once"));
    }
    names.dedup();
    for name in names {
        if !known.contains(&name.as_str()) {
            refuse_unknown(asked, &name);
        } else if !asked.given(&name) {
            asked.refuse(name, Refusal::new("field-needed"));
        }
    }
}

fn refuse_unknown(fields: &mut Fields, name: &str) {
    let name: String = name.chars().take(NAME_LETTERS).collect();
    fields.refuse(name, Refusal::new("api-unknown-field"));
}

/// Some fields are not as they must be: each is told once.
pub(super) fn unfit(fields: &Fields) -> Response {
    let mut told = Vec::new();
    for problem in fields.problems() {
        if told.len() < PROBLEMS && !told.iter().any(|other: &ground::fields::Problem| other.field == problem.field) {
            told.push(problem.clone());
        }
    }
    objection(StatusCode::UNPROCESSABLE_ENTITY, Error::refused("api-unfit"), &told)
}

/// A rule said no. What was sent is well formed, so it is the state of things that is against it;
/// but a key that came before with another request is the program's mistake.
pub(super) fn objected(error: Error) -> Result<Response> {
    match error {
        Error::Refused(refusal) if refusal.key == "once-another" => {
            Ok(Error::refused("idempotency-key-reused").into_response())
        }
        Error::Refused(refusal) => Ok(objection(StatusCode::CONFLICT, Error::Refused(refusal), &[])),
        error => Err(error),
    }
}
