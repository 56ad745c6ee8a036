//! A dialogue as a picture: its scenes and endings from left to right, and what leads from one to the next.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Outcome, Scenario};

const WIDTH: usize = 190;
const HEIGHT: usize = 46;
const GAP_ACROSS: usize = 90;
const GAP_DOWN: usize = 26;

/// Where something stands: its column, by the most choices that lead to it, and its row.
type Place = (usize, usize);

/// The picture as an SVG with its own few styles, to be looked at by whoever writes the dialogue.
#[must_use]
pub fn svg(scenario: &Scenario) -> String {
    counted(scenario, &|_, _| None)
}

/// The same, with how often each choice was taken, by the name of its scene and its place there.
#[must_use]
pub fn counted(scenario: &Scenario, taken: &dyn Fn(&str, usize) -> Option<u64>) -> String {
    let places = places(scenario);
    let columns = places.values().map(|(column, _)| column + 1).max().unwrap_or(1);
    let rows = places.values().map(|(_, row)| row + 1).max().unwrap_or(1);
    let (width, height) = (columns * (WIDTH + GAP_ACROSS), rows * (HEIGHT + GAP_DOWN) + GAP_DOWN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"sans-serif\" font-size=\"14\">\n<title>{}</title>\n\
         <marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">\
         <path d=\"M0 0L8 4L0 8z\"/></marker>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        escaped(&scenario.title)
    );
    let mut labels = String::new();
    for (name, scene) in &scenario.scenes {
        for (number, choice) in scene.choices.iter().enumerate() {
            let times = taken(name, number).map(|times| format!(": {times}")).unwrap_or_default();
            labels.push_str(&label(&places, (name, number), &format!("{}{times}", number + 1)));
            for way in choice.ways() {
                let gated = choice.otherwise.as_deref() == Some(way);
                out.push_str(&arrow(&places, (name, way), number, gated));
            }
        }
    }
    for (name, (column, row)) in &places {
        let (x, y) = corner((*column, *row));
        let fill = match scenario.endings.get(*name).map(|ending| ending.outcome) {
            None => "#f2f2f2",
            Some(Outcome::Good) => "#d5f0da",
            Some(Outcome::Mixed) => "#fdf0c8",
            Some(Outcome::Poor) => "#f8d7d7",
        };
        // Written to a String, which takes whatever comes.
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"6\" fill=\"{fill}\" stroke=\"#444\"/>\
             <text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            x + WIDTH / 2,
            y + HEIGHT / 2 + 5,
            escaped(name)
        );
    }
    out + &labels + "</svg>\n"
}

/// The names of all scenes and endings as one comes to them: from left to right, and down.
#[must_use]
pub fn names(scenario: &Scenario) -> Vec<&str> {
    let mut names: Vec<(Place, &str)> = places(scenario).into_iter().map(|(name, place)| (place, name)).collect();
    names.sort_unstable();
    names.into_iter().map(|(_, name)| name).collect()
}

/// From the right side of one to the left side of the other; dashed where too little trust leads there.
fn arrow(places: &BTreeMap<&str, Place>, (from, to): (&str, &str), number: usize, gated: bool) -> String {
    let (Some(from), Some(to)) = (places.get(from), places.get(to)) else { return String::new() };
    let ((x, y), (to_x, to_y)) = (beginning(*from, number), corner(*to));
    let to_y = to_y + HEIGHT / 2;
    let bend = (to_x.saturating_sub(x) / 2).max(GAP_ACROSS / 2);
    let dashes = if gated { " stroke-dasharray=\"5 4\"" } else { "" };
    format!(
        "<path d=\"M{x} {y}C{} {y} {} {to_y} {to_x} {to_y}\" fill=\"none\" stroke=\"#555\"{dashes} marker-end=\"url(#tip)\"/>\n",
        x + bend,
        to_x.saturating_sub(bend)
    )
}

/// What is said of a choice, where its arrows begin; it stands on the arrows, with a rim that keeps it legible.
fn label(places: &BTreeMap<&str, Place>, (from, number): (&str, usize), label: &str) -> String {
    let Some(from) = places.get(from) else { return String::new() };
    let (x, y) = beginning(*from, number);
    let (x, y) = (x + 4, y + 3);
    format!(
        "<text x=\"{x}\" y=\"{y}\" font-size=\"11\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">{label}</text>\n"
    )
}

/// Where the arrows of a choice begin.
fn beginning(from: Place, number: usize) -> (usize, usize) {
    let (x, y) = corner(from);
    (x + WIDTH, y + 8 + 11 * number.min(3))
}

fn corner((column, row): Place) -> (usize, usize) {
    (column * (WIDTH + GAP_ACROSS) + GAP_ACROSS / 4, row * (HEIGHT + GAP_DOWN) + GAP_DOWN)
}

/// Each thing as far to the right as the longest way to it; what no way leads to stands in the first column.
fn places(scenario: &Scenario) -> BTreeMap<&str, Place> {
    let names = || scenario.scenes.keys().chain(scenario.endings.keys()).map(String::as_str);
    let mut columns: BTreeMap<&str, usize> = names().map(|name| (name, 0)).collect();
    // One round for each thing is enough where nothing comes back to itself, and ends where something does.
    for _ in 0..columns.len() {
        for (name, scene) in &scenario.scenes {
            let next = columns[name.as_str()] + 1;
            for way in scene.choices.iter().flat_map(super::Choice::ways) {
                if let Some(column) = columns.get_mut(way) {
                    *column = (*column).max(next).min(names().count());
                }
            }
        }
    }
    let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
    let mut place = |name| {
        let column = columns[name];
        let row = rows.entry(column).or_default();
        *row += 1;
        (name, (column, *row - 1))
    };
    names().map(&mut place).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
