//! The fonts that are in the binary: parts of Noto (see `fonts/README.md`).

use std::sync::LazyLock;

use krilla::Data;
use rustybuzz::{Direction, Script, ShapePlan, script};

use crate::Error;

/// A face that text may ask for; its place in [`FILES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Regular,
    Bold,
    Italic,
    BoldItalic,
    Mono,
}

/// The faces, then what fills their gaps: arrows and signs of mathematics, circled numbers, and
/// boxes, ticks and warning signs.
const FILES: [&[u8]; 8] = [
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../fonts/NotoSans-Italic.ttf"),
    include_bytes!("../../fonts/NotoSans-BoldItalic.ttf"),
    include_bytes!("../../fonts/NotoSansMono-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansMath-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansSymbols-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansSymbols2-Regular.ttf"),
];

/// Where a font's gaps are filled from, in order.
const SPARE: [usize; 4] = [0, 5, 6, 7];

/// What is shown for a character that no font has; it is in the last font.
const BOX: char = '\u{25A1}';

/// The scripts that the fonts have; a plan of shaping is made for each.
const SCRIPTS: [Script; 3] = [script::LATIN, script::GREEK, script::CYRILLIC];

/// A font, read.
pub(crate) struct Font {
    pub(crate) shaping: rustybuzz::Face<'static>,
    pub(crate) writing: krilla::text::Font,
    pub(crate) units_per_em: f32,
    plans: Vec<ShapePlan>,
}

/// All fonts, read once.
pub(crate) struct Fonts {
    fonts: Vec<Font>,
    /// The glyph that stands for what is in no font: its font, and its number there.
    pub(crate) missing: (usize, u32),
}

static FONTS: LazyLock<Option<Fonts>> = LazyLock::new(Fonts::read);

impl Fonts {
    /// The fonts of the binary.
    pub(crate) fn all() -> Result<&'static Fonts, Error> {
        FONTS.as_ref().ok_or_else(|| Error::Writer("the fonts cannot be read".to_owned()))
    }

    fn read() -> Option<Fonts> {
        let fonts = FILES.iter().map(|file| Font::read(file)).collect::<Option<Vec<_>>>()?;
        let last = fonts.len() - 1;
        let missing = (last, u32::from(fonts[last].shaping.glyph_index(BOX)?.0));
        Some(Fonts { fonts, missing })
    }

    pub(crate) fn font(&self, place: usize) -> &Font {
        &self.fonts[place]
    }

    /// The font that a character is printed with; none when no font has it.
    pub(crate) fn font_of(&self, character: char, face: Face) -> Option<usize> {
        std::iter::once(face as usize).chain(SPARE).find(|place| self.fonts[*place].has(character))
    }
}

impl Font {
    fn read(file: &'static [u8]) -> Option<Font> {
        let shaping = rustybuzz::Face::from_slice(file, 0)?;
        let writing = krilla::text::Font::new(Data::from(file), 0)?;
        let plan = |script| ShapePlan::new(&shaping, Direction::LeftToRight, Some(script), None, &[]);
        let plans = SCRIPTS.into_iter().map(plan).collect();
        let units_per_em = writing.units_per_em();
        Some(Font { shaping, writing, units_per_em, plans })
    }

    pub(crate) fn has(&self, character: char) -> bool {
        self.shaping.glyph_index(character).is_some()
    }

    /// The script that a text is shaped as, and the plan for it.
    pub(crate) fn plan(&self, text: &str) -> (Script, &ShapePlan) {
        let place = text.chars().find_map(script_place).unwrap_or(0);
        (SCRIPTS[place], &self.plans[place])
    }
}

fn script_place(character: char) -> Option<usize> {
    match character {
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Some(1),
        '\u{400}'..='\u{52F}' => Some(2),
        _ if character.is_alphabetic() => Some(0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of European languages that are written in Latin, and marks that texts for posts use.
    const LETTERS: &str = include_str!("../../tests/letters.txt");
    const MARKS: &str = include_str!("../../tests/marks.txt");

    #[test]
    fn the_fonts_have_what_europe_writes() {
        let fonts = Fonts::all().unwrap();
        for face in [Face::Regular, Face::Bold, Face::Italic, Face::BoldItalic, Face::Mono] {
            let own = |character: &char| fonts.font(face as usize).has(*character);
            assert_eq!(LETTERS.trim_end().chars().filter(|c| !own(c)).collect::<String>(), "", "{face:?}");
            let lacks = |character: &char| fonts.font_of(*character, face).is_none();
            assert_eq!(MARKS.trim_end().chars().filter(lacks).collect::<String>(), "", "{face:?}");
        }
        assert_eq!(
            "\u{391}\u{3A9}\u{3B1}\u{3C9} \u{410}\u{42F}\u{430}\u{44F}"
                .chars()
                .find(|c| fonts.font_of(*c, Face::Bold) != Some(1)),
            None
        );
        assert!("\u{4E2D}\u{5D0}".chars().all(|c| fonts.font_of(c, Face::Regular).is_none()));
    }
}
