//! GIFT, as Moodle describes and reads it.

mod answers;
mod block;
pub(crate) mod read;
pub(crate) mod write;

/// What a backslash makes plain, and what stands for it while the rest is taken apart: signs that Unicode says are never
/// letters, and that no text keeps.
const ESCAPED: [(char, char); 8] = [
    ('~', '\u{fdd0}'),
    ('=', '\u{fdd1}'),
    ('#', '\u{fdd2}'),
    ('{', '\u{fdd3}'),
    ('}', '\u{fdd4}'),
    (':', '\u{fdd5}'),
    ('\\', '\u{fdd6}'),
    ('n', '\u{fdd7}'),
];

/// Puts signs in the place of what is escaped. A backslash before anything else is itself, as in a path of Windows.
fn hide(text: &str) -> String {
    let mut hidden = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let sign = ESCAPED.iter().find(|(plain, _)| letter == '\\' && Some(*plain) == next);
        if let Some((_, sign)) = sign {
            letters.next();
            hidden.push(*sign);
        } else {
            hidden.push(if ESCAPED.iter().any(|(_, sign)| *sign == letter) { '\u{fffd}' } else { letter });
        }
    }
    hidden
}

/// Puts back what was escaped.
fn show(text: &str) -> String {
    let plain = |letter: char| match ESCAPED.iter().find(|(_, sign)| *sign == letter) {
        Some(('n', _)) => '\n',
        Some((plain, _)) => *plain,
        None => letter,
    };
    text.chars().map(plain).collect()
}
