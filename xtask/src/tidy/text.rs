//! What every text keeps: plain characters in source, no space at the end of a line, no
//! unfinished work that nobody can look up.

use super::{Finding, Tree};
use crate::tidy::tree::File;

/// Source that is read by programs. Words for people (`.ftl`, `.md`, `.txt`, `.csv`) and
/// settings (`.toml`) may use any alphabet.
const ASCII: &[&str] = &["rs", "html", "css", "js", "mjs", "sql", "sh", "json", "svg"];

/// Written by machines.
const GENERATED: &[&str] = &["Cargo.lock", "package-lock.json"];

/// Marks of unfinished work; put together here so that this line is not one.
const UNFINISHED: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME")];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let files = tree.files().filter(|file| !GENERATED.contains(&file.name()));
    files.flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Finding> {
    let ascii = ASCII.contains(&file.extension());
    let mut findings = Vec::new();
    // Not `lines()`, which hides a carriage return.
    for (index, line) in file.text.split('\n').enumerate() {
        let mut say = |says: String| findings.push(Finding::at(&file.path, index + 1, says));
        if line.trim_end() != line {
            say("ends in white space".into());
        }
        if let Some(character) = line.chars().find(|c| ascii && !c.is_ascii()) {
            say(format!("has `{character}`, which is not ASCII: use an escape or a word file"));
        }
        if let Some(mark) = unfinished(line) {
            say(format!("{mark} without the number of an issue, such as `{mark} #12`"));
        }
    }
    findings
}

/// A mark of unfinished work that no number of an issue follows on the same line.
fn unfinished(line: &str) -> Option<&'static str> {
    let is_numbered = |rest: &str| {
        let mut numbers = rest.split('#').skip(1);
        numbers.any(|number| number.starts_with(|c: char| c.is_ascii_digit()))
    };
    UNFINISHED.iter().copied().find(|mark| {
        let rest = line.split_once(mark).map(|(_, rest)| rest);
        rest.is_some_and(|rest| !is_numbered(rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    fn finds(path: &str, text: &str) -> usize {
        findings(check, &[(path, text)]).len()
    }

    #[test]
    fn no_line_ends_in_white_space() {
        assert_eq!(finds("README.md", "one \ntwo\t\nthree\r\nfour\n"), 3);
        assert_eq!(finds("README.md", "one\n\ntwo\n"), 0);
    }

    #[test]
    fn source_is_ascii_and_words_are_not_held_to_it() {
        let text = "caf\u{e9}\n";
        assert_eq!(finds("crates/people/src/client.rs", text), 1);
        assert_eq!(finds("crates/people/src/client/show.html", text), 1);
        for path in ["crates/people/words/es.ftl", "README.md", "deny.toml"] {
            assert_eq!(finds(path, text), 0, "{path}");
        }
    }

    #[test]
    fn unfinished_work_names_its_issue() {
        let mark = UNFINISHED[0];
        assert_eq!(finds("a.rs", &format!("// {mark}: later\n")), 1);
        assert_eq!(finds("a.rs", &format!("// {mark} #x: later\n")), 1);
        assert_eq!(finds("a.rs", &format!("// {mark} #12: later\n")), 0);
    }
}
