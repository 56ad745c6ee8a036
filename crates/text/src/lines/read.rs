//! Walks through what the Markdown parser found, and cuts the words into lines.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::runs::{append, append_exactly, trim_end};
use super::{Item, Kind, Line, Piece, Run, Style, Within};

/// The dialect: CommonMark with tables. Whatever it does not know is words.
pub(crate) const OPTIONS: Options = Options::ENABLE_TABLES;

pub(super) fn read(words: &str) -> Vec<Line> {
    let mut reader = Reader { words, ..Reader::default() };
    for (event, range) in Parser::new_ext(words, OPTIONS).into_offset_iter() {
        reader.take(event, range);
    }
    reader.close();
    reader.cut()
}

#[derive(Default)]
struct Reader<'a> {
    words: &'a str,
    /// Lines that are read, each with the byte at which it begins.
    done: Vec<(usize, Line)>,
    open: Option<(usize, Line)>,
    within: Vec<Within>,
    /// The next number of each open list; `None` for bullets.
    numbers: Vec<Option<u64>>,
    /// An item that has begun and has no line yet.
    begun: Option<(usize, Item)>,
    /// The styles in force, the innermost last.
    styles: Vec<Style>,
    /// The words of a picture whose end is not read yet, and its address.
    picture: Option<(String, String)>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineHtml(text) | Event::Html(text) => self.say(&text, range),
            Event::Code(text) => {
                let style = Style { code: true, ..self.style() };
                self.say_as(&text, &style, range);
            }
            Event::SoftBreak => self.say(" ", range),
            Event::HardBreak => self.mark(Piece::Break, range),
            Event::Rule => {
                self.open(Kind::Rule, range);
                self.close();
            }
            // Of dialects that are not switched on.
            Event::FootnoteReference(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.say(&text, range);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.open(Kind::Paragraph, range),
            Tag::Heading { level, .. } => self.open(Kind::Heading(number(level)), range),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => self.open(Kind::Code, range),
            Tag::BlockQuote(_) => self.enter(Within::Quote),
            Tag::List(first) => {
                self.enter(if first.is_some() { Within::Numbers } else { Within::Bullets });
                self.numbers.push(first);
            }
            Tag::Item => self.begin(range.start),
            Tag::TableHead => self.open(Kind::Head, range),
            Tag::TableRow => self.open(Kind::Row, range),
            Tag::TableCell => self.mark(Piece::Cell, range),
            Tag::Strong => self.style_with(|style| style.strong = true),
            Tag::Emphasis => self.style_with(|style| style.emphasis = true),
            Tag::Link { dest_url, .. } => self.style_with(|style| style.link = Some(dest_url.into())),
            Tag::Image { dest_url, .. } => self.picture = Some((String::new(), dest_url.into())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::Heading(_) | TagEnd::CodeBlock => self.close(),
            TagEnd::TableHead | TagEnd::TableRow => {
                // Each cell put a mark before itself; the first stands between nothing.
                if let Some((_, line)) = &mut self.open {
                    line.runs.remove(0);
                }
                self.close();
            }
            TagEnd::BlockQuote(_) => self.leave(),
            TagEnd::List(_) => {
                self.leave();
                self.numbers.pop();
            }
            TagEnd::Item => {
                self.close();
                self.empty_item();
            }
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link => drop(self.styles.pop()),
            TagEnd::Image => self.end_picture(),
            _ => {}
        }
    }

    fn enter(&mut self, within: Within) {
        self.close();
        self.within.push(within);
    }

    fn leave(&mut self) {
        self.close();
        self.within.pop();
    }

    fn begin(&mut self, at: usize) {
        self.close();
        let item = match self.numbers.last_mut() {
            Some(Some(next)) => {
                let number = *next;
                *next = next.saturating_add(1);
                Item::Number(number)
            }
            _ => Item::Bullet,
        };
        self.begun = Some((at, item));
    }

    /// An item without a word is a line nevertheless.
    fn empty_item(&mut self) {
        if let Some((at, _)) = self.begun {
            self.open(Kind::Paragraph, at..at);
            self.close();
        }
    }

    fn open(&mut self, kind: Kind, range: Range<usize>) {
        self.close();
        let (at, item) = self.begun.take().unwrap_or((range.start, Item::No));
        let line = Line { kind, within: self.within.clone(), item, runs: Vec::new(), source: String::new() };
        self.open = Some((at.min(range.start), line));
    }

    fn close(&mut self) {
        self.styles.clear();
        let Some((at, mut line)) = self.open.take() else { return };
        if line.kind == Kind::Code {
            if let Some(run) = line.runs.last_mut() {
                run.text.truncate(run.text.trim_end_matches(['\n', '\r']).len());
            }
        } else {
            trim_end(&mut line.runs);
        }
        if line.kind == Kind::Paragraph && matches!(&line.runs[..], [Run { piece: Piece::Picture(_), .. }]) {
            line.kind = Kind::Picture;
        }
        self.done.push((at, line));
    }

    fn style(&self) -> Style {
        self.styles.last().cloned().unwrap_or_default()
    }

    fn style_with(&mut self, change: impl FnOnce(&mut Style)) {
        let mut style = self.style();
        change(&mut style);
        self.styles.push(style);
    }

    fn say(&mut self, text: &str, range: Range<usize>) {
        let style = self.style();
        self.say_as(text, &style, range);
    }

    fn say_as(&mut self, text: &str, style: &Style, range: Range<usize>) {
        if let Some((words, _)) = &mut self.picture {
            words.push_str(text);
            return;
        }
        let line = self.line(range);
        if line.kind == Kind::Code {
            append_exactly(&mut line.runs, &text.replace("\r\n", "\n"), style);
        } else {
            append(&mut line.runs, text, style);
        }
    }

    fn mark(&mut self, piece: Piece, range: Range<usize>) {
        if let Some((words, _)) = &mut self.picture {
            words.push(' ');
            return;
        }
        let runs = &mut self.line(range).runs;
        trim_end(runs);
        runs.push(Run::mark(piece));
    }

    fn end_picture(&mut self) {
        let Some((words, address)) = self.picture.take() else { return };
        let style = self.style();
        let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((_, line)) = &mut self.open {
            line.runs.push(Run { text, piece: Piece::Picture(address), style });
        }
    }

    /// The open line; a tight list has words without a paragraph around them.
    fn line(&mut self, range: Range<usize>) -> &mut Line {
        if self.open.is_none() {
            let styles = std::mem::take(&mut self.styles);
            self.open(Kind::Paragraph, range.clone());
            self.styles = styles;
        }
        let empty = || Line {
            kind: Kind::Paragraph,
            within: Vec::new(),
            item: Item::No,
            runs: Vec::new(),
            source: String::new(),
        };
        &mut self.open.get_or_insert_with(|| (range.start, empty())).1
    }

    /// Gives every line its source: from where it begins to where the next one does.
    fn cut(mut self) -> Vec<Line> {
        let starts: Vec<usize> = self.done.iter().map(|(at, _)| line_start(self.words, *at)).collect();
        let mut from = 0;
        for index in 0..self.done.len() {
            let until = starts.get(index + 1).copied().unwrap_or(self.words.len()).max(from);
            self.done[index].1.source = self.words[from..until].to_owned();
            from = until;
        }
        if self.done.is_empty() && !self.words.is_empty() {
            self.open(Kind::Paragraph, 0..0);
            self.close();
            self.done[0].1.source = self.words.to_owned();
        }
        self.done.into_iter().map(|(_, line)| line).collect()
    }
}

/// Where the line of the file begins that this byte stands in.
fn line_start(words: &str, at: usize) -> usize {
    words.as_bytes()[..at].iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(0, |end| end + 1)
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}
