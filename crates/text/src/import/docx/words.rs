//! Words in Markdown that say what they said in the document, and nothing else.

use crate::lines::{Piece, Run};
use crate::verbatim::escape;

/// Runs as Markdown on one line.
pub(super) fn inline(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        match &run.piece {
            Piece::Words => words(&mut out, run),
            Piece::Picture(address) => out.push_str(&format!("![{}]({address})", escape(&run.text))),
            Piece::Break => out.push_str("\\\n"),
            Piece::Cell => {}
        }
    }
    out
}

fn words(out: &mut String, run: &Run) {
    let inner = run.text.trim();
    let start = run.text.len() - run.text.trim_start().len();
    out.push_str(if start > 0 { " " } else { "" });
    if inner.is_empty() {
        return;
    }
    // Stars next to signs or to other stars may not be read as what they are: then the words come plain.
    let edges = inner.starts_with(char::is_alphanumeric) && inner.ends_with(char::is_alphanumeric);
    let marks = match (run.style.strong, run.style.emphasis) {
        _ if !edges || out.ends_with('*') => "",
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
    };
    let shown = format!("{marks}{}{marks}", escape(inner));
    match &run.style.link {
        Some(link) => out.push_str(&format!("[{shown}](<{}>)", address(link))),
        None => out.push_str(&shown),
    }
    out.push_str(if run.text.ends_with(char::is_whitespace) { " " } else { "" });
}

fn address(link: &str) -> String {
    let plain = |letter: &char| !letter.is_control() && !matches!(letter, '<' | '>' | '\\' | '|');
    link.chars().filter(plain).collect()
}
