//! What is held: sent from an account that was closed, or a phone that is lost. A supervisor reads it and decides.

pub(super) mod pages;

use ground::{Error, Fields, Id, Result};
use meeting::interaction::Noted;
use people::site::{self, Site};
use people::staff::{self, StaffMember};
use people::work::{Done, Work};

use super::pages::zone_of;
use super::rules::HELD_PURPOSE;
use super::{Content, Kind, PUT_ASIDE, Sending, Sent, State, TAKEN_IN, rows};
use crate::told;

/// So many are looked at when they are counted.
const COUNTED: i64 = 100;

/// Something that is held, opened for whoever may decide.
pub(super) struct Opened {
    pub sending: Sending,
    pub sent: Sent,
    pub member: StaffMember,
    /// At which site it was, as far as it says.
    pub site: Option<Site>,
}

/// One that is held, within reach: of a site that one sees, or of none for whoever sees all.
///
/// # Errors
/// Not found when there is none; refused when it was settled.
pub(super) fn open(work: &mut Work<'_>, id: &Id<Sending>) -> Result<Opened> {
    let sending = rows::find(work.connection, id)?.ok_or(Error::NotFound)?;
    let Some(locked) = sending.content.as_deref().filter(|_| sending.state == State::Held) else {
        return Err(Error::NotFound);
    };
    let text = work.app.keys.unlock(HELD_PURPOSE, id.as_str(), locked)?;
    let sent = Sent::read(text.as_bytes()).map_err(Error::Refused)?;
    let site = match Id::<Site>::parse(sent.fields.typed("site")) {
        Some(site_id) => Some(site::rows::find(work, &site_id)?),
        None if work.me.reach.sites.is_none() => None,
        None => return Err(Error::NotFound),
    };
    let member = staff::rows::find(work.connection, &sending.staff_id)?;
    Ok(Opened { sending, sent, member, site })
}

/// What is held within reach, the oldest first.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn all(work: &mut Work<'_>, limit: i64) -> Result<Vec<Opened>> {
    let mut found = Vec::new();
    for sending in rows::held(work.connection, limit)? {
        match open(work, &sending.id) {
            Ok(opened) => found.push(opened),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// How many of the oldest that are held are within reach.
///
/// # Errors
/// Broken when the database says so.
pub fn count(work: &mut Work<'_>) -> Result<usize> {
    Ok(all(work, COUNTED)?.len())
}

/// A supervisor takes in what was told: it becomes a concern, as they say, with the time at which it was told.
///
/// # Errors
/// Not found out of reach; refused when it is no concern, or says nothing that can be one.
pub fn take_in(work: &mut Work<'_>, id: &Id<Sending>) -> Result<Done<String>> {
    let Opened { sending, sent, site, .. } = open(work, id)?;
    let mut fields: Fields = sent.fields;
    let zone = zone_of(work, site.as_ref().map(|site| &site.id))?;
    let noted = Noted { now: sending.happened_at, zone: &zone, language: sent.language };
    let content = Content::read(sending.kind, &mut fields, noted);
    let (Kind::Concern, Some(Content::Concern { site_id, told })) = (sending.kind, content) else {
        return Err(Error::refused("held-no-concern"));
    };
    let raised = told::raise(work, &site_id, &told)?.map(|raised| (raised.id.to_string(), raised.number));
    let (subject_id, number) = raised.value();
    let after = sending.clone().settled(&work.me.actor, Ok((subject_id, number)), work.now)?;
    rows::save_settled(work.connection, &after)?;
    work.done(TAKEN_IN, id.as_str(), (Some(&sending), &after), subject_id.clone())
}

/// A supervisor puts aside what was sent, with a reason.
///
/// # Errors
/// Not found out of reach.
pub fn put_aside(work: &mut Work<'_>, id: &Id<Sending>, words: &str) -> Result<Done<()>> {
    let sending = open(work, id)?.sending;
    let after = sending.clone().settled(&work.me.actor, Err(words), work.now)?;
    rows::save_settled(work.connection, &after)?;
    work.done(PUT_ASIDE, id.as_str(), (Some(&sending), &after), ())
}
