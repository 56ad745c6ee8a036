//! From characters to glyphs: with the marks on their letters, and kerned.

use std::ops::Range;

use rustybuzz::{Direction, UnicodeBuffer};

use super::fonts::{Face, Fonts};

/// A glyph. All lengths are parts of the size of its letters.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    /// The place of its font among the fonts.
    pub(crate) font: usize,
    pub(crate) number: u32,
    pub(crate) advance: f32,
    pub(crate) right: f32,
    pub(crate) up: f32,
    /// The bytes of the text that it shows.
    pub(crate) bytes: Range<usize>,
}

/// Appends the glyphs of a piece of a text. What no font has becomes a box.
pub(crate) fn shape(fonts: &Fonts, text: &str, piece: Range<usize>, face: Face, glyphs: &mut Vec<Glyph>) {
    let mut start = piece.start;
    let mut run: Option<(Option<usize>, usize)> = None;
    for (offset, character) in text[piece.clone()].char_indices() {
        let font = fonts.font_of(character, face);
        let stays = |before: Option<usize>| before == font || joins(fonts, before, character);
        match run {
            Some((before, _)) if stays(before) => {}
            Some((before, _)) => {
                let end = piece.start + offset;
                shape_run(fonts, text, start..end, before, glyphs);
                (start, run) = (end, Some((font, offset)));
            }
            None => run = Some((font, offset)),
        }
    }
    if let Some((font, _)) = run {
        shape_run(fonts, text, start..piece.end, font, glyphs);
    }
}

/// Blanks and marks are taken from the font of what stands before them, if it has them.
fn joins(fonts: &Fonts, before: Option<usize>, character: char) -> bool {
    let mark = matches!(character, '\u{300}'..='\u{36F}' | ' ');
    mark && before.is_some_and(|font| fonts.font(font).has(character))
}

fn shape_run(fonts: &Fonts, text: &str, run: Range<usize>, font: Option<usize>, glyphs: &mut Vec<Glyph>) {
    let Some(place) = font else {
        let boxes = text[run.clone()].char_indices();
        let at = |(offset, character): (usize, char)| run.start + offset..run.start + offset + character.len_utf8();
        glyphs.extend(boxes.map(at).map(|bytes| missing(fonts, bytes)));
        return;
    };
    let font = fonts.font(place);
    let (script, plan) = font.plan(&text[run.clone()]);
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(&text[run.clone()]);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script);
    let shaped = rustybuzz::shape_with_plan(&font.shaping, plan, buffer);
    let infos = shaped.glyph_infos();
    let em = |length: i32| length as f32 / font.units_per_em;
    for (index, (info, position)) in infos.iter().zip(shaped.glyph_positions()).enumerate() {
        let next = infos[index..].iter().find(|other| other.cluster != info.cluster);
        let end = next.map_or(run.end, |next| run.start + next.cluster as usize);
        let bytes = run.start + info.cluster as usize..end;
        glyphs.push(match info.glyph_id {
            0 => missing(fonts, bytes),
            number => Glyph {
                font: place,
                number,
                advance: em(position.x_advance),
                right: em(position.x_offset),
                up: em(position.y_offset),
                bytes,
            },
        });
    }
}

fn missing(fonts: &Fonts, bytes: Range<usize>) -> Glyph {
    let (place, number) = fonts.missing;
    let font = fonts.font(place);
    let glyph = rustybuzz::ttf_parser::GlyphId(u16::try_from(number).unwrap_or_default());
    let advance = f32::from(font.shaping.glyph_hor_advance(glyph).unwrap_or_default()) / font.units_per_em;
    Glyph { font: place, number, advance, right: 0.0, up: 0.0, bytes }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(text: &str) -> Vec<Glyph> {
        let mut glyphs = Vec::new();
        shape(Fonts::all().unwrap(), text, 0..text.len(), Face::Regular, &mut glyphs);
        glyphs
    }

    #[test]
    fn an_accent_of_its_own_becomes_the_letter() {
        let (one, two) = (shaped("\u{E9}"), shaped("e\u{301}"));
        assert_eq!((one.len(), two.len()), (1, 1));
        assert_eq!(one[0].number, two[0].number);
        assert_eq!(two[0].bytes, 0..3);
    }

    #[test]
    fn letters_are_kerned() {
        let width = |text| shaped(text).iter().map(|glyph| glyph.advance).sum::<f32>();
        assert!(width("AV") < width("A") + width("V"));
    }

    #[test]
    fn each_font_gives_what_it_has_and_the_rest_is_boxes() {
        let missing = Fonts::all().unwrap().missing;
        let glyphs = shaped("a \u{2192} \u{4E2D}\u{F1}");
        let fonts: Vec<usize> = glyphs.iter().map(|glyph| glyph.font).collect();
        assert_eq!(fonts, [0, 0, 5, 0, missing.0, 0]);
        assert_eq!((glyphs[4].font, glyphs[4].number), missing);
        assert_eq!(glyphs[4].bytes, 6..9);
    }
}
