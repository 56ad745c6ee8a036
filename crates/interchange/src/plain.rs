//! Marked up text becomes plain text, and what is lost of it is said.
//!
//! No tree of HTML is built: a few elements matter, and what is written by hand is seldom a tree. XML was read already. Both
//! tell one [`Plain`] what begins, what ends and what is said.

mod html;

use crate::Part;
use crate::xml::Node;

pub(crate) use html::html;

/// Elements that begin on a line of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "caption",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Elements whose form says something that their words do not.
const MARKUP: &[&str] = &[
    "b",
    "blockquote",
    "button",
    "code",
    "del",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "i",
    "input",
    "ins",
    "kbd",
    "mark",
    "math",
    "q",
    "ruby",
    "s",
    "samp",
    "select",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "textarea",
    "u",
    "var",
];

const PICTURES: &[&str] = &["canvas", "img", "map", "picture", "svg"];
const MEDIA: &[&str] = &["applet", "audio", "embed", "iframe", "object", "source", "track", "video"];

/// Elements of which nothing is said on a page.
const SILENT: &[&str] = &["head", "script", "style", "svg", "template", "title"];

/// Elements that say nothing but what stands in them.
const BARE: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "bdi",
    "bdo",
    "big",
    "body",
    "br",
    "cite",
    "col",
    "colgroup",
    "data",
    "dfn",
    "font",
    "html",
    "label",
    "legend",
    "link",
    "meta",
    "noscript",
    "param",
    "rb",
    "rp",
    "rt",
    "small",
    "span",
    "td",
    "th",
    "time",
    "tt",
    "wbr",
    "stylesheet",
];

/// Elements of formulas: that `math` is lost was said already.
const FORMULAS: &[&str] = &[
    "annotation",
    "mfenced",
    "mfrac",
    "mi",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mroot",
    "mrow",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "semantics",
];

/// A text while it is put together.
#[derive(Debug, Default)]
pub(crate) struct Plain {
    text: String,
    left: Vec<Part>,
    /// The element of which nothing is said, and how deep it is in others of its name.
    silent: Option<(String, usize)>,
    /// In how many elements line breaks are kept.
    kept: usize,
    /// Whether something was said since the last line break.
    said: bool,
}

impl Plain {
    /// Where line breaks are line breaks.
    pub(crate) fn with_lines() -> Self {
        Self { kept: 1, ..Self::default() }
    }

    /// An element begins. `attribute` gives the value of one of its attributes.
    pub(crate) fn begin(&mut self, name: &str, attribute: impl Fn(&str) -> Option<String>) {
        if let Some((silent, depth)) = &mut self.silent {
            *depth += usize::from(silent == name);
            return;
        }
        self.note(name, &attribute);
        match name {
            "br" => self.say_line(),
            "td" | "th" => self.text.push(' '),
            "pre" => self.kept += 1,
            _ if SILENT.contains(&name) => self.silent = Some((name.to_owned(), 1)),
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.line();
        }
        if name == "li" {
            self.text.push_str("- ");
        }
    }

    /// An element ends.
    pub(crate) fn end(&mut self, name: &str) {
        if let Some((silent, depth)) = &mut self.silent {
            *depth -= usize::from(silent == name);
            if *depth == 0 {
                self.silent = None;
            }
            return;
        }
        if name == "pre" {
            self.kept = self.kept.saturating_sub(1);
        }
        if BLOCKS.contains(&name) {
            self.line();
        }
    }

    /// Something is said.
    pub(crate) fn say(&mut self, text: &str) {
        if self.silent.is_some() {
            return;
        }
        for letter in text.chars() {
            match letter {
                '\n' if self.kept > 0 => self.say_line(),
                _ if letter.is_ascii_whitespace() => self.text.push(' '),
                _ => {
                    self.said = true;
                    self.text.push(letter);
                }
            }
        }
    }

    /// Notes a part that is lost, once.
    pub(crate) fn leave(&mut self, part: Part) {
        if !self.left.contains(&part) {
            self.left.push(part);
        }
    }

    /// The text, and what of it is lost.
    pub(crate) fn done(self) -> (String, Vec<Part>) {
        (crate::text::tidy(&self.text), self.left)
    }

    /// A new line, unless nothing was said since the last.
    fn line(&mut self) {
        if self.said {
            self.say_line();
        }
    }

    fn say_line(&mut self) {
        self.text.push('\n');
        self.said = false;
    }

    fn note(&mut self, name: &str, attribute: &impl Fn(&str) -> Option<String>) {
        let is_picture = |value: Option<String>| value.is_some_and(|kind| kind.starts_with("image/"));
        if PICTURES.contains(&name) || (name == "object" && is_picture(attribute("type"))) {
            self.leave(Part::Picture);
        } else if MEDIA.contains(&name) {
            self.leave(Part::Media);
        } else if matches!(name, "style" | "script" | "link" | "font" | "stylesheet") {
            self.leave(Part::Style);
        } else if name == "a" && attribute("href").is_some() {
            self.leave(Part::Link);
        } else if MARKUP.contains(&name) || !is_known(name) {
            self.leave(Part::Markup);
        }
        if attribute("style").is_some() {
            self.leave(Part::Style);
        }
    }
}

fn is_known(name: &str) -> bool {
    [BLOCKS, BARE, SILENT, MARKUP, PICTURES, MEDIA, FORMULAS].iter().any(|names| names.contains(&name))
}

/// The words of an element of XML, but for what `skips` takes out of it.
pub(crate) fn of_node(node: &Node, skips: &mut impl FnMut(&Node) -> bool) -> (String, Vec<Part>) {
    let mut plain = Plain::default();
    within(&mut plain, node, skips);
    plain.done()
}

/// Tells what stands within an element. It goes no deeper than XML is read.
fn within(plain: &mut Plain, node: &Node, skips: &mut impl FnMut(&Node) -> bool) {
    for child in &node.children {
        if child.name.is_empty() {
            plain.say(&child.text);
        } else if !skips(child) {
            plain.begin(&child.name, |name| child.attribute(name).map(str::to_owned));
            within(plain, child, skips);
            plain.end(&child.name);
        }
    }
}
