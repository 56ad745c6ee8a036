//! Pushing a message to a browser that asked for it (Web Push, RFC 8030).
//!
//! What is said is encrypted for that browser alone (RFC 8291), and the request says who we are
//! (VAPID, RFC 8292). The key for that follows from the installation's key, so nothing new is kept.
//! Where a browser wants its messages is an address that the browser names, so it is connected to
//! only where it is public.

mod address;
mod identity;
#[cfg(test)]
mod tests;

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openssl::ec::{EcGroup, EcKey, EcPoint};
use openssl::nid::Nid;
use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
use ureq::unversioned::transport::DefaultConnector;

use crate::config::Settings;
use crate::secret::Keys;
use crate::{App, Error, Moment, Refusal, Result};

/// How long a push service may take to answer.
const TIMEOUT: Duration = Duration::from_secs(20);
/// How long we wait where a push service asks us to wait and says not how long.
const PAUSE_SECONDS: i64 = 60;
/// How long we wait at most, whatever a push service says.
const LONGEST_PAUSE_SECONDS: i64 = 3_600;
/// The longest address that a browser may name.
const ENDPOINT_LETTERS: usize = 1_000;
/// Push services take at least so much (RFC 8030, section 7.2), what encryption adds included.
const PAYLOAD_BYTES: usize = 3_800;

/// Where a browser wants its messages, and how to encrypt them for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// The address of its push service, which nobody else knows.
    pub endpoint: String,
    /// Its public key (`p256dh`), an uncompressed point of P-256, in base64 for addresses.
    pub public_key: String,
    /// Its secret of 16 bytes (`auth`), in base64 for addresses.
    pub secret: String,
}

/// What is pushed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What the browser is given.
    pub payload: String,
    /// A newer one of the same topic takes its place as long as it was not delivered.
    pub topic: String,
    /// Whether it wakes a device that saves its power.
    pub urgent: bool,
    /// How long the push service keeps it for a device that is away.
    pub keep_seconds: i64,
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The push service has it.
    Taken,
    /// The browser wants no messages any more.
    Gone,
    /// The push service is busy or out of order: try again after so many seconds.
    Later(i64),
    /// The push service refuses it, with this status of HTTP.
    Refused(u16),
}

impl Subscription {
    /// What a browser says about itself.
    ///
    /// # Errors
    /// A refusal when it is no subscription, or names an address to which we do not connect.
    pub fn read(endpoint: &str, public_key: &str, secret: &str, settings: &Settings) -> Result<Self, Refusal> {
        let refused = || Refusal::new("push-unreadable");
        let decode = |text: &str| URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok();
        let (point, auth) = (decode(public_key).ok_or_else(refused)?, decode(secret).ok_or_else(refused)?);
        let is_short = endpoint.len() <= ENDPOINT_LETTERS;
        if !is_short || auth.len() != 16 || !is_point(&point) {
            return Err(refused());
        }
        if !address::is_allowed(endpoint, settings.push_to_loopback) {
            return Err(Refusal::new("push-address"));
        }
        let encoded = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        Ok(Self { endpoint: endpoint.to_owned(), public_key: encoded(&point), secret: encoded(&auth) })
    }
}

/// Whether bytes are a point of P-256, uncompressed.
fn is_point(bytes: &[u8]) -> bool {
    let checked = || {
        let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1)?;
        let mut context = openssl::bn::BigNumContext::new()?;
        let point = EcPoint::from_bytes(&group, bytes, &mut context)?;
        EcKey::from_public_key(&group, &point)?.check_key()
    };
    bytes.len() == 65 && bytes[0] == 4 && checked().is_ok()
}

/// The key by which browsers know our messages, in base64 for addresses.
///
/// # Errors
/// Broken when OpenSSL cannot make it.
pub fn public_key(keys: &Keys) -> Result<String> {
    Ok(identity::Identity::of(keys)?.public_key().to_owned())
}

/// Pushes a message. Slow: call it off the threads that serve.
///
/// # Errors
/// Broken when the push service cannot be reached, or the message is too long.
pub fn send(app: &App, to: &Subscription, message: &Message, now: Moment) -> Result<Outcome> {
    if message.payload.len() > PAYLOAD_BYTES {
        return Err(Error::broken("a message to push is too long"));
    }
    let body = encrypted(to, message.payload.as_bytes())?;
    let identity = identity::Identity::of(&app.keys)?;
    let authorization = identity.authorization(&to.endpoint, &app.settings.mail_from, now)?;
    let request = agent(app.settings.push_to_loopback)
        .post(&to.endpoint)
        .header("authorization", authorization)
        .header("content-encoding", "aes128gcm")
        .header("content-type", "application/octet-stream")
        .header("ttl", message.keep_seconds.to_string())
        .header("urgency", if message.urgent { "high" } else { "normal" })
        .header("topic", topic(&message.topic));
    // The address is a secret of the browser: neither it nor what holds it goes to the log.
    let answer = request.send(&body[..]).map_err(|error| Error::broken(format!("a push service: {}", kind(&error))))?;
    let wait = answer.headers().get("retry-after").and_then(|header| header.to_str().ok());
    Ok(outcome(answer.status().as_u16(), wait))
}

fn encrypted(to: &Subscription, payload: &[u8]) -> Result<Vec<u8>> {
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|error| Error::broken(error.to_string()));
    let (public_key, secret) = (decode(&to.public_key)?, decode(&to.secret)?);
    ece::encrypt(&public_key, &secret, payload).map_err(|error| Error::broken(format!("cannot encrypt: {error}")))
}

/// A topic is at most 32 letters of base64 for addresses (RFC 8030, section 5.4).
fn topic(words: &str) -> String {
    crate::secret::digest(words)[..32].to_owned()
}

/// An agent that goes where the address says, and nowhere from there.
fn agent(to_loopback: bool) -> ureq::Agent {
    let tls = TlsConfig::builder().provider(TlsProvider::NativeTls).root_certs(RootCerts::PlatformVerifier).build();
    let config = ureq::Agent::config_builder()
        .tls_config(tls)
        .https_only(!to_loopback)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .timeout_global(Some(TIMEOUT))
        .build();
    ureq::Agent::with_parts(config, DefaultConnector::new(), address::Resolver::new(to_loopback))
}

/// What kind of trouble it was, without the address.
fn kind(error: &ureq::Error) -> String {
    match error {
        ureq::Error::Io(error) => format!("not reached ({})", error.kind()),
        ureq::Error::HostNotFound => "its name leads to no public address".to_owned(),
        ureq::Error::Timeout(_) => "it takes too long".to_owned(),
        ureq::Error::NativeTls(error) => format!("no TLS with it ({error})"),
        _ => "the request failed".to_owned(),
    }
}

/// What an answer means (RFC 8030, sections 5 and 7.3).
fn outcome(status: u16, retry_after: Option<&str>) -> Outcome {
    match status {
        200..=299 => Outcome::Taken,
        404 | 410 => Outcome::Gone,
        429 | 500..=599 => {
            let seconds = retry_after.and_then(|header| header.trim().parse().ok()).unwrap_or(PAUSE_SECONDS);
            Outcome::Later(seconds.clamp(1, LONGEST_PAUSE_SECONDS))
        }
        status => Outcome::Refused(status),
    }
}
