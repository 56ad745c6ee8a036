//! What is measured of every request, logged of it, and told to Prometheus. There is no name, no
//! id and no address in it: of an address only its template is kept.

use std::net::SocketAddr;
use std::time::Instant;

use axum::extract::{ConnectInfo, MatchedPath, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ground::{App, Error, Result, job};
use metrics::{gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

const REQUEST_SECONDS: &str = "rapport_request_seconds";
/// From one millisecond to ten seconds.
const BUCKETS_SECONDS: &[f64] = &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// Begins to measure.
pub(super) fn begin() -> Result<PrometheusHandle> {
    let broken = |error: metrics_exporter_prometheus::BuildError| Error::broken(error.to_string());
    let builder =
        PrometheusBuilder::new().set_buckets_for_metric(Matcher::Full(REQUEST_SECONDS.into()), BUCKETS_SECONDS);
    let meter = builder.map_err(broken)?.install_recorder().map_err(broken)?;
    metrics::describe_histogram!(REQUEST_SECONDS, "How long answers took, by route and class of status.");
    metrics::describe_gauge!("rapport_jobs_waiting", "Jobs that wait, the ones on the clock included.");
    metrics::describe_gauge!("rapport_jobs_given_up", "Jobs that failed too often; somebody has to look.");
    metrics::describe_gauge!("rapport_database_connections", "Connections to the database that are open.");
    metrics::describe_gauge!("rapport_resident_bytes", "Memory of this process.");
    Ok(meter)
}

/// Measures and logs one request.
pub(super) async fn observe(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = known(request.method());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let seconds = begun.elapsed().as_secs_f64();
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    let status = response.status();
    histogram!(REQUEST_SECONDS, "method" => method, "route" => route.to_owned(), "status" => class(status))
        .record(seconds);
    let milliseconds = (seconds * 1_000_000.0).round() / 1_000.0;
    if route.starts_with("/health/") || route.starts_with("/assets/") || route == "/metrics" {
        tracing::debug!(method, route, status = status.as_u16(), milliseconds, "request");
    } else {
        tracing::info!(method, route, status = status.as_u16(), milliseconds, "request");
    }
    response
}

/// A method by its name; those that nobody uses share one, so that nobody can make up more.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}

/// The measurements in the text format of Prometheus, for this machine alone. What a proxy on
/// this machine passes on comes from elsewhere.
pub(super) async fn tell(
    app: App,
    meter: PrometheusHandle,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Result<Response> {
    let passed_on = ["x-forwarded-for", "forwarded", "via"].iter().any(|name| headers.contains_key(*name));
    if !peer.ip().to_canonical().is_loopback() || passed_on {
        return Err(Error::NotFound);
    }
    let jobs = app.db.read(job::count).await?;
    // A gauge is a floating number; what is counted here is far below its limit.
    #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
    {
        gauge!("rapport_jobs_waiting").set(jobs.waiting as f64);
        gauge!("rapport_jobs_given_up").set(jobs.given_up as f64);
        gauge!("rapport_resident_bytes").set(resident_bytes().unwrap_or(0) as f64);
    }
    gauge!("rapport_database_connections").set(app.db.open_connections());
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4")], meter.render()).into_response())
}

/// The memory that this process takes; `None` where the system does not say.
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1_024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_up_method_makes_no_new_name() {
        assert_eq!(known(&Method::from_bytes(b"BREW").unwrap()), "other");
        assert_eq!(class(StatusCode::IM_A_TEAPOT), "4xx");
    }

    #[test]
    fn this_process_takes_some_memory() {
        assert!(resident_bytes().is_some_and(|bytes| bytes > 1_000_000));
    }
}
