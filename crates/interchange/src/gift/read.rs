//! A file becomes blocks: a question each, with what comments say of it.

use super::block;
use crate::{Format, Left, Part, Place, Taken, Unreadable, What, tags};

/// A question's lines, with what stands above them.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) line: usize,
    pub(super) text: String,
    pub(super) id: String,
    pub(super) tags: Vec<String>,
    pub(super) has_comment: bool,
    pub(super) competency: String,
}

/// Reads a file.
pub(crate) fn read(text: &str) -> Result<Taken, Unreadable> {
    let mut taken = Taken::of(Format::Gift);
    let mut block = Block::default();
    let mut competency = String::new();
    for (index, line) in text.lines().enumerate() {
        let trimmed = line.trim();
        if let Some(comment) = trimmed.strip_prefix("//") {
            comment_on(&mut block, comment);
        } else if let Some(category) = trimmed.strip_prefix("$CATEGORY:") {
            close(&mut block, &competency, &mut taken)?;
            competency = tags::competency_of(category).unwrap_or_default().to_owned();
            if competency.is_empty() {
                taken.part(Part::Category(category.trim().to_owned()));
            }
        } else if trimmed.is_empty() {
            close(&mut block, &competency, &mut taken)?;
        } else {
            if block.text.is_empty() {
                block.line = index + 1;
            }
            block.text.push_str(line);
            block.text.push('\n');
        }
    }
    close(&mut block, &competency, &mut taken)?;
    if block.has_comment {
        let place = Place { line: Some(text.lines().count()), ..Place::default() };
        taken.left.push(Left { place, what: What::Part(Part::Comment) });
    }
    Ok(taken)
}

/// Whether a text has braces that open and close, which is all that GIFT asks for.
pub(crate) fn looks_like(text: &str) -> bool {
    let hidden = super::hide(text);
    hidden.split_once('{').is_some_and(|(_, rest)| rest.contains('}') && rest.contains(['=', '~', '#', 'T', 'F']))
}

fn close(block: &mut Block, competency: &str, taken: &mut Taken) -> Result<(), Unreadable> {
    // What stands above an empty line may still be said of the question below it.
    if block.text.is_empty() {
        return Ok(());
    }
    let mut block = std::mem::take(block);
    competency.clone_into(&mut block.competency);
    block::read(block, taken)
}

/// Takes `[id:x]` and `[tag:y]` out of a comment; whether anything else is said is noted.
fn comment_on(block: &mut Block, comment: &str) {
    let mut rest = comment;
    let mut other = String::new();
    while let Some((before, name, value, after)) = bracketed(rest) {
        other.push_str(before);
        match name {
            "id" if block.id.is_empty() => block.id = value,
            "id" => block.has_comment = true,
            _ => block.tags.push(value),
        }
        rest = after;
    }
    other.push_str(rest);
    block.has_comment |= !other.trim().is_empty();
}

/// The next `[id:x]` or `[tag:y]`: what is before it, its name, its value and what is after it.
fn bracketed(text: &str) -> Option<(&str, &str, String, &str)> {
    let named = |(at, _)| {
        let inside = |name: &'static str| Some((at, name, text[at + 1..].strip_prefix(name)?.strip_prefix(':')?));
        inside("id").or_else(|| inside("tag"))
    };
    let (at, name, inside) = text.match_indices('[').find_map(named)?;
    let mut escaped = false;
    let end = inside.find(|letter: char| {
        let is_end = letter == ']' && !escaped;
        escaped = letter == '\\' && !escaped;
        is_end
    })?;
    let value = inside[..end].replace("\\]", "]");
    Some((&text[..at], name, value.trim().to_owned(), &inside[end + 1..]))
}
