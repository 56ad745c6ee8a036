//! Which option has points: by the correct response, by a mapping, or by rules that were written out.

use std::collections::BTreeMap;

use crate::Part;
use crate::draft::Draft;
use crate::limits::MOST_OPTIONS;
use crate::xml::Node;

/// Elements of which rules are made that say no more than "the key is right", and how feedback is chosen.
const PLAIN_RULES: [&str; 21] = [
    "responseCondition",
    "responseIf",
    "responseElse",
    "responseElseIf",
    "match",
    "variable",
    "correct",
    "setOutcomeValue",
    "baseValue",
    "isNull",
    "not",
    "and",
    "or",
    "mapResponse",
    "null",
    "sum",
    "multiple",
    "exitResponse",
    "equal",
    "member",
    "gt",
];

/// Points of 100 for each option that has some, by its name.
pub(super) fn points(root: &Node, response: &str, draft: &mut Draft) -> BTreeMap<String, f64> {
    let declaration = root.all("responseDeclaration").find(|node| node.attribute("identifier") == Some(response));
    let processing = root.child("responseProcessing");
    rules(processing, draft);
    let correct = declaration.and_then(|node| node.child("correctResponse"));
    let correct = correct.into_iter().flat_map(|node| node.all("value")).take(MOST_OPTIONS + 1);
    let correct: Vec<String> = correct.map(|value| value.words().trim().to_owned()).collect();
    let mapped = declaration.and_then(|node| node.child("mapping")).map(mapping).unwrap_or_default();
    if correct.is_empty() {
        return if mapped.is_empty() { matched(processing, response) } else { of_hundred(&mapped) };
    }
    let is_right = |name: &String| correct.contains(name);
    if mapped.iter().any(|(name, points)| *points != 0.0 && !is_right(name)) {
        draft.leave(Part::Weights);
    }
    correct.into_iter().map(|name| (name, 100.0)).collect()
}

/// Notes rules that say more.
fn rules(processing: Option<&Node>, draft: &mut Draft) {
    let Some(processing) = processing else { return };
    // The ending `.xml` is optional, and the address may be the short one.
    let template = processing.attribute("template").unwrap_or_default();
    let name = template.rsplit(['/', ':']).next().unwrap_or_default().trim_end_matches(".xml");
    let is_known =
        matches!(name, "" | "match_correct" | "map_response" | "CC2_match" | "CC2_match_basic" | "CC2_map_response");
    if !is_known || processing.inside().iter().any(|node| !PLAIN_RULES.contains(&node.name.as_str())) {
        draft.leave(Part::Scoring);
    }
}

fn mapping(node: &Node) -> BTreeMap<String, f64> {
    let entry = |entry: &Node| {
        let points = entry.attribute("mappedValue")?.trim().parse::<f64>().ok()?;
        Some((entry.attribute("mapKey")?.to_owned(), points))
    };
    node.all("mapEntry").filter_map(entry).collect()
}

/// The best has 100.
fn of_hundred(mapped: &BTreeMap<String, f64>) -> BTreeMap<String, f64> {
    let most = mapped.values().copied().fold(0.0, f64::max);
    let most = if most > 0.0 { most } else { 1.0 };
    mapped.iter().map(|(name, points)| (name.clone(), points / most * 100.0)).collect()
}

/// The options that a rule compares the answer with.
fn matched(processing: Option<&Node>, response: &str) -> BTreeMap<String, f64> {
    let inside = processing.map(Node::inside).unwrap_or_default();
    let conditions = inside.into_iter().filter(|node| matches!(node.name.as_str(), "responseIf" | "responseElseIf"));
    conditions.filter(|node| scores(node)).flat_map(|node| compared(node, response)).map(|name| (name, 100.0)).collect()
}

/// Whether a rule gives points: a number above zero.
fn scores(rule: &Node) -> bool {
    let values = rule.all("setOutcomeValue").filter_map(|node| node.child("baseValue"));
    values.into_iter().any(|value| value.words().trim().parse::<f64>().is_ok_and(|points| points > 0.0))
}

fn compared(rule: &Node, response: &str) -> Option<String> {
    let is_match = |node: &&Node| matches!(node.name.as_str(), "match" | "equal");
    let comparison = rule.elements().find(is_match)?;
    comparison.all("variable").find(|node| node.attribute("identifier") == Some(response))?;
    Some(comparison.child("baseValue")?.words().trim().to_owned())
}
