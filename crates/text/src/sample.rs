//! Texts that are made up, to measure with.

use crate::Section;

const SECTIONS: usize = 15;
const LINES: usize = 133;
const WORDS: [&str; 24] = [
    "gate",
    "visitor",
    "at",
    "the",
    "lobby",
    "before",
    "midnight",
    "ask",
    "for",
    "a",
    "badge",
    "and",
    "write",
    "it",
    "down",
    "call",
    "supervisor",
    "when",
    "door",
    "stays",
    "open",
    "longer",
    "than",
    "agreed",
];

/// Two versions of orders of about 60 pages (15 sections, 2 000 lines, 30 000 words): this share of the lines, in
/// percent, changed a word; from 100 on, every line is made of other words.
#[must_use]
pub fn orders(changed_percent: usize) -> (Vec<Section>, Vec<Section>) {
    let version = |changed: bool| (0..SECTIONS).map(|place| section(place, changed, changed_percent)).collect();
    (version(false), version(true))
}

fn section(place: usize, changed: bool, percent: usize) -> Section {
    let line = |at: usize| {
        let number = place * LINES + at;
        let change = changed && number * 37 % 100 < percent;
        let shift = if changed && percent >= 100 { 11 } else { 0 };
        let word = |n: usize| WORDS[(number * 7 + n * (number % 5 + 1) + shift * (n % 3)) % WORDS.len()];
        let mut words: Vec<&str> = (0..14).map(word).collect();
        if change {
            words[number % 14] = "never";
        }
        format!("- {} {number}\n", words.join(" "))
    };
    let title = format!("Section {}", place + 1);
    Section { key: place.to_string(), kind: String::new(), title, words: (0..LINES).map(line).collect() }
}
