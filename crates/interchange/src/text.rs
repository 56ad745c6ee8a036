//! Bytes become text, and text takes the one form that every format carries.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::Unreadable;

/// How much of a text names a question that has no name.
const BEGINNING: usize = 60;

/// A text, with whether its letters had to be guessed: Windows-1252 has no mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, bool), Unreadable> {
    let marked = [UTF_8, UTF_16LE, UTF_16BE].into_iter().zip([&b"\xef\xbb\xbf"[..], b"\xff\xfe", b"\xfe\xff"]);
    for (encoding, mark) in marked {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
            return text.map(|text| (text.into_owned(), false)).ok_or(Unreadable::NotText);
        }
    }
    if bytes.contains(&0) {
        return Err(Unreadable::NotText);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), false)),
        Err(_) if is_windows(bytes) => Ok((WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), true)),
        Err(_) => Err(Unreadable::NotText),
    }
}

/// Whether bytes that are not UTF-8 are words in Windows-1252. They are not where they hold what it does not define or
/// what no text has, where more of them are beyond ASCII than any western language has, and where most of what is beyond
/// ASCII is good UTF-8: that is a damaged file, and reading it would make two letters of each.
fn is_windows(bytes: &[u8]) -> bool {
    let undefined = |byte: &u8| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    let beyond = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    !bytes.iter().any(|byte| undefined(byte) || control(byte)) && beyond * 3 <= bytes.len() && bad > good
}

/// A text in the form that every format carries: lines without space at their ends, single spaces between words, at most
/// one empty line in a row. Signs that XML forbids, and those that Unicode says are never letters, are replaced.
pub(crate) fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut tidied = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.split(is_line_break) {
        let mut words = line.split(is_space).filter(|word| !word.is_empty()).peekable();
        if words.peek().is_none() {
            empty += 1;
            continue;
        }
        if !tidied.is_empty() {
            tidied.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        empty = 0;
        let mut first = true;
        for word in words {
            if !first {
                tidied.push(' ');
            }
            first = false;
            tidied.extend(word.chars().map(|letter| if is_never_a_letter(letter) { '\u{fffd}' } else { letter }));
        }
    }
    tidied
}

/// The same on a single line.
pub(crate) fn one_line(text: &str) -> String {
    tidy(text).split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How a text begins.
pub(crate) fn begins(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default().trim();
    match line.char_indices().nth(BEGINNING) {
        Some((end, _)) => format!("{}...", line[..end].trim_end()),
        None => line.to_owned(),
    }
}

fn is_line_break(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A mark of byte order within a text is what is left of files that were put one after another.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control() || letter == '\u{feff}'
}

fn is_never_a_letter(letter: char) -> bool {
    matches!(letter, '\u{fdd0}'..='\u{fdef}') || matches!(u32::from(letter) & 0xffff, 0xfffe | 0xffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_told_by_their_mark_or_by_their_bytes() {
        assert_eq!(decode(b"\xef\xbb\xbfa").unwrap(), ("a".into(), false));
        assert_eq!(decode(b"\xff\xfea\0\xe9\0").unwrap(), ("a\u{e9}".into(), false));
        assert_eq!(decode(b"\xfe\xff\0a\0\xe9").unwrap(), ("a\u{e9}".into(), false));
        assert_eq!(decode("caf\u{e9}".as_bytes()).unwrap(), ("caf\u{e9}".into(), false));
        assert_eq!(decode(b"a caf\xe9 \x93now\x94").unwrap(), ("a caf\u{e9} \u{201c}now\u{201d}".into(), true));
    }

    #[test]
    fn what_is_no_text_is_not_guessed() {
        assert_eq!(decode(b"a\0b"), Err(Unreadable::NotText));
        assert_eq!(decode(b"\xff\xfea"), Err(Unreadable::NotText));
        assert_eq!(decode(b"\x89\x90\xe9\xe9abc"), Err(Unreadable::NotText));
        assert_eq!(decode(b"\xe9\xe8\xe7abc"), Err(Unreadable::NotText));
        let mut damaged = "\u{e9}\u{e8}\u{e7} and many more words of a text".as_bytes().to_vec();
        damaged.push(0xc3);
        assert_eq!(decode(&damaged), Err(Unreadable::NotText));
    }

    #[test]
    fn a_text_takes_one_form() {
        assert_eq!(tidy("  a\u{a0}\t b \r\n\r\n\r\n c\u{7}d\n"), "a b\n\nc d");
        assert_eq!(tidy("a\u{fdd0}\u{ffff}"), "a\u{fffd}\u{fffd}");
        assert_eq!(tidy(" \n "), "");
        assert_eq!(one_line("a\n\n b"), "a b");
        let twice = tidy("x \u{2028}\u{feff}y");
        assert_eq!(tidy(&twice), twice);
    }
}
