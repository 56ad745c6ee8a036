//! The interface for programs: JSON under `/api/v1/`, told by its `openapi.json`. It calls the pages' verbs.

mod bounds;
mod document;
mod rows;
mod schema;
mod sent;

use axum::Json;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::throttle::{self, Limit};
use ground::web::{Path, Routes};
use ground::words::Language;
use ground::{Error, Fields, Id, Moment, Refusal, Result, once};
use people::door::{Guest, Program};
use people::site::{self, Site};
use people::work::{Done, Work};

use super::{Channel, Concern, NewConcern, Reporter, Voice, WORDS_LETTERS, code};
use crate::conversation::{hear, told};
use schema::{Listed, Page, Raised, Shown, SiteName, Sites, Standing};
use sent::{Key, Sent};

/// How often one program may write.
const WRITES: Limit = Limit { purpose: "program writes", times: 600, window_seconds: 60 };
/// How many concerns a page of the list holds unless it is asked for otherwise.
const PAGE: i64 = 50;
/// How many it holds at most.
const LARGEST_PAGE: i64 = 100;
/// Whose voice a program may bring.
const VOICES: [Voice; 2] = [Voice::Client, Voice::Public];

/// The addresses of the interface for programs.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/api/v1/openapi.json", describe)
        .get("/api/v1/sites", sites)
        .get("/api/v1/concerns", list)
        .post("/api/v1/concerns", raise)
        .get("/api/v1/concerns/{id}", show)
        .post("/api/v1/concerns/{id}/messages", say)
}

async fn describe(_: Guest) -> Response {
    ([(CONTENT_TYPE, "application/json")], document::text()).into_response()
}

async fn sites(program: Program, Asked(mut asked): Asked) -> Result<Response> {
    sent::check_asked(&mut asked, &[]);
    if !asked.problems().is_empty() {
        return Ok(sent::unfit(&asked));
    }
    let sites = program.read(site::rows::list).await?;
    let sites = sites.into_iter().map(|site| SiteName { id: site.id.to_string(), name: site.name }).collect();
    Ok(Json(Sites { sites }).into_response())
}

async fn list(program: Program, Asked(mut asked): Asked) -> Result<Response> {
    let Some(wish) = read_wish(&mut asked) else { return Ok(sent::unfit(&asked)) };
    let limit = wish.limit;
    let mut found = program.read(move |work| rows::newest(work, &wish)).await?;
    // One more than asked for was looked up: it says that there is a next page.
    let more = i64::try_from(found.len()).is_ok_and(|count| count > limit);
    found.truncate(usize::try_from(limit).unwrap_or_default());
    let next = found.last().filter(|_| more).map(|(concern, _)| rows::Place::of(concern).cursor());
    let concerns = found.iter().map(|(concern, site_name)| Listed::of(concern, site_name)).collect();
    Ok(Json(Page { concerns, next }).into_response())
}

fn read_wish(asked: &mut Fields) -> Option<rows::Wish> {
    sent::check_asked(asked, bounds::LIST);
    let site = if asked.given("site") { read_id(asked, "site") } else { None };
    let state = if asked.given("state") { asked.choice("state") } else { None };
    let cursor = |typed: &str| rows::Place::read(typed).ok_or(Refusal::new("api-cursor"));
    let before = if asked.given("before") { asked.checked("before", cursor) } else { None };
    let limit = if asked.given("limit") { asked.number("limit", 1..=LARGEST_PAGE) } else { None };
    let wish = rows::Wish { site, state, before, limit: limit.unwrap_or(PAGE) };
    asked.problems().is_empty().then_some(wish)
}

async fn show(program: Program, Path(id): Path<Id<Concern>>, Asked(mut asked): Asked) -> Result<Response> {
    sent::check_asked(&mut asked, &[]);
    if !asked.problems().is_empty() {
        return Ok(sent::unfit(&asked));
    }
    let found = program.read(move |work| {
        let concern = super::rows::find(work, &id)?;
        told::told(work.connection, concern, work.now)
    });
    Ok(Json(Shown::of(&found.await?)).into_response())
}

async fn raise(program: Program, key: Key, sent: Sent) -> Result<Response> {
    let mut fields = sent.fields(bounds::NEW_CONCERN);
    let Some((site_id, new)) = read_new(&mut fields, program.me.language) else { return Ok(sent::unfit(&fields)) };
    let raised = once(&program, key, format!("concerns\n{}", sent.text()), move |work| {
        let site = site::rows::find(work, &site_id)?;
        if site.closed_at.is_some() {
            return Err(Error::NotFound);
        }
        let done = super::raise(work, &site, &new)?;
        standing(work, done, |raised| raised.id.clone())
    });
    match raised.await {
        Ok(standing) => {
            let tracking_code = code::of(&program.app.keys, &Id::known(standing.id.as_str()));
            let tracking_url = format!("{}/t/{tracking_code}", program.app.settings.public_url);
            created(standing.id.clone(), Raised { standing, tracking_url })
        }
        Err(Error::NotFound) => {
            fields.refuse("site", Refusal::new("api-site-unknown"));
            Ok(ground::web::problem::objection(StatusCode::NOT_FOUND, Error::NotFound, fields.problems()))
        }
        Err(error) => sent::objected(error),
    }
}

fn read_new(fields: &mut Fields, language: Language) -> Option<(Id<Site>, NewConcern)> {
    let site = read_id(fields, "site");
    let known = |typed: &str| VOICES.into_iter().find(|voice| voice.word() == typed);
    let voice = fields.checked("voice", |typed| known(typed).ok_or(Refusal::new("field-choose")));
    let name = fields.optional_line("reporter_name", 120);
    let email = fields.optional_email("reporter_email");
    let language = match fields.given("language") {
        true => fields.checked("language", |typed| Language::parse(typed).ok_or(Refusal::new("field-choose"))),
        false => Some(language),
    };
    let moment = |typed: &str| Moment::parse_rfc3339(typed).map_err(|_| Refusal::new("api-moment"));
    let said_at = if fields.given("said_at") { fields.checked("said_at", moment).map(Some) } else { Some(None) };
    // What the voice and the language are is of no matter where they are refused anyway.
    let (known_voice, known_language) = (voice.unwrap_or(Voice::Client), language.unwrap_or_default());
    let new = NewConcern::read(fields, Channel::Api, known_voice, known_language);
    let reporter = Reporter { id: None, name: name?, email: email? };
    let new = NewConcern { reporter, said_at: said_at?, ..new? };
    fields.problems().is_empty().then_some((site?, new))
}

async fn say(program: Program, Path(id): Path<Id<Concern>>, key: Key, sent: Sent) -> Result<Response> {
    let mut fields = sent.fields(bounds::NEW_MESSAGE);
    let words = fields.prose("words", 2..=WORDS_LETTERS);
    let Some(words) = words.filter(|_| fields.problems().is_empty()) else { return Ok(sent::unfit(&fields)) };
    let said = once(&program, key, format!("concerns/{id}/messages\n{}", sent.text()), move |work| {
        let done = hear(work, &id, &words)?;
        standing(work, done, |()| id.clone())
    });
    match said.await {
        Ok(standing) => created(standing.id.clone(), standing),
        Err(error) => sent::objected(error),
    }
}

fn read_id<T>(fields: &mut Fields, name: &'static str) -> Option<Id<T>> {
    fields.checked(name, |typed| Id::parse(typed).ok_or(Refusal::new("api-id")))
}

/// What was done, answered with where the concern stands now.
fn standing<T>(work: &mut Work<'_>, done: Done<T>, id: impl Fn(&T) -> Id<Concern>) -> Result<Done<String>> {
    let concern = super::rows::find(work, &id(done.value()))?;
    let text = serde_json::to_string(&Standing::of(&concern))?;
    Ok(done.map(|_| text))
}

fn created(id: String, answer: impl serde::Serialize) -> Result<Response> {
    let location = HeaderValue::try_from(format!("/api/v1/concerns/{id}"));
    let location = location.map_err(|error| Error::broken(error.to_string()))?;
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(answer)).into_response())
}

/// Does something once for each key. Whoever asks again, such as after a lost answer, is answered
/// as the first time and is not counted.
async fn once<F>(program: &Program, Key(key): Key, request: String, verb: F) -> Result<Standing>
where
    F: Fn(&mut Work<'_>) -> Result<Done<String>> + Send + 'static,
{
    let purpose = format!("program {}", program.me.actor.id);
    let digest = ground::secret::digest(&request);
    let (who, key_kept, digest_kept) = (purpose.clone(), key.clone(), digest.clone());
    let first = move |work: &mut Work<'_>| once::first(work.connection, &purpose, &key, &digest, work.now);
    if let Some(answer) = program.read(first.clone()).await? {
        return Ok(serde_json::from_str(&answer)?);
    }
    let written = program.write(move |work| {
        if let Some(seconds) = throttle::wait_seconds(work.connection, WRITES, &who, work.now)? {
            return Err(Error::TooOften(seconds));
        }
        throttle::count(work.connection, WRITES, &who, work.now)?;
        let done = verb(work)?;
        once::keep(work.connection, &who, &key_kept, &digest_kept, done.value(), work.now)?;
        Ok(done)
    });
    let answer = match written.await {
        // Both arrived at the same moment; the other one was first.
        Err(error) if error.is_duplicate() => program.read(first).await?.ok_or(error)?,
        written => written?,
    };
    Ok(serde_json::from_str(&answer)?)
}
