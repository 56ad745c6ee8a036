//! What a paragraph is, by its own properties and by its style.

use std::collections::HashMap;

use super::xml::Node;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Words,
    Heading(usize),
    Quote,
    /// An item of the list of this number, at this level from 0.
    Item {
        list: u32,
        level: usize,
        look: Look,
    },
}

/// How an item looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Bullet,
    Number,
    /// It goes on with the item before it.
    Bare,
}

pub(super) struct Styles<'a> {
    by_id: HashMap<&'a str, &'a Node>,
    /// For the number of a list, what it is an instance of.
    lists: HashMap<&'a str, &'a str>,
    shapes: HashMap<&'a str, &'a Node>,
}

impl<'a> Styles<'a> {
    pub(super) fn new(styles: &'a Node, numbering: &'a Node) -> Self {
        let by_id = styles.children.iter().filter_map(|style| Some((style.attribute("styleId")?, style)));
        let numbered = || numbering.children.iter();
        let lists = numbered().filter_map(|list| Some((list.attribute("numId")?, list.value("abstractNumId")?)));
        let shapes = numbered().filter_map(|shape| Some((shape.attribute("abstractNumId")?, shape)));
        Self { by_id: by_id.collect(), lists: lists.collect(), shapes: shapes.collect() }
    }

    pub(super) fn role(&self, paragraph: &Node) -> Role {
        let Some(properties) = paragraph.child("pPr") else { return Role::Words };
        let id = properties.value("pStyle").unwrap_or_default();
        // A style builds upon another; ten are more than any document has.
        let chain: Vec<&Node> = std::iter::successors(self.by_id.get(id).copied(), |style| {
            self.by_id.get(style.value("basedOn")?).copied()
        })
        .take(10)
        .collect();
        let names: Vec<String> = chain.iter().filter_map(|style| Some(style.value("name")?.to_lowercase())).collect();
        if names.iter().any(|name| name == "title") {
            return Role::Heading(1);
        }
        let all = || std::iter::once(properties).chain(chain.iter().filter_map(|style| style.child("pPr")));
        let outline = all().find_map(|properties| properties.value("outlineLvl")?.parse::<usize>().ok());
        if let Some(level) = outline.filter(|level| *level < 9) {
            return Role::Heading(level + 1);
        }
        if let Some(list) = all().find_map(|properties| properties.child("numPr")) {
            return self.item(list, names.first().map_or("", String::as_str));
        }
        let is_quote = names.iter().any(|name| name.contains("quote") || name == "block text");
        if is_quote { Role::Quote } else { Role::Words }
    }

    fn item(&self, list: &Node, style: &str) -> Role {
        let number = list.value("numId").and_then(|id| id.parse().ok()).unwrap_or(0);
        if number == 0 {
            return Role::Words;
        }
        let level = list.value("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0).min(8);
        let look = self.look(number, level);
        // "List Bullet 2" is the second level, whatever its own list says.
        let of_style = style.strip_prefix("list ").and_then(|it| it.chars().last()?.to_digit(10));
        let of_style = of_style.and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
        Role::Item { list: number, level: level.max(of_style.unwrap_or(0)), look }
    }

    fn look(&self, number: u32, level: usize) -> Look {
        let list = self.lists.get(number.to_string().as_str()).and_then(|id| self.shapes.get(id));
        let is_level = |node: &&Node| node.attribute("ilvl") == Some(level.to_string().as_str());
        let shape = list.and_then(|list| list.children.iter().filter(|node| node.name == "lvl").find(is_level));
        let Some(shape) = shape else { return Look::Bullet };
        match shape.value("numFmt") {
            Some("none") => Look::Bare,
            Some("bullet") if shape.value("lvlText").is_some_and(|text| text.trim().is_empty()) => Look::Bare,
            Some("bullet") | None => Look::Bullet,
            Some(_) => Look::Number,
        }
    }
}
