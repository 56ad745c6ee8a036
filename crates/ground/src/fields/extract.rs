//! From a request's body to fields: bounded in size and number, and only in UTF-8.

use axum::body::to_bytes;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;

use super::{Fields, Upload};
use crate::{Error, Refusal};

/// The largest form without files, in bytes; the router's own limit holds for those with files.
const FORM_BYTES: usize = 256 * 1024;
/// The most fields that a form may have.
const FIELD_LIMIT: usize = 500;

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
        if kind.starts_with("multipart/form-data") {
            let parts = Multipart::from_request(request, state).await.map_err(|_| unreadable("form-unreadable"))?;
            multipart(parts).await
        } else {
            let body = to_bytes(request.into_body(), FORM_BYTES).await.map_err(|_| unreadable("form-too-large"))?;
            Self::from_encoded(&body)
        }
    }
}

/// What somebody asked for in the address of a page.
#[derive(Debug, Clone, Default)]
pub struct Asked(pub Fields);

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        Fields::from_encoded(parts.uri.query().unwrap_or("").as_bytes()).map(Asked)
    }
}

impl Fields {
    /// Fields from a form's body as browsers encode it.
    ///
    /// # Errors
    /// Unreadable when it is not UTF-8 or has too many fields.
    pub fn from_encoded(body: &[u8]) -> Result<Self, Error> {
        let values: Vec<(String, String)> =
            serde_urlencoded::from_bytes(body).map_err(|_| unreadable("form-unreadable"))?;
        // The decoder replaces what is not UTF-8; nobody types the replacement mark.
        if values.iter().any(|(name, value)| name.contains('\u{fffd}') || value.contains('\u{fffd}')) {
            return Err(unreadable("form-unreadable"));
        }
        if values.len() > FIELD_LIMIT {
            return Err(unreadable("form-too-large"));
        }
        Ok(Self::new(values))
    }

    /// Fields from a JSON object of texts. What is null was left out; what is neither is a problem.
    #[must_use]
    pub fn from_json(object: &serde_json::Map<String, serde_json::Value>) -> Self {
        use serde_json::Value;
        let mut fields = Self::default();
        for (name, value) in object {
            match value {
                Value::Null => {}
                Value::String(text) => fields.values.push((name.clone(), text.clone())),
                _ => fields.refuse(name.clone(), Refusal::new("field-text")),
            }
        }
        fields
    }
}

async fn multipart(mut parts: Multipart) -> Result<Fields, Error> {
    let mut fields = Fields::default();
    let mut count = 0;
    while let Some(part) = parts.next_field().await.map_err(|_| unreadable("form-too-large"))? {
        count += 1;
        if count > FIELD_LIMIT {
            return Err(unreadable("form-too-large"));
        }
        let name = part.name().unwrap_or("").to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let read = part.bytes().await;
        if file_name.is_some() && read.is_err() {
            // What was typed came before the file, and is kept; nothing after it can be read.
            fields.refuse(name, Refusal::new("photo-too-large"));
            break;
        }
        let bytes = read.map_err(|_| unreadable("form-too-large"))?;
        if let Some(file_name) = file_name {
            fields.uploads.push(Upload { field: name, name: file_name, bytes: bytes.to_vec() });
        } else {
            let text = String::from_utf8(bytes.to_vec()).map_err(|_| unreadable("form-unreadable"))?;
            if text.len() > FORM_BYTES {
                return Err(unreadable("form-too-large"));
            }
            fields.values.push((name, text));
        }
    }
    Ok(fields)
}

const fn unreadable(key: &'static str) -> Error {
    Error::Unreadable(Refusal::new(key))
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use axum::body::{Body, Bytes};

    use super::*;

    #[tokio::test]
    async fn a_form_that_is_too_large_is_not_read_to_its_end() {
        const PIECE: &[u8] = &[b'x'; 64 * 1024];
        let read = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&read);
        let pieces = (0..100).map(move |_| {
            count.fetch_add(PIECE.len(), Ordering::Relaxed);
            Ok::<_, Infallible>(Bytes::from_static(PIECE))
        });
        let request = Request::new(Body::from_stream(tokio_stream::iter(pieces)));
        let refused = Fields::from_request(request, &()).await;
        assert!(matches!(refused, Err(Error::Unreadable(refusal)) if refusal.key == "form-too-large"));
        assert!(read.load(Ordering::Relaxed) <= FORM_BYTES + PIECE.len());
    }

    #[tokio::test]
    async fn a_form_may_be_as_large_as_it_may_be() {
        let typed = "x".repeat(FORM_BYTES - "words=".len());
        let request = Request::new(Body::from(format!("words={typed}")));
        assert_eq!(Fields::from_request(request, &()).await.unwrap().typed("words").len(), typed.len());
    }

    #[test]
    fn a_form_that_is_not_utf_8_is_unreadable() {
        assert!(matches!(Fields::from_encoded(b"words=%ff%fe"), Err(Error::Unreadable(_))));
        assert_eq!(Fields::from_encoded(b"words=caf%C3%A9+3").unwrap().typed("words"), "caf\u{e9} 3");
    }

    #[test]
    fn json_holds_texts_and_what_was_left_out() {
        let object = serde_json::json!({ "words": "Gate open", "remedy": null, "urgency": 3 });
        let fields = Fields::from_json(object.as_object().unwrap());
        assert_eq!((fields.typed("words"), fields.given("remedy")), ("Gate open", false));
        assert_eq!(fields.problem("urgency").map(|refusal| refusal.key), Some("field-text"));
        assert_eq!(fields.problems().len(), 1);
    }

    #[test]
    fn a_form_with_ten_thousand_fields_is_unreadable() {
        let body: String = (0..10_000).map(|n| format!("f{n}=1&")).collect();
        assert!(matches!(Fields::from_encoded(body.as_bytes()), Err(Error::Unreadable(_))));
    }
}
