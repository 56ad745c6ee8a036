//! The page by the private code: what was told and where it stands, for whoever told us.

mod steps;

use askama::Template;
use askama::filters::Safe;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused, too_often};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Refusal, Result};
use people::Door;
use people::door::Guest;

use super::SENT_TWICE;
use super::visitor::{Emergency, field_frame, why_wait, write};
use crate::check_back::pages::spoken;
use crate::check_back::{Feedback, Helped, handling};
use crate::concern::{Concern, State, WORDS_LETTERS, code, rows};
use crate::conversation::told::{Told, told};
use crate::promise::badge::badge;
use steps::{Step, steps};

#[derive(Template)]
#[template(path = "sign/tracking/find.html")]
struct Find<'a> {
    w: &'a Words,
    form: Form<'a>,
}

#[derive(Template)]
#[template(path = "sign/tracking/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    told: &'a Told,
    /// Nothing but the receipt's first words is different right after it was told.
    new: bool,
    /// Where somebody was in danger: whom to call now.
    emergency: Option<Emergency>,
    code: &'a str,
    link: String,
    zone: &'a str,
    owner: &'a str,
    badge: Option<Safe<String>>,
    steps: Vec<Step>,
    choices: Vec<(String, String)>,
}

/// What was told, and the clocks of the place.
struct Tracked {
    told: Told,
    zone: String,
    code: String,
}

pub(super) async fn find(guest: Guest, Asked(mut asked): Asked) -> Result<Response> {
    if asked.given("code") {
        let typed = asked.typed("code").to_owned();
        match tracked(&guest, &typed).await {
            Ok(tracked) => return Ok(see(format!("/t/{}", tracked.code)).into_response()),
            Err(Error::NotFound) => asked.refuse("code", Refusal::new("track-unknown")),
            Err(error) => return Err(error),
        }
    }
    let w = &guest.words;
    field_frame(&guest).page(&w.t("track-title"), &Find { w, form: Form { w, fields: &asked } })
}

pub(super) async fn show(guest: Guest, Path(code): Path<String>, Asked(asked): Asked) -> Result<Response> {
    let tracked = tracked(&guest, &code).await?;
    page(&guest, &tracked, &Fields::default(), asked.typed("new") == "1")
}

pub(super) async fn say_more(guest: Guest, Path(code): Path<String>, mut fields: Fields) -> Result<Response> {
    let tracked = tracked(&guest, &code).await?;
    let words = fields.prose("words", 2..=WORDS_LETTERS);
    let Some(words) = words else { return Ok(refused(page(&guest, &tracked, &fields, false)?)) };
    let id = tracked.told.concern.id.clone();
    let done = write(&teller(&guest, &tracked), move |work| super::say_more(work, &id, &words)).await;
    after(&guest, &tracked, fields, done).await
}

pub(super) async fn helped(guest: Guest, Path(code): Path<String>, mut fields: Fields) -> Result<Response> {
    let tracked = tracked(&guest, &code).await?;
    let Some(feedback) = Feedback::read(&mut fields, ("helped_words", WORDS_LETTERS)) else {
        return Ok(refused(page(&guest, &tracked, &fields, false)?));
    };
    let id = tracked.told.concern.id.clone();
    let verb = move |work: &mut people::work::Work<'_>| super::say_whether_it_helped(work, &id, &feedback);
    let done = write(&teller(&guest, &tracked), verb).await;
    after(&guest, &tracked, fields, done).await
}

pub(super) async fn reopen(guest: Guest, Path(code): Path<String>, mut fields: Fields) -> Result<Response> {
    let tracked = tracked(&guest, &code).await?;
    let words = fields.optional_prose("reopen_words", WORDS_LETTERS);
    let Some(words) = words else { return Ok(refused(page(&guest, &tracked, &fields, false)?)) };
    let door = spoken(&guest, tracked.told.concern.language);
    let words = words.unwrap_or_else(|| door.words.t("track-still-not-settled"));
    let id = tracked.told.concern.id.clone();
    let done = write(&teller(&guest, &tracked), move |work| super::reopen(work, &id, &words)).await;
    after(&guest, &tracked, fields, done).await
}

/// After a verb: the page as it is now; where a rule said no, with all that was typed.
async fn after(guest: &Guest, tracked: &Tracked, mut fields: Fields, done: Result<()>) -> Result<Response> {
    let concern = &tracked.told.concern;
    match done {
        Ok(()) => Ok(see(format!("/t/{}", tracked.code))
            .saying("done-track-sent")
            .draft_done(draft_key(concern))
            .into_response()),
        Err(Error::Refused(refusal)) if refusal.key == SENT_TWICE => {
            Ok(see(format!("/t/{}", tracked.code)).into_response())
        }
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            carry(&mut fields);
            // It changed since it was looked at: the page shows how it stands now.
            let now = self::tracked(guest, &tracked.code).await?;
            Ok(refused(page(guest, &now, &fields, false)?))
        }
        Err(Error::TooOften(seconds)) => {
            fields.refuse("words", why_wait(seconds));
            Ok(too_often(page(guest, tracked, &fields, false)?, seconds))
        }
        Err(error) => Err(error),
    }
}

/// Words that were typed into a form that is no longer there stand in the one that is.
fn carry(fields: &mut Fields) {
    let names = ["words", "helped_words", "reopen_words"];
    let typed = names.into_iter().find(|name| fields.given(name)).map(|name| fields.typed(name).to_owned());
    for name in names {
        fields.put(name, typed.clone().unwrap_or_default());
    }
}

/// The concern of a code, as whoever told us sees it.
async fn tracked(guest: &Guest, typed: &str) -> Result<Tracked> {
    let typed = typed.to_owned();
    let (told, zone) = guest
        .read(move |work| {
            let concern = rows::by_code(work.connection, &typed)?;
            let zone = people::site::rows::any(work.connection, &concern.site_id)?.zone;
            Ok((told(work.connection, concern, work.now)?, zone))
        })
        .await?;
    let code = code::of(&guest.app.keys, &told.concern.id);
    Ok(Tracked { told, zone, code })
}

/// Whoever holds the code, under the name that they left, in the language of the page.
fn teller(guest: &Guest, tracked: &Tracked) -> Door {
    let concern = &tracked.told.concern;
    let mut door = guest.bearing(concern.id.as_str(), concern.reporter.name.as_deref());
    door.me.language = spoken(guest, concern.language).words.language;
    door
}

fn page(guest: &Guest, tracked: &Tracked, fields: &Fields, new: bool) -> Result<Response> {
    let Tracked { told, zone, code } = tracked;
    let concern = &told.concern;
    let door = spoken(guest, concern.language);
    let w = &door.words;
    let danger = new && concern.severity == agreement::contract::Severity::S1;
    let content = Show {
        w,
        form: Form { w, fields },
        told,
        new,
        emergency: danger.then(|| Emergency::of(guest)),
        code,
        link: format!("{}/t/{code}", guest.app.settings.public_url),
        zone,
        owner: first_name(&told.owner_name),
        badge: runs(concern).then(|| badge(w, concern, zone, guest.now)),
        steps: steps(w, told, zone, guest.now),
        choices: Helped::choices(w),
    };
    let title = w.with("track-page", &[("number", concern.number.as_str().into())]);
    let page = field_frame(&door).page(&title, &content)?;
    // Whoever has the address may read the page: no list of pages may hold it.
    Ok(([("x-robots-tag", "noindex, nofollow")], page).into_response())
}

/// Whether a clock runs against us; where none does, the page says in words what it waits for.
const fn runs(concern: &Concern) -> bool {
    matches!(concern.state, State::New | State::Acknowledged)
}

impl Show<'_> {
    /// Where it stands, in one sentence.
    fn stands(&self) -> String {
        let key = match (self.told.concern.state, self.told.concern.round) {
            (State::New, 1) => "track-stands-new",
            (State::New, _) => "track-stands-reopened",
            (State::Acknowledged, _) => "track-stands-acknowledged",
            (State::Waiting, _) => "track-stands-waiting",
            (State::Answered, _) => "track-stands-answered",
            (State::Refused, _) => "track-stands-refused",
            (State::Closed, _) if self.told.may_reopen => "track-stands-closed",
            (State::Closed, _) => "track-stands-closed-long-ago",
        };
        self.w.with(key, &[("owner", self.owner.into())])
    }

    /// Who said something: first names of ours, and "you" for whoever told us.
    fn by(&self, author: &crate::conversation::Author) -> String {
        if author.is_ours() { first_name(&author.name).to_owned() } else { self.w.t("track-you") }
    }

    fn draft(&self) -> String {
        draft_key(&self.told.concern)
    }
}

/// What the public learns of somebody's name.
fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}

/// Under which key a device keeps what is typed here until we have it.
fn draft_key(concern: &Concern) -> String {
    format!("track {}", concern.number)
}
