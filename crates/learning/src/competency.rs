//! The names of competencies.

use curriculum::{Competency, InBoth};
use ground::words::{Language, Words};

use crate::library;

/// The competency of this name.
#[must_use]
pub fn find(id: &str) -> Option<&'static Competency> {
    library::curriculum().competencies.iter().find(|competency| competency.id == id)
}

/// What it is called for a reader; what was brought in about something else is called as it came.
#[must_use]
pub fn name(id: &str, w: &Words) -> String {
    find(id).map_or_else(|| id.to_owned(), |competency| said(&competency.title, w).to_owned())
}

/// What a behaviour is called for a reader; one that is not taught any more is called by its name.
#[must_use]
pub fn behaviour(id: &str, w: &Words) -> String {
    let Some(behaviour) = library::curriculum().behaviour(id) else { return id.to_owned() };
    match w.language {
        Language::English => behaviour.en.clone(),
        Language::Spanish => behaviour.es.clone(),
    }
}

/// All of them for a form: the name, and what it is called.
#[must_use]
pub fn choices(w: &Words) -> Vec<(String, String)> {
    let choice = |competency: &Competency| (competency.id.clone(), said(&competency.title, w).to_owned());
    library::curriculum().competencies.iter().map(choice).collect()
}

/// A few words for a reader.
#[must_use]
pub fn said<'a>(words: &'a InBoth, w: &Words) -> &'a str {
    match w.language {
        Language::English => &words.en,
        Language::Spanish => &words.es,
    }
}
