//! Signs at a site: a code to scan, behind it a page on which anybody can tell us something
//! without an account, and a page by a private code on which they follow what becomes of it.

mod pages;
mod print;
pub mod rows;
mod rules;
mod tracking;
mod visitor;

pub use rules::{NewSign, Report, Sign};
pub use visitor::{Emergency, field_frame, gone, hanging};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result, once, secret, throttle};
use people::site;
use people::work::{Done, Work};

use crate::check_back::{self, Feedback};
use crate::concern::{self, Concern, Raised};
use crate::conversation;
use rules::{CODE_LETTERS, MESSAGES, TWICE_SECONDS};

/// A sign was hung up.
pub const HUNG: Deed = Deed("sign.hung");
/// A sign was taken down; its code leads nowhere from then on.
pub const RETIRED: Deed = Deed("sign.retired");

/// Why a request that came before is not carried out again; whoever sent it sees the first answer.
const SENT_TWICE: &str = "sign-sent-twice";

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/sites/{id}/signs", pages::list)
        .post("/sites/{id}/signs", pages::hang)
        .post("/signs/{code}/retirement", pages::retire)
        .get("/signs/{code}/print", print::sheet)
        .get("/q/{code}", visitor::form)
        .post("/q/{code}", visitor::report)
        .get("/track", tracking::find)
        .get("/t/{code}", tracking::show)
        .post("/t/{code}/messages", tracking::say_more)
        .post("/t/{code}/helped", tracking::helped)
        .post("/t/{code}/reopening", tracking::reopen)
}

/// Hangs up a sign at a site, and answers its code.
///
/// # Errors
/// Not found when the site or the post is out of reach; refused when the site is closed or the
/// post is at another one.
pub fn hang(work: &mut Work<'_>, new: &NewSign) -> Result<Done<String>> {
    let site = site::rows::find(work, &new.site_id)?;
    if site.closed_at.is_some() {
        return Err(Error::refused("sign-site-closed"));
    }
    if let Some(post_id) = &new.post_id
        && agreement::post::rows::find(work, post_id)?.site_id != site.id
    {
        return Err(Error::NotFound);
    }
    let sign = Sign::hung(new, secret::letters(CODE_LETTERS)?, work.now);
    rows::insert(work.connection, &sign)?;
    work.done(HUNG, &sign.code, (None, &sign), sign.code.clone())
}

/// Takes a sign down.
///
/// # Errors
/// Not found out of reach; refused when that was done before.
pub fn retire(work: &mut Work<'_>, code: &str) -> Result<Done<()>> {
    let before = rows::find(work, code)?;
    let after = before.clone().retired(work.now)?;
    rows::save(work.connection, &after)?;
    work.done(RETIRED, code, (Some(&before), &after), ())
}

/// Somebody at a sign tells us something. `address` is where they come from, for the limits.
///
/// # Errors
/// Refused when the same was sent before; too often when too much comes from that address.
pub fn report(work: &mut Work<'_>, sign: &Sign, report: &Report, address: &str) -> Result<Done<Raised>> {
    if rows::told_before(work, sign, report, address)?.is_some() {
        return Err(Error::refused(SENT_TWICE));
    }
    if let Some(seconds) = rows::wait_seconds(work, sign, address)? {
        return Err(Error::TooOften(seconds));
    }
    rows::count(work, sign, address)?;
    let site = site::rows::any(work.connection, &sign.site_id)?;
    let done = concern::raise(work, &site, &report.new)?;
    rows::remember(work, (sign, report, address), &done.value().id)?;
    Ok(done)
}

/// Whoever told us says more, by the private code.
///
/// # Errors
/// Refused when it is closed, or when the same was sent a moment ago; too often when much was said.
pub fn say_more(work: &mut Work<'_>, id: &Id<Concern>, words: &str) -> Result<Done<()>> {
    first_time(work, id, words)?;
    if let Some(seconds) = throttle::wait_seconds(work.connection, MESSAGES, id.as_str(), work.now)? {
        return Err(Error::TooOften(seconds));
    }
    throttle::count(work.connection, MESSAGES, id.as_str(), work.now)?;
    conversation::hear(work, id, words)
}

/// Whoever told us says whether it helped, by the private code.
///
/// # Errors
/// Refused when nothing was answered, or when the same was sent a moment ago.
pub fn say_whether_it_helped(work: &mut Work<'_>, id: &Id<Concern>, feedback: &Feedback) -> Result<Done<()>> {
    first_time(work, id, &feedback.line())?;
    check_back::answer(work, id, feedback)
}

/// Whoever told us opens it again, by the private code.
///
/// # Errors
/// Refused when it is open, was closed too long ago, or when the same was sent a moment ago.
pub fn reopen(work: &mut Work<'_>, id: &Id<Concern>, words: &str) -> Result<Done<()>> {
    first_time(work, id, words)?;
    check_back::reopen(work, id, words)
}

/// The same words about the same concern within a short time are one press of a button.
fn first_time(work: &mut Work<'_>, id: &Id<Concern>, said: &str) -> Result<()> {
    let request = secret::digest(&format!("{id} {said}"));
    let (now, span) = (work.now.millis(), rules::span(work.now));
    for span in [span, span - 1] {
        let key = format!("{request} {span}");
        let before = once::first(work.connection, SENT_TWICE, &key, &request, work.now)?;
        let fresh = |at: i64| now - at <= TWICE_SECONDS * 1_000;
        if before.and_then(|at| at.parse().ok()).is_some_and(fresh) {
            return Err(Error::refused(SENT_TWICE));
        }
    }
    once::keep(work.connection, SENT_TWICE, &format!("{request} {span}"), &request, &now.to_string(), work.now)
}
