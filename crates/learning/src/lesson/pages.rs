//! The pages of lessons. Who may enter is in the arguments.

use askama::Template;
use axum::response::Response;
use curriculum::{Behaviour, Competency, LANGUAGES, Text};
use ground::web::Path;
use ground::words::Words;
use ground::{Error, Result};
use people::door::Officer;
use text::lines::lines;
use text::show::{self, Around, Ways};

use crate::{competency, library};

#[derive(Template)]
#[template(path = "lesson/show.html")]
struct Show<'a> {
    w: &'a Words,
    competency: &'a Competency,
    language: &'a str,
    lesson: &'a Text,
    html: String,
}

impl Show<'_> {
    fn said<'b>(&self, behaviour: &'b Behaviour) -> &'b str {
        if self.language == LANGUAGES[0] { &behaviour.en } else { &behaviour.es }
    }
}

pub(super) async fn show(officer: Officer, Path(id): Path<String>) -> Result<Response> {
    let w = &officer.words;
    let competency = competency::find(&id).ok_or(Error::NotFound)?;
    let lesson = library::curriculum().lessons.iter().find(|lesson| lesson.competency == id);
    let texts = &lesson.ok_or(Error::NotFound)?.texts;
    let spoken = LANGUAGES.iter().position(|code| *code == w.language.code()).unwrap_or(0);
    let place = if texts[spoken].is_some() { spoken } else { 0 };
    let lesson = texts[place].as_ref().ok_or(Error::NotFound)?;
    let ways = Ways { picture: &|_| String::new(), around: &|_| Around::default() };
    let html = show::html(&lines(&lesson.words), &ways);
    let content = Show { w, competency, language: LANGUAGES[place], lesson, html };
    officer.field_frame().page(&lesson.title, &content)
}
