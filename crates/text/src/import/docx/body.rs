//! Walks through the body of a document and writes Markdown.

use std::collections::{BTreeMap, HashMap};

use super::super::LeftOut;
use super::styles::{Look, Role, Styles};
use super::words::inline;
use super::xml::Node;
use crate::lines::{Piece, Run, Style};
use crate::verbatim::at_start;

/// The address that stands for a picture; no address is the beginning of another.
pub(super) fn placeholder(index: usize) -> String {
    format!("picture:import-{:06}", index + 1)
}

pub(super) struct Writer<'a> {
    pub(super) out: String,
    pub(super) left_out: BTreeMap<LeftOut, usize>,
    /// The files of the pictures, each once.
    pub(super) pictures: Vec<String>,
    picture_places: HashMap<&'a str, usize>,
    styles: Styles<'a>,
    relations: HashMap<&'a str, &'a Node>,
    /// The open items: how far their words are indented.
    indents: Vec<usize>,
    /// The last number of each list and level.
    numbers: HashMap<u32, [u64; 10]>,
    /// Text boxes of the paragraph that is read.
    boxes: Vec<&'a Node>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(styles: &'a Node, numbering: &'a Node, relations: &'a Node) -> Self {
        let relations = relations.children.iter().filter_map(|node| Some((node.attribute("Id")?, node)));
        Self {
            out: String::new(),
            left_out: BTreeMap::new(),
            pictures: Vec::new(),
            picture_places: HashMap::new(),
            styles: Styles::new(styles, numbering),
            relations: relations.collect(),
            indents: Vec::new(),
            numbers: HashMap::new(),
            boxes: Vec::new(),
        }
    }

    fn leave_out(&mut self, what: LeftOut) {
        *self.left_out.entry(what).or_default() += 1;
    }

    /// Paragraphs and tables, and what only wraps them.
    pub(super) fn blocks(&mut self, parent: &'a Node) {
        for node in &parent.children {
            match node.name.as_str() {
                "p" => self.paragraph(node),
                "tbl" => self.table(node),
                "sectPr" => self.page(node),
                "del" | "moveFrom" => self.leave_out(LeftOut::TrackedChange),
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.blocks(node),
                "altChunk" => self.leave_out(LeftOut::Embedded),
                _ => {}
            }
        }
    }

    fn page(&mut self, node: &Node) {
        let count = node.children.iter().filter(|it| matches!(it.name.as_str(), "headerReference" | "footerReference"));
        for _ in 0..count.count() {
            self.leave_out(LeftOut::HeaderOrFooter);
        }
    }

    fn paragraph(&mut self, node: &'a Node) {
        let mut runs = Vec::new();
        self.runs(node, &Style::default(), &mut runs);
        let words = at_start(&inline(&runs));
        let role = self.styles.role(node);
        if !words.is_empty() {
            self.write(role, &words);
        }
        if let Some(page) = node.child("pPr").and_then(|properties| properties.child("sectPr")) {
            self.page(page);
        }
        for inside in std::mem::take(&mut self.boxes) {
            self.blocks(inside);
        }
    }

    fn write(&mut self, role: Role, words: &str) {
        let (level, look, list) = match role {
            Role::Item { list, level, look } => (level, look, list),
            other => {
                self.indents.clear();
                let one_line = words.replace("\\\n", " ");
                match other {
                    Role::Heading(level) => self.block(&format!("{} {one_line}", "#".repeat(level.min(6)))),
                    Role::Quote => self.block(&format!("> {}", words.replace('\n', "\n> "))),
                    _ => self.block(words),
                }
                return;
            }
        };
        if look == Look::Bare {
            self.indents.truncate(level + 1);
            let indent = " ".repeat(self.indents.last().copied().unwrap_or(0));
            return self.block(&format!("{indent}{}", words.replace('\n', &format!("\n{indent}"))));
        }
        // An item below one that was left out stands where there is something to stand below.
        let level = level.min(self.indents.len());
        let goes_on = !self.indents.is_empty();
        self.indents.truncate(level);
        let mark = match look {
            Look::Number => {
                let numbers = self.numbers.entry(list).or_default();
                numbers[level + 1..].fill(0);
                numbers[level] += 1;
                let number = numbers[level];
                format!("{number}. ")
            }
            _ => "- ".into(),
        };
        let indent = self.indents.last().copied().unwrap_or(0);
        let inner = indent + mark.len();
        self.indents.push(inner);
        let words = words.replace('\n', &format!("\n{}", " ".repeat(inner)));
        let item = format!("{}{mark}{words}", " ".repeat(indent));
        if goes_on {
            self.out.push_str(&item);
            self.out.push('\n');
        } else {
            self.block(&item);
        }
    }

    /// A block with an empty line before it.
    fn block(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn table(&mut self, node: &'a Node) {
        self.indents.clear();
        let rows: Vec<&Node> = node.children.iter().filter(|row| row.name == "tr").collect();
        let cells = |row: &'a Node| row.children.iter().filter(|cell| cell.name == "tc");
        if rows.len() == 1 && cells(rows[0]).count() == 1 {
            // A frame around words, and no table.
            return cells(rows[0]).for_each(|cell| self.blocks(cell));
        }
        let mut lines: Vec<Vec<String>> = Vec::new();
        for row in rows {
            let mut line = Vec::new();
            for cell in cells(row) {
                let properties = cell.child("tcPr");
                let wide = properties.and_then(|it| it.value("gridSpan")?.parse::<usize>().ok()).unwrap_or(1);
                line.push(self.cell(cell));
                line.extend(std::iter::repeat_n(String::new(), wide.clamp(1, 60) - 1));
            }
            lines.push(line);
        }
        let width = lines.iter().map(Vec::len).max().unwrap_or(0);
        let mut text = String::new();
        for (index, mut line) in lines.into_iter().enumerate() {
            // Markdown fills up the rows below the head.
            if index == 0 {
                line.resize(width, String::new());
            }
            text.push_str(&format!("| {} |\n", line.join(" | ")));
            if index == 0 {
                text.push_str(&format!("|{}\n", "---|".repeat(width)));
            }
        }
        self.block(text.trim_end());
    }

    /// All words of a cell on one line.
    fn cell(&mut self, cell: &'a Node) -> String {
        let mut runs = Vec::new();
        self.runs(cell, &Style::default(), &mut runs);
        let words = inline(&runs).replace("\\\n", " ");
        words.trim().to_owned()
    }

    fn runs(&mut self, parent: &'a Node, style: &Style, runs: &mut Vec<Run>) {
        for node in &parent.children {
            match node.name.as_str() {
                "r" => {
                    let style = styled(node, style);
                    self.runs(node, &style, runs);
                }
                "t" => node.children.iter().for_each(|text| say(runs, &text.text, style)),
                "tab" | "ptab" => say(runs, " ", style),
                "noBreakHyphen" => say(runs, "-", style),
                "br" | "cr" => runs.push(Run::mark(Piece::Break)),
                "p" => {
                    say(runs, " ", style);
                    self.runs(node, style, runs);
                }
                "hyperlink" => {
                    let target = node.attribute("id").and_then(|id| self.target(id)).map(str::to_owned);
                    self.runs(node, &Style { link: target, ..style.clone() }, runs);
                }
                "drawing" | "pict" => self.drawing(node, runs),
                "AlternateContent" => {
                    let chosen = node.child("Choice").or_else(|| node.child("Fallback"));
                    chosen.into_iter().for_each(|chosen| self.runs(chosen, style, runs));
                }
                "ins" | "moveTo" => {
                    self.leave_out(LeftOut::TrackedChange);
                    self.runs(node, style, runs);
                }
                "del" | "moveFrom" => self.leave_out(LeftOut::TrackedChange),
                "commentReference" => self.leave_out(LeftOut::Comment),
                "footnoteReference" | "endnoteReference" => self.leave_out(LeftOut::Footnote),
                "oMath" | "oMathPara" => self.leave_out(LeftOut::Formula),
                "object" => self.leave_out(LeftOut::Embedded),
                "pPr" | "rPr" | "tcPr" | "tblPr" | "trPr" | "instrText" | "delText" => {}
                _ => self.runs(node, style, runs),
            }
        }
    }

    fn drawing(&mut self, node: &'a Node, runs: &mut Vec<Run>) {
        if let Some(inside) = node.find("txbxContent") {
            self.boxes.push(inside);
        } else if node.find("chart").is_some() || node.find("relIds").is_some() {
            self.leave_out(LeftOut::Chart);
        } else if let Some(picture) = node.find("blip").or_else(|| node.find("imagedata")) {
            let file = picture.attribute("embed").or_else(|| picture.attribute("id"));
            let external =
                |id: &&str| self.relations.get(*id).is_some_and(|it| it.attribute("TargetMode") == Some("External"));
            let file = file.filter(|id| !external(id)).and_then(|id| self.target(id));
            let Some(file) = file else { return self.leave_out(LeftOut::Picture) };
            let next = self.picture_places.len();
            let index = *self.picture_places.entry(file).or_insert(next);
            if index == next {
                self.pictures.push(file.to_owned());
            }
            let alt = node.find("docPr").and_then(|properties| properties.attribute("descr")).unwrap_or_default();
            let piece = Piece::Picture(placeholder(index));
            runs.push(Run { text: alt.to_owned(), piece, style: Style::default() });
        }
    }

    fn target(&self, id: &str) -> Option<&'a str> {
        self.relations.get(id)?.attribute("Target")
    }
}

fn say(runs: &mut Vec<Run>, text: &str, style: &Style) {
    match runs.last_mut() {
        Some(last) if last.piece == Piece::Words && last.style == *style => last.text.push_str(text),
        _ => runs.push(Run::words(text, style.clone())),
    }
}

fn styled(run: &Node, outer: &Style) -> Style {
    let is = |name: &str| {
        let set = run.child("rPr").and_then(|properties| properties.child(name));
        set.is_some_and(|it| !matches!(it.attribute("val"), Some("0" | "false" | "off")))
    };
    Style { strong: is("b"), emphasis: is("i"), ..outer.clone() }
}
