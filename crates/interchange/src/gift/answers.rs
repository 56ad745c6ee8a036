//! What stands between the braces.

use super::block::{Markup, marked, words};
use crate::What;
use crate::draft::Draft;

/// What true and false are called.
const TRUE: &str = "True";
const FALSE: &str = "False";

/// Reads the answers, or says of which other kind the question is.
pub(super) fn read(text: &str, markup: Markup, draft: &mut Draft) -> Result<(), What> {
    let (text, general) = text.split_once("####").unwrap_or((text, ""));
    let (own, general) = marked(general.trim(), markup);
    let general = words(general, own, draft);
    draft.explain(&general);
    let text = text.trim();
    let other = |kind: &str| Err(What::OtherKind(kind.to_owned()));
    if text.is_empty() {
        return other("essay");
    }
    if text.starts_with('#') {
        return other("numerical");
    }
    if truth(text, markup, draft) {
        return Ok(());
    }
    match (text.contains('~'), text.contains('='), text.contains("->")) {
        (true, _, _) => choices(text, markup, draft),
        (false, true, true) => other("matching"),
        (false, true, false) => other("short answer"),
        (false, false, _) => Err(What::IllFormed),
    }
}

/// `T`, `TRUE`, `F` or `FALSE`, with what is said to whoever is wrong, and then to whoever is right.
fn truth(text: &str, markup: Markup, draft: &mut Draft) -> bool {
    let mut pieces = text.splitn(3, '#');
    let is_true = match pieces.next().unwrap_or_default().trim().to_ascii_uppercase().as_str() {
        "T" | "TRUE" => true,
        "F" | "FALSE" => false,
        _ => return false,
    };
    let mut said = || {
        let (own, text) = marked(pieces.next().unwrap_or_default().trim(), markup);
        words(text, own, draft)
    };
    let (wrong, right) = (said(), said());
    let (first, second) = if is_true { (right, wrong) } else { (wrong, right) };
    draft.option(TRUE.to_owned(), first, if is_true { 100.0 } else { 0.0 });
    draft.option(FALSE.to_owned(), second, if is_true { 0.0 } else { 100.0 });
    true
}

fn choices(text: &str, markup: Markup, draft: &mut Draft) -> Result<(), What> {
    // What stands before the first sign belongs to no answer: other kinds, as `1:MC:`, begin so.
    if !text.starts_with(['=', '~']) {
        return Err(What::IllFormed);
    }
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let end = rest[1..].find(['=', '~']).map_or(rest.len(), |end| end + 1);
        choice(rest[1..end].trim(), sign == '=', markup, draft)?;
        rest = &rest[end..];
    }
    Ok(())
}

fn choice(text: &str, is_right: bool, markup: Markup, draft: &mut Draft) -> Result<(), What> {
    let (points, text) = weight(text).unwrap_or((if is_right { 100.0 } else { 0.0 }, text));
    let (text, why) = text.split_once('#').unwrap_or((text, ""));
    let (own, text) = marked(text.trim(), markup);
    let (own_why, why) = marked(why.trim(), markup);
    let (text, why) = (words(text, own, draft), words(why, own_why, draft));
    draft.option(text, why, points);
    Ok(())
}

/// `%50%` or `%-33.33333%` at the beginning, with what follows it.
fn weight(text: &str) -> Option<(f64, &str)> {
    let (number, rest) = text.strip_prefix('%')?.split_once('%')?;
    let is_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '-');
    if !number.chars().all(is_number) {
        return None;
    }
    Some((number.parse().ok()?, rest.trim_start()))
}
