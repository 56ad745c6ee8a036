//! The structure of a document beside its look: what is a heading, a list, a row.
//!
//! The tree is grown while the document is laid out, in reading order; what is drawn later is hung
//! onto its node, so that a paragraph that runs over two pages stays one paragraph.

use std::num::NonZeroU16;

use krilla::geom::Rect;
use krilla::tagging::{
    BBox, Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagKind, TagTree, TextDecorationType,
};

/// A node of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Node(usize);

/// What a node is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    /// Nothing of its own: its children are its parent's.
    Words,
    Paragraph,
    Heading(u16, String),
    Quote,
    List {
        numbered: bool,
    },
    Item,
    Label,
    ItemBody,
    Table,
    TableHead,
    TableBody,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    /// A picture, with its words.
    Figure(String),
    Code,
    Link,
    Gone,
    New,
}

enum Child {
    Node(Node),
    Drawn(Identifier),
}

struct Branch {
    kind: Kind,
    /// The page that a figure stands on, and where it stands there.
    place: Option<BBox>,
    children: Vec<Child>,
}

/// The tree.
pub(crate) struct Tags {
    branches: Vec<Branch>,
}

impl Tags {
    /// The top of the tree.
    pub(crate) const ROOT: Node = Node(0);

    pub(crate) fn new() -> Tags {
        Tags { branches: vec![Branch { kind: Kind::Words, place: None, children: Vec::new() }] }
    }

    /// A new last child of `parent`.
    pub(crate) fn grow(&mut self, parent: Node, kind: Kind) -> Node {
        let node = Node(self.branches.len());
        self.branches.push(Branch { kind, place: None, children: Vec::new() });
        self.branches[parent.0].children.push(Child::Node(node));
        node
    }

    /// Hangs what was drawn onto its node.
    pub(crate) fn hang(&mut self, node: Node, drawn: Identifier) {
        self.branches[node.0].children.push(Child::Drawn(drawn));
    }

    /// Says where a figure stands: who enlarges a page asks for it.
    pub(crate) fn place(&mut self, node: Node, page: usize, area: Rect) {
        self.branches[node.0].place = Some(BBox::new(page, area));
    }

    /// The tree as the PDF has it: without nodes that nothing was hung onto.
    pub(crate) fn into_tree(mut self, language: &str) -> TagTree {
        let mut root = TagGroup::new(Tag::Div);
        self.fill(Tags::ROOT, &mut root);
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        root.children.into_iter().for_each(|child| tree.push(child));
        tree
    }

    fn fill(&mut self, node: Node, group: &mut TagGroup) {
        for child in std::mem::take(&mut self.branches[node.0].children) {
            match child {
                Child::Drawn(drawn) => group.push(drawn),
                Child::Node(node) if self.branches[node.0].kind == Kind::Words => self.fill(node, group),
                Child::Node(node) => {
                    let mut inner = TagGroup::new(self.branches[node.0].tag());
                    self.fill(node, &mut inner);
                    if !inner.children.is_empty() {
                        group.push(inner);
                    }
                }
            }
        }
    }
}

impl Branch {
    fn tag(&self) -> TagKind {
        match &self.kind {
            Kind::Figure(words) => Tag::Figure(Some(words.clone())).with_bbox(self.place).into(),
            kind => kind.tag(),
        }
    }
}

impl Kind {
    fn tag(&self) -> TagKind {
        match self {
            Kind::Words => Tag::Span.into(),
            Kind::Paragraph => Tag::P.into(),
            Kind::Heading(level, text) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                Tag::Hn(level, Some(text.clone())).into()
            }
            Kind::Quote => Tag::BlockQuote.into(),
            Kind::List { numbered: true } => Tag::L(ListNumbering::Decimal).into(),
            Kind::List { numbered: false } => Tag::L(ListNumbering::Disc).into(),
            Kind::Item => Tag::LI.into(),
            Kind::Label => Tag::Lbl.into(),
            Kind::ItemBody => Tag::LBody.into(),
            Kind::Table => Tag::Table.into(),
            Kind::TableHead => Tag::THead.into(),
            Kind::TableBody => Tag::TBody.into(),
            Kind::Row => Tag::TR.into(),
            Kind::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
            Kind::RowHead => Tag::TH(TableHeaderScope::Row).into(),
            Kind::Cell => Tag::TD.into(),
            Kind::Figure(words) => Tag::Figure(Some(words.clone())).into(),
            Kind::Code => Tag::Code.into(),
            Kind::Link => Tag::Link.into(),
            Kind::Gone => Tag::Span.with_text_decoration_type(Some(TextDecorationType::LineThrough)).into(),
            Kind::New => Tag::Span.with_text_decoration_type(Some(TextDecorationType::Underline)).into(),
        }
    }
}
