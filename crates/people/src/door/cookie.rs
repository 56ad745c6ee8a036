//! Cookies: read by name, and set so that no script and no other site gets at them.

use axum::http::header::{COOKIE, HeaderMap, HeaderValue};
use ground::config::Settings;
use ground::{Error, Result};

/// The name of a cookie of ours. With TLS its prefix makes browsers hold it to this host.
#[must_use]
pub fn name(settings: &Settings, name: &str) -> String {
    if settings.is_secure() { format!("__Host-{name}") } else { name.to_owned() }
}

/// The name of the session's cookie.
pub(crate) fn session_name(settings: &Settings) -> String {
    name(settings, "rapport")
}

/// The value of a cookie.
#[must_use]
pub fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|header| header.to_str().ok());
    cookies
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}

/// The header that keeps a session's token on the device for so many seconds.
///
/// # Errors
/// Broken when the token does not fit into a header.
pub fn set(settings: &Settings, token: &str, seconds: i64) -> Result<HeaderValue> {
    keep(settings, "rapport", token, seconds)
}

/// The header that keeps a token under a name on the device for so many seconds.
///
/// # Errors
/// As [`set`].
pub fn keep(settings: &Settings, under: &str, token: &str, seconds: i64) -> Result<HeaderValue> {
    let secure = if settings.is_secure() { "; Secure" } else { "" };
    let name = name(settings, under);
    let cookie = format!("{name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&cookie).map_err(|_| Error::broken("a token does not fit into a cookie"))
}

/// The header that makes the device forget it.
///
/// # Errors
/// As [`set`].
pub fn clear(settings: &Settings) -> Result<HeaderValue> {
    set(settings, "", 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, HeaderValue::from_static("a=1; rapport=token; b=2"));
        assert_eq!(value(&headers, "rapport"), Some("token"));
        assert_eq!(value(&headers, "rap"), None);
    }

    #[test]
    fn with_tls_the_cookie_is_for_tls_and_this_host_alone() {
        let mut settings = ground::config::Said::default().settle().unwrap();
        assert!(!set(&settings, "t", 9).unwrap().to_str().unwrap().contains("Secure"));
        settings.public_url = "https://rapport.example".to_owned();
        let cookie = set(&settings, "t", 9).unwrap();
        let expected = "__Host-rapport=t; Path=/; Max-Age=9; HttpOnly; SameSite=Lax; Secure";
        assert_eq!(cookie.to_str().unwrap(), expected);
    }
}
