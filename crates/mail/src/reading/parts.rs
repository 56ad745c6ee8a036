//! The files that come with a mail.

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::{bounds, kind, line};

/// The most files of one mail that are kept beside it.
const MOST: usize = 10;
/// The longest name of a file, in letters.
const NAME_LETTERS: usize = 120;

/// A file that came with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is called: no path, no mark of control.
    pub name: String,
    /// Whether it says that it is a picture.
    pub is_picture: bool,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The files of a mail, and how many there were beyond the bounds.
#[must_use]
pub fn parts(message: &Message<'_>) -> (Vec<Part>, usize) {
    let (mut kept, mut left_out, mut total) = (Vec::new(), 0, 0);
    for part in message.attachments() {
        let bytes: &[u8] = match &part.body {
            PartType::Text(text) | PartType::Html(text) => text.as_bytes(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes,
            PartType::Message(_) | PartType::Multipart(_) => continue,
        };
        // What a server reports has been read, and an empty file is none.
        if bytes.is_empty() || kind(Some(part)) == "message/delivery-status" {
            continue;
        }
        total += bytes.len();
        if kept.len() == MOST || total > bounds::LARGEST_BYTES {
            left_out += 1;
            continue;
        }
        let name = name(part, kept.len() + 1);
        kept.push(Part { name, is_picture: kind(Some(part)).starts_with("image/"), bytes: bytes.to_vec() });
    }
    (kept, left_out)
}

fn name(part: &MessagePart<'_>, number: usize) -> String {
    let kind = kind(Some(part));
    let named = part.attachment_name().map(clean).filter(|name| !name.is_empty());
    named.unwrap_or_else(|| {
        let ending = match kind.as_str() {
            "message/x-mail" => "eml",
            "text/plain" => "txt",
            "text/html" => "html",
            "text/calendar" => "ics",
            "image/jpeg" => "jpg",
            "image/png" => "png",
            "application/pdf" => "pdf",
            _ => "bin",
        };
        format!("file-{number}.{ending}")
    })
}

/// The last part of a path, without what a file's name may not hold anywhere.
fn clean(written: &str) -> String {
    let last = written.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| !matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|')).collect();
    line(plain.trim_start_matches('.'), NAME_LETTERS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_name_and_no_path() {
        for (written, name) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\x\\photo.jpg", "photo.jpg"),
            ("..", ""),
            ("gate\u{202e}gpj.exe", "gategpj.exe"),
            ("a\r\nb.txt", "a b.txt"),
        ] {
            assert_eq!(clean(written), name, "{written}");
        }
    }
}
