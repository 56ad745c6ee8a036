//! XML as a small tree, within bounds and without definitions of its own.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::super::Unreadable;

const DEPTH: usize = 200;
const NODES: usize = 1_000_000;

/// An element by its local name. Words between elements are elements without a name.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) name: String,
    pub(super) text: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
}

impl Node {
    /// The root element.
    pub(super) fn read(text: &str) -> Result<Node, Unreadable> {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        let mut open = vec![Node::default()];
        let mut nodes = 0;
        loop {
            let event = reader.read_event().map_err(|_| Unreadable::Damaged)?;
            nodes += 1;
            if open.len() > DEPTH || nodes > NODES {
                return Err(Unreadable::TooDeep);
            }
            match event {
                Event::Start(start) => open.push(Node::of(&start)?),
                Event::Empty(start) => add(&mut open, Node::of(&start)?),
                Event::End(_) => {
                    let node = open.pop().ok_or(Unreadable::Damaged)?;
                    add(&mut open, node);
                }
                Event::Text(text) => say(&mut open, &text.xml10_content()),
                Event::CData(text) => say(&mut open, &text.xml10_content()),
                Event::GeneralRef(name) => {
                    let letter = name.resolve_char_ref().map_err(|_| Unreadable::Damaged)?;
                    let known = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')];
                    let named = || known.iter().find(|(known, _)| *name == **known).map(|(_, letter)| *letter);
                    let letter = letter.or_else(named).ok_or(Unreadable::Doctype)?;
                    say(&mut open, letter.encode_utf8(&mut [0; 4]));
                }
                Event::DocType(_) => return Err(Unreadable::Doctype),
                Event::Eof => break,
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
        let mut root = open.pop().filter(|_| open.is_empty()).ok_or(Unreadable::Damaged)?;
        root.children.retain(|child| !child.name.is_empty());
        root.children.pop().ok_or(Unreadable::Damaged)
    }

    fn of(start: &BytesStart) -> Result<Node, Unreadable> {
        let mut node = Node { name: start.local_name().as_ref().to_owned(), ..Node::default() };
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| Unreadable::Damaged)?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Unreadable::Damaged)?;
            node.attributes.push((attribute.key.local_name().as_ref().to_owned(), value.into_owned()));
        }
        Ok(node)
    }

    /// The first child of this name.
    pub(super) fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    /// An attribute by its local name.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// The attribute `val` of a child.
    pub(super) fn value(&self, child: &str) -> Option<&str> {
        self.child(child)?.attribute("val")
    }

    /// The first element of this name inside, however deep.
    pub(super) fn find(&self, name: &str) -> Option<&Node> {
        self.children.iter().find_map(|child| if child.name == name { Some(child) } else { child.find(name) })
    }
}

fn add(open: &mut [Node], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn say(open: &mut [Node], text: &str) {
    let Some(parent) = open.last_mut() else { return };
    match parent.children.last_mut() {
        Some(last) if last.name.is_empty() => last.text.push_str(text),
        _ => parent.children.push(Node { text: text.to_owned(), ..Node::default() }),
    }
}
