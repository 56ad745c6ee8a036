//! The fields of a form on a page: label, hint, problem and value, always in the same order.
//!
//! A field's label is a sentence; where a sentence of the same key with `-hint` exists, it is
//! shown below the label. What was typed stays, and what is wrong with it stands beside it.

use std::ops::RangeInclusive;

use askama::Template;
use askama::filters::Safe;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};

use crate::Fields;
use crate::words::Words;

/// The fields of one form, in the language of whoever reads.
#[derive(Clone, Copy)]
pub struct Form<'a> {
    /// The sentences.
    pub w: &'a Words,
    /// What was typed so far.
    pub fields: &'a Fields,
}

/// One of the things to choose from: its value, and what it is called.
pub type Choices = [(String, String)];

#[derive(Template)]
#[template(path = "web/form/line.html")]
struct Line<'a> {
    form: Form<'a>,
    name: &'a str,
    label: &'a str,
    kind: &'a str,
    more: &'a str,
}

#[derive(Template)]
#[template(path = "web/form/prose.html")]
struct Prose<'a> {
    form: Form<'a>,
    name: &'a str,
    label: &'a str,
    rows: usize,
    most: usize,
    needed: bool,
}

#[derive(Template)]
#[template(path = "web/form/choose.html")]
struct Choose<'a> {
    form: Form<'a>,
    name: &'a str,
    label: &'a str,
    choices: &'a Choices,
    look: &'a str,
}

#[derive(Template)]
#[template(path = "web/form/scale.html")]
struct Scale<'a> {
    form: Form<'a>,
    name: &'a str,
    label: &'a str,
    low: String,
    high: String,
    steps: Vec<String>,
    none: &'a str,
}

#[derive(Template)]
#[template(path = "web/form/problems.html")]
struct Problems<'a> {
    form: Form<'a>,
}

impl<'a> Form<'a> {
    /// A field of one line. `kind` is the type of HTML's `input`; `more` are further attributes of ours.
    #[must_use]
    pub fn line(&self, name: &str, label: &str, kind: &str, more: &str) -> Safe<String> {
        shown(&Line { form: *self, name, label, kind, more })
    }

    /// A field of many lines that must be filled in, with a count of the letters left.
    #[must_use]
    pub fn prose(&self, name: &str, label: &str, rows: usize, most: usize) -> Safe<String> {
        shown(&Prose { form: *self, name, label, rows, most, needed: true })
    }

    /// A field of many lines that may be left empty.
    #[must_use]
    pub fn optional_prose(&self, name: &str, label: &str, rows: usize, most: usize) -> Safe<String> {
        shown(&Prose { form: *self, name, label, rows, most, needed: false })
    }

    /// A list that opens, of which one is chosen.
    #[must_use]
    pub fn select(&self, name: &str, label: &str, choices: impl AsRef<Choices>) -> Safe<String> {
        shown(&Choose { form: *self, name, label, choices: choices.as_ref(), look: "select" })
    }

    /// A few things that are all seen, of which one is chosen.
    #[must_use]
    pub fn radios(&self, name: &str, label: &str, choices: impl AsRef<Choices>) -> Safe<String> {
        shown(&Choose { form: *self, name, label, choices: choices.as_ref(), look: "radio" })
    }

    /// Steps of a scale, of which one may be chosen; `ends` are the keys of what its ends mean. None is
    /// chosen for anybody, and nobody has to choose.
    #[must_use]
    pub fn scale(&self, name: &str, label: &str, ends: [&str; 2], steps: RangeInclusive<i64>) -> Safe<String> {
        self.scale_or(name, label, ends, steps, "scale-cannot-say")
    }

    /// The same; `none` is the key of what whoever chooses no step says instead.
    #[must_use]
    pub fn scale_or(
        &self,
        name: &str,
        label: &str,
        ends: [&str; 2],
        steps: RangeInclusive<i64>,
        none: &str,
    ) -> Safe<String> {
        let [low, high] = ends.map(|key| self.w.t(key));
        let steps = steps.map(|step| step.to_string()).collect();
        shown(&Scale { form: *self, name, label, low, high, steps, none })
    }

    /// Things of which any number is chosen.
    #[must_use]
    pub fn ticks(&self, name: &str, label: &str, choices: impl AsRef<Choices>) -> Safe<String> {
        shown(&Choose { form: *self, name, label, choices: choices.as_ref(), look: "checkbox" })
    }

    /// All that is wrong, at the top, each with a way to its field; nothing when nothing is.
    #[must_use]
    pub fn problems(&self) -> Safe<String> {
        shown(&Problems { form: *self })
    }

    fn typed(&self, name: &str) -> &'a str {
        self.fields.typed(name)
    }

    fn problem(&self, name: &str) -> Option<String> {
        self.fields.problem(name).map(|refusal| self.w.refusal(refusal))
    }

    fn hint(&self, label: &str) -> Option<String> {
        let key = format!("{label}-hint");
        self.w.knows(&key).then(|| self.w.t(&key))
    }
}

/// A page with a form that is shown again because something in it is wrong.
#[must_use]
pub fn refused(page: Response) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// A page with a form that is shown again because it came too often: it may be sent again in so many seconds.
#[must_use]
pub fn too_often(page: Response, seconds: i64) -> Response {
    (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, seconds.to_string())], page).into_response()
}

fn shown(part: &impl Template) -> Safe<String> {
    Safe(part.render().unwrap_or_else(|error| {
        tracing::error!(%error, "a field cannot be shown");
        String::new()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Refusal;
    use crate::words::{Catalogue, Language, SENTENCES};

    #[test]
    fn what_was_typed_is_shown_as_text_and_its_problem_beside_it() {
        let words = Catalogue::gather(&[SENTENCES]).unwrap().speak(Language::English);
        let mut fields = Fields::default().set("name", "\"><script>");
        fields.refuse("name", Refusal::new("field-needed"));
        let form = Form { w: &words, fields: &fields };
        let shown = form.line("name", "frame-help", "text", "required").0;
        assert!(!shown.contains("<script>") && shown.contains("&#60;script&#62;"), "{shown}");
        assert!(shown.contains("aria-invalid=\"true\"") && shown.contains("Please fill this in."), "{shown}");
        assert!(form.problems().0.contains("href=\"#name\""));
    }
}
