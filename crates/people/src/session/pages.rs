//! The pages for signing in and out, and the page about oneself.

use askama::Template;
use axum::http::header::{HeaderMap, SET_COOKIE, USER_AGENT};
use axum::response::{IntoResponse, Response};
use ground::entry::ActorKind;
use ground::fields::Asked;
use ground::letter::unwanted;
use ground::web::form::{Form, refused};
use ground::web::frame::Kept;
use ground::web::{Frame, Path, address, see};
use ground::words::Words;
use ground::{Error, Fields, Refusal, Result, throttle};

use super::reading::Reading;
use super::{
    COOKIE_SECONDS, LINKS_BY_ADDRESS, LINKS_BY_EMAIL, PersonKey, Session, TRIES_BY_ADDRESS, TRIES_BY_EMAIL, link,
    password, reading, rows,
};
use crate::door::{self, Door, Guest, Member};
use crate::wish;

#[derive(Template)]
#[template(path = "session/sign_in.html")]
struct SignIn<'a> {
    w: &'a Words,
    form: Form<'a>,
    then: &'a str,
    demo: bool,
    /// Whether a phone in the field asks: what waits on it is sent also while nobody is signed in.
    in_the_field: bool,
}

#[derive(Template)]
#[template(path = "session/link_sent.html")]
struct LinkSent<'a> {
    w: &'a Words,
    email: &'a str,
    demo: bool,
}

#[derive(Template)]
#[template(path = "session/link.html")]
struct Link<'a> {
    w: &'a Words,
    form: Form<'a>,
    path: String,
    for_staff: bool,
}

#[derive(Template)]
#[template(path = "session/me.html")]
struct AboutMe<'a> {
    w: &'a Words,
    form: Form<'a>,
    name: &'a str,
    zone: &'a str,
    staff: bool,
    letters: Vec<(String, String)>,
    sessions: Vec<(rows::Listed, bool)>,
}

pub(super) async fn sign_in_page(guest: Guest, Asked(asked): Asked) -> Result<Response> {
    sign_in_form(&guest, &asked)
}

fn sign_in_form(door: &Door, fields: &Fields) -> Result<Response> {
    let form = Form { w: &door.words, fields };
    let demo = door.organization.demo_since.is_some();
    let then = after_sign_in(fields);
    let in_the_field = then.starts_with("/field") || then.starts_with("/posts/");
    let kept = if in_the_field { Kept::ForAnybody } else { Kept::No };
    let content = SignIn { w: &door.words, form, then, demo, in_the_field };
    Frame { narrow: true, kept, ..door.frame() }.page(&door.words.t("sign-in-title"), &content)
}

pub(super) async fn sign_in(guest: Guest, headers: HeaderMap, mut fields: Fields) -> Result<Response> {
    let email = fields.email("email");
    let password = fields.checked("password", |typed| match typed {
        "" => Err(Refusal::new("field-needed")),
        typed => Ok(typed.chars().take(password::LONGEST + 1).collect::<String>()),
    });
    let (Some(email), Some(password)) = (email, password) else { return Ok(refused(sign_in_form(&guest, &fields)?)) };
    knock(&guest, &email).await?;
    let found = guest.read({
        let email = email.clone();
        move |work| rows::staff_by_email(work.connection, &email)
    });
    let (staff_id, kept) = found.await?.map_or((None, None), |(id, hash)| (Some(id), hash));
    let right = password::is_right(password, kept).await?;
    let Some(staff_id) = staff_id.filter(|_| right) else {
        fields.refuse("email", Refusal::new("sign-in-wrong"));
        return Ok(refused(sign_in_form(&guest, &fields)?));
    };
    let person = PersonKey { kind: ActorKind::Staff, id: staff_id.to_string() };
    let device = device(&headers);
    let token = guest.write(move |work| super::sign_in(work, &person, &device)).await?;
    enter(&guest, &token, after_sign_in(&fields))
}

/// Counts a try, and refuses one too many. Both limits are asked before either is counted: a place that must wait
/// cannot use up the tries of others.
async fn knock(door: &Door, email: &str) -> Result<()> {
    let (email, from, now) = (email.to_owned(), door.address.clone(), door.now);
    let wait = door.app.db.write(move |connection| {
        let limits = [(TRIES_BY_EMAIL, &email), (TRIES_BY_ADDRESS, &from)];
        for (limit, who) in limits {
            if let Some(seconds) = throttle::wait_seconds(connection, limit, who, now)? {
                return Ok(Some(seconds));
            }
        }
        for (limit, who) in limits {
            throttle::count(connection, limit, who, now)?;
        }
        Ok(None)
    });
    wait.await?.map_or(Ok(()), |seconds| Err(Error::TooOften(seconds)))
}

pub(super) async fn send_link(guest: Guest, mut fields: Fields) -> Result<Response> {
    let Some(email) = fields.email("link_email") else { return Ok(refused(sign_in_form(&guest, &fields)?)) };
    ask_for_link(&guest, &email).await?;
    let demo = guest.organization.demo_since.is_some();
    guest.narrow_page(&guest.words.t("link-sent-title"), &LinkSent { w: &guest.words, email: &email, demo })
}

/// Asks for a link, and refuses one too many from one place. Whether somebody has this address is not said, and so
/// neither is that it was asked for too often.
async fn ask_for_link(door: &Door, email: &str) -> Result<()> {
    let (email, from, now) = (email.to_owned(), door.address.clone(), door.now);
    let wait = door.app.db.write(move |connection| {
        if let Some(seconds) = throttle::wait_seconds(connection, LINKS_BY_ADDRESS, &from, now)? {
            return Ok(Some(seconds));
        }
        throttle::count(connection, LINKS_BY_ADDRESS, &from, now)?;
        if throttle::count(connection, LINKS_BY_EMAIL, &email, now)? <= LINKS_BY_EMAIL.times {
            link::ask(connection, &email, now)?;
        }
        Ok(None)
    });
    wait.await?.map_or(Ok(()), |seconds| Err(Error::TooOften(seconds)))
}

/// Shows a button: a scanner that follows links in mail does not press it.
pub(super) async fn link_page(guest: Guest, Path(token): Path<String>) -> Result<Response> {
    link_form(&guest, &token, &Fields::default()).await
}

async fn link_form(door: &Door, token: &str, fields: &Fields) -> Result<Response> {
    let person = whose(door, token).await?;
    let form = Form { w: &door.words, fields };
    let path = format!("/sign-in/link/{token}");
    let content = Link { w: &door.words, form, path, for_staff: person.kind == ActorKind::Staff };
    door.narrow_page(&door.words.t("link-title"), &content)
}

/// Whose link this is.
async fn whose(door: &Door, token: &str) -> Result<PersonKey> {
    let token = token.to_owned();
    let found = door.read(move |work| rows::find_link(work.connection, &token, work.now)).await?;
    found.ok_or(Error::refused("link-spent"))
}

pub(super) async fn spend_link(
    guest: Guest,
    Path(token): Path<String>,
    headers: HeaderMap,
    mut fields: Fields,
) -> Result<Response> {
    let device = device(&headers);
    let session = if whose(&guest, &token).await?.kind == ActorKind::Staff {
        let chosen = fields.checked("password", |typed| password::check(typed).map(|()| typed.to_owned()));
        let Some(chosen) = chosen else { return Ok(refused(link_form(&guest, &token, &fields).await?)) };
        let hash = password::hash(chosen).await?;
        guest.write(move |work| super::choose_password(work, &token, &hash, &device)).await?
    } else {
        guest.write(move |work| super::spend_link(work, &token, &device)).await?
    };
    enter(&guest, &session, "/")
}

pub(super) async fn sign_out(member: Member) -> Result<Response> {
    if let Some(session) = member.session.clone() {
        member.write(move |work| super::sign_out(work, &session)).await?;
    }
    left(&member)
}

pub(super) async fn sign_out_everywhere(member: Member) -> Result<Response> {
    let person = session(&member)?.person.clone();
    member.write(move |work| super::sign_out_everywhere(work, &person)).await?;
    left(&member)
}

pub(super) async fn me(member: Member) -> Result<Response> {
    let session = session(&member)?;
    let fields = Fields::default()
        .set("language", member.me.language.code())
        .set("theme", session.theme.as_str())
        .set("keys", if session.keys { "on" } else { "off" });
    let (person, here) = (session.person.clone(), session.id.clone());
    let (sessions, unwanted) = member
        .read(move |work| {
            let address = rows::addressee(work.connection, &person.id)?.ok_or(Error::NotFound)?.email;
            let sessions = rows::of_person(work.connection, &person, work.now)?;
            Ok((sessions, unwanted::of(work.connection, &address)?))
        })
        .await?;
    let fields = wish::shown(fields, session.person.kind, &unwanted);
    let sessions = sessions.into_iter().map(|listed| (listed.id == here, listed)).map(|(here, one)| (one, here));
    let content = AboutMe {
        w: &member.words,
        form: Form { w: &member.words, fields: &fields },
        name: &member.me.actor.name,
        zone: &member.organization.zone,
        staff: session.person.kind == ActorKind::Staff,
        letters: wish::choices(&member.words, session.person.kind),
        sessions: sessions.collect(),
    };
    member.narrow_page(&member.words.t("me-title"), &content)
}

pub(super) async fn save_me(member: Member, fields: Fields) -> Result<Response> {
    let person = session(&member)?.person.clone();
    let reading = Reading::read(&fields, member.me.language);
    member.write(move |work| super::choose_reading(work, &person, &reading)).await?;
    Ok(see("/me").saying("done-saved").into_response())
}

fn session(member: &Member) -> Result<&Session> {
    member.session.as_ref().ok_or(Error::SignIn)
}

/// Where to go after signing in: only to a page of ours.
fn after_sign_in(fields: &Fields) -> &str {
    let then = fields.typed("then");
    if address::is_ours(then) { then } else { "/" }
}

fn enter(door: &Door, token: &str, to: &str) -> Result<Response> {
    let mut response = see(to).into_response();
    response.headers_mut().insert(SET_COOKIE, door::set(&door.app.settings, token, COOKIE_SECONDS)?);
    Ok(response)
}

/// Signed out: the device forgets the session, and the drafts that were kept on it.
fn left(door: &Door) -> Result<Response> {
    let mut response = see("/sign-in").saying("done-signed-out").draft_done("*").into_response();
    response.headers_mut().insert(SET_COOKIE, door::clear(&door.app.settings)?);
    Ok(response)
}

/// What somebody signs in with, in a few words, so that they know it again in the list of their sessions.
#[must_use]
pub fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or("");
    let known = |names: &[&'static str]| names.iter().find(|name| agent.contains(**name)).copied();
    let browser =
        known(&["Edg", "Firefox", "Chrome", "Safari"]).map_or("?", |name| if name == "Edg" { "Edge" } else { name });
    let system = known(&["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"]).unwrap_or("?");
    format!("{browser}, {system}")
}
