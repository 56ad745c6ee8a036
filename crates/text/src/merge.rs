//! Two people changed the same text: what comes of it, section by section and line by line.
//!
//! What does not touch is taken from both. What touches is a conflict that holds all three texts;
//! until somebody settles it, our words stand there, so nothing is lost and nothing overwritten.

mod in_words;
mod places;

use std::ops::Range;

use crate::Section;
use places::Slot;

/// What comes of two changed texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The text; where there is a conflict, it says what ours says (or what is not removed).
    pub sections: Vec<Section>,
    /// What somebody has to decide, in the order of the text.
    pub conflicts: Vec<Conflict>,
}

/// Both changed the same, each in their own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The section of [`Merged::sections`], from 0.
    pub section: usize,
    /// What both changed.
    pub about: About,
    /// What was there before; `None` where there was no section.
    pub base: Option<String>,
    /// What we made of it; `None` where we removed the section.
    pub ours: Option<String>,
    /// What they made of it; `None` where they removed the section.
    pub theirs: Option<String>,
}

/// What both changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The title of the section.
    Title,
    /// Words of the section; ours stand at these bytes of the merged words.
    Words(Range<usize>),
    /// Whether it is there: one removed it and the other changed its words.
    Section,
}

/// How a conflict is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// As we have it.
    Ours,
    /// As they have it.
    Theirs,
    /// Ours, and theirs behind it.
    Both,
    /// In new words.
    Words(String),
}

/// Merges what two made of a text. Of the order, ours stands where both moved the same section.
#[must_use]
pub fn merge(base: &[Section], ours: &[Section], theirs: &[Section]) -> Merged {
    let mut merged = Merged { sections: Vec::new(), conflicts: Vec::new() };
    if base == theirs || ours == theirs {
        merged.sections = ours.to_vec();
    } else if base == ours {
        merged.sections = theirs.to_vec();
    } else {
        for slot in places::slots(base, ours, theirs) {
            let Slot { base: b, ours: o, theirs: t } = slot;
            merged.section(b.map(|it| &base[it]), o.map(|it| &ours[it]), t.map(|it| &theirs[it]));
        }
    }
    merged
}

impl Merged {
    fn section(&mut self, base: Option<&Section>, ours: Option<&Section>, theirs: Option<&Section>) {
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => self.both(base, ours, theirs),
            (Some(left), None) | (None, Some(left)) => match base {
                Some(base) if base == left => {}
                Some(base) => {
                    let words = |section: Option<&Section>| section.map(|it| it.words.clone());
                    self.dispute(About::Section, [Some(base.words.clone()), words(ours), words(theirs)]);
                    self.sections.push(left.clone());
                }
                None => self.sections.push(left.clone()),
            },
            (None, None) => {}
        }
    }

    fn both(&mut self, base: Option<&Section>, ours: &Section, theirs: &Section) {
        let empty = Section::default();
        let before = base.unwrap_or(&empty);
        let said = |text: &str| Some(text.to_owned());
        let title = pick(&before.title, &ours.title, &theirs.title);
        if title.is_none() {
            let base = base.and_then(|base| said(&base.title));
            self.dispute(About::Title, [base, said(&ours.title), said(&theirs.title)]);
        }
        let words = in_words::merge(&before.words, &ours.words, &theirs.words);
        for part in words.conflicts {
            self.dispute(About::Words(part.at), [said(&part.base), said(&part.ours), said(&part.theirs)]);
        }
        let of_ours = |text: Option<&String>, ours: &String| text.unwrap_or(ours).clone();
        self.sections.push(Section {
            key: of_ours(pick(&before.key, &ours.key, &theirs.key), &ours.key),
            kind: of_ours(pick(&before.kind, &ours.kind, &theirs.kind), &ours.kind),
            title: of_ours(title, &ours.title),
            words: words.words,
        });
    }

    fn dispute(&mut self, about: About, [base, ours, theirs]: [Option<String>; 3]) {
        self.conflicts.push(Conflict { section: self.sections.len(), about, base, ours, theirs });
    }

    /// The text with every conflict settled; where there is no choice, as [`Merged::sections`] has it.
    #[must_use]
    pub fn settle(&self, choices: &[Choice]) -> Vec<Section> {
        let mut sections: Vec<Option<Section>> = self.sections.iter().cloned().map(Some).collect();
        // From the last to the first, so that the bytes before it stay where they are.
        for (conflict, choice) in self.conflicts.iter().zip(choices).rev() {
            let Some(slot) = sections.get_mut(conflict.section) else { continue };
            let text = conflict.as_chosen(choice);
            match (&mut *slot, &conflict.about, text) {
                (_, About::Section, None) => *slot = None,
                (Some(section), About::Section, Some(text)) => section.words = text,
                (Some(section), About::Title, Some(text)) => section.title = text,
                (Some(section), About::Words(at), Some(text)) => in_words::put(&mut section.words, at, &text),
                _ => {}
            }
        }
        sections.into_iter().flatten().collect()
    }
}

impl Conflict {
    fn as_chosen(&self, choice: &Choice) -> Option<String> {
        match choice {
            Choice::Ours => self.ours.clone(),
            Choice::Theirs => self.theirs.clone(),
            Choice::Words(words) => Some(words.clone()),
            Choice::Both => {
                let mut both = self.ours.clone().unwrap_or_default();
                let theirs = self.theirs.as_deref().unwrap_or_default();
                if self.about == About::Title && !both.is_empty() && !theirs.is_empty() {
                    both.push_str(" / ");
                    both.push_str(theirs);
                } else {
                    in_words::append(&mut both, theirs);
                }
                Some(both)
            }
        }
    }
}

/// What comes of one thing that two may have changed; nothing if both did, differently.
fn pick<'a, T: PartialEq + ?Sized>(base: &T, ours: &'a T, theirs: &'a T) -> Option<&'a T> {
    if base == ours { Some(theirs) } else { (base == theirs || ours == theirs).then_some(ours) }
}

#[cfg(test)]
mod tests;
