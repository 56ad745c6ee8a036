//! After a change, the browser is sent to a page that shows it.

use axum::http::StatusCode;
use axum::http::header::{HeaderValue, LOCATION};
use axum::response::{IntoResponse, Response};

use super::address;

/// Where the browser goes next; see [`see`].
#[derive(Debug, Clone)]
pub struct See {
    path: String,
    said: Option<&'static str>,
    draft: Option<String>,
}

/// Sends the browser to a page (303, so that a reload changes nothing again).
#[must_use]
pub fn see(path: impl Into<String>) -> See {
    See { path: path.into(), said: None, draft: None }
}

impl See {
    /// The page says this sentence; its key begins with `done-`.
    #[must_use]
    pub const fn saying(mut self, key: &'static str) -> Self {
        self.said = Some(key);
        self
    }

    /// What was kept on the device under this key was received and may be forgotten.
    #[must_use]
    pub fn draft_done(mut self, key: impl Into<String>) -> Self {
        self.draft = Some(key.into());
        self
    }
}

impl IntoResponse for See {
    fn into_response(self) -> Response {
        let (path, fragment) = self.path.split_once('#').map_or((self.path.as_str(), None), |(p, f)| (p, Some(f)));
        let mut to = path.to_owned();
        for (name, value) in [("said", self.said), ("draft", self.draft.as_deref())] {
            if let Some(value) = value {
                to.push(if to.contains('?') { '&' } else { '?' });
                to.push_str(&format!("{name}={}", address::encoded(value)));
            }
        }
        if let Some(fragment) = fragment {
            to.push('#');
            to.push_str(fragment);
        }
        match HeaderValue::from_str(&to) {
            Ok(to) => (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response(),
            Err(_) => crate::Error::broken("a page's address is not one").into_response(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_and_the_draft_go_before_the_fragment() {
        let response = see("/concerns/7?x=1#end").saying("done-answered").draft_done("answer 7").into_response();
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        assert_eq!(response.headers()[LOCATION], "/concerns/7?x=1&said=done-answered&draft=answer%207#end");
    }
}
