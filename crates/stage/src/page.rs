//! Through the front door: requests, and what comes back.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::{Stage, Who};

/// What came back.
#[derive(Debug)]
pub struct Page {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// What it says.
    pub text: String,
}

impl Page {
    /// Where it sends the browser: the path, without what the next page is to say.
    ///
    /// # Panics
    /// When it sends it nowhere; the test has failed.
    #[must_use]
    pub fn leads_to(&self) -> String {
        let location = self.headers.get(LOCATION);
        let location = location.unwrap_or_else(|| panic!("{} leads nowhere: {}", self.status, self.text));
        location.to_str().unwrap().split('?').next().unwrap().to_owned()
    }

    /// What was asked for was done: the browser is sent on.
    ///
    /// # Panics
    /// When it was not; the test has failed.
    pub fn done(&self) {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "not done: {}", self.text);
        assert_ne!(self.leads_to(), "/sign-in", "the session has ended");
    }

    /// Whether it says this.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        self.text.contains(words)
    }

    /// The session that it begins.
    #[must_use]
    pub fn session(&self) -> Option<String> {
        let cookie = self.headers.get(SET_COOKIE)?.to_str().ok()?;
        Some(cookie.split(';').next()?.split_once('=')?.1.to_owned())
    }

    /// What stands between two texts, the first time: for finding a number or a link on a page.
    #[must_use]
    pub fn between(&self, before: &str, after: &str) -> Option<String> {
        let (_, rest) = self.text.split_once(before)?;
        Some(rest.split_once(after)?.0.to_owned())
    }
}

impl Stage {
    /// Looks at a page.
    pub async fn get(&self, who: &Who, path: &str) -> Page {
        self.send(who, Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form.
    pub async fn post(&self, who: &Who, path: &str, form: &[(&str, &str)]) -> Page {
        let body = serde_urlencoded::to_string(form).unwrap();
        let request = Request::post(path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(who, request.body(Body::from(body)).unwrap()).await
    }

    /// Switches alerts on for a browser of somebody.
    pub async fn switch_on(&self, who: &Who, browser: &crate::Browser) -> Page {
        let (endpoint, key, secret) = (browser.endpoint.as_str(), browser.p256dh.as_str(), browser.auth.as_str());
        self.post(who, "/me/devices", &[("endpoint", endpoint), ("p256dh", key), ("auth", secret)]).await
    }

    /// Sends any request, as somebody.
    ///
    /// # Panics
    /// When no answer comes back; the test has failed.
    pub async fn send(&self, who: &Who, mut request: Request<Body>) -> Page {
        if let Some(token) = &who.session {
            request.headers_mut().insert(COOKIE, format!("rapport={token}").parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Page { status: parts.status, headers: parts.headers, text }
    }
}
