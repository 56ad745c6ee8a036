//! Which sections are which, and what became of each.

use std::collections::{HashMap, VecDeque};

use super::alike::{Bag, Dictionary, alike};
use super::{LineChange, SectionChange, What, in_lines, in_words, rising, title_runs};
use crate::Section;
use crate::lines::lines;

/// From this share of common words on, in thousandths, a section under the same title is the same.
const WITH_TITLE: u32 = 500;
/// The same for a section whose title changed too.
const WITHOUT_TITLE: u32 = 800;

pub(super) fn compare(old: &[Section], new: &[Section]) -> Vec<SectionChange> {
    let partners = partners(old, new);
    let kept = kept_in_order(&partners);
    let mut gone: VecDeque<usize> = (0..old.len()).filter(|place| !partners.contains(&Some(*place))).collect();
    let mut changes = Vec::with_capacity(old.len().max(new.len()));
    for (place, section) in new.iter().enumerate() {
        let from = partners[place];
        if let Some(from) = from.filter(|_| kept[place]) {
            while let Some(place) = gone.pop_front_if(|place| *place < from) {
                changes.push(removed(&old[place], place));
            }
        }
        changes.push(match from {
            Some(from) => matched((&old[from], from), (section, place), !kept[place]),
            None => added(section, place),
        });
    }
    changes.extend(gone.into_iter().map(|place| removed(&old[place], place)));
    changes
}

/// For each new section, the old one that it was: first by key, then by likeness.
pub(crate) fn partners(old: &[Section], new: &[Section]) -> Vec<Option<usize>> {
    let mut by_key: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for (place, section) in old.iter().enumerate() {
        by_key.entry(&section.key).or_default().push_back(place);
    }
    let mut find = |section: &Section| by_key.get_mut(section.key.as_str()).and_then(VecDeque::pop_front);
    let mut partners: Vec<Option<usize>> = new.iter().map(&mut find).collect();
    let old_left: Vec<usize> = (0..old.len()).filter(|place| !partners.contains(&Some(*place))).collect();
    let new_left: Vec<usize> = (0..new.len()).filter(|place| partners[*place].is_none()).collect();
    let mut dictionary = Dictionary::default();
    let mut bag = |section| dictionary.bag(words(section));
    let old_bags: Vec<Bag> = old_left.iter().map(|place| bag(&old[*place])).collect();
    let new_bags: Vec<Bag> = new_left.iter().map(|place| bag(&new[*place])).collect();
    let mut pairs = Vec::new();
    for (one, from) in old_left.iter().enumerate() {
        for (two, to) in new_left.iter().enumerate() {
            let share = alike(&old_bags[one], &new_bags[two]);
            let same_title = old[*from].title == new[*to].title;
            if share >= if same_title { WITH_TITLE } else { WITHOUT_TITLE } {
                pairs.push((std::cmp::Reverse(share), *from, *to));
            }
        }
    }
    // The most alike first; of equals, the first in order.
    pairs.sort_unstable();
    let mut taken = vec![false; old.len()];
    for (_, from, to) in pairs {
        if !taken[from] && partners[to].is_none() {
            partners[to] = Some(from);
            taken[from] = true;
        }
    }
    partners
}

fn words(section: &Section) -> impl Iterator<Item = &str> {
    [section.title.as_str(), section.words.as_str()].into_iter()
}

/// Which of the new sections kept their order among those that were there before.
fn kept_in_order(partners: &[Option<usize>]) -> Vec<bool> {
    let (places, old): (Vec<usize>, Vec<usize>) =
        partners.iter().enumerate().filter_map(|(place, from)| Some((place, (*from)?))).unzip();
    let mut kept = vec![false; partners.len()];
    for index in rising(&old) {
        kept[places[index]] = true;
    }
    kept
}

fn head(section: &Section) -> Section {
    let Section { key, kind, title, .. } = section;
    Section { key: key.clone(), kind: kind.clone(), title: title.clone(), words: String::new() }
}

fn matched(old: (&Section, usize), new: (&Section, usize), moved: bool) -> SectionChange {
    let lines = in_lines::compare(&lines(&old.0.words), &lines(&new.0.words));
    let same = lines.iter().all(LineChange::is_same);
    SectionChange {
        what: if same { What::Unchanged } else { What::Changed },
        head: head(new.0),
        old_place: Some(old.1),
        new_place: Some(new.1),
        moved,
        title: in_words::compare(&title_runs(&old.0.title), &title_runs(&new.0.title)),
        lines,
    }
}

fn added(section: &Section, place: usize) -> SectionChange {
    let title = title_runs(&section.title);
    SectionChange {
        what: What::Added,
        head: head(section),
        old_place: None,
        new_place: Some(place),
        moved: false,
        title: in_words::compare(&title, &title),
        lines: lines(&section.words).into_iter().map(|line| LineChange::Added { line }).collect(),
    }
}

fn removed(section: &Section, place: usize) -> SectionChange {
    let title = title_runs(&section.title);
    let gone = lines(&section.words).into_iter().enumerate();
    SectionChange {
        what: What::Removed,
        head: head(section),
        old_place: Some(place),
        new_place: None,
        moved: false,
        title: in_words::compare(&title, &title),
        lines: gone.map(|(old, line)| LineChange::Removed { old, line }).collect(),
    }
}
