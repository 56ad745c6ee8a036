//! "Why is this line here?": where every line comes from.

use serde::{Deserialize, Serialize};

use crate::compare::{Comparison, LineChange, SectionChange, What};

/// Where the title and the lines of a section come from; `R` is whatever the caller calls a revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origins<R> {
    /// The key of the section.
    pub key: String,
    /// Where its title comes from.
    pub title: R,
    /// Where its lines come from: an origin, and how many lines in a row have it.
    pub lines: Vec<(R, usize)>,
}

impl<R> Origins<R> {
    /// The origin of the line at this place, from 0.
    #[must_use]
    pub fn of(&self, place: usize) -> Option<&R> {
        let mut left = place;
        self.lines.iter().find_map(|(origin, count)| {
            let is_here = left < *count;
            left = left.saturating_sub(*count);
            is_here.then_some(origin)
        })
    }
}

/// The origins of the new text, from those of the old one (a section each, in order) and what changed. What a reader
/// sees unchanged, or moved, keeps its origin; what changed or came has the new one. The first text has no old one.
#[must_use]
pub fn trace<R: Clone + PartialEq>(before: &[Origins<R>], comparison: &Comparison, new: &R) -> Vec<Origins<R>> {
    let now = comparison.sections.iter().filter(|section| section.what != What::Removed);
    now.map(|section| trace_section(before, section, new)).collect()
}

fn trace_section<R: Clone + PartialEq>(before: &[Origins<R>], section: &SectionChange, new: &R) -> Origins<R> {
    let before = section.old_place.and_then(|place| before.get(place));
    let title = before.filter(|_| !section.retitled()).map_or(new, |before| &before.title);
    let flat: Vec<&R> =
        before.iter().flat_map(|before| &before.lines).flat_map(|(it, count)| vec![it; *count]).collect();
    let mut lines: Vec<(R, usize)> = Vec::new();
    for change in &section.lines {
        let origin = match change {
            LineChange::Removed { .. } => continue,
            LineChange::Same { old, .. } | LineChange::Moved { old, .. } => flat.get(*old).copied().unwrap_or(new),
            LineChange::Changed { .. } | LineChange::Added { .. } => new,
        };
        match lines.last_mut() {
            Some((last, count)) if last == origin => *count += 1,
            _ => lines.push((origin.clone(), 1)),
        }
    }
    Origins { key: section.head.key.clone(), title: title.clone(), lines }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Section;
    use crate::compare::compare;

    fn text(words: &str) -> Vec<Section> {
        vec![Section { key: "gate".into(), title: "Gate".into(), words: words.into(), ..Section::default() }]
    }

    #[test]
    fn every_line_knows_the_revision_that_it_comes_from() {
        let first = text("1. Open the gate at 06:00.\n2. Greet everybody who comes in.\n3. Close it.\n");
        let second =
            text("1. Open the gate at 05:30.\n2. Wear the badge.\n3. Greet everybody who comes in.\n4. Close it.");
        let third = text("1. Greet everybody  who comes in.\n2. Open the gate at 05:30.\n3. Wear the badge.\n");
        let one = trace(&[], &compare(&[], &first), &1);
        assert_eq!(serde_json::to_string(&one).unwrap(), r#"[{"key":"gate","title":1,"lines":[[1,3]]}]"#);
        let two = trace(&one, &compare(&first, &second), &2);
        assert_eq!(two[0].lines, [(2, 2), (1, 2)]);
        let three = trace(&two, &compare(&second, &third), &3);
        assert_eq!(three[0].lines, [(1, 1), (2, 2)]);
        assert_eq!((three[0].title, three[0].of(0), three[0].of(2), three[0].of(3)), (1, Some(&1), Some(&2), None));
    }
}
