//! HTML, nearly as a browser reads it, in one pass from beginning to end however it was written.

use encoding_rs::WINDOWS_1252;
use quick_xml::escape::resolve_html5_entity;

use super::{Plain, is_known};

/// How often a tag may turn out to have no end before nothing that follows is taken for one.
const ENDLESS_TAGS: usize = 8;

/// Attributes of a tag that are looked at.
const ATTRIBUTES: usize = 32;

/// The longest name of a letter, as `&CounterClockwiseContourIntegral;`.
const LONGEST_NAME: usize = 32;

/// Elements whose content is no HTML.
const RAW: [&str; 3] = ["iframe", "script", "style"];

/// A tag, with what comes after it.
struct Tag<'a> {
    ends: bool,
    empty: bool,
    name: String,
    attributes: Vec<(String, &'a str)>,
    rest: &'a str,
}

/// The words of HTML, and what of it is lost. `lines` says whether line breaks are line breaks, as where a program turns
/// them into HTML itself. What looks like a tag and is none is kept as it is.
pub(crate) fn html(text: &str, lines: bool) -> (String, Vec<crate::Part>) {
    let mut plain = if lines { Plain::with_lines() } else { Plain::default() };
    let mut rest = text;
    let mut endless = 0;
    while let Some(at) = rest.find(['<', '&']) {
        plain.say(&rest[..at]);
        rest = &rest[at..];
        if let Some((letters, after)) = letter(rest) {
            plain.say(&letters);
            rest = after;
        } else if endless < ENDLESS_TAGS && begins_comment(rest) {
            let after = comment(rest);
            endless += usize::from(after.is_none());
            rest = after.unwrap_or_else(|| first_letter(&mut plain, rest));
        } else if endless < ENDLESS_TAGS && begins_tag(rest) {
            let tag = tag(rest);
            endless += usize::from(tag.is_none());
            rest = match tag.filter(is_tag) {
                Some(tag) => tell(&mut plain, tag),
                None => first_letter(&mut plain, rest),
            };
        } else {
            rest = first_letter(&mut plain, rest);
        }
    }
    plain.say(rest);
    plain.done()
}

/// Says a letter that turned out to be only that.
fn first_letter<'a>(plain: &mut Plain, rest: &'a str) -> &'a str {
    plain.say(&rest[..1]);
    &rest[1..]
}

/// Whether a tag is one: of an element that is known, or of another vocabulary, as `o:p`.
fn is_tag(tag: &Tag) -> bool {
    is_known(&tag.name) || tag.name.contains([':', '-'])
}

fn tell<'a>(plain: &mut Plain, tag: Tag<'a>) -> &'a str {
    if tag.ends {
        plain.end(&tag.name);
        return tag.rest;
    }
    let find = |wanted: &str| tag.attributes.iter().find(|(name, _)| name == wanted);
    plain.begin(&tag.name, |wanted| find(wanted).map(|(_, value)| (*value).to_owned()));
    let raw = RAW.contains(&tag.name.as_str()) && !tag.empty;
    let rest = if raw { after_raw(tag.rest, &tag.name) } else { tag.rest };
    if tag.empty || raw {
        plain.end(&tag.name);
    }
    rest
}

/// What follows the end of an element whose content is no HTML; nothing where it does not end.
fn after_raw<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        if rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return rest.find('>').map_or("", |end| &rest[end + 1..]);
        }
    }
    ""
}

fn begins_tag(text: &str) -> bool {
    let text = text.strip_prefix("</").or_else(|| text.strip_prefix('<')).unwrap_or_default();
    text.starts_with(|letter: char| letter.is_ascii_alphabetic())
}

/// Whether it is a comment, or is read as one.
fn begins_comment(text: &str) -> bool {
    let starts = ["<!--", "<!doctype", "<![cdata[", "<?xml"];
    starts.iter().any(|start| text.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start)))
}

/// What follows a comment; `None` where it has no end.
fn comment(text: &str) -> Option<&str> {
    match text.strip_prefix("<!--") {
        Some(inside) => inside.find("-->").map(|end| &inside[end + 3..]),
        None => text.find('>').map(|end| &text[end + 1..]),
    }
}

/// A tag; `None` where it has no end.
fn tag(text: &str) -> Option<Tag<'_>> {
    let ends = text.starts_with("</");
    let text = &text[if ends { 2 } else { 1 }..];
    let end = text.find(|letter: char| letter.is_ascii_whitespace() || matches!(letter, '/' | '>'))?;
    let mut tag =
        Tag { ends, empty: false, name: text[..end].to_ascii_lowercase(), attributes: Vec::new(), rest: &text[end..] };
    loop {
        let rest = tag.rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace());
        if let Some(rest) = rest.strip_prefix('>') {
            tag.rest = rest;
            return Some(tag);
        }
        if let Some(rest) = rest.strip_prefix('/') {
            tag.empty = rest.starts_with('>');
            tag.rest = rest;
            continue;
        }
        // A sign of equality at the beginning belongs to the name.
        let first = rest.chars().next()?.len_utf8();
        let ends = |letter: char| letter.is_ascii_whitespace() || matches!(letter, '/' | '>' | '=');
        let end = first + rest[first..].find(ends)?;
        let (value, after) = value(&rest[end..])?;
        if tag.attributes.len() < ATTRIBUTES {
            tag.attributes.push((rest[..end].to_ascii_lowercase(), value));
        }
        tag.rest = after;
    }
}

/// The value of an attribute, which may have none.
fn value(text: &str) -> Option<(&str, &str)> {
    let Some(text) = text.trim_start().strip_prefix('=') else { return Some(("", text)) };
    let text = text.trim_start();
    if let Some(quote) = text.chars().next().filter(|first| matches!(first, '"' | '\'')) {
        return text[1..].split_once(quote);
    }
    let end = text.find(|letter: char| letter.is_ascii_whitespace() || letter == '>')?;
    Some((&text[..end], &text[end..]))
}

/// The letter that `&name;` or `&#number;` stands for, with what follows.
fn letter(text: &str) -> Option<(String, &str)> {
    let text = text.strip_prefix('&')?;
    let end = text.bytes().take(LONGEST_NAME).position(|byte| byte == b';')?;
    let (name, rest) = (&text[..end], &text[end + 1..]);
    let Some(number) = name.strip_prefix('#') else {
        return resolve_html5_entity(name).map(|letters| (letters.to_owned(), rest));
    };
    let number = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    Some((numbered(number.ok()?), rest))
}

/// A letter by its number. Those of Windows-1252 are meant where the number is that of a control character.
fn numbered(number: u32) -> String {
    match u8::try_from(number) {
        Ok(byte @ 0x80..=0x9f) => WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned(),
        _ => char::from_u32(number).unwrap_or('\u{fffd}').to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Part;

    fn words(text: &str) -> String {
        html(text, false).0
    }

    #[test]
    fn blocks_and_breaks_become_lines() {
        assert_eq!(words("<p>One\ntwo</p><p>Three<br>four<br><br/>five</p>"), "One two\nThree\nfour\n\nfive");
        assert_eq!(words("a<ul><li>b</li><li><p>c</p></li></ul>d"), "a\n- b\n- c\nd");
        assert_eq!(words("a<pre>b\nc</pre>"), "a\nb\nc");
        assert_eq!(html("a\nb", true).0, "a\nb");
    }

    #[test]
    fn names_of_letters_become_letters() {
        let text = "&lt;b&gt; &amp;amp; &eacute;&#233;&#xE9;&#150; &nbsp; &notanentity; a & b &#1114112;";
        assert_eq!(words(text), "<b> &amp; \u{e9}\u{e9}\u{e9}\u{2013} &notanentity; a & b \u{fffd}");
    }

    #[test]
    fn what_is_lost_is_said_once() {
        let (text, left) = html(
            "<b>No</b> <B>pets</B> <img src=x> H<sub>2</sub>O <a href=y>here</a><script>if (a<b) {}</script>",
            false,
        );
        assert_eq!(text, "No pets H2O here");
        assert_eq!(left, [Part::Markup, Part::Picture, Part::Link, Part::Style]);
        assert_eq!(html("<table><tr><td>a</td><td>b</td></tr></table>", false), ("a b".into(), vec![Part::Markup]));
        assert_eq!(html("<video><source></video>x<p style='color:red'>y</p>", false).1, [Part::Media, Part::Style]);
        assert_eq!(words("<style>p {}</style>x<svg><svg></svg><text>y</text></svg>z<!-- w -->"), "xz");
    }

    #[test]
    fn what_is_no_element_is_kept() {
        assert_eq!(words("if a<b then c"), "if a<b then c");
        assert_eq!(words("x<y and z>w, 3 < 4 <5"), "x<y and z>w, 3 < 4 <5");
        assert_eq!(html("<o:p>x</o:p>", false), ("x".into(), vec![Part::Markup]));
        assert_eq!(words("a <!-- b"), "a <!-- b");
        assert_eq!(words(&"<a".repeat(100_000)).len(), 200_000);
        assert_eq!(words(&"<a b=\"".repeat(100_001)).len(), 600_006);
    }
}
