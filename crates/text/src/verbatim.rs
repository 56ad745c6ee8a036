//! Words as Markdown that says just these words.

/// Plain words as Markdown: every line says what it said, and an empty line ends a paragraph.
#[must_use]
pub fn verbatim(words: &str) -> String {
    let lines: Vec<&str> = words.lines().map(str::trim).collect();
    let paragraphs = lines.split(|line| line.is_empty()).filter(|paragraph| !paragraph.is_empty());
    let escaped = paragraphs.map(|paragraph| {
        let lines: Vec<String> = paragraph.iter().map(|line| escape(line)).collect();
        at_start(&lines.join("\\\n"))
    });
    escaped.collect::<Vec<_>>().join("\n\n")
}

/// Text that Markdown reads as itself, within a line.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '!') {
            out.push('\\');
        }
        out.push(if letter.is_whitespace() || letter.is_control() { ' ' } else { letter });
    }
    out
}

/// The same at the beginning of a line, where more means something.
pub(crate) fn at_start(text: &str) -> String {
    let lines = text.trim().split("\\\n").map(|line| {
        let line = line.trim();
        let digits = line.len() - line.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let (number, rest) = line.split_at(digits);
        let means = rest.starts_with(if digits > 0 { &['.', ')'][..] } else { &['#', '+', '-', '='][..] });
        if means { format!("{number}\\{rest}") } else { line.to_owned() }
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\\\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lines::{Item, Kind, lines};
    use crate::show;

    fn spaced(text: &str) -> String {
        let blank = |letter: char| letter.is_whitespace() || letter.is_control();
        text.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_looks_like_markdown_stays_words() {
        for words in ["1. Shut gate 3", "# 4 is out", "- nobody", "> 20 people", "*now*", "[NAME](x)", "a | b", "==="] {
            let lines = lines(&verbatim(words));
            assert_eq!(lines.len(), 1, "{words}");
            assert_eq!((lines[0].kind, lines[0].item), (Kind::Paragraph, Item::No), "{words}");
            assert_eq!(show::plain(&lines).trim_end(), words);
        }
        assert_eq!(lines(&verbatim("One.\nStill one.\n\nTwo.")).len(), 2);
    }

    proptest! {
        #[test]
        fn it_says_what_was_typed(words in "[ -~\n\u{e1}\u{f1}]{0,120}") {
            let lines = lines(&verbatim(&words));
            prop_assert_eq!(spaced(&show::plain(&lines)), spaced(&words));
            prop_assert!(lines.iter().all(|line| line.kind == Kind::Paragraph && line.within.is_empty()));
        }
    }
}
