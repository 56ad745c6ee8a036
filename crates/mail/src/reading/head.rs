//! The headers of a mail as they came, in their order: for what no parser reads.

use super::bounds::head_length;

/// More headers than this are not looked at.
const MOST: usize = 1_000;

/// The headers of a mail, from the top down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    headers: Vec<(String, String)>,
}

impl Head {
    /// Reads the headers before the first empty line.
    #[must_use]
    pub fn read(raw: &[u8]) -> Self {
        let text = String::from_utf8_lossy(&raw[..head_length(raw)]).replace('\0', "");
        let mut headers: Vec<(String, String)> = Vec::new();
        for line in text.lines() {
            if let (true, Some((_, value))) = (line.starts_with([' ', '\t']), headers.last_mut()) {
                value.push(' ');
                value.push_str(line.trim());
            } else if let Some((name, value)) = line.split_once(':') {
                if headers.len() == MOST {
                    break;
                }
                headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        Self { headers }
    }

    /// Whether there is no header at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.headers.is_empty()
    }

    /// Every value of a header, from the top down. The name is in lower case.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    /// The topmost value of a header.
    #[must_use]
    pub fn first(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    /// Whether a header is there at all.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.first(name).is_some()
    }

    /// The first word of a header, in lower case: what stands before a `;`, a space or a comment.
    #[must_use]
    pub fn word(&self, name: &str) -> String {
        let value = self.first(name).unwrap_or_default();
        value.split([';', ' ', '\t', '(']).next().unwrap_or_default().to_ascii_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_unfolded_and_keep_their_order() {
        let head = Head::read(
            b"Received: one\r\n two\r\nAuto-Submitted: Auto-Replied; x=y\r\nRECEIVED: three\r\n\r\nX: y\r\n",
        );
        assert_eq!(head.all("received").collect::<Vec<_>>(), ["one two", "three"]);
        assert_eq!(head.word("auto-submitted"), "auto-replied");
        assert!(!head.has("x"));
    }
}
