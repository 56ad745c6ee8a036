//! The words of a line as HTML.

use crate::lines::{Kind, Line, Piece, Run};

/// Text as it may stand between tags and in quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0' => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out
}

/// Whether a link leads where a reader of orders may be led.
pub(super) fn is_link(address: &str) -> bool {
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https" | "mailto" | "tel"))
        && !address.contains(|letter: char| letter.is_control() || letter.is_whitespace())
}

/// The hash of a picture of ours.
fn hash(address: &str) -> Option<&str> {
    let hash = address.strip_prefix("picture:")?;
    (hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(hash)
}

/// The runs of a line; in a row, cells with their tags.
pub(crate) fn runs(line: &Line, picture: &dyn Fn(&str) -> String) -> String {
    let shown = line.runs.iter().map(|it| run(it, line.kind, picture)).collect::<String>();
    if line.kind == Kind::Code { format!("<code>{shown}</code>") } else { shown }
}

/// One run.
pub(crate) fn run(run: &Run, kind: Kind, picture: &dyn Fn(&str) -> String) -> String {
    let mut shown = match &run.piece {
        Piece::Words => escape(&run.text),
        Piece::Break => "<br>".into(),
        Piece::Cell => between_cells(kind).into(),
        Piece::Picture(address) => match hash(address) {
            Some(hash) => {
                let (address, alt) = (escape(&picture(hash)), escape(&run.text));
                format!("<img src=\"{address}\" alt=\"{alt}\" loading=\"lazy\">")
            }
            None => escape(&run.text),
        },
    };
    let style = &run.style;
    for (is, tag) in [(style.code, "code"), (style.emphasis, "em"), (style.strong, "strong")] {
        if is {
            shown = format!("<{tag}>{shown}</{tag}>");
        }
    }
    match &style.link {
        Some(link) if is_link(link) => {
            format!("<a href=\"{}\" rel=\"noopener noreferrer\">{shown}</a>", escape(link))
        }
        _ => shown,
    }
}

fn between_cells(kind: Kind) -> &'static str {
    if kind == Kind::Head { "</th><th scope=\"col\">" } else { "</td><td>" }
}
