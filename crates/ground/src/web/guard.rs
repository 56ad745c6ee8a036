//! What stands around every handler: limits, headers, and a refusal of other sites' requests.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::Method;
use axum::http::header::{HeaderName, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use super::problem;
use crate::{App, Error, Result, file};

/// The largest body: one picture, and the words beside it.
const BODY_BYTES: usize = file::LARGEST_BYTES + 512 * 1024;
/// How long an answer may take.
const TIMEOUT: Duration = Duration::from_secs(30);
/// Smaller answers are not worth compressing.
const COMPRESSED_FROM_BYTES: u64 = 1_024;

/// Where mail programs send from wherever they are (RFC 8058). What stands behind it in the address is made by our
/// key and is all the permission that there is: no cookie is asked.
const FROM_ANYWHERE: &str = "/letters/off/";

/// Only our own files, no script in a page, no frame around us.
const CONTENT_SECURITY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(&str, &str); 6] = [
    ("content-security-policy", CONTENT_SECURITY),
    ("x-content-type-options", "nosniff"),
    // A page's address can be a private link: it is told to nobody else.
    ("referrer-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// The router with everything that guards it.
///
/// # Errors
/// Broken when the public address of this server is none.
pub fn guarded(router: Router<App>, app: &App) -> Result<Router> {
    let same_site = CsrfLayer::new()
        .add_trusted_origin(origin(&app.settings.public_url))
        .map_err(|error| Error::broken(format!("public_url: {error}")))?
        .with_insecure_bypass(|method, uri| method == Method::POST && uri.path().starts_with(FROM_ANYWHERE));
    let worth_compressing = SizeAbove::new(COMPRESSED_FROM_BYTES)
        .and(NotForContentType::const_new("text/event-stream"))
        .and(NotForContentType::IMAGES);
    Ok(router
        .layer(same_site)
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::REQUEST_TIMEOUT, TIMEOUT))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(app.clone(), problem::explain))
        .layer(middleware::from_fn_with_state(app.clone(), add_headers))
        .layer(CompressionLayer::new().compress_when(worth_compressing))
        .with_state(app.clone()))
}

/// The scheme, host and port of an address.
fn origin(url: &str) -> String {
    let end = url.match_indices('/').nth(2).map_or(url.len(), |(at, _)| at);
    url[..end].to_owned()
}

fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    use axum::response::IntoResponse;
    Error::broken("a handler panicked").into_response()
}

async fn add_headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if app.settings.is_secure() {
        headers.insert("strict-transport-security", HeaderValue::from_static("max-age=31536000"));
    }
    response
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_origin_is_scheme_host_and_port() {
        assert_eq!(super::origin("https://rapport.example:8443/guards/"), "https://rapport.example:8443");
        assert_eq!(super::origin("http://localhost:7300"), "http://localhost:7300");
    }
}
