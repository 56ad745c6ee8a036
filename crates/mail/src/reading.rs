//! From bytes to what we need of a mail. Pure, bounded, and made for what real mail brings: what
//! cannot be read is said, and never ends anything.

pub mod bounds;
mod forward;
mod head;
mod machine;
mod parts;
mod quote;
mod report;
mod verdict;

pub use forward::forwarded;
pub use head::Head;
pub use machine::machine;
pub use parts::{Part, parts};
pub use quote::{Folded, fold};
pub use report::{Recipient, Report};
pub use verdict::verdict;

use ground::Moment;
use mail_parser::{Message, MessageParser, PartType};

/// The longest name of somebody, in letters.
pub const NAME_LETTERS: usize = 120;
/// The longest subject that is kept, in letters.
const SUBJECT_LETTERS: usize = 300;
/// The most words that are kept beside the mail itself, in letters.
const TEXT_LETTERS: usize = 200_000;
/// The most Message-IDs and addresses that are looked at.
const MOST_NAMED: usize = 50;

/// Somebody who writes mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// What they call themselves.
    pub name: Option<String>,
    /// Their address, in lower case.
    pub address: String,
}

/// What we need of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Its headers, as they came.
    pub head: Head,
    /// Its Message-ID, in its brackets.
    pub message_id: Option<String>,
    /// Who it says it is from.
    pub from: Option<Sender>,
    /// What it is about, in its own words.
    pub subject: String,
    /// When it says it was written.
    pub written_at: Option<Moment>,
    /// Every address that it went to, as far as it says so.
    pub recipients: Vec<String>,
    /// The Message-IDs that it answers, the closest one first.
    pub answers: Vec<String>,
    /// What it says, as text.
    pub text: String,
    /// The files that came with it.
    pub parts: Vec<Part>,
    /// How many files there were beyond the bounds.
    pub parts_left_out: usize,
    /// Whether it reports on another mail.
    pub is_report: bool,
    /// What it reports.
    pub report: Option<Report>,
    /// Whether it is an answer to an invitation.
    pub is_calendar: bool,
}

/// Reads a mail. `None` when nothing in it can be read, or when it breaks a bound.
#[must_use]
pub fn read(raw: &[u8]) -> Option<Mail> {
    let bounded = bounds::bounded(raw).ok()?;
    // The parser is not ours: whatever it does with what nobody has tried, the mail is still kept.
    let head = Head::read(raw);
    if head.is_empty() {
        return None;
    }
    let reading =
        std::panic::AssertUnwindSafe(|| MessageParser::default().parse(&bounded).map(|message| mail(&message, head)));
    std::panic::catch_unwind(reading).ok().flatten()
}

fn mail(message: &Message<'_>, head: Head) -> Mail {
    let kind = kind(message.parts.first());
    let is_report = kind == "multipart/report";
    let (parts, parts_left_out) = parts(message);
    Mail {
        message_id: message.message_id().map(bracketed),
        from: sender(message),
        subject: line(&without_marks(message.subject().unwrap_or_default()), SUBJECT_LETTERS),
        written_at: message.date().and_then(|date| Moment::parse_rfc3339(&date.to_rfc3339()).ok()),
        recipients: recipients(message, &head),
        answers: answers(message),
        text: text(message),
        report: is_report.then(|| report_of(message)).flatten(),
        is_calendar: message.parts.iter().any(is_calendar_answer),
        is_report,
        parts,
        parts_left_out,
        head,
    }
}

/// What a part says it is, in lower case: `text/plain`.
fn kind(part: Option<&mail_parser::MessagePart<'_>>) -> String {
    use mail_parser::MimeHeaders;
    let kind = part.and_then(MimeHeaders::content_type);
    kind.map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_lowercase())
        .unwrap_or_default()
}

fn is_calendar_answer(part: &mail_parser::MessagePart<'_>) -> bool {
    use mail_parser::MimeHeaders;
    let method = part.content_type().and_then(|kind| kind.attribute("method")).unwrap_or_default();
    kind(Some(part)) == "text/calendar" && method.eq_ignore_ascii_case("reply")
}

fn sender(message: &Message<'_>) -> Option<Sender> {
    let from =
        message.from().and_then(|from| from.first()).or_else(|| message.sender().and_then(|from| from.first()))?;
    let address = address(from.address()?)?;
    let name = from.name().map(|name| line(name, NAME_LETTERS)).filter(|name| !name.is_empty());
    Some(Sender { name, address })
}

/// An address as we compare it; `None` when it is none.
#[must_use]
pub fn address(written: &str) -> Option<String> {
    let address = written.trim().trim_matches(['<', '>']).to_lowercase();
    let mut fields = ground::Fields::default().set("address", address);
    fields.email("address")
}

fn recipients(message: &Message<'_>, head: &Head) -> Vec<String> {
    let written =
        [message.to(), message.cc()].into_iter().flatten().flat_map(|list| list.iter().filter_map(|one| one.address()));
    let mut found: Vec<String> = written.filter_map(recipient).take(MOST_NAMED).collect();
    for name in ["delivered-to", "x-original-to", "envelope-to"] {
        found.extend(head.all(name).filter_map(recipient).take(MOST_NAMED));
    }
    found.sort();
    found.dedup();
    found
}

/// An address of ours may lie in a domain without a dot, such as `localhost`.
fn recipient(written: &str) -> Option<String> {
    let address = line(written.trim().trim_matches(['<', '>']), 254).to_lowercase();
    (address.contains('@') && !address.contains(' ')).then_some(address)
}

fn answers(message: &Message<'_>) -> Vec<String> {
    let ids = |value: &mail_parser::HeaderValue<'_>| -> Vec<String> {
        match (value.as_text_list(), value.as_text()) {
            (Some(list), _) => list.iter().map(|id| bracketed(id)).collect(),
            (None, Some(one)) => vec![bracketed(one)],
            _ => Vec::new(),
        }
    };
    let mut found = ids(message.in_reply_to());
    found.extend(ids(message.references()).into_iter().rev());
    let mut once = Vec::new();
    for id in found {
        if !once.contains(&id) && once.len() < MOST_NAMED {
            once.push(id);
        }
    }
    once
}

fn bracketed(id: &str) -> String {
    format!("<{}>", line(id.trim().trim_matches(['<', '>']), 500))
}

fn text(message: &Message<'_>) -> String {
    let mut text = String::new();
    for at in 0..message.text_body_count().min(20) {
        let body = message.body_text(at).unwrap_or_default();
        if !body.trim().is_empty() {
            text.push_str(body.trim_end());
            text.push_str("\n\n");
        }
        if text.len() > TEXT_LETTERS {
            break;
        }
    }
    prose(text.trim_end(), TEXT_LETTERS)
}

fn report_of(message: &Message<'_>) -> Option<Report> {
    let status = message.parts.iter().find(|part| kind(Some(part)) == "message/delivery-status")?;
    let sent_back = message.parts.iter().find(|part| {
        matches!(kind(Some(part)).as_str(), "message/x-mail" | "text/x-mail-headers" | "message/x-mail-headers")
    });
    let words = |part: &mail_parser::MessagePart<'_>| -> String {
        let bytes = match &part.body {
            PartType::Text(text) | PartType::Html(text) => text.as_bytes(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes,
            PartType::Message(_) | PartType::Multipart(_) => &[],
        };
        String::from_utf8_lossy(&bytes[..bytes.len().min(64 * 1024)]).replace('\0', "")
    };
    Some(report::read(&words(status), sent_back.map(words).as_deref()))
}

/// A subject without the marks that mail programs put before it.
fn without_marks(subject: &str) -> String {
    let mut left = subject.trim();
    for _ in 0..20 {
        let Some((mark, rest)) = left.split_once(':') else { break };
        let mark = mark.trim().to_lowercase();
        if !matches!(mark.as_str(), "re" | "fw" | "fwd" | "rv" | "aw" | "sv" | "tr" | "res" | "enc") {
            break;
        }
        left = rest.trim();
    }
    left.to_owned()
}

/// One line of plain text, cut where it is too long.
#[must_use]
pub fn line(text: &str, letters: usize) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !turns(*c)).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(letters).collect()
}

/// Many lines of plain text, cut where they are too long.
#[must_use]
pub fn prose(text: &str, letters: usize) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let plain = text.chars().filter(|c| (!c.is_control() || matches!(c, '\n' | '\t')) && !turns(*c));
    plain.take(letters).collect()
}

/// Marks that turn text around, and what is no letter at all.
const fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_answers_is_found_closest_first() {
        let raw = b"From: Dana <Dana@x.example>\nReferences: <1@x> <2@x>\n <3@x>\nIn-Reply-To: <2@x>\nSubject: RE: Fwd: Gate\n\nx";
        let mail = read(raw).unwrap();
        assert_eq!(mail.answers, ["<2@x>", "<3@x>", "<1@x>"]);
        assert_eq!((mail.subject.as_str(), mail.from.unwrap().address.as_str()), ("Gate", "dana@x.example"));
    }

    #[test]
    fn a_text_is_plain_and_as_long_as_it_may_be() {
        assert_eq!(line("a\0b\u{202e}c\r\n d", 9), "a bc d");
        assert_eq!(prose("a\0b\r\nc\u{202e}", 4), "ab\nc");
        assert_eq!(prose("abcdef", 3), "abc");
    }

    #[test]
    fn what_is_no_mail_is_said() {
        for raw in [&b""[..], b"\n\n", b"\0\0\0", b"just words"] {
            assert_eq!(read(raw), None, "{raw:?}");
        }
    }
}
