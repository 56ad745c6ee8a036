//! XML as a small tree, within bounds and without definitions of its own.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::Unreadable;
use crate::limits::{ATTRIBUTES, DEPTH, NODES};

/// An element by its local name. Words between elements are elements without a name.
#[derive(Debug, Default, Clone)]
pub(crate) struct Node {
    pub(crate) name: String,
    /// The address of its own `xmlns`, or what it says where it is a text.
    pub(crate) text: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
}

/// Reads the root element.
pub(crate) fn read(text: &str) -> Result<Node, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = Reader::from_str(text);
    let mut open = vec![Node::default()];
    let mut nodes = 0;
    loop {
        let event = reader.read_event();
        let at = if event.is_err() { reader.error_position() } else { reader.buffer_position() };
        let bad = || ill_formed(text, at);
        let event = event.map_err(|_| bad())?;
        nodes += usize::from(matches!(event, Event::Start(_) | Event::Empty(_)));
        if nodes > NODES {
            return Err(Unreadable::TooLarge);
        }
        if matches!(event, Event::Eof) {
            break;
        }
        take(&mut open, event).ok_or_else(bad)?;
    }
    let end = u64::try_from(text.len()).unwrap_or(u64::MAX);
    let root = open.pop().filter(|_| open.is_empty());
    let mut elements = root.into_iter().flat_map(|root| root.children).filter(|child| !child.name.is_empty());
    elements.next().filter(|_| elements.next().is_none()).ok_or_else(|| ill_formed(text, end))
}

/// Adds what comes next to what is open; `None` where it may not be there.
fn take(open: &mut Vec<Node>, event: Event) -> Option<()> {
    match event {
        Event::Start(start) if open.len() <= DEPTH => open.push(element(&start)?),
        Event::Start(_) => return None,
        Event::Empty(start) => open.last_mut()?.children.push(element(&start)?),
        Event::End(_) => {
            let node = open.pop()?;
            open.last_mut()?.children.push(node);
        }
        Event::Text(text) => return say(open, &text.xml10_content()),
        Event::CData(text) => return say(open, &text.xml10_content()),
        Event::GeneralRef(name) => {
            let letter = name.resolve_char_ref().ok()?.or_else(|| known(&name))?;
            return say(open, letter.encode_utf8(&mut [0; 4]));
        }
        // Whoever defines words can make a few of them a thousand million.
        Event::DocType(kind) if kind.contains('[') => return None,
        Event::DocType(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Eof => {}
    }
    Some(())
}

fn known(name: &str) -> Option<char> {
    let known = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')];
    known.into_iter().find(|(known, _)| *known == name).map(|(_, letter)| letter)
}

fn element(start: &BytesStart) -> Option<Node> {
    let mut node = Node { name: start.local_name().as_ref().to_owned(), ..Node::default() };
    // Whether one is there twice is not asked: it would be asked of each against all.
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
        if attribute.key.as_ref() == "xmlns" {
            node.text = value;
            continue;
        }
        node.attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
        if node.attributes.len() > ATTRIBUTES {
            return None;
        }
    }
    Some(node)
}

/// Words stand within the root; around it is white space alone.
fn say(open: &mut [Node], text: &str) -> Option<()> {
    let outside = open.len() == 1;
    let parent = open.last_mut()?;
    if outside {
        return if text.trim().is_empty() { Some(()) } else { None };
    }
    match parent.children.last_mut() {
        Some(last) if last.name.is_empty() => last.text.push_str(text),
        _ => parent.children.push(Node { text: text.to_owned(), ..Node::default() }),
    }
    Some(())
}

fn ill_formed(text: &str, position: u64) -> Unreadable {
    let position = usize::try_from(position).unwrap_or(usize::MAX).min(text.len());
    let line = text.as_bytes()[..position].iter().filter(|byte| **byte == b'\n').count() + 1;
    Unreadable::IllFormed { line }
}

impl Node {
    /// The first child of this name.
    pub(crate) fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All children of this name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// All children that are elements.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter(|child| !child.name.is_empty())
    }

    /// An attribute by its local name.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// The words that stand directly in it.
    pub(crate) fn words(&self) -> String {
        self.children.iter().filter(|child| child.name.is_empty()).map(|child| child.text.as_str()).collect()
    }

    /// The words that stand directly in a child; empty where there is none.
    pub(crate) fn words_of(&self, child: &str) -> String {
        self.child(child).map(|child| child.words().trim().to_owned()).unwrap_or_default()
    }

    /// Every element within, itself not counted, each before what it holds.
    pub(crate) fn inside(&self) -> Vec<&Node> {
        let mut found = Vec::new();
        for child in self.elements() {
            found.push(child);
            found.extend(child.inside());
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> usize {
        match read(text) {
            Err(Unreadable::IllFormed { line }) => line,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_tree_has_names_without_their_prefix() {
        let node = read(
            "<?xml version='1.0'?><!DOCTYPE q SYSTEM 'x'><q:a xmlns='n' b='&lt;1'>x<![CDATA[<y>]]>&amp;&#65;</q:a>",
        )
        .unwrap();
        assert_eq!((node.name.as_str(), node.text.as_str(), node.attribute("b")), ("a", "n", Some("<1")));
        assert_eq!(node.words(), "x<y>&A");
    }

    #[test]
    fn what_is_ill_formed_is_refused_with_its_line() {
        assert_eq!(line("<a>\n<b>\n</a>"), 3);
        assert_eq!(line("<a>\n&nbsp;</a>"), 2);
        assert_eq!(line("<a></a>\n<b/>"), 2);
        assert_eq!(line("<a>"), 1);
        assert_eq!(line(""), 1);
        assert_eq!(line("x"), 1);
    }

    #[test]
    fn words_of_their_own_and_depth_are_refused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]>\n<a>&c;</a>";
        assert_eq!(line(bomb), 1);
        assert!(read(&format!("{}{}", "<a>".repeat(64), "</a>".repeat(64))).is_ok());
        assert_eq!(line(&format!("{}{}", "<a>".repeat(65), "</a>".repeat(65))), 1);
        assert_eq!(line(&format!("<a {}/>", "b='' ".repeat(65))), 1);
    }
}
