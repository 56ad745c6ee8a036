//! What a person or a program sees when something was not done: one kind page, or one JSON
//! object (RFC 9457).

use std::sync::{Arc, OnceLock};

use askama::Template;
use axum::Json;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, ALLOW, LOCATION, REFERER, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::frame::Kept;
use super::{Frame, address};
use crate::fields::Problem as FieldProblem;
use crate::words::{Language, Words};
use crate::{App, Error, Refusal};

impl Error {
    /// The status that says it over HTTP.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The sentence that says it to a person.
    #[must_use]
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::NotFound => words.t("problem-not-found"),
            Self::SignIn => words.t("problem-sign-in"),
            Self::NotAllowed => words.t("problem-not-allowed"),
            Self::Refused(refusal) | Self::Unreadable(refusal) => words.refusal(refusal),
            Self::TooOften(seconds) => words.with("problem-too-often", &[("minutes", (seconds / 60 + 1).into())]),
            Self::Broken(_) => words.t("problem-broken"),
        }
    }

    /// A short word for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::SignIn => "sign-in",
            Self::NotAllowed => "not-allowed",
            Self::Refused(refusal) | Self::Unreadable(refusal) => refusal.key,
            Self::TooOften(_) => "too-often",
            Self::Broken(_) => "broken",
        }
    }
}

impl IntoResponse for Error {
    /// Only the status; [`explain`] adds the page, in the language of whoever asks.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// What a program is told of something that was not done: the exact status, the error that names
/// it, and what is wrong with each field that it sent. The words come from [`explain`].
#[must_use]
pub fn objection(status: StatusCode, error: Error, fields: &[FieldProblem]) -> Response {
    let mut response = error.into_response();
    *response.status_mut() = status;
    response.extensions_mut().insert(Arc::<[FieldProblem]>::from(fields));
    response
}

/// Who asks, as their door knows them: it leaves here the frame of their pages, so that the page of
/// a problem keeps their navigation, language and theme.
#[derive(Clone, Default)]
pub struct Asker(Arc<OnceLock<Box<dyn Fn() -> Frame + Send + Sync>>>);

impl Asker {
    /// Leaves the frame of whoever entered; the first door counts.
    pub fn entered(&self, frame: impl Fn() -> Frame + Send + Sync + 'static) {
        self.0.get_or_init(|| Box::new(frame));
    }

    fn frame(&self) -> Option<Frame> {
        self.0.get().map(|frame| Frame {
            narrow: true,
            notice: None,
            draft_done: None,
            languages: Vec::new(),
            ..frame()
        })
    }
}

#[derive(Template)]
#[template(path = "web/problem.html")]
struct Problem<'a> {
    w: &'a Words,
    sentence: String,
}

/// Turns an error into a page or a JSON object, and writes down what is broken: where, by the
/// route's template, for an address can hold a token or a code.
pub async fn explain(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let asker = Asker::default();
    request.extensions_mut().insert(asker.clone());
    let (method, uri, headers) = (request.method().clone(), request.uri().clone(), request.headers().clone());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let error = match response.extensions().get::<Arc<Error>>() {
        Some(error) => Arc::clone(error),
        None => match unhandled(response.status()) {
            Some(error) if !response.headers().contains_key("content-type") => Arc::new(error),
            _ => return response,
        },
    };
    if let Error::Broken(cause) = error.as_ref() {
        let route = route.as_ref().map_or("none", MatchedPath::as_str);
        tracing::error!(%method, route, %cause, "something is broken");
    }
    let api = uri.path().starts_with("/api/");
    if matches!(error.as_ref(), Error::SignIn) && !api {
        return sign_in(&method, &uri, &headers);
    }
    let frame = asker.frame().unwrap_or_else(|| bare_frame(&app, &headers));
    let mut explained = if api { json(&response, &error, &frame.words) } else { page(&frame, &error) };
    *explained.status_mut() = response.status();
    add_headers(explained.headers_mut(), &response, &error);
    explained
}

/// What a browser or a program needs in order to do better.
fn add_headers(headers: &mut HeaderMap, unexplained: &Response, error: &Error) {
    if let Some(methods) = unexplained.headers().get(ALLOW) {
        headers.insert(ALLOW, methods.clone());
    }
    match error {
        Error::TooOften(seconds) => {
            headers.insert(RETRY_AFTER, HeaderValue::from(*seconds));
        }
        Error::SignIn => {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        _ => {}
    }
}

/// What the router or a layer says without our words.
fn unhandled(status: StatusCode) -> Option<Error> {
    match status {
        StatusCode::NOT_FOUND => Some(Error::NotFound),
        StatusCode::METHOD_NOT_ALLOWED => Some(Error::Unreadable(Refusal::new("problem-method"))),
        StatusCode::FORBIDDEN => Some(Error::NotAllowed),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Error::Unreadable(Refusal::new("form-too-large"))),
        StatusCode::BAD_REQUEST => Some(Error::Unreadable(Refusal::new("form-unreadable"))),
        StatusCode::REQUEST_TIMEOUT => Some(Error::Unreadable(Refusal::new("problem-timeout"))),
        StatusCode::INTERNAL_SERVER_ERROR => Some(Error::Broken(Box::new(std::fmt::Error))),
        _ => None,
    }
}

/// To the page for signing in, and from there back to where one was.
fn sign_in(method: &Method, uri: &Uri, headers: &HeaderMap) -> Response {
    let here = uri.path_and_query().map_or("/", |path| path.as_str());
    let came_from = || {
        let referer: Uri = headers.get(REFERER)?.to_str().ok()?.parse().ok()?;
        Some(referer.path_and_query()?.as_str().to_owned())
    };
    let then = if method == Method::GET { here.to_owned() } else { came_from().unwrap_or_else(|| "/".to_owned()) };
    let then = if address::is_ours(&then) { then } else { "/".to_owned() };
    let to = format!("/sign-in?then={}", address::encoded(&then));
    (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response()
}

fn json(unexplained: &Response, error: &Error, words: &Words) -> Response {
    let mut body = serde_json::json!({
        "status": unexplained.status().as_u16(),
        "code": error.code(),
        "title": error.sentence(words),
    });
    if let Some(fields) = unexplained.extensions().get::<Arc<[FieldProblem]>>() {
        let told = |problem: &FieldProblem| {
            serde_json::json!({
                "field": problem.field,
                "code": problem.refusal.key,
                "detail": words.refusal(&problem.refusal),
            })
        };
        body["errors"] = fields.iter().map(told).collect();
    }
    ([("content-type", "application/problem+json")], Json(body).into_response().into_body()).into_response()
}

/// The frame for somebody who was turned away before any door.
fn bare_frame(app: &App, headers: &HeaderMap) -> Frame {
    let language = headers.get(ACCEPT_LANGUAGE).and_then(|header| Language::accepted(header.to_str().ok()?));
    let words = app.catalogue.speak(language.unwrap_or_default());
    Frame {
        organization: words.t("product-name"),
        home: "/",
        navigation: Vec::new(),
        account: None,
        languages: Vec::new(),
        theme: String::new(),
        keys: true,
        notice: None,
        draft_done: None,
        now: app.clock.now(),
        demo: false,
        field: false,
        kept: Kept::No,
        narrow: true,
        words,
    }
}

fn page(frame: &Frame, error: &Error) -> Response {
    let content = Problem { w: &frame.words, sentence: error.sentence(&frame.words) };
    match frame.page(&frame.words.t("problem-title"), &content) {
        Ok(page) => page,
        Err(_) => content.sentence.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::routing::get;
    use axum::{Router, middleware};
    use tower::ServiceExt;

    use super::*;
    use crate::job::Timetable;

    #[tokio::test]
    async fn what_is_broken_is_written_down_by_its_route_and_not_by_its_address() {
        let (folder, app) = crate::app::tests::app(Timetable::default());
        let file = folder.path().join("log");
        let log = std::fs::File::create(&file).unwrap();
        let lines = tracing_subscriber::fmt().with_ansi(false).with_writer(log).finish();
        let _written_down = tracing::subscriber::set_default(lines);
        let broken = || async { Err::<(), Error>(Error::broken("on purpose")) };
        let router: Router = Router::new()
            .route("/t/{code}", get(broken))
            .layer(middleware::from_fn_with_state(app.clone(), explain))
            .with_state(app);
        let request = axum::http::Request::get("/t/MZQG-7SAV").body(Body::empty()).unwrap();
        let response = router.oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let written = std::fs::read_to_string(&file).unwrap();
        assert!(written.contains("/t/{code}") && !written.contains("MZQG"), "{written}");
    }
}
