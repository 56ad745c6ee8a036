//! Addresses: of pages, and of whoever asks.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::request::Parts;

use crate::config::Settings;

/// A text as part of an address (RFC 3986: everything but the unreserved characters is encoded).
#[must_use]
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// Whether a text is the address of a page of ours, and not of somebody else's.
#[must_use]
pub fn is_ours(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && path.bytes().all(|b| b.is_ascii_graphic())
}

/// Where a request comes from: the peer, or what the proxy in front of us says of it.
/// An IPv6 address is cut to its first 64 bits, which one household or phone has to itself.
#[must_use]
pub fn asking(parts: &Parts, settings: &Settings) -> String {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    let forwarded = || -> Option<IpAddr> {
        let header = parts.headers.get_all("x-forwarded-for").iter().next_back()?;
        header.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
    };
    let ip = if settings.behind_proxy { forwarded().or(peer) } else { peer };
    match ip {
        None => "nowhere".to_owned(),
        Some(IpAddr::V4(ip)) => ip.to_string(),
        Some(IpAddr::V6(ip)) => match ip.to_ipv4_mapped() {
            Some(ip) => ip.to_string(),
            None => ip.segments()[..4].iter().map(|part| format!("{part:x}:")).collect(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_is_ours() {
        assert!(is_ours("/concerns/7?x=1"));
        for path in ["", "https://x.example", "//x.example", "/\\x.example", "/a b", "/a\nb"] {
            assert!(!is_ours(path), "{path}");
        }
    }

    #[test]
    fn a_forwarded_address_is_believed_only_behind_a_proxy() {
        let request = axum::http::Request::builder().header("x-forwarded-for", "192.0.2.1, 198.51.100.7");
        let (parts, ()) = request.body(()).unwrap().into_parts();
        let mut settings = crate::config::Said::default().settle().unwrap();
        assert_eq!(asking(&parts, &settings), "nowhere");
        settings.behind_proxy = true;
        assert_eq!(asking(&parts, &settings), "198.51.100.7");
    }
}
