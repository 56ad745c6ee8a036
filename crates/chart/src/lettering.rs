//! How wide words are, and words that are too long.

use crate::LETTER_SIZE;

/// No more letters of a text than this are looked at: more never fit.
const MOST_LETTERS: usize = 200;

/// How wide some words are in sizes of their letters, when nobody knows the font: rather too wide
/// than too narrow for the sans-serif fonts that devices have.
pub fn rough_width(words: &str) -> f32 {
    words.chars().map(letter_width).sum()
}

fn letter_width(letter: char) -> f32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.3,
        ' ' | '\u{A0}' | 'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.38,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '\u{2014}' | '\u{2026}' => 0.95,
        _ if u32::from(letter) >= 0x1100 => 1.05,
        _ if letter.is_uppercase() => 0.72,
        _ => 0.59,
    }
}

/// Words as they are drawn.
pub(crate) struct Lettering<'a> {
    pub(crate) measure: &'a dyn Fn(&str) -> f32,
}

impl Lettering<'_> {
    /// How wide some words are, in units. A measure that knows no answer is not asked twice.
    pub(crate) fn width(&self, words: &str) -> f32 {
        let width = (self.measure)(words);
        let width = if width.is_finite() { width.max(0.0) } else { rough_width(words) };
        width * LETTER_SIZE
    }

    /// Words that fit into a width: the first letters and an ellipsis if all do not.
    pub(crate) fn fitted(&self, words: &str, width: f32) -> String {
        let mut letters: Vec<char> = words.trim().chars().take(MOST_LETTERS + 1).collect();
        let whole: String = letters.iter().collect();
        if letters.len() <= MOST_LETTERS && self.width(&whole) <= width {
            return whole;
        }
        while letters.pop().is_some() {
            let start: String = letters.iter().collect();
            let short = format!("{}\u{2026}", start.trim_end());
            if self.width(&short) <= width {
                return short;
            }
        }
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_end_in_an_ellipsis() {
        let lettering = Lettering { measure: &|words| words.chars().count() as f32 };
        let fitted = |words, letters: f32| lettering.fitted(words, letters * LETTER_SIZE);
        assert_eq!(fitted("Main gate", 9.0), "Main gate");
        assert_eq!(fitted("Main gate", 8.0), "Main ga\u{2026}");
        assert_eq!(fitted("Main gate", 6.0), "Main\u{2026}");
        assert_eq!(fitted("Main gate", 0.5), "");
        assert!(fitted(&"x".repeat(100_000), 20.0).ends_with("xx\u{2026}"));
    }
}
