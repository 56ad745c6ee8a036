//! A browser reduced to what a measurement needs: one connection that stays open, and a cookie.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use crate::Outcome;

/// One connection to a server.
pub(crate) struct Client {
    stream: BufReader<TcpStream>,
    address: String,
    cookie: String,
}

/// An answer, read to its end: its status, what it says, and the cookie that it sets.
pub(crate) struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
    pub cookie: Option<String>,
}

impl Client {
    /// Opens a connection for whoever has this cookie; nobody's is empty.
    pub(crate) fn connect(address: &str, cookie: &str) -> Outcome<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), address: address.to_owned(), cookie: cookie.to_owned() })
    }

    /// Asks for a page.
    pub(crate) fn get(&mut self, path: &str) -> Outcome<Answer> {
        self.ask("GET", path, None)
    }

    /// Sends a form.
    pub(crate) fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Outcome<Answer> {
        let encoded = |text: &str| ground::web::address::encoded(text).to_string();
        let pairs: Vec<String> = form.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        self.ask("POST", path, Some(&pairs.join("&")))
    }

    fn ask(&mut self, method: &str, path: &str, form: Option<&str>) -> Outcome<Answer> {
        let mut request =
            format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\n", self.address);
        if !self.cookie.is_empty() {
            request += &format!("Cookie: {}\r\n", self.cookie);
        }
        if let Some(form) = form {
            request += "Content-Type: application/x-www-form-urlencoded\r\n";
            request += &format!("Content-Length: {}\r\n", form.len());
        }
        request += "\r\n";
        request += form.unwrap_or_default();
        self.stream.get_mut().write_all(request.as_bytes())?;
        self.answer()
    }

    fn answer(&mut self) -> Outcome<Answer> {
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status =
            line.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or("an answer without a status")?;
        let (mut length, mut cookie) = (None, None);
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().ok(),
                "set-cookie" => cookie = value.split(';').next().map(str::to_owned),
                _ => {}
            }
        }
        let length: usize = length.ok_or("an answer without a length")?;
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(Answer { status, body, cookie })
    }
}
