//! Tags: the one place in which some formats carry what a question has and they have no word for.

use crate::draft::Draft;
use crate::{Part, Question};

/// How long a tag may be: Moodle cuts at 50 characters.
const TAG_CHARACTERS: usize = 50;

/// Whether a text names a competency: two capital letters.
pub(crate) fn is_competency(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Takes a tag: a competency, one of our own, or none that a question has a place for.
pub(crate) fn take(draft: &mut Draft, tag: &str) {
    let tag = crate::text::one_line(tag);
    if tag.is_empty() {
        return;
    }
    let question = &mut draft.question;
    let place = match tag.split_once(':') {
        Some(("competency", value)) => Some((&mut question.competency, value)),
        Some(("setting", value)) => Some((&mut question.setting, value)),
        Some(("source", value)) => Some((&mut question.source, value)),
        Some(("level", value)) if question.level.is_none() && value.parse::<f64>().is_ok_and(f64::is_finite) => {
            return draft.level(value);
        }
        None if is_competency(&tag) => Some((&mut question.competency, tag.as_str())),
        _ => None,
    };
    match place {
        Some((field, value)) if field.is_empty() => *field = value.to_owned(),
        Some((field, value)) if field == value => {}
        _ => draft.leave(Part::Tag(tag)),
    }
}

/// The last name of a category, where it is a competency. Two slashes are one that parts nothing.
pub(crate) fn competency_of(category: &str) -> Option<&str> {
    let (before, last) = category.rsplit_once('/').unwrap_or(("", category));
    Some(last.trim()).filter(|last| is_competency(last) && !before.ends_with('/'))
}

/// A title as a category; none where it has no words, or where they would be read as a competency of every question.
pub(crate) fn category(title: &str) -> Option<String> {
    if title.is_empty() || is_competency(title) { None } else { Some(title.replace('/', "//")) }
}

/// The tags of a question, and what no tag carries.
pub(crate) fn of(question: &Question) -> (Vec<String>, Vec<Part>) {
    let fits = |tag: &str| tag.chars().count() <= TAG_CHARACTERS && !tag.contains([',', '[', ']', '\\', '<', '>', '&']);
    let (mut tags, mut left) = (Vec::new(), Vec::new());
    let competency = &question.competency;
    let competency = if is_competency(competency) { competency.clone() } else { named("competency", competency) };
    let level = question.level.map(|level| format!("level:{level}")).unwrap_or_default();
    let setting = named("setting", &question.setting);
    for (tag, part) in [(competency, Part::Competency), (level, Part::Level), (setting, Part::Setting)] {
        if fits(&tag) {
            tags.extend(Some(tag).filter(|tag| !tag.is_empty()));
        } else {
            left.push(part);
        }
    }
    if !question.source.is_empty() {
        left.push(Part::Source);
    }
    (tags, left)
}

fn named(name: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("{name}:{value}") }
}
