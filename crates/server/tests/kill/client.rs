//! The fewest words of HTTP with which one can tell a server something.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};

use crate::installation::Server;

/// What the server said that it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Raised {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) word: String,
}

/// What is told under a number.
pub(crate) fn words(number: usize) -> String {
    format!("The lights are out, says {}.", word(number))
}

/// A word that stands in no other concern.
pub(crate) fn word(number: usize) -> String {
    format!("lantern{number:07}")
}

impl Server {
    /// Tells what belongs to this number, always under the same key; `None` when no whole answer comes back.
    pub(crate) fn raise(&self, number: usize) -> Option<Raised> {
        let body = json!({ "site": self.site, "words": words(number), "urgency": "serious", "voice": "public" });
        let body = body.to_string();
        let head = format!(
            "POST /api/v1/concerns HTTP/1.1\r\nIdempotency-Key: kill-{number}\r\nContent-Type: application/json\r\n\
             Content-Length: {}",
            body.len()
        );
        let (status, answer) = self.ask(number, &head, &body)?;
        assert_eq!(status, 201, "{answer}");
        let text = |name: &str| answer[name].as_str().unwrap().to_owned();
        Some(Raised { id: text("id"), number: text("number"), word: word(number) })
    }

    /// Whether the concern is there with its words and its promises.
    pub(crate) fn shows(&self, raised: &Raised, number: usize) -> bool {
        let (status, shown) = self.get(number, &format!("/api/v1/concerns/{}", raised.id)).unwrap();
        let said = &shown["messages"];
        status == 200
            && shown["number"] == raised.number.as_str()
            && said.as_array().is_some_and(|said| said.len() == 1)
            && said[0]["words"] == words(number)
            && shown["promises"].as_array().is_some_and(|promises| !promises.is_empty())
    }

    /// The name and the words of every concern that is there.
    pub(crate) fn everything(&self) -> Vec<(String, String)> {
        let (mut all, mut path) = (Vec::new(), "/api/v1/concerns?limit=100".to_owned());
        loop {
            let (status, page) = self.get(0, &path).unwrap();
            assert_eq!(status, 200, "{page}");
            let text = |concern: &Value, name: &str| concern[name].as_str().unwrap().to_owned();
            let concerns = page["concerns"].as_array().unwrap();
            all.extend(concerns.iter().map(|concern| (text(concern, "id"), text(concern, "headline"))));
            let Some(next) = page["next"].as_str() else { return all };
            path = format!("/api/v1/concerns?limit=100&before={next}");
        }
    }

    fn get(&self, number: usize, path: &str) -> Option<(u16, Value)> {
        self.ask(number, &format!("GET {path} HTTP/1.1"), "")
    }

    /// Asks once; `None` when the connection fails or ends before the answer is whole.
    fn ask(&self, number: usize, head: &str, body: &str) -> Option<(u16, Value)> {
        // Each number always belongs to the same program, and no program writes too often.
        let token = &self.tokens[number % self.tokens.len()];
        let request = format!(
            "{head}\r\nHost: {}\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n{body}",
            self.address
        );
        let mut connection = TcpStream::connect(self.address).ok()?;
        connection.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
        connection.write_all(request.as_bytes()).ok()?;
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).ok()?;
        let (head, body) = std::str::from_utf8(&answer).ok()?.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some((status, serde_json::from_str(body).ok()?))
    }
}

/// Whether a server says that it is ready.
pub(crate) fn is_ready(address: SocketAddr) -> bool {
    let ready = || {
        let mut connection = TcpStream::connect(address).ok()?;
        let request = format!("GET /health/ready HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        connection.write_all(request.as_bytes()).ok()?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer).ok()?;
        Some(answer.starts_with("HTTP/1.1 200"))
    };
    ready().unwrap_or(false)
}
