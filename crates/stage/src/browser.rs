//! A browser that takes what is pushed, and its push service: on this machine, over plain HTTP.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openssl::bn::{BigNum, BigNumContext};
use openssl::ec::{EcGroup, EcKey, EcPoint};
use openssl::ecdsa::EcdsaSig;
use openssl::nid::Nid;

/// What a push service was given.
#[derive(Debug, Clone)]
pub struct Pushed {
    /// What the browser reads, decrypted.
    pub payload: serde_json::Value,
    headers: Vec<(String, String)>,
}

impl Pushed {
    /// A header of the request, by its name in small letters.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The title that the browser shows.
    #[must_use]
    pub fn title(&self) -> &str {
        self.payload["notification"]["title"].as_str().unwrap_or("")
    }
}

/// What the push service answers next: a status line, and further headers with their line ends.
type Answers = Arc<Mutex<Vec<String>>>;

/// A browser with its push service.
pub struct Browser {
    /// The address that it names.
    pub endpoint: String,
    /// Its public key, as it tells it.
    pub p256dh: String,
    /// Its secret, as it tells it.
    pub auth: String,
    answers: Answers,
    pushed: Arc<Mutex<Vec<Pushed>>>,
}

impl Browser {
    /// A browser whose push service takes everything.
    ///
    /// # Panics
    /// When it cannot be set up; the test has failed.
    #[must_use]
    pub fn open() -> Self {
        let (key, secret) = ece::generate_keypair_and_auth_secret().unwrap();
        let (public_key, components) = (key.pub_as_raw().unwrap(), key.raw_components().unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (answers, pushed) = (Answers::default(), Arc::new(Mutex::new(Vec::new())));
        let (next, taken, ours) = (Arc::clone(&answers), Arc::clone(&pushed), origin.clone());
        // It ends with the test's process.
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let (headers, body) = request(&mut BufReader::new(&stream));
                let answer = next.lock().unwrap().pop();
                if answer.is_none() {
                    check_identity(&headers, &ours);
                    let payload = ece::decrypt(&components, &secret, &body).unwrap();
                    let payload = serde_json::from_slice(&payload).unwrap();
                    taken.lock().unwrap().push(Pushed { payload, headers });
                }
                let answer = answer.unwrap_or_else(|| "201 Created\r\n".to_owned());
                write!(stream, "HTTP/1.1 {answer}content-length: 0\r\nconnection: close\r\n\r\n").unwrap();
            }
        });
        let encoded = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        Self {
            endpoint: format!("{origin}/abc"),
            p256dh: encoded(&public_key),
            auth: encoded(&secret),
            answers,
            pushed,
        }
    }

    /// What the push service answers to the next request instead of taking it: `429 Busy` and further headers.
    ///
    /// # Panics
    /// When the push service has panicked; the test has failed.
    pub fn answers_next(&self, status: &str, headers: &str) {
        self.answers.lock().unwrap().insert(0, format!("{status}\r\n{headers}"));
    }

    /// What was pushed so far.
    ///
    /// # Panics
    /// When the push service has panicked; the test has failed.
    #[must_use]
    pub fn pushed(&self) -> Vec<Pushed> {
        self.pushed.lock().unwrap().clone()
    }
}

/// The headers and the body of a request.
fn request(stream: &mut impl BufRead) -> (Vec<(String, String)>, Vec<u8>) {
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).unwrap();
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(": ") {
            headers.push((name.to_lowercase(), value.to_owned()));
        }
    }
    let length = headers.iter().find(|(name, _)| name == "content-length").map_or("0", |(_, value)| value);
    let mut body = vec![0; length.parse().unwrap()];
    stream.read_exact(&mut body).unwrap();
    (headers, body)
}

/// Whoever pushes proves who they are, to this push service and for a while (RFC 8292).
fn check_identity(headers: &[(String, String)], origin: &str) {
    let header = headers.iter().find(|(name, _)| name == "authorization").map(|(_, value)| value.as_str());
    let (token, key) = header.unwrap().strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
    let (words, signature) = token.rsplit_once('.').unwrap();
    let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
    let claims: serde_json::Value = serde_json::from_slice(&bytes(words.split_once('.').unwrap().1)).unwrap();
    assert_eq!(claims["aud"], origin);
    assert!(claims["sub"].as_str().unwrap().starts_with("mailto:"));
    let signature = bytes(signature);
    let number = |part: &[u8]| BigNum::from_slice(part).unwrap();
    let signature = EcdsaSig::from_private_components(number(&signature[..32]), number(&signature[32..])).unwrap();
    let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1).unwrap();
    let point = EcPoint::from_bytes(&group, &bytes(key), &mut BigNumContext::new().unwrap()).unwrap();
    let key = EcKey::from_public_key(&group, &point).unwrap();
    assert!(signature.verify(&openssl::sha::sha256(words.as_bytes()), &key).unwrap(), "the proof is not signed");
}
