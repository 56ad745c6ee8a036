//! Where we connect to: a browser names the address of its push service, so somebody could name
//! one inside our own network. Only public addresses are connected to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use axum::http::Uri;
use ureq::config::Config;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs};
use ureq::unversioned::transport::NextTimeout;

/// Finds the addresses of a name, and leaves out those that are not public. What it finds is what
/// is connected to, so a name that leads elsewhere a moment later leads nowhere.
#[derive(Debug)]
pub(super) struct Resolver {
    plain: DefaultResolver,
    to_loopback: bool,
}

impl Resolver {
    pub(super) fn new(to_loopback: bool) -> Self {
        Self { plain: DefaultResolver::default(), to_loopback }
    }
}

impl ureq::unversioned::resolver::Resolver for Resolver {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.plain.resolve(uri, config, timeout)?;
        let mut allowed = self.empty();
        for address in found.iter().filter(|address| may_connect(address.ip(), self.to_loopback)) {
            allowed.push(*address);
        }
        if allowed.is_empty() { Err(ureq::Error::HostNotFound) } else { Ok(allowed) }
    }
}

/// Whether a browser may name this address: `https:`, no name or password in it, and no number that
/// is not public.
pub(super) fn is_allowed(endpoint: &str, to_loopback: bool) -> bool {
    let Ok(uri) = endpoint.parse::<Uri>() else { return false };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return false };
    let host = authority.host().trim_start_matches('[').trim_end_matches(']');
    let number: Option<IpAddr> = host.parse().ok();
    let is_plain_loopback = scheme == "http" && to_loopback && number.is_some_and(|ip| ip.is_loopback());
    (scheme == "https" || is_plain_loopback)
        && !authority.as_str().contains('@')
        && !host.is_empty()
        && number.is_none_or(|ip| may_connect(ip, to_loopback))
}

/// Scheme, host and port of an address (RFC 6454).
pub(super) fn origin(endpoint: &str) -> Option<String> {
    let uri: Uri = endpoint.parse().ok()?;
    let (scheme, authority) = (uri.scheme_str()?, uri.authority()?);
    let usual = if scheme == "https" { 443 } else { 80 };
    let port = authority.port_u16().filter(|port| *port != usual);
    let host = authority.host().to_lowercase();
    Some(port.map_or_else(|| format!("{scheme}://{host}"), |port| format!("{scheme}://{host}:{port}")))
}

fn may_connect(ip: IpAddr, to_loopback: bool) -> bool {
    is_public(ip) || (to_loopback && ip.is_loopback())
}

/// Whether an address is anybody's on the Internet, by the registries of special addresses (RFC 6890).
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let is_special = ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19));
    !is_special
}

/// Only what is given out to the Internet (2000::/3), and of that nothing that leads on to an IPv4
/// address, to a document or to a benchmark.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    let parts = ip.segments();
    let is_given_out = (0x2000..0x4000).contains(&parts[0]);
    let is_special = (parts[0] == 0x2001 && (parts[1] < 0x0200 || parts[1] == 0x0db8))
        || parts[0] == 0x2002
        || (parts[0] == 0x3fff && parts[1] < 0x1000);
    is_given_out && !is_special
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of each special block its first and its last address.
    const SPECIAL: &str = "0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 127.0.0.1 127.255.255.255 \
        169.254.0.0 169.254.169.254 172.16.0.0 172.31.255.255 192.0.0.0 192.0.0.255 192.0.2.1 192.88.99.1 \
        192.168.0.0 192.168.255.255 198.18.0.0 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 \
        239.255.255.255 240.0.0.0 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 \
        100::1 2001::1 2001:1ff::1 2001:db8::1 2002:7f00:1:: 3fff::1 fc00::1 fdff::1 fe80::1 ff02::1";

    /// Their neighbours, and some that many know.
    const PUBLIC: &str = "1.0.0.0 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255 \
        172.15.255.255 172.32.0.0 192.0.1.1 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 \
        223.255.255.255 2001:200::1 2600::1 2a00:1450::1";

    #[test]
    fn only_public_addresses_are_connected_to() {
        for special in SPECIAL.split_whitespace() {
            assert!(!is_public(special.parse().unwrap()), "{special}");
        }
        for public in PUBLIC.split_whitespace() {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
    }

    #[test]
    fn a_browser_names_a_public_address_with_tls() {
        for good in ["https://push.example/abc", "https://updates.push.example:8443/x?y=1", "https://8.8.8.8/x"] {
            assert!(is_allowed(good, false), "{good}");
        }
        for bad in [
            "",
            "push.example/abc",
            "http://push.example/abc",
            "ftp://push.example/",
            "https:///abc",
            "https://user:word@push.example/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://10.0.0.7:9200/",
            "https://169.254.169.254/latest/meta-data",
            "https://[::ffff:10.0.0.1]/",
            "http://127.0.0.1:1/",
        ] {
            assert!(!is_allowed(bad, false), "{bad}");
        }
        assert!(is_allowed("http://127.0.0.1:4711/x", true) && !is_allowed("http://10.0.0.1:4711/x", true));
        assert!(!is_allowed("http://push.example/x", true), "the setting opens loopback and nothing else");
    }

    #[test]
    fn an_origin_is_scheme_host_and_unusual_port() {
        for (endpoint, expected) in [
            ("https://Push.Example/abc?d", "https://push.example"),
            ("https://push.example:443/abc", "https://push.example"),
            ("https://push.example:8443/abc", "https://push.example:8443"),
            ("http://127.0.0.1:4711/x", "http://127.0.0.1:4711"),
        ] {
            assert_eq!(origin(endpoint).as_deref(), Some(expected));
        }
    }
}
