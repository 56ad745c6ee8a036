//! What a text may hold.

use std::ops::RangeInclusive;

use crate::Refusal;

/// One line: trimmed, without control characters and without marks that turn text around.
pub(super) fn line(typed: &str, length: RangeInclusive<usize>) -> Result<String, Refusal> {
    let text = typed.trim();
    if text.chars().any(|c| c.is_control()) {
        return Err(Refusal::new("field-one-line"));
    }
    plain(text)?;
    measured(text.to_owned(), length)
}

/// Many lines: line ends made alike, and otherwise as strict as one line.
pub(super) fn prose(typed: &str, length: RangeInclusive<usize>) -> Result<String, Refusal> {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(Refusal::new("field-plain-text"));
    }
    plain(&text)?;
    measured(text.trim().to_owned(), length)
}

/// An address that a mail server would take: the part before the `@`, and a domain with a dot.
pub(super) fn email(typed: &str) -> Result<String, Refusal> {
    let refused = || Refusal::new("field-email");
    let text = line(typed, 3..=254).map_err(|_| refused())?.to_lowercase();
    let address: lettre::Address = text.parse().map_err(|_| refused())?;
    if !address.domain().contains('.') || address.domain().starts_with('[') {
        return Err(refused());
    }
    Ok(text)
}

pub(super) fn number(typed: &str, range: RangeInclusive<i64>) -> Result<i64, Refusal> {
    let number = typed.trim().parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| {
        Refusal::new("field-number").with("from", range.start().to_string()).with("to", range.end().to_string())
    })
}

/// Marks that override or isolate the direction of text can make a sentence read as another
/// one; the plain left-to-right and right-to-left marks of real scripts stay allowed.
fn plain(text: &str) -> Result<(), Refusal> {
    let turning =
        |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    if text.chars().any(turning) { Err(Refusal::new("field-plain-text")) } else { Ok(()) }
}

fn measured(text: String, length: RangeInclusive<usize>) -> Result<String, Refusal> {
    let letters = text.chars().count();
    if letters < *length.start() {
        let needed = Refusal::new("field-needed");
        let longer = || Refusal::new("field-longer").with("least", length.start().to_string());
        Err(if letters == 0 { needed } else { longer() })
    } else if letters > *length.end() {
        let too_many = (letters - length.end()).to_string();
        Err(Refusal::new("field-shorter").with("most", length.end().to_string()).with("over", too_many))
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line("  Elm Court ", 1..=20).unwrap(), "Elm Court");
        assert_eq!(line("Elm\nCourt", 1..=20).unwrap_err().key, "field-one-line");
        assert_eq!(line("Elm\0", 1..=20).unwrap_err().key, "field-one-line");
    }

    #[test]
    fn prose_keeps_its_lines() {
        assert_eq!(prose("one\r\ntwo\rthree ", 1..=20).unwrap(), "one\ntwo\nthree");
        assert_eq!(prose("a\0b", 1..=20).unwrap_err().key, "field-plain-text");
    }

    #[test]
    fn text_that_turns_around_is_refused_and_arabic_is_not() {
        assert_eq!(line("photo\u{202e}gpj.exe", 1..=40).unwrap_err().key, "field-plain-text");
        assert!(line("\u{627}\u{644}\u{628}\u{648}\u{627}\u{628}\u{629}\u{200f} 3", 1..=40).is_ok());
    }

    #[test]
    fn length_is_counted_in_letters() {
        assert_eq!(line("\u{e1}\u{e9}\u{ed}", 1..=3).unwrap(), "\u{e1}\u{e9}\u{ed}");
        assert_eq!(line("four", 1..=3).unwrap_err().key, "field-shorter");
        assert_eq!(line("", 1..=3).unwrap_err().key, "field-needed");
        assert_eq!(line("ab", 3..=9).unwrap_err().key, "field-longer");
    }

    #[test]
    fn an_address_has_a_name_and_a_domain() {
        assert_eq!(email(" Dana@Northgate.Example ").unwrap(), "dana@northgate.example");
        for bad in
            ["", "dana", "dana@", "@x.example", "dana@localhost", "a b@x.example", "dana@x.example\r\nBcc: z@x.example"]
        {
            assert!(email(bad).is_err(), "{bad}");
        }
    }
}
