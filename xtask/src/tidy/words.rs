//! Every sentence that is used stands in every language, and every sentence that stands is used.

use std::collections::{BTreeMap, BTreeSet};

use super::fluent::{self, Message};
use super::{Finding, Tree};
use crate::tidy::tree::File;

/// The languages that every crate with words speaks.
const LANGUAGES: &[&str] = &["en", "es"];

/// Where a key of a sentence stands: the text before its quotes, and what follows the closing
/// quote (spaces apart). `Refusal::with` names a variable, so `.with(` alone proves nothing.
const USES: &[(&str, &str)] =
    &[(".t(", ""), (".with(", ",["), ("Refusal::new(", ""), ("refused(", ""), ("unreadable(", "")];

/// Texts in Rust that are keys wherever they stand, with `*` for any beginning or end.
const FAMILIES: &[&str] = &["field-*", "photo-*"];

/// Deeds of things that have a page of their history: `Deed("concern.handed_over")` needs a sentence
/// under `deed-concern-handed-over`.
const DEEDS_SHOWN: &[&str] = &["concern."];

/// The sentences of one language: for each key, its file and the message.
type Catalogue<'a> = BTreeMap<String, (&'a str, Message)>;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut catalogues: BTreeMap<&str, Catalogue> =
        LANGUAGES.iter().map(|language| (*language, Catalogue::new())).collect();
    for file in tree.files() {
        let language = file.name().strip_suffix(".ftl").filter(|_| file.path.contains("/words/"));
        if let Some(language) = language {
            read(file, catalogues.entry(language).or_default(), &mut findings);
        }
    }
    let needed = needed(tree);
    findings.extend(differences(&catalogues));
    findings.extend(missing(&catalogues, &needed));
    findings.extend(unused(&catalogues, &said(tree), &needed));
    findings
}

fn read<'a>(file: &'a File, catalogue: &mut Catalogue<'a>, findings: &mut Vec<Finding>) {
    let resource = fluent::parse(&file.text);
    findings.extend(resource.problems.iter().map(|(line, says)| Finding::at(&file.path, *line, *says)));
    for message in resource.messages {
        if let Some((other, _)) = catalogue.get(&message.key) {
            let says = format!("`{}` is already in {other}", message.key);
            findings.push(Finding::at(&file.path, message.line, says));
        } else {
            catalogue.insert(message.key.clone(), (&file.path, message));
        }
    }
}

/// Keys that one language has and another lacks, or says with other variables.
fn differences(catalogues: &BTreeMap<&str, Catalogue>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (language, catalogue) in catalogues {
        for (other_language, other) in catalogues.iter().filter(|(other, _)| *other != language) {
            for (key, (path, message)) in catalogue {
                let says = match other.get(key) {
                    None => format!("`{key}` is not in {other_language}"),
                    Some((_, twin)) if !twin.variables.is_subset(&message.variables) => {
                        format!("`{key}` lacks a variable that it has in {other_language}")
                    }
                    Some(_) => continue,
                };
                findings.push(Finding::at(path, message.line, says));
            }
        }
    }
    findings
}

/// Keys that the product uses and no language has; where only some lack it, `differences` says so.
fn missing(catalogues: &BTreeMap<&str, Catalogue>, needed: &BTreeMap<String, Place>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, (path, line)) in needed {
        if !catalogues.values().any(|catalogue| catalogue.contains_key(key)) {
            findings.push(Finding::at(path, *line, format!("`{key}` is in no language")));
        }
    }
    let messages = catalogues.values().flat_map(|catalogue| catalogue.values().map(move |found| (catalogue, found)));
    for (catalogue, (path, message)) in messages {
        for key in message.mentions.iter().filter(|key| !catalogue.contains_key(*key)) {
            findings.push(Finding::at(path, message.line, format!("names `{key}`, which is not there")));
        }
    }
    findings
}

/// Keys that nothing says, said for the first language that has them.
fn unused(
    catalogues: &BTreeMap<&str, Catalogue>,
    said: &BTreeSet<&str>,
    needed: &BTreeMap<String, Place>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    let prefixes: Vec<&str> = said.iter().copied().filter(|word| word.ends_with('-')).collect();
    let everyone = || catalogues.values().flat_map(Catalogue::values);
    let mentioned: BTreeSet<&String> = everyone().flat_map(|(_, message)| &message.mentions).collect();
    for (path, message) in everyone() {
        let key = message.key.as_str();
        let is_used = said.contains(key)
            || needed.contains_key(key)
            || mentioned.contains(&message.key)
            || key.strip_suffix("-hint").is_some_and(|label| said.contains(label))
            || prefixes.iter().any(|prefix| key.starts_with(prefix));
        if !is_used && seen.insert(key) {
            findings.push(Finding::at(path, message.line, format!("nothing uses `{key}`")));
        }
    }
    findings
}

/// A file and a line.
type Place = (String, usize);

/// The keys that stand where only a key can stand, with the first place of each.
fn needed(tree: &Tree) -> BTreeMap<String, Place> {
    let mut needed = BTreeMap::new();
    for file in tree.files().filter(|file| speaks(file)) {
        let text = shipped_text(file);
        for (start, key) in deeds(&text) {
            let line = text[..start].matches('\n').count() + 1;
            needed.entry(key).or_insert((file.path.clone(), line));
        }
        for (start, piece) in quoted(&text) {
            let line = text[..start].matches('\n').count() + 1;
            let after = &text[start + piece.len() + 1..];
            if is_key_here(&text[..start - 1], after) || is_family(file, piece) {
                needed.entry(piece.to_string()).or_insert((file.path.clone(), line));
            }
        }
    }
    needed
}

/// The keys of the deeds that a text defines, and where each stands.
fn deeds(text: &str) -> impl Iterator<Item = (usize, String)> {
    text.match_indices("Deed(\"").filter_map(|(start, opening)| {
        let name = text[start + opening.len()..].split('"').next()?;
        let is_shown = DEEDS_SHOWN.iter().any(|kind| name.starts_with(kind));
        is_shown.then(|| (start, format!("deed-{}", name.replace(['.', '_'], "-"))))
    })
}

/// Every text in quotes that could be a key, and every beginning of one, such as `state-` in
/// `format!("state-{name}")`.
fn said(tree: &Tree) -> BTreeSet<&str> {
    let speaking = tree.files().filter(|file| speaks(file));
    let lines = speaking.flat_map(|file| -> Vec<&str> {
        match file.extension() {
            "rs" => file.shipped_code().map(|(_, code)| code).collect(),
            _ => file.text.lines().collect(),
        }
    });
    let pieces = lines.flat_map(|line| line.split('"')).map(|piece| match piece.find('{') {
        Some(end) if piece[..end].ends_with('-') => &piece[..end],
        _ => piece,
    });
    pieces.filter(|piece| is_key(piece)).collect()
}

/// Whether a file of the product can name a sentence.
fn speaks(file: &File) -> bool {
    let part = file.in_source().is_some() && matches!(file.extension(), "html" | "txt");
    (file.is_house_rust() && !file.is_test()) || part
}

/// The text without comments and tests, its lines kept.
fn shipped_text(file: &File) -> String {
    match file.extension() {
        "rs" => file.shipped_code().map(|(_, code)| format!("{code}\n")).collect(),
        _ => file.text.clone(),
    }
}

/// The pieces between two quotes that could be keys, and where each begins. Which quote opens and
/// which closes is not known here; what stands before and after decides.
fn quoted(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split('"').filter_map(move |piece| {
        let here = start;
        start += piece.len() + 1;
        let is_between = here > 0 && here + piece.len() < text.len();
        (is_between && is_key(piece)).then_some((here, piece))
    })
}

fn is_key_here(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    let follows = |wanted: &str| {
        let mut found = after.chars().filter(|c| !c.is_whitespace());
        wanted.chars().all(|c| found.next() == Some(c))
    };
    USES.iter().any(|(opening, following)| before.ends_with(opening) && follows(following))
}

fn is_family(file: &File, piece: &str) -> bool {
    let matches = |family: &&str| match family.strip_suffix('*') {
        Some(beginning) => piece.starts_with(beginning) && piece != beginning,
        None => family.strip_prefix('*').is_some_and(|end| piece.ends_with(end) && piece != end),
    };
    file.extension() == "rs" && FAMILIES.iter().any(matches)
}

fn is_key(piece: &str) -> bool {
    piece.starts_with(|c: char| c.is_ascii_lowercase())
        && piece.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[cfg(test)]
mod tests;
