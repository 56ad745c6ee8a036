//! One concern as whoever told us sees it: made of messages alone, never of notes.

use agreement::contract::Severity;
use askama::Template;
use askama::filters::Safe;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result, secret};
use listening::check_back::{self, Feedback, Helped, handling};
use listening::concern::{self, Concern, State, WORDS_LETTERS};
use listening::conversation;
use listening::conversation::told::{Told, told};
use listening::promise::Step;
use listening::promise::badge::duration;
use people::door::{self, Contact};
use people::site;
use people::work::{Done, Work};

use super::{name, stands};
use crate::portal::rules::{Honesty, Stands, WayStep, honesty, waits_for, way};

#[derive(Template)]
#[template(path = "portal/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    me: &'a str,
    told: Told,
    zone: String,
    stands: Safe<String>,
    way: Vec<WayStep>,
    given: Vec<Given>,
    choices: Vec<(String, String)>,
    waits: bool,
    danger: Option<&'a str>,
    draft: String,
}

/// A promise in words.
struct Given {
    what: String,
    due: Option<String>,
    look: &'static str,
    how: String,
    why_late: Option<String>,
}

pub(in crate::portal) async fn show(contact: Contact, Path(id): Path<Id<Concern>>) -> Result<Response> {
    page(&contact, &id, &Fields::default()).await
}

async fn page(contact: &Contact, id: &Id<Concern>, fields: &Fields) -> Result<Response> {
    let concern_id = id.clone();
    let (told, zone) = contact
        .read(move |work| {
            let concern = concern::rows::find(work, &concern_id)?;
            let zone = site::rows::any(work.connection, &concern.site_id)?.zone;
            Ok((told(work.connection, concern, work.now)?, zone))
        })
        .await?;
    let w = &contact.words;
    let mut shown = fields.clone();
    shown.put("once", secret::token()?);
    let concern = &told.concern;
    let danger = concern.severity == Severity::S1 && concern.state == State::New;
    let me = contact.me.actor.id.as_str();
    let content = Show {
        form: Form { w, fields: &shown },
        stands: stands(w, concern, &zone, me, contact.now),
        way: way(&told),
        given: given(contact, &told, &zone),
        choices: Helped::choices(w),
        waits: concern.state == State::Waiting && waits_for(concern, me),
        danger: danger.then_some(contact.organization.emergency_number.as_str()),
        draft: format!("{me} {id}"),
        w,
        me,
        zone,
        told,
    };
    contact.page(&content.told.concern.headline.clone(), &content)
}

/// The promises of this round, each with the words that are true of it now.
fn given(contact: &Contact, told: &Told, zone: &str) -> Vec<Given> {
    let w = &contact.words;
    let time = |seconds| [("time", duration(w, seconds).into())];
    let in_words = |promise: &listening::promise::Promise| {
        let (look, how) = match honesty(promise, contact.now) {
            Honesty::Kept(at) => ("ok", w.with("honesty-kept", &[("when", w.when(at, zone).into())])),
            Honesty::Late(at, by) => {
                let when = w.when(at, zone);
                ("soon", w.with("honesty-late", &[("when", when.into()), ("time", duration(w, by).into())]))
            }
            Honesty::Running => ("rest", w.t("honesty-running")),
            Honesty::Overdue(by) => ("late", w.with("honesty-overdue", &time(by))),
            Honesty::Waits => ("waiting", w.t("honesty-waits")),
            Honesty::Missed(by) => ("late", w.with("honesty-missed", &time(by))),
            Honesty::Over => ("rest", w.t("honesty-over")),
        };
        let what = match promise.step {
            Step::Acknowledge => w.t("promised-acknowledge"),
            Step::Answer => w.t("promised-answer"),
            Step::Adjust => w.t("promised-adjust"),
            Step::FollowUp | Step::CheckBack | Step::Close => w.t("promised-check-back"),
        };
        let why_late = promise.late_reason.clone();
        Given { what, due: promise.due_at.map(|at| w.when(at, zone)), look, how, why_late }
    };
    told.given().map(in_words).collect()
}

pub(in crate::portal) async fn say(
    contact: Contact,
    Path(id): Path<Id<Concern>>,
    mut fields: Fields,
) -> Result<Response> {
    let Some(words) = fields.prose("words", 2..=WORDS_LETTERS) else {
        return Ok(refused(page(&contact, &id, &fields).await?));
    };
    let said = format!("say {id} {words}");
    act(&contact, id, fields, ("words", "done-said-more", &said), move |work, id| conversation::hear(work, id, &words))
        .await
}

pub(in crate::portal) async fn check_back(
    contact: Contact,
    Path(id): Path<Id<Concern>>,
    mut fields: Fields,
) -> Result<Response> {
    let Some(feedback) = Feedback::read(&mut fields, ("helped_words", WORDS_LETTERS)) else {
        return Ok(refused(page(&contact, &id, &fields).await?));
    };
    let said = format!("{id} {}", feedback.line());
    let answer = move |work: &mut Work<'_>, id: &Id<Concern>| check_back::answer(work, id, &feedback);
    act(&contact, id, fields, ("helped", "done-helped", &said), answer).await
}

pub(in crate::portal) async fn reopen(
    contact: Contact,
    Path(id): Path<Id<Concern>>,
    mut fields: Fields,
) -> Result<Response> {
    let Some(words) = fields.prose("reopen_words", 2..=WORDS_LETTERS) else {
        return Ok(refused(page(&contact, &id, &fields).await?));
    };
    let said = format!("reopen {id} {words}");
    let reopen = move |work: &mut Work<'_>, id: &Id<Concern>| check_back::reopen(work, id, &words);
    act(&contact, id, fields, ("reopen_words", "done-reopened", &said), reopen).await
}

/// Runs a verb once, and shows the concern; where a rule said no, with the reason beside the field.
async fn act(
    contact: &Contact,
    id: Id<Concern>,
    mut fields: Fields,
    (field, done, said): (&'static str, &'static str, &str),
    verb: impl Fn(&mut Work<'_>, &Id<Concern>) -> Result<Done<()>> + Send + 'static,
) -> Result<Response> {
    let concern_id = id.clone();
    let path = format!("/portal/concerns/{id}");
    let draft = format!("{} {id} {field}", contact.me.actor.id);
    match door::once(
        contact,
        &fields,
        ("portal", said),
        move |work| Ok(verb(work, &concern_id)?.map(|()| path.clone())),
    )
    .await
    {
        Ok(path) => Ok(see(path).saying(done).draft_done(draft).into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse(field, refusal);
            Ok(refused(page(contact, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}
