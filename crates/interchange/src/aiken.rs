//! Aiken: a question, its options, and a line with its key.

pub(crate) mod read;
pub(crate) mod write;

/// The place of an option, and its words, where a line is one: a capital letter, a bracket or a full stop, and space.
/// What lacks the space, as `A)Yes`, is one only where the next letter is waited for.
fn option(line: &str, awaited: usize) -> Option<(usize, &str)> {
    let mut letters = line.chars();
    let first = letters.next().filter(char::is_ascii_uppercase)?;
    let sign = letters.next().filter(|sign| matches!(sign, ')' | '.'))?;
    let rest = letters.as_str();
    let index = usize::from(u8::try_from(first).ok()? - b'A');
    let has_space = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (has_space || (sign == ')' && index == awaited)).then_some((index, rest.trim()))
}

/// The words after `ANSWER:`.
fn answer(line: &str) -> Option<&str> {
    let (start, rest) = line.split_at_checked("ANSWER:".len())?;
    start.eq_ignore_ascii_case("ANSWER:").then_some(rest.trim())
}
