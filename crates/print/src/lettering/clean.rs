//! What cannot stand in a PDF, or would deceive a reader, does not get in.

/// The character shown for one that has no meaning outside the system it came from.
const REPLACEMENT: char = '\u{FFFD}';

/// Text of several lines, with `\n` for their ends.
pub(crate) fn text(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' => clean.push(' '),
            _ if is_invisible(character) => {}
            _ if is_nobodys(character) => clean.push(REPLACEMENT),
            _ => clean.push(character),
        }
    }
    clean
}

/// Text of one line, without blanks at its ends.
pub(crate) fn line(line: &str) -> String {
    text(line).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Control characters, marks that turn the direction of writing, joiners, selectors and tags: they
/// show nothing, and some let a text be read otherwise than it is written.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Private use and noncharacters: PDF/A lets none of them stand for text.
fn is_nobodys(character: char) -> bool {
    let code = u32::from(character);
    matches!(code, 0xE000..=0xF8FF | 0xFDD0..=0xFDEF | 0xF_0000..) || code & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_nothing_does_not_get_in() {
        assert_eq!(text("a\tb\r\nc\u{2028}d\u{0}\u{202E}e\u{FE0F}"), "a b\nc\nde");
        assert_eq!(text("\u{E000}\u{FFFE}\u{1F4DE}"), "\u{FFFD}\u{FFFD}\u{1F4DE}");
        assert_eq!(line("  one\n two\u{A0}three "), "one two three");
    }
}
