//! From pages to the bytes of a PDF: the only file that draws.

mod figures;
mod margins;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use krilla::SerializeSettings;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::luma;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Quadrilateral, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};

use crate::layout::paginate::{Page, Placed};
use crate::layout::sheet::Sheet;
use crate::layout::strip::{Area, Mark};
use crate::lettering::fonts::Fonts;
use crate::lettering::paragraph::{Change, Line, Paragraph};
use crate::tags::{Node, Tags};
use crate::{Document, Error};

/// From the text to the bar beside a line with a difference, and the bar's width.
const BAR_ASIDE: f32 = 9.0;
const BAR_WIDTH: f32 = 2.0;

/// The words that are drawn, in runs of one span and one font.
struct Pen<'a> {
    fonts: &'static Fonts,
    tags: &'a mut Tags,
    links: Vec<DrawnLink>,
    /// The page that is drawn, from 0.
    page: usize,
}

/// A link on a page, with an area for each line that it runs over.
struct DrawnLink {
    node: Node,
    address: String,
    areas: Vec<Quadrilateral>,
}

impl DrawnLink {
    fn annotation(self) -> Annotation {
        let target = Target::Action(Action::Link(LinkAction::new(self.address.clone())));
        Annotation::new_link(LinkAnnotation::new_with_quad_points(self.areas, target), Some(self.address))
    }
}

/// The PDF of some pages.
pub(crate) fn draw(document: &Document, pages: Vec<Page>, mut tags: Tags) -> Result<Vec<u8>, Error> {
    let sheet = Sheet::of(document);
    let mut pdf = krilla::Document::new_with(settings()?);
    pdf.set_metadata(metadata(document));
    pdf.set_outline(outline(&pages, &sheet));
    let count = pages.len();
    let mut pen = Pen { fonts: Fonts::all()?, tags: &mut tags, links: Vec::new(), page: 0 };
    for (index, page) in pages.into_iter().enumerate() {
        let size = PageSettings::from_wh(sheet.width, sheet.height);
        let mut drawn = pdf.start_page_with(size.ok_or_else(|| Error::Writer("the sheet has no size".to_owned()))?);
        let mut surface = drawn.surface();
        pen.page = index;
        margins::draw(&mut surface, document, &sheet, (index + 1, count))?;
        page.strips.iter().for_each(|placed| pen.strip(&mut surface, &sheet, placed));
        surface.finish();
        for link in pen.links.drain(..) {
            let node = link.node;
            pen.tags.hang(node, drawn.add_tagged_annotation(link.annotation()));
        }
    }
    pdf.set_tag_tree(tags.into_tree(&document.language));
    pdf.finish().map_err(|error| Error::Writer(format!("{error:?}")))
}

/// PDF/UA-1 (ISO 14289-1) for people who do not see it, PDF/A-2a (ISO 19005-2) to be kept: what
/// does not conform is an error.
fn settings() -> Result<SerializeSettings, Error> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| Error::Writer(format!("{error:?}")))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

fn metadata(document: &Document) -> Metadata {
    let metadata = Metadata::new().title(document.title.clone()).language(document.language.clone());
    let metadata = metadata.creation_date(moment(document.printed_at));
    if document.organization.is_empty() {
        return metadata;
    }
    metadata.authors(vec![document.organization.clone()])
}

fn moment(at: Timestamp) -> DateTime {
    let at = at.to_zoned(TimeZone::UTC);
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(part(at.month()))
        .day(part(at.day()))
        .hour(part(at.hour()))
        .minute(part(at.minute()))
        .second(part(at.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// The headings, one within another.
fn outline(pages: &[Page], sheet: &Sheet) -> Outline {
    let mut open: Vec<(u16, OutlineNode)> = Vec::new();
    let mut outline = Outline::new();
    let close = |open: &mut Vec<(u16, OutlineNode)>, outline: &mut Outline, level: u16| {
        while open.last().is_some_and(|(last, _)| *last >= level) {
            let Some((_, node)) = open.pop() else { break };
            match open.last_mut() {
                Some((_, around)) => around.push_child(node),
                None => outline.push_child(node),
            }
        }
    };
    for (index, page) in pages.iter().enumerate() {
        for placed in &page.strips {
            let Some((level, words)) = &placed.strip.heading else { continue };
            // The title stands beside the first sections: what is left of it would be one entry.
            let level = (*level).max(1);
            close(&mut open, &mut outline, level);
            let place = XyzDestination::new(index, Point::from_xy(sheet.left(), sheet.top() + placed.top));
            open.push((level, OutlineNode::new(words.clone(), place).with_open(true)));
        }
    }
    close(&mut open, &mut outline, 0);
    outline
}

impl Pen<'_> {
    fn strip(&mut self, surface: &mut Surface, sheet: &Sheet, placed: &Placed) {
        let top = sheet.top() + placed.top;
        for mark in &placed.strip.marks {
            match mark {
                Mark::Fill { area, lightness } => {
                    fill(surface, Area { left: area.left + sheet.left(), ..area.lowered(top) }, *lightness);
                }
                Mark::Picture { image, area, node } => {
                    let area = Area { left: area.left + sheet.left(), ..area.lowered(top) };
                    self.picture(surface, image, area, *node);
                }
                Mark::Chart { drawing, area, node } => {
                    let area = Area { left: area.left + sheet.left(), ..area.lowered(top) };
                    self.chart(surface, drawing, area, *node);
                }
                Mark::Blank { node, left, baseline } => {
                    if !placed.repeats {
                        self.blank(surface, *node, Point::from_xy(left + sheet.left(), top + baseline));
                    }
                }
                Mark::Words { paragraph, line, left, baseline } => {
                    let start = Point::from_xy(left + sheet.left(), top + baseline);
                    self.words(surface, (paragraph, line), start, placed.repeats);
                    if marked(paragraph, line) {
                        let (left, height) = (sheet.left() - BAR_ASIDE, placed.strip.height);
                        fill(surface, Area { left, top, width: BAR_WIDTH, height }, 0);
                    }
                }
            }
        }
    }

    /// A line of words, span by span.
    fn words(&mut self, surface: &mut Surface, (paragraph, line): (&Paragraph, &Line), start: Point, repeats: bool) {
        let mut left = start.x;
        let mut first = line.glyphs.start;
        while first < line.glyphs.end {
            let place = paragraph.glyphs[first].1;
            let same = |index: &usize| paragraph.glyphs[*index].1 == place;
            let end = (first..line.glyphs.end).take_while(same).last().map_or(line.glyphs.end, |last| last + 1);
            let span = &paragraph.spans[place];
            let width = paragraph.width(first..end);
            if repeats {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)));
            } else {
                let drawn = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                self.tags.hang(span.node, drawn);
            }
            glyphs(surface, self.fonts, paragraph, first..end, Point::from_xy(left, start.y));
            surface.end_tagged();
            let size = paragraph.size;
            let across = |height: f32| Area { left, top: start.y - height, width, height: size / 16.0 };
            match span.change {
                Some(Change::Gone) => fill(surface, across(size * 0.3), 0),
                Some(Change::New) => fill(surface, across(-size * 0.12), 0),
                None => {}
            }
            if let (Some(link), false) = (&span.link, repeats) {
                let area = Area { left, top: start.y - size, width, height: size * 1.3 };
                self.link(area, link, span.node);
            }
            (left, first) = (left + width, end);
        }
    }

    fn link(&mut self, area: Area, address: &str, node: Node) {
        let Some(area) = area.rect().map(Quadrilateral::from) else { return };
        match self.links.last_mut().filter(|last| last.node == node) {
            Some(link) => link.areas.push(area),
            None => self.links.push(DrawnLink { node, address: address.to_owned(), areas: vec![area] }),
        }
    }

    fn blank(&mut self, surface: &mut Surface, node: Node, start: Point) {
        let font = self.fonts.font(0);
        let Some(number) = font.shaping.glyph_index(' ') else { return };
        let glyph = KrillaGlyph::new(GlyphId::new(u32::from(number.0)), 0.25, 0.0, 0.0, 0.0, 0..1, None);
        let drawn = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        surface.set_fill(Some(ink(0)));
        surface.draw_glyphs(start, &[glyph], font.writing.clone(), " ", 9.0, false);
        surface.end_tagged();
        self.tags.hang(node, drawn);
    }

    fn picture(&mut self, surface: &mut Surface, image: &Image, area: Area, node: Option<Node>) {
        let Some(size) = Size::from_wh(area.width, area.height) else { return };
        match node {
            Some(node) => {
                let drawn = surface.start_tagged(ContentTag::Other);
                self.tags.hang(node, drawn);
                if let Some(rect) = area.rect() {
                    self.tags.place(node, self.page, rect);
                }
            }
            None => {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            }
        }
        surface.push_transform(&Transform::from_translate(area.left, area.top));
        surface.draw_image(image.clone(), size);
        surface.pop();
        surface.end_tagged();
    }
}

/// Glyphs of one span: in runs of one font.
fn glyphs(surface: &mut Surface, fonts: &Fonts, paragraph: &Paragraph, range: std::ops::Range<usize>, start: Point) {
    surface.set_fill(Some(ink(0)));
    let mut left = start.x;
    for run in paragraph.glyphs[range].chunk_by(|one, other| one.0.font == other.0.font) {
        let Some((first, _)) = run.first() else { continue };
        let glyph = |(glyph, _): &(crate::lettering::shape::Glyph, usize)| {
            KrillaGlyph::new(
                GlyphId::new(glyph.number),
                glyph.advance,
                glyph.right,
                glyph.up,
                0.0,
                glyph.bytes.clone(),
                None,
            )
        };
        let drawn: Vec<KrillaGlyph> = run.iter().map(glyph).collect();
        let font = fonts.font(first.font).writing.clone();
        surface.draw_glyphs(Point::from_xy(left, start.y), &drawn, font, &paragraph.text, paragraph.size, false);
        left += run.iter().map(|(glyph, _)| glyph.advance * paragraph.size).sum::<f32>();
    }
}

/// Whether something in a line is gone or new.
fn marked(paragraph: &Paragraph, line: &Line) -> bool {
    let spans = paragraph.glyphs[line.glyphs.clone()].iter().map(|(_, span)| &paragraph.spans[*span]);
    spans.into_iter().any(|span| span.change.is_some())
}

/// Fills an area; it says nothing to who does not see it.
fn fill(surface: &mut Surface, area: Area, lightness: u8) {
    let Some(rect) = area.rect() else { return };
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    let Some(path) = path.finish() else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    surface.set_stroke(None);
    surface.set_fill(Some(ink(lightness)));
    surface.draw_path(&path);
    surface.end_tagged();
}

fn ink(lightness: u8) -> Fill {
    Fill { paint: luma::Color::new(lightness).into(), ..Fill::default() }
}

impl Area {
    fn rect(self) -> Option<Rect> {
        Rect::from_xywh(self.left, self.top, self.width, self.height)
    }
}
