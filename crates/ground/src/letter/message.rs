//! A letter as a message (RFC 5322): headers, the words as text, and the same words as a page.

use askama::Template;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

use super::{Class, Letter, thread, unwanted};
use crate::words::Words;
use crate::{App, Error, Result};

/// Programs that answer by themselves are asked not to; that a letter did not arrive we want to know, so this does
/// not say `All` (MS-OXCMAIL 2.1.3.2).
const NO_ANSWERS: &str = "DR, RN, NRN, OOF, AutoReply";
/// The longest name of a link that becomes a button.
const LABEL_LETTERS: usize = 60;

#[derive(Template)]
#[template(path = "letter/frame.html")]
struct Frame<'a> {
    w: &'a Words,
    letter: &'a Letter,
    blocks: Vec<Block<'a>>,
    why: String,
    off: Option<String>,
}

/// A part of a letter as it is seen.
#[derive(Debug, PartialEq, Eq)]
enum Block<'a> {
    /// Lines of a paragraph.
    Words(Vec<&'a str>),
    /// A link to a page of ours that stands alone in its line: where it leads, and its name if it has one.
    Button(&'a str, Option<&'a str>),
}

/// The message, the same for every try but for its boundary.
pub(super) fn of(app: &App, letter: &Letter) -> Result<Vec<u8>> {
    let broken = |error: &dyn std::error::Error| Error::broken(format!("a letter cannot be written: {error}"));
    let words = app.catalogue.speak(letter.spoken());
    let why = words.with(letter.class.why_key(), &[("organization", letter.from_name.as_str().into())]);
    let off = off_link(app, letter);
    let text = as_text(&words, letter, &why, off.as_deref());
    let blocks = blocks(&letter.words, &app.settings.public_url);
    let page = Frame { w: &words, letter, blocks, why, off: off.clone() }.render()?;

    let from: Mailbox = app.settings.mail_from.parse().map_err(|error| broken(&error))?;
    let from = Mailbox::new(named(&letter.from_name).or(from.name), from.email);
    let to = letter.to_address.parse().map_err(|error| broken(&error))?;
    let date = std::time::UNIX_EPOCH + std::time::Duration::from_millis(u64::try_from(letter.written_at).unwrap_or(0));
    let mut builder = lettre::Message::builder()
        .from(from.clone())
        .to(Mailbox::new(named(&letter.to_name), to))
        .subject(&letter.subject)
        .message_id(Some(letter.message_id.clone()))
        .date(date);
    if let Some(follows) = &letter.follows {
        let last = follows.rsplit(' ').next().unwrap_or_default();
        builder = builder.in_reply_to(last.to_owned()).references(follows.clone());
        if let Some(address) = thread::reply_address(app, &letter.about_id) {
            builder = builder.reply_to(Mailbox::new(from.name, address.parse().map_err(|error| broken(&error))?));
        }
    }
    for (name, value) in headers(letter, off.as_deref()) {
        builder = builder.raw_header(HeaderValue::new(HeaderName::new_from_ascii_str(name), value));
    }
    let message = builder.multipart(MultiPart::alternative_plain_html(text, page)).map_err(|error| broken(&error))?;
    Ok(message.formatted())
}

/// What tells programs how to treat the letter (RFC 3834, RFC 2369, RFC 8058).
fn headers(letter: &Letter, off: Option<&str>) -> Vec<(&'static str, String)> {
    let mut headers = Vec::new();
    if let Some(value) = &letter.auto_submitted {
        headers.push(("Auto-Submitted", value.clone()));
        headers.push(("X-Auto-Response-Suppress", NO_ANSWERS.to_owned()));
    }
    if let Some(off) = off {
        headers.push(("List-Unsubscribe", format!("<{off}>")));
        headers.push(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    headers
}

/// Where such letters are switched off; the essential ones are not.
fn off_link(app: &App, letter: &Letter) -> Option<String> {
    let token = unwanted::token(&app.keys, &letter.id);
    (letter.class != Class::Essential).then(|| format!("{}/letters/off/{token}", app.settings.public_url))
}

fn named(name: &str) -> Option<String> {
    (!name.is_empty()).then(|| name.to_owned())
}

/// The words, and below the line that mail programs take for the beginning of a signature who writes and why.
fn as_text(words: &Words, letter: &Letter, why: &str, off: Option<&str>) -> String {
    let mut text = format!("{}\n-- \n{}\n{why}\n", letter.words, letter.from_name);
    if let Some(off) = off {
        text.push_str(&format!("{}\n{off}\n", words.t("letter-off")));
    }
    text
}

/// The parts of the words: paragraphs, and links to pages of ours that stand alone in their lines, with their
/// names before a colon if they have any.
fn blocks<'a>(words: &'a str, public_url: &str) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    for line in words.lines() {
        match (button(line.trim(), public_url), blocks.last_mut()) {
            (Some(button), _) => blocks.push(button),
            (None, Some(Block::Words(lines))) if !line.trim().is_empty() => lines.push(line),
            (None, _) => blocks.push(Block::Words(line.trim().is_empty().then(Vec::new).unwrap_or_else(|| vec![line]))),
        }
    }
    blocks.retain(|block| *block != Block::Words(Vec::new()));
    blocks
}

fn button<'a>(line: &'a str, public_url: &str) -> Option<Block<'a>> {
    let at = line.find(public_url)?;
    let (label, link) = line.split_at(at);
    let ours = link.get(public_url.len()..).is_some_and(|rest| rest.starts_with('/'));
    let label = match label.trim() {
        "" => None,
        label => Some(label.strip_suffix(':').filter(|label| label.chars().count() <= LABEL_LETTERS)?),
    };
    (ours && !link.contains(char::is_whitespace)).then_some(Block::Button(link, label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_of_ours_alone_in_its_line_is_a_button() {
        let words = "Hello Dana,\n\nfirst\nsecond\n\nRead it here:\nhttps://r.example/t/X\n\
            Yes, it helped: https://r.example/check?helped=yes\nhttps://r.example.evil/\nsee https://r.example/x now\n";
        let expected = [
            Block::Words(vec!["Hello Dana,"]),
            Block::Words(vec!["first", "second"]),
            Block::Words(vec!["Read it here:"]),
            Block::Button("https://r.example/t/X", None),
            Block::Button("https://r.example/check?helped=yes", Some("Yes, it helped")),
            Block::Words(vec!["https://r.example.evil/", "see https://r.example/x now"]),
        ];
        assert_eq!(blocks(words, "https://r.example"), expected);
    }
}
