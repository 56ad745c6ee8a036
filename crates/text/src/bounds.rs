//! How long a text may be.

use crate::Section;

/// A section's words, in bytes.
pub const SECTION_BYTES: usize = 200_000;
/// Sections of a text.
pub const SECTIONS: usize = 100;
/// A whole text with its titles, in bytes.
pub const TEXT_BYTES: usize = 1_000_000;

/// The bound that a text passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// There are more than [`SECTIONS`].
    Sections,
    /// The section at this place (from 0) has more than [`SECTION_BYTES`].
    SectionBytes(usize),
    /// The whole has more than [`TEXT_BYTES`].
    TextBytes,
}

/// Whether a text keeps the bounds.
///
/// # Errors
///
/// The first bound that it passes.
pub fn check(sections: &[Section]) -> Result<(), Passed> {
    if sections.len() > SECTIONS {
        return Err(Passed::Sections);
    }
    if let Some(place) = sections.iter().position(|section| section.words.len() > SECTION_BYTES) {
        return Err(Passed::SectionBytes(place));
    }
    let bytes: usize = sections.iter().map(|it| it.key.len() + it.kind.len() + it.title.len() + it.words.len()).sum();
    if bytes > TEXT_BYTES { Err(Passed::TextBytes) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(bytes: usize) -> Section {
        Section { words: "a".repeat(bytes), ..Section::default() }
    }

    #[test]
    fn each_bound_holds_to_the_byte() {
        assert_eq!(check(&vec![section(10); SECTIONS]), Ok(()));
        assert_eq!(check(&vec![section(10); SECTIONS + 1]), Err(Passed::Sections));
        assert_eq!(check(&[section(0), section(SECTION_BYTES)]), Ok(()));
        assert_eq!(check(&[section(0), section(SECTION_BYTES + 1)]), Err(Passed::SectionBytes(1)));
        assert_eq!(check(&vec![section(SECTION_BYTES); 5]), Ok(()));
        let mut full = vec![section(SECTION_BYTES); 5];
        full[0].title = "T".into();
        assert_eq!(check(&full), Err(Passed::TextBytes));
    }
}
