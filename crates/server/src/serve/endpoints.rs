//! The addresses outside the slices: for the machines that look after this one, and for browsers.

use axum::Router;
use axum::extract::State;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use ground::App;
use ground::web::assets;
use ground::web::routes::Route;
use metrics_exporter_prometheus::PrometheusHandle;

use super::measure;

/// These addresses, for the table of all. Nobody's door stands before them: they show nothing of anybody.
pub static TABLE: &[Route] = &[
    Route { method: "GET", path: "/health/live", handler: "server::serve::endpoints::live", door: "-" },
    Route { method: "GET", path: "/health/ready", handler: "server::serve::endpoints::ready", door: "-" },
    Route { method: "GET", path: "/metrics", handler: "server::serve::measure::tell", door: "loopback" },
    Route { method: "GET", path: "/assets/{file}", handler: "server::serve::endpoints::asset", door: "-" },
    Route { method: "GET", path: "/worker.js", handler: "server::serve::endpoints::worker", door: "-" },
    Route { method: "GET", path: "/robots.txt", handler: "server::serve::endpoints::robots", door: "-" },
];

const NOT_KEPT: [(axum::http::HeaderName, &str); 1] = [(CACHE_CONTROL, "no-store")];

pub(super) fn router(meter: PrometheusHandle) -> Router<App> {
    Router::new()
        .route("/health/live", get(live))
        .route("/health/ready", get(ready))
        .route("/metrics", get(move |State(app): State<App>, peer, headers| measure::tell(app, meter, peer, headers)))
        .route("/assets/{file}", get(asset))
        .route("/worker.js", get(worker))
        .route("/robots.txt", get(robots))
}

/// The process runs.
async fn live() -> Response {
    (NOT_KEPT, "live\n").into_response()
}

/// The database answers.
async fn ready(State(app): State<App>) -> Response {
    match app.db.check().await {
        Ok(()) => (NOT_KEPT, "ready\n").into_response(),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, NOT_KEPT, "the database does not answer\n").into_response()
        }
    }
}

async fn asset(uri: Uri, headers: HeaderMap) -> Response {
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|header| header.to_str().ok());
    assets::respond(uri.path(), accepted)
}

/// What works for a browser behind its pages: it shows what is pushed, and keeps the pages of officers.
async fn worker() -> Response {
    assets::respond_worker()
}

/// Nothing here is for search engines: signs and tracking pages are for those who hold them.
async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /\n"
}
