//! The pages of files with questions. Who may enter is in the arguments.

pub(super) mod giving;

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Upload;
use ground::spreadsheet::{self, Column, Ending, Sheet};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::{Language, Words};
use ground::{Error, Fields, Id, Refusal, Result};
use interchange::{Format, Unreadable};
use people::door::Trainer;

use super::rules::Unsaid;
use super::{Brought, Import, rows};
use crate::competency;
use crate::question::{self, Question, Wording};

/// How many files that were brought in the page lists.
const SHOWN: i64 = 20;
/// How much of what was left out a page lists; the rest is counted.
const LISTED: usize = 500;

#[derive(Template)]
#[template(path = "exchange/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    competencies: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    formats: [Format; 8],
    imports: Vec<Import>,
    zone: &'a str,
}

pub(super) async fn show(trainer: Trainer) -> Result<Response> {
    page(&trainer, &Fields::default()).await
}

async fn page(trainer: &Trainer, fields: &Fields) -> Result<Response> {
    let imports = trainer.read(|work| rows::newest(work.connection, SHOWN)).await?;
    let (w, zone) = (&trainer.words, trainer.organization.zone.as_str());
    let mut shown = fields.clone();
    if !shown.given("language") {
        shown.put("language", w.language.code());
    }
    let languages = Language::ALL.map(|one| (one.code().to_owned(), one.own_name().to_owned())).to_vec();
    let (competencies, form) = (competency::choices(w), Form { w, fields: &shown });
    let content = Show { w, form, competencies, languages, formats: Format::ALL, imports, zone };
    trainer.page(&w.t("exchange-title"), &content)
}

pub(super) async fn bring(trainer: Trainer, mut fields: Fields) -> Result<Response> {
    let file = fields.uploads("file").next().cloned();
    let known = |typed: &str| competency::find(typed).map(|one| one.id.clone()).ok_or(Refusal::new("field-choose"));
    let competency = fields.checked("competency", known);
    let language = fields.checked("language", |typed| Language::parse(typed).ok_or(Refusal::new("field-choose")));
    let source = fields.line("source", 2..=200);
    let said = competency.zip(language).zip(source);
    let Some(((competency, language), source)) = said else { return Ok(refused(page(&trainer, &fields).await?)) };
    let there = trainer.read(move |work| question::rows::worded(work.connection, language)).await?;
    let unsaid = Unsaid { competency, language, source };
    let brought = match file {
        None => Err(Unreadable::Empty),
        // Reading may take a second; it keeps nobody else waiting.
        Some(file) => reading(file, unsaid, there).await?,
    };
    let brought = match brought {
        Ok(brought) => brought,
        Err(unreadable) => {
            fields.refuse("file", unfit(&unreadable));
            return Ok(refused(page(&trainer, &fields).await?));
        }
    };
    let id = trainer.write(move |work| super::bring(work, &brought)).await?;
    Ok(see(format!("/question-files/{id}")).saying("done-questions-brought").into_response())
}

async fn reading(
    file: Upload,
    unsaid: Unsaid,
    there: Vec<(Question, Wording)>,
) -> Result<std::result::Result<Brought, Unreadable>> {
    let read =
        move || interchange::read(&file.bytes, None, &file.name).map(|taken| Brought::of(&taken, &unsaid, &there));
    tokio::task::spawn_blocking(read).await.map_err(|error| Error::Broken(error.into()))
}

fn unfit(unreadable: &Unreadable) -> Refusal {
    let refusal = Refusal::new(unreadable.key());
    match unreadable {
        Unreadable::IllFormed { line } => refusal.with("line", line.to_string()),
        _ => refusal,
    }
}

#[derive(Template)]
#[template(path = "exchange/import.html")]
struct Shown<'a> {
    w: &'a Words,
    import: Import,
    more: usize,
    more_remarks: usize,
    zone: &'a str,
}

pub(super) async fn import(trainer: Trainer, Path(id): Path<Id<Import>>) -> Result<Response> {
    let mut import = trainer.read(move |work| rows::find(work.connection, &id)).await?;
    let more = import.left_out.len().saturating_sub(LISTED);
    import.left_out.truncate(LISTED);
    let more_remarks = import.remarks.len().saturating_sub(LISTED);
    import.remarks.truncate(LISTED);
    let (w, zone) = (&trainer.words, trainer.organization.zone.as_str());
    trainer.page(&w.t("import-title"), &Shown { w, import, more, more_remarks, zone })
}

/// All that could not be taken, also what the page does not list.
pub(super) async fn left(trainer: Trainer, Path(id): Path<Id<Import>>, Ending(format): Ending) -> Result<Response> {
    let import = trainer.read(move |work| rows::find(work.connection, &id)).await?;
    let [question, line] = ["question", "line"].map(Column::whole);
    let [file, name, left, what] = ["file", "name", "left", "what"].map(Column::text);
    let mut list = Sheet::new([question, line, file, name, left, what])?;
    let whole = |count: Option<usize>| count.and_then(|count| i64::try_from(count).ok());
    for one in import.left_out {
        let (left, what) = (if one.is_whole { "whole" } else { "part" }, one.said(&trainer.words));
        list.add([
            whole(one.number).into(),
            whole(one.line).into(),
            one.path.into(),
            one.name.into(),
            left.to_owned().into(),
            what.into(),
        ])?;
    }
    spreadsheet::file("left", format, &list)
}

/// The key of what a format is called.
const fn name_of(format: &Format) -> &'static str {
    match format {
        Format::Gift => "exchange-gift",
        Format::Aiken => "exchange-aiken",
        Format::MoodleXml => "exchange-moodle",
        Format::Qti21 => "exchange-qti21",
        Format::Qti22 => "exchange-qti22",
        Format::Qti30 => "exchange-qti30",
        Format::Csv => "exchange-csv",
        Format::Anki => "exchange-anki",
    }
}

fn name_of_word(word: &str) -> &'static str {
    Format::of_word(word).as_ref().map_or("exchange-format", name_of)
}

/// The key of what a format can carry.
const fn carries(format: &Format) -> &'static str {
    match format {
        Format::Aiken => "exchange-carries-least",
        Format::Gift | Format::MoodleXml => "exchange-carries-most",
        Format::Qti21 | Format::Qti22 | Format::Qti30 | Format::Csv | Format::Anki => "exchange-carries-all",
    }
}

/// The address of all that could not be taken, without the ending of its format.
fn left_of(import: &Import) -> String {
    format!("/question-files/{}/left", import.id)
}

/// Where in its file something is.
fn place(left: &super::LeftOut, w: &Words) -> String {
    match (left.number, left.line) {
        (Some(number), Some(line)) => w.with("import-at-line", &[("number", number.into()), ("line", line.into())]),
        (Some(number), None) => w.with("import-at", &[("number", number.into())]),
        (None, Some(line)) => w.with("import-line", &[("line", line.into())]),
        (None, None) if left.name.is_empty() => w.t("import-whole-file"),
        (None, None) => String::new(),
    }
}
