//! Questions become GIFT. Texts are marked as plain, so that whoever reads them does not look for HTML in them.

use std::fmt::Write;

use super::ESCAPED;
use crate::{Left, Place, Question, What, Written, tags};

/// Makes a file.
pub(crate) fn write(questions: &[Question], title: &str) -> Written {
    let mut text = String::new();
    let mut left = Vec::new();
    if let Some(category) = tags::category(title) {
        let _ = writeln!(text, "$CATEGORY: {category}\n");
    }
    for (index, question) in questions.iter().enumerate() {
        let (tags, parts) = tags::of(question);
        let place = Place { number: Some(index + 1), name: question.name.clone(), ..Place::default() };
        left.extend(parts.into_iter().map(|part| Left { place: place.clone(), what: What::Part(part) }));
        add(&mut text, question, &tags);
    }
    Written { bytes: text.into_bytes(), left }
}

fn add(text: &mut String, question: &Question, tags: &[String]) {
    if !tags.is_empty() {
        let tags: Vec<String> = tags.iter().map(|tag| format!("[tag:{tag}]")).collect();
        let _ = writeln!(text, "// {}", tags.join(" "));
    }
    if !question.name.is_empty() {
        let _ = write!(text, "::{}::", escaped(&question.name));
    }
    let _ = writeln!(text, "[plain]{} {{", escaped(&question.ask));
    for (index, option) in question.options.iter().enumerate() {
        let is_key = index == question.key;
        let sign = if is_key { '=' } else { '~' };
        let _ = write!(text, "\t{sign}{}{}", guard(&option.text, is_key), escaped(&option.text));
        if !option.why.is_empty() {
            let _ = write!(text, "#{}{}", mark(&option.why), escaped(&option.why));
        }
        text.push('\n');
    }
    if !question.explanation.is_empty() {
        let _ = writeln!(text, "\t####{}{}", mark(&question.explanation), escaped(&question.explanation));
    }
    text.push_str("}\n\n");
}

/// What keeps the beginning of an option from being read as points or as a mark.
fn guard(text: &str, is_key: bool) -> &'static str {
    match (text.starts_with('%'), is_key) {
        (true, true) => "%100%",
        (true, false) => "%0%",
        _ => mark(text),
    }
}

fn mark(text: &str) -> &'static str {
    if text.starts_with('[') { "[plain]" } else { "" }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => escaped.push_str("\\n"),
            'n' => escaped.push('n'),
            _ if ESCAPED.iter().any(|(plain, _)| *plain == letter) => escaped.extend(['\\', letter]),
            _ => escaped.push(letter),
        }
    }
    escaped
}
