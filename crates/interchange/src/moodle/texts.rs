//! Texts of Moodle: an element with its `format`, a `text` and perhaps files.

use crate::draft::Draft;
use crate::plain::html;
use crate::xml::Node;
use crate::{Part, text};

/// How the names of files with pictures end.
const PICTURES: [&str; 8] = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tif"];

/// The plain words of a text; what of it is lost is noted. `format` is that of the question where it has none.
pub(super) fn words(node: &Node, format: &str, draft: &mut Draft) -> String {
    let format = node.attribute("format").unwrap_or(format);
    let said = node.child("text").map(Node::words).unwrap_or_default();
    for file in node.all("file") {
        let name = file.attribute("name").unwrap_or_default().to_lowercase();
        let is_picture = PICTURES.iter().any(|ending| name.ends_with(ending));
        draft.leave(if is_picture { Part::Picture } else { Part::Media });
    }
    if matches!(format, "plain_text" | "markdown") {
        return text::tidy(&said);
    }
    let (words, left) = html(&said, format == "moodle_auto_format");
    left.into_iter().for_each(|part| draft.leave(part));
    words
}

/// The words of a child; empty where there is none.
pub(super) fn words_of(node: &Node, child: &str, format: &str, draft: &mut Draft) -> String {
    node.child(child).map(|child| words(child, format, draft)).unwrap_or_default()
}
