//! What somebody typed: a form, a JSON object or a row of a file, on its way to becoming a type.
//!
//! A noun reads its fields once, into a type that can only hold what is allowed. Every problem
//! is kept beside its field, and so is every value, so that nothing that was typed is lost.

mod extract;
mod text;

pub use extract::Asked;

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::{Day, Refusal};

/// A value that is one of a few words.
pub trait Choice: Sized {
    /// The choice of this word.
    fn from_word(word: &str) -> Option<Self>;
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field's name.
    pub field: Cow<'static, str>,
    /// What is expected.
    pub refusal: Refusal,
}

/// A file that came with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// The field's name.
    pub field: String,
    /// What it is called where it comes from; nothing more is known of that, and nobody keeps it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What somebody typed, with what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    values: Vec<(String, String)>,
    problems: Vec<Problem>,
    uploads: Vec<Upload>,
}

impl Fields {
    /// Fields from names and values as they came.
    #[must_use]
    pub fn new(values: Vec<(String, String)>) -> Self {
        Self { values, ..Self::default() }
    }

    /// Adds a value, such as one that stands in the database before a form is first shown.
    #[must_use]
    pub fn set(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.push((name.to_owned(), value.into()));
        self
    }

    /// Puts another value in the place of what was typed, for showing the form again.
    pub fn put(&mut self, name: &str, value: impl Into<String>) {
        self.values.retain(|(field, _)| field != name);
        self.values.push((name.to_owned(), value.into()));
    }

    /// What was typed into a field, as it was typed; empty when nothing was. For showing it again.
    #[must_use]
    pub fn typed(&self, name: &str) -> &str {
        self.values.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// The names of all that was typed, as often as they came.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|(field, _)| field.as_str())
    }

    /// Everything that was chosen under one name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Whether a field has this value among its values. For showing a choice again.
    #[must_use]
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|chosen| chosen == value)
    }

    /// Whether something was typed into a field.
    #[must_use]
    pub fn given(&self, name: &str) -> bool {
        !self.typed(name).trim().is_empty()
    }

    /// Notes that a field is wrong.
    pub fn refuse(&mut self, field: impl Into<Cow<'static, str>>, refusal: Refusal) {
        self.problems.push(Problem { field: field.into(), refusal });
    }

    /// All that is wrong, in the order of reading.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What is wrong with one field.
    #[must_use]
    pub fn problem(&self, field: &str) -> Option<&Refusal> {
        self.problems.iter().find(|problem| problem.field == field).map(|problem| &problem.refusal)
    }

    /// The files that came with the form under one name; an empty choice of file is none.
    pub fn uploads<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a Upload> {
        self.uploads.iter().filter(move |upload| upload.field == field && !upload.bytes.is_empty())
    }

    /// A text of one line. `None`, and a problem, when it is missing, too long or not plain.
    pub fn line(&mut self, name: &'static str, length: RangeInclusive<usize>) -> Option<String> {
        self.checked(name, |typed| text::line(typed, length))
    }

    /// A text of one line that may be left out: the inner `None` is "left out".
    pub fn optional_line(&mut self, name: &'static str, longest: usize) -> Option<Option<String>> {
        if self.given(name) { self.line(name, 1..=longest).map(Some) } else { Some(None) }
    }

    /// A text of many lines.
    pub fn prose(&mut self, name: &'static str, length: RangeInclusive<usize>) -> Option<String> {
        self.checked(name, |typed| text::prose(typed, length))
    }

    /// A text of many lines that may be left out.
    pub fn optional_prose(&mut self, name: &'static str, longest: usize) -> Option<Option<String>> {
        if self.given(name) { self.prose(name, 1..=longest).map(Some) } else { Some(None) }
    }

    /// An e-mail address, in lower case.
    pub fn email(&mut self, name: &'static str) -> Option<String> {
        self.checked(name, text::email)
    }

    /// An e-mail address that may be left out.
    pub fn optional_email(&mut self, name: &'static str) -> Option<Option<String>> {
        if self.given(name) { self.email(name).map(Some) } else { Some(None) }
    }

    /// One of a few words.
    pub fn choice<T: Choice>(&mut self, name: &'static str) -> Option<T> {
        self.checked(name, |typed| T::from_word(typed.trim()).ok_or(Refusal::new("field-choose")))
    }

    /// A whole number.
    pub fn number(&mut self, name: &'static str, range: RangeInclusive<i64>) -> Option<i64> {
        self.checked(name, |typed| text::number(typed, range))
    }

    /// A whole number that may be left out.
    pub fn optional_number(&mut self, name: &'static str, range: RangeInclusive<i64>) -> Option<Option<i64>> {
        if self.given(name) { self.number(name, range).map(Some) } else { Some(None) }
    }

    /// A day (`2026-11-22`).
    pub fn day(&mut self, name: &'static str) -> Option<Day> {
        self.checked(name, |typed| typed.trim().parse().map_err(|_| Refusal::new("field-day")))
    }

    /// A day that may be left out.
    pub fn optional_day(&mut self, name: &'static str) -> Option<Option<Day>> {
        if self.given(name) { self.day(name).map(Some) } else { Some(None) }
    }

    /// Anything else that can be read from a text.
    pub fn checked<T>(&mut self, name: &'static str, read: impl FnOnce(&str) -> Result<T, Refusal>) -> Option<T> {
        match read(self.typed(name)) {
            Ok(value) => Some(value),
            Err(refusal) => {
                self.refuse(name, refusal);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(values: &[(&str, &str)]) -> Fields {
        Fields::new(values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn every_problem_stands_beside_its_field_and_every_value_is_kept() {
        let mut typed = fields(&[("name", " "), ("email", "not an address"), ("days", "soon")]);
        assert_eq!(typed.line("name", 1..=80), None);
        assert_eq!(typed.email("email"), None);
        assert_eq!(typed.number("days", 0..=365), None);
        let names: Vec<_> = typed.problems().iter().map(|problem| problem.field.as_ref()).collect();
        assert_eq!(names, ["name", "email", "days"]);
        assert_eq!(typed.typed("email"), "not an address");
    }

    #[test]
    fn another_value_takes_the_place_of_all_that_was_typed() {
        let mut typed = fields(&[("version", "1"), ("version", "2"), ("name", "x")]);
        typed.put("version", "7");
        assert_eq!(typed.all("version").collect::<Vec<_>>(), ["7"]);
        assert_eq!(typed.typed("name"), "x");
    }

    #[test]
    fn what_may_be_left_out_may_be_left_out_and_is_still_read() {
        let mut typed = fields(&[("remedy", "  "), ("phone", "\u{202e}gnp.exe")]);
        assert_eq!(typed.optional_line("remedy", 80), Some(None));
        assert_eq!(typed.optional_line("phone", 80), None);
        assert!(typed.problem("phone").is_some());
    }
}
