//! Given words: promises by word of mouth ("I will ask about the lamp"), each with a holder and a time.

pub mod jobs;
mod letters;
mod pages;
pub mod rows;
mod rules;

pub use rules::{Due, GivenWord, NewWord, WORDS_LETTERS, asks_at};

use agreement::post;
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Moment, Result};
use people::site::{self, Site};
use people::staff::{self, StaffMember};
use people::work::{Done, Work};

/// It was kept.
pub const KEPT: Deed = Deed("given_word.kept");
/// It was released.
pub const RELEASED: Deed = Deed("given_word.released");
/// Somebody else sees to it.
pub const HANDED_OVER: Deed = Deed("given_word.handed_over");
/// Its holder was reminded.
pub const ASKED: Deed = Deed("given_word.asked");
/// Those on duty were told that it is late.
pub const TOLD: Deed = Deed("given_word.told");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/given-words", pages::list)
        .get("/given-words/{id}", pages::show)
        .post("/given-words/{id}/kept", pages::keep)
        .post("/given-words/{id}/released", pages::release)
        .post("/given-words/{id}/holder", pages::hand_over)
}

/// One that somebody may see to: its holder, and those who look after its site.
fn find(work: &mut Work<'_>, id: &Id<GivenWord>) -> Result<GivenWord> {
    let found = rows::find(work, id)?;
    let is_holder = found.holder_id.as_str() == work.me.actor.id;
    if is_holder || work.me.looks_after_clients() { Ok(found) } else { Err(Error::NotAllowed) }
}

/// The open words that whoever asks holds, and those of the sites within their reach, what is due first first.
///
/// # Errors
/// Broken when the database says so.
pub fn open_for_me(work: &mut Work<'_>) -> Result<Vec<GivenWord>> {
    let sites: Vec<Id<Site>> = site::rows::list(work)?.into_iter().map(|site| site.id).collect();
    rows::open(work.connection, Some(&work.me.actor.id), &sites)
}

/// It was kept.
///
/// # Errors
/// Not found out of reach; refused when it is over, or changed since it was looked at.
pub fn keep(work: &mut Work<'_>, id: &Id<GivenWord>, seen: i64, how: &str) -> Result<Done<()>> {
    let before = find(work, id)?;
    let after = before.clone().kept(seen, how, work.now)?;
    rows::save(work.connection, &after)?;
    work.done(KEPT, id.as_str(), (Some(&before), &after), ())
}

/// It cannot be done, and they know.
///
/// # Errors
/// As [`keep`].
pub fn release(work: &mut Work<'_>, id: &Id<GivenWord>, seen: i64, why: &str) -> Result<Done<()>> {
    let before = find(work, id)?;
    let after = before.clone().released(seen, why, work.now)?;
    rows::save(work.connection, &after)?;
    work.done(RELEASED, id.as_str(), (Some(&before), &after), ())
}

/// Those of ours at a site who may hold a word that was given there.
///
/// # Errors
/// Broken when the database says so.
pub fn holders(work: &mut Work<'_>, site_id: &Id<Site>) -> Result<Vec<StaffMember>> {
    let mut found = staff::rows::looking_after(work.connection, site_id)?;
    for officer in post::rows::officers_at(work.connection, site_id, (work.now, Moment::MAX))? {
        if !found.iter().any(|member| member.id == officer.id) {
            found.push(officer);
        }
    }
    Ok(found)
}

/// Somebody else of the site sees to it, and why; they get a letter.
///
/// # Errors
/// As [`keep`]; refused when they are not of the site, or see to it already.
pub fn hand_over(
    work: &mut Work<'_>,
    id: &Id<GivenWord>,
    seen: i64,
    (to, why): (&Id<StaffMember>, &str),
) -> Result<Done<()>> {
    let before = find(work, id)?;
    let holders = holders(work, &before.site_id)?;
    let member = holders.iter().find(|one| one.id == *to).ok_or(Error::refused("given-not-of-site"))?;
    let after = before.clone().handed_over(seen, to)?;
    letters::yours(work, &after, member)?;
    rows::save(work.connection, &after)?;
    let (from, to) = (before.holder_id, after.holder_id);
    let change = serde_json::json!({ "from": from, "to": to, "why": why });
    work.done(HANDED_OVER, id.as_str(), (None, &change), ())
}

/// Reminds its holder.
///
/// # Errors
/// Refused when somebody else did.
pub fn ask(work: &mut Work<'_>, id: &Id<GivenWord>) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    if before.asks_at.is_none_or(|at| at > work.now) {
        return Err(Error::refused("given-over"));
    }
    let after = GivenWord { asks_at: None, ..before.clone() };
    letters::remind(work, &after)?;
    rows::asked(work.connection, id)?;
    work.done(ASKED, id.as_str(), (Some(&before), &after), ())
}

/// Tells those on duty for the site that it is late.
///
/// # Errors
/// Refused when they were told.
pub fn tell(work: &mut Work<'_>, id: &Id<GivenWord>) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    if before.tells_at.is_none_or(|at| at > work.now) {
        return Err(Error::refused("given-over"));
    }
    let after = GivenWord { tells_at: None, ..before.clone() };
    for member in calling::duty::rows::on_duty(work.connection, &before.site_id, work.now)? {
        letters::late(work, &after, &member)?;
    }
    rows::told(work.connection, id)?;
    work.done(TOLD, id.as_str(), (Some(&before), &after), ())
}
