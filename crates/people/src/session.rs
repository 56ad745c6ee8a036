//! Signing in and out: staff by password, contacts by a link in a letter.

pub mod jobs;
mod letters;
mod link;
mod pages;
pub mod password;
pub(crate) mod reading;
pub mod rows;

pub use link::{give_link, invite};
pub use pages::device;

use ground::entry::{ActorKind, Deed};
use ground::throttle::Limit;
use ground::web::Routes;
use ground::{App, Error, Id, Moment, Result, secret};
use serde_json::json;

use crate::staff::StaffMember;
use crate::work::{Done, Work};

/// Somebody signed in.
pub const SIGNED_IN: Deed = Deed("session.signed_in");
/// Somebody signed out, here or everywhere.
pub const SIGNED_OUT: Deed = Deed("session.signed_out");
/// A link for signing in was sent.
pub const LINK_SENT: Deed = Deed("session.link_sent");
/// A staff member chose a password.
pub const PASSWORD_CHOSEN: Deed = Deed("session.password_chosen");
/// Somebody chose how they read.
pub const READING_CHOSEN: Deed = Deed("session.reading_chosen");

/// How long a session that is not used is kept.
pub const SESSION_SECONDS: i64 = 14 * 86_400;
/// How long a device keeps the cookie of a session: as long as browsers do at most (draft-ietf-httpbis-rfc6265bis,
/// section 5.5). It is set once, while use lengthens the session's row, so the row alone decides when a session ends.
pub const COOKIE_SECONDS: i64 = 400 * 86_400;
/// How long a link in a letter is good.
pub const LINK_SECONDS: i64 = 30 * 60;
/// How long a link is good by which a new staff member chooses a password.
pub const INVITATION_SECONDS: i64 = 3 * 86_400;
/// After this long the record of a session's use is brought up to date.
const SEEN_SECONDS: i64 = 15 * 60;

/// Tries for one address of mail.
pub const TRIES_BY_EMAIL: Limit = Limit { purpose: "sign-in email", times: 10, window_seconds: 900 };
/// Tries from one place.
pub const TRIES_BY_ADDRESS: Limit = Limit { purpose: "sign-in address", times: 60, window_seconds: 900 };
/// Links for one address of mail.
pub const LINKS_BY_EMAIL: Limit = Limit { purpose: "sign-in link", times: 5, window_seconds: 900 };
/// Links from one place.
pub const LINKS_BY_ADDRESS: Limit = Limit { purpose: "sign-in link address", times: 20, window_seconds: 900 };

/// The session of somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The digest of its token.
    pub digest: String,
    /// Its name on the page that lists one's sessions.
    pub id: String,
    /// The person, as the rows name them.
    pub person: PersonKey,
    /// When it was last known to be used.
    pub seen_at: Moment,
    /// The colours of the person's choice; empty when the device decides.
    pub theme: String,
    /// Whether single-key shortcuts are on.
    pub keys: bool,
}

/// A person who can sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonKey {
    /// Contact or staff.
    pub kind: ActorKind,
    /// Their name in the rows.
    pub id: String,
}

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/sign-in", pages::sign_in_page)
        .post("/sign-in", pages::sign_in)
        .post("/sign-in/link", pages::send_link)
        .get("/sign-in/link/{token}", pages::link_page)
        .post("/sign-in/link/{token}", pages::spend_link)
        .post("/sign-out", pages::sign_out)
        .get("/me", pages::me)
        .post("/me", pages::save_me)
        .post("/me/sessions/sign-out", pages::sign_out_everywhere)
}

/// Somebody whose password was right, or whose link was good, is signed in: the token of the new session.
///
/// # Errors
/// Broken when the database says so.
pub fn sign_in(work: &mut Work<'_>, person: &PersonKey, device: &str) -> Result<Done<String>> {
    let token = secret::token()?;
    rows::insert(work.connection, &token, person, device, work.now)?;
    work.done(SIGNED_IN, &person.id, (None, &json!({ "device": device })), token)
}

/// One session ends.
///
/// # Errors
/// Broken when the database says so.
pub fn sign_out(work: &mut Work<'_>, session: &Session) -> Result<Done<()>> {
    rows::delete(work.connection, &session.digest)?;
    work.done(SIGNED_OUT, &session.person.id, (None, &json!({ "everywhere": false })), ())
}

/// All sessions of a person end, on a lost phone, too, and the links that they have not used are good no longer.
///
/// # Errors
/// Broken when the database says so.
pub fn sign_out_everywhere(work: &mut Work<'_>, person: &PersonKey) -> Result<Done<()>> {
    rows::delete_all(work.connection, person)?;
    rows::delete_links(work.connection, person)?;
    work.done(SIGNED_OUT, &person.id, (None, &json!({ "everywhere": true })), ())
}

/// A contact's link is spent: the token of the new session.
///
/// # Errors
/// Refused when the link was spent before, is too old, or is none of ours.
pub fn spend_link(work: &mut Work<'_>, token: &str, device: &str) -> Result<Done<String>> {
    let person = spend(work, token, ActorKind::Contact)?;
    sign_in(work, &person, device)
}

/// A staff member's link is spent: the password is theirs from now on, and every other session ends.
///
/// # Errors
/// As [`spend_link`].
pub fn choose_password(work: &mut Work<'_>, token: &str, hash: &str, device: &str) -> Result<Done<String>> {
    let person = spend(work, token, ActorKind::Staff)?;
    set_password(work, &Id::known(&person.id), hash)?.value();
    sign_in(work, &person, device)
}

/// A staff member's password is set: every session of theirs ends, and no other link lets anybody choose anew.
///
/// # Errors
/// Not found when there is no such staff member.
pub fn set_password(work: &mut Work<'_>, staff_id: &Id<StaffMember>, hash: &str) -> Result<Done<()>> {
    rows::save_password(work.connection, staff_id, hash)?;
    let person = PersonKey { kind: ActorKind::Staff, id: staff_id.to_string() };
    rows::delete_all(work.connection, &person)?;
    rows::delete_links(work.connection, &person)?;
    // The record says that it happened, and nothing about the password.
    work.done(PASSWORD_CHOSEN, staff_id.as_str(), (None, &json!({})), ())
}

/// A person chooses how they read. Their language stands in what administrators change, too, so the version grows.
///
/// # Errors
/// Not found when they may no longer enter.
pub(crate) fn choose_reading(work: &mut Work<'_>, person: &PersonKey, after: &reading::Reading) -> Result<Done<()>> {
    let before = rows::reading(work.connection, person)?;
    rows::save_reading(work.connection, person, after, work.now)?;
    work.done(READING_CHOSEN, &person.id, (Some(&before), after), ())
}

fn spend(work: &mut Work<'_>, token: &str, kind: ActorKind) -> Result<PersonKey> {
    let person = rows::spend_link(work.connection, token, work.now)?;
    person.filter(|person| person.kind == kind).ok_or(Error::refused("link-spent"))
}

/// Notes from time to time that a session is in use, so that it lives on.
///
/// # Errors
/// Broken when the database says so.
pub(crate) async fn keep(app: &App, session: &Session, now: Moment) -> Result<()> {
    if now.seconds_since(session.seen_at) < SEEN_SECONDS {
        return Ok(());
    }
    let digest = session.digest.clone();
    app.db.write(move |connection| rows::keep(connection, &digest, now)).await
}
