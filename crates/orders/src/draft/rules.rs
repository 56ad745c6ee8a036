//! What a draft may hold, and how its sections change.

use ground::fields::Choice;
use ground::words::Language;
use ground::{Error, Fields, Id, Moment, Refusal, Result};
use text::{Passed, Section as Text};

use crate::post_orders::Kind;
use crate::revision::{Content, Section};

/// How long a section may be, in letters.
pub(super) const WORDS_LETTERS: usize = 60_000;
/// How long a title may be, in letters.
const TITLE_LETTERS: usize = 120;
/// How many sections orders may have in one language.
pub const SECTIONS: usize = 60;

/// A section as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSection {
    /// What it is about.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Its words, in Markdown.
    pub words: String,
}

impl NewSection {
    /// Reads what was typed.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let kind = fields.choice("kind");
        let title = fields.line("title", 1..=TITLE_LETTERS);
        let words = fields.optional_prose("words", WORDS_LETTERS);
        Some(Self { kind: kind?, title: title?, words: words?.unwrap_or_default() })
    }
}

/// A section that is written now.
pub(super) fn written(text: Text, (language, place): (Language, usize), author: &str, now: Moment) -> Section {
    let Text { key, kind, title, words } = text;
    Section {
        id: Id::fresh(),
        key,
        language,
        place: i64::try_from(place).unwrap_or(i64::MAX),
        kind: Kind::from_word(&kind).unwrap_or(Kind::Other),
        title,
        words,
        translates: None,
        origins: Vec::new(),
        changed_by: author.to_owned(),
        changed_at: now,
        removed_at: None,
        version: 0,
    }
}

/// A section with other words, over the version that was looked at. One that was taken out comes
/// back when whoever writes saw that it was.
///
/// # Errors
/// Refused when somebody else changed it, or took it out, since it was looked at.
pub(super) fn rewritten(
    before: &Section,
    new: &NewSection,
    seen: Option<i64>,
    (author, now): (&str, Moment),
) -> Result<Section> {
    if seen != Some(before.version) {
        let key = if before.removed_at.is_some() { "draft-section-taken-out" } else { "draft-section-changed" };
        return Err(Error::refused(key));
    }
    let NewSection { kind, title, words } = new.clone();
    let (changed_by, changed_at) = (author.to_owned(), now);
    Ok(Section { kind, title, words, changed_by, changed_at, removed_at: None, ..before.clone() })
}

/// A section in a language in which it was not there yet.
///
/// # Errors
/// Not found when there is nothing that it could be a translation of.
pub(super) fn translated(
    content: &Content,
    (key, language): (&str, Language),
    new: &NewSection,
    (author, now): (&str, Moment),
) -> Result<Section> {
    let is_original = |section: &&Section| section.key == key && section.removed_at.is_none();
    let original = content.sections.iter().find(is_original).ok_or(Error::NotFound)?;
    let NewSection { kind: _, title, words } = new.clone();
    let text = Text { key: key.to_owned(), kind: original.kind.word().to_owned(), title, words };
    let section = written(text, (language, 0), author, now);
    Ok(Section { place: original.place, ..section })
}

/// Holds that a draft with this section in it is not too long.
///
/// # Errors
/// Refused when it is.
pub(super) fn check_bounds(content: &Content, changed: &Section) -> Result<()> {
    let others = content.in_language(changed.language).filter(|section| section.key != changed.key);
    let texts: Vec<Text> = others.chain([changed]).map(Section::text).collect();
    if texts.len() > SECTIONS {
        return Err(Error::refused("draft-too-many-sections"));
    }
    text::check(&texts).map_err(|passed| match passed {
        Passed::Sections => Error::refused("draft-too-many-sections"),
        Passed::SectionBytes(place) => {
            Error::Refused(Refusal::new("draft-section-too-long").with("title", texts[place].title.clone()))
        }
        Passed::TextBytes => Error::refused("draft-too-long"),
    })
}

/// The keys of sections after one of them went one place up or down; none when it stands at that end.
pub(super) fn placed(keys: &[String], key: &str, up: bool) -> Option<Vec<String>> {
    let from = keys.iter().position(|own| own == key)?;
    let to = if up { from.checked_sub(1)? } else { from + 1 };
    if to >= keys.len() {
        return None;
    }
    let mut placed = keys.to_vec();
    placed.swap(from, to);
    Some(placed)
}

/// How many places in some words are still to be filled in: `[NAME OF THE MANAGER]`, as templates have them.
pub(crate) fn blanks(words: &str) -> usize {
    let begun = words.split('[').skip(1).filter_map(|rest| rest.split_once(']'));
    let is_blank = |(inside, after): &(&str, &str)| {
        let letters = inside.chars().filter(|letter| letter.is_alphabetic()).count();
        letters > 2 && !inside.chars().any(char::is_lowercase) && !after.starts_with('(')
    };
    begun.filter(is_blank).count()
}

impl Content {
    /// How many places in a language are still to be filled in.
    pub(crate) fn blanks(&self, language: Language) -> usize {
        self.in_language(language).map(|section| blanks(&section.words)).sum()
    }

    /// The place after the last section.
    pub(super) fn next_place(&self) -> usize {
        let last = self.sections.iter().map(|section| section.place).max();
        last.map_or(0, |last| usize::try_from(last + 1).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(key: &str, words: &str) -> Section {
        let text = Text { key: key.into(), kind: "access".into(), title: key.into(), words: words.into() };
        written(text, (Language::English, 0), "Sam", Moment::from_millis(0))
    }

    fn new(words: &str) -> NewSection {
        NewSection { kind: Kind::Access, title: "Access".into(), words: words.into() }
    }

    #[test]
    fn nobody_saves_over_what_they_did_not_see() {
        let before = Section { version: 3, ..section("a", "Let them in.") };
        let at = Moment::from_millis(5);
        let saved = rewritten(&before, &new("Ask first."), Some(3), ("Nora", at)).unwrap();
        assert_eq!((saved.words.as_str(), saved.changed_by.as_str()), ("Ask first.", "Nora"));
        for seen in [None, Some(2), Some(4)] {
            let refused = rewritten(&before, &new("Ask first."), seen, ("Nora", at));
            assert!(matches!(refused, Err(Error::Refused(no)) if no.key == "draft-section-changed"), "{seen:?}");
        }
        let gone = Section { removed_at: Some(at), ..before };
        let refused = rewritten(&gone, &new("Ask first."), Some(2), ("Nora", at));
        assert!(matches!(refused, Err(Error::Refused(no)) if no.key == "draft-section-taken-out"));
        assert_eq!(rewritten(&gone, &new("Ask first."), Some(3), ("Nora", at)).unwrap().removed_at, None);
    }

    #[test]
    fn a_section_goes_up_and_down_within_its_ends() {
        let keys: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        assert_eq!(placed(&keys, "b", true).unwrap().concat(), "bac");
        assert_eq!(placed(&keys, "b", false).unwrap().concat(), "acb");
        assert_eq!(placed(&keys, "a", true), None);
        assert_eq!(placed(&keys, "c", false), None);
        assert_eq!(placed(&keys, "x", false), None);
    }

    #[test]
    fn a_draft_has_bounds() {
        let mut content = Content { sections: (0..SECTIONS - 1).map(|n| section(&n.to_string(), "x")).collect() };
        assert!(check_bounds(&content, &section("last", "x")).is_ok());
        content.sections.push(section("last", "x"));
        assert!(check_bounds(&content, &section("another", "x")).is_err());
        assert!(check_bounds(&content, &section("last", "y")).is_ok(), "it takes the place of itself");
        let key = |bytes: usize| match check_bounds(&content, &section("last", &"x".repeat(bytes))) {
            Err(Error::Refused(refusal)) => refusal.key,
            other => panic!("{other:?}"),
        };
        assert_eq!(key(text::SECTION_BYTES + 1), "draft-section-too-long");
        let full = "x".repeat(text::SECTION_BYTES);
        let mut content = Content { sections: ["a", "b", "c", "d"].map(|key| section(key, &full)).to_vec() };
        assert!(check_bounds(&content, &section("last", &full[..9_000])).is_ok());
        content.sections[0].title = "A long walk".repeat(20_000);
        let refused = check_bounds(&content, &section("last", &full));
        assert!(matches!(refused, Err(Error::Refused(no)) if no.key == "draft-too-long"));
    }

    #[test]
    fn what_is_still_to_be_filled_in_is_counted() {
        for (words, count) in [
            ("Call [NAME AND MOBILE OF THE SITE\u{2019}S CONTACT] by [TIME].", 2),
            ("Call [the office](tel:+15550100), row [A].", 0),
            ("See [THE PLAN](https://plans.example).", 0),
            ("[", 0),
        ] {
            assert_eq!(blanks(words), count, "{words}");
        }
    }

    #[test]
    fn what_is_typed_is_a_section() {
        let mut fields = Fields::default().set("kind", "access").set("title", "Access").set("words", "- Ask.\r\n");
        let read = NewSection::read(&mut fields).unwrap();
        assert_eq!((read.kind, read.words.as_str()), (Kind::Access, "- Ask."));
        let mut fields = Fields::default().set("kind", "nonsense").set("title", "").set("words", "x");
        assert_eq!(NewSection::read(&mut fields), None);
        assert_eq!(fields.problems().len(), 2);
    }
}
