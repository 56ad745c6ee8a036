//! Our stylesheet, script and icon, carried in the binary. `build.rs` makes the table.

#[cfg(test)]
mod tests;

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::secret;

/// A file that pages refer to.
#[derive(Debug)]
pub struct Asset {
    /// Its name in the source: `app.css`.
    pub name: &'static str,
    /// Its address, which changes with its content: `/assets/app.0123456789ab.css`.
    pub url: &'static str,
    /// Its media type.
    pub content_type: &'static str,
    /// The file as it was written.
    pub plain: &'static [u8],
    /// The same, compressed (RFC 1952).
    pub gzip: &'static [u8],
}

static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of a file by its name, for pages. A name that there is none of gets an address
/// that leads nowhere.
#[must_use]
pub fn url(name: &str) -> &'static str {
    let asset = ASSETS.iter().find(|asset| asset.name == name);
    asset.map_or("/assets/none", |asset| asset.url)
}

/// The file at an address.
#[must_use]
pub fn find(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.url == path)
}

/// What the worker of the officer's app keeps on a phone, so that its pages look and work as they do with a signal.
const SHELL: [&str; 9] =
    ["app.css", "app.js", "field.js", "icon.svg", "outbox.js", "phone.js", "practice.js", "pushed.js", "touch.png"];

/// The answer with the worker's script. Its address says over which pages it stands, so it stays; a browser
/// asks for it anew each time.
#[must_use]
pub fn respond_worker() -> Response {
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, "no-cache")], worker()).into_response()
}

/// The worker's script, told which build of our files it belongs to, and where they are.
fn worker() -> String {
    let script = ASSETS.iter().find(|asset| asset.name == "worker.js").map_or(&b""[..], |asset| asset.plain);
    let (script, shell) = (String::from_utf8_lossy(script), SHELL.map(url));
    let build = secret::digest(&format!("{}{script}", shell.concat()));
    format!("const BUILD = {:?};\nconst SHELL = {shell:?};\n{script}", &build[..12])
}

/// The answer to a request for a file: its path, and the header `Accept-Encoding` if there is one.
#[must_use]
pub fn respond(path: &str, accept_encoding: Option<&str>) -> Response {
    let Some(asset) = find(path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let compressed = accept_encoding.is_some_and(accepts_gzip);
    let content = if compressed { asset.gzip } else { asset.plain };
    let headers = [
        (CONTENT_TYPE, asset.content_type),
        // The address names the content, so the content of an address never changes.
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (VARY, "Accept-Encoding"),
    ];
    let mut response = (headers, Body::from(content)).into_response();
    if compressed {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

/// Whether `Accept-Encoding` allows gzip: by name, or else by `*` (RFC 9110, 12.5.3).
fn accepts_gzip(header: &str) -> bool {
    let allowed = |wanted: &str| {
        header.split(',').find_map(|coding| {
            let (name, parameters) = coding.split_once(';').unwrap_or((coding, ""));
            name.trim().eq_ignore_ascii_case(wanted).then(|| weight(parameters) > 0.0)
        })
    };
    allowed("gzip").or_else(|| allowed("*")).unwrap_or(false)
}

/// The weight in `q=0.5`; 1 when there is none (RFC 9110, 12.4.2).
fn weight(parameters: &str) -> f32 {
    let value = parameters.split_once('=').map(|(_, value)| value.trim());
    value.and_then(|value| value.parse().ok()).unwrap_or(1.0)
}
