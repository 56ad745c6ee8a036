//! What is printed: the sheet that is usual at a place, and a document as the answer to a request.

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use ground::{Error, Result};
use print::{Document, Paper};

/// The sheet that is usual in a time zone: in the Americas mostly Letter.
#[must_use]
pub fn usual_paper(zone: &str) -> Paper {
    let is_letter = zone.starts_with("America/") && !zone.starts_with("America/Argentina");
    if is_letter { Paper::Letter } else { Paper::A4 }
}

/// A document as a PDF that the browser shows under this name, made off the threads that serve.
///
/// # Errors
/// Refused when it is too long; otherwise what `document` returns.
pub async fn respond(name: String, document: impl FnOnce() -> Result<Document> + Send + 'static) -> Result<Response> {
    let printing = tokio::task::spawn_blocking(move || {
        print::print(&document()?).map_err(|error| match error {
            print::Error::TooManyPages | print::Error::TooManyPictureBytes => Error::refused("paper-too-long"),
            error => Error::Broken(error.into()),
        })
    });
    let headers = [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, printing.await??).into_response())
}
