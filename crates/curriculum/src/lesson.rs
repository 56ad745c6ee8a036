//! Short lessons: a page for each competency.

use serde::Deserialize;

use crate::item::words;
use crate::{Curriculum, Finding, Folder, LANGUAGES, Source};

/// A lesson is read in about five minutes: at 150 to 250 words in a minute, so many words.
const WORDS: std::ops::RangeInclusive<usize> = 400..=1_250;
/// What stands before the text and after it.
const FENCE: &str = "+++\n";

/// A lesson, in English and in Spanish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Of which competency.
    pub competency: String,
    /// The lesson in English, then in Spanish; of a language that is not there, none.
    pub texts: [Option<Text>; LANGUAGES.len()],
}

/// A lesson in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Its headline.
    pub title: String,
    /// How many minutes it takes.
    pub minutes: u32,
    /// What it rests on.
    pub sources: Vec<String>,
    /// In Markdown.
    pub words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    competency: String,
    title: String,
    minutes: u32,
    sources: Vec<String>,
}

pub(crate) fn read(folder: &Folder, findings: &mut Vec<Finding>) -> Vec<Lesson> {
    let mut lessons: Vec<Lesson> = Vec::new();
    for (place, language) in LANGUAGES.iter().enumerate() {
        for source in folder.files(&format!("lessons/{language}/"), ".md") {
            let Some((competency, text)) = one(source, findings) else { continue };
            if let Some(lesson) = lessons.iter_mut().find(|lesson| lesson.competency == competency) {
                lesson.texts[place] = Some(text);
            } else {
                let mut texts = [const { None }; LANGUAGES.len()];
                texts[place] = Some(text);
                lessons.push(Lesson { competency, texts });
            }
        }
    }
    lessons
}

fn one(source: &Source, findings: &mut Vec<Finding>) -> Option<(String, Text)> {
    let fenced = source.text.strip_prefix(FENCE).and_then(|rest| rest.split_once(&format!("\n{FENCE}")));
    let Some((front, words)) = fenced else {
        findings.push(Finding::of(
            &source.path,
            "unreadable",
            "it must begin with its title and sources between +++ and +++",
        ));
        return None;
    };
    let front = Source { path: source.path.clone(), text: front.to_owned() };
    let Front { competency, title, minutes, sources } = crate::folder::parse(&front, findings)?;
    Some((competency, Text { title, minutes, sources, words: words.trim().to_owned() }))
}

pub(crate) fn lint(lesson: &Lesson, all: &Curriculum) -> Vec<Finding> {
    let mut found = Vec::new();
    for (language, text) in LANGUAGES.iter().zip(&lesson.texts) {
        let place = format!("lessons/{language}/{}.md", lesson.competency);
        let Some(text) = text else {
            found.push(Finding::of(place, "language", "there is no lesson in this language"));
            continue;
        };
        if !all.has_competency(&lesson.competency) {
            found.push(Finding::of(&place, "name", format!("there is no competency {}", lesson.competency)));
        }
        let count = words::of(&text.words).count();
        if !WORDS.contains(&count) {
            let says = format!("it has {count} words; in five minutes one reads {} to {}", WORDS.start(), WORDS.end());
            found.push(Finding::of(&place, "length", says));
        }
        if text.sources.is_empty() || text.title.is_empty() {
            found.push(Finding::of(&place, "source", "it needs a title, and what it rests on"));
        }
        if text.words.matches("\n## ").count() + usize::from(text.words.starts_with("## ")) < 2 {
            found.push(Finding::of(&place, "headings", "part it by at least two headings of the second level"));
        }
        if !(1..=10).contains(&text.minutes) {
            found.push(Finding::of(&place, "length", "a lesson takes one to ten minutes"));
        }
    }
    found
}
