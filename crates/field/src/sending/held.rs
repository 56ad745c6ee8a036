//! What is held: sent from an account that was closed, or a phone that is lost. A supervisor reads it and decides.

pub(super) mod pages;

use ground::db::DbConnection;
use ground::file::Picture;
use ground::{Error, Fields, Id, Result};
use listening::concern::{self, Concern};
use listening::conversation;
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
    /// What a picture belongs to.
    pub of: Option<Sending>,
}

impl Opened {
    /// Whether it goes where something else goes that is held.
    fn goes_with_another(&self) -> bool {
        self.of.as_ref().is_some_and(|of| of.state == State::Held)
    }

    /// The concern that a picture belongs to, once that is one.
    pub(super) fn concern(&self) -> Option<(Id<Concern>, &str)> {
        let of = self.of.as_ref()?;
        Some((Id::parse(of.subject_id.as_deref()?)?, of.number.as_deref()?))
    }
}

/// What was sent, as long as it is held.
fn unlocked(work: &Work<'_>, sending: &Sending) -> Result<Sent> {
    let locked = sending.content.as_deref().filter(|_| sending.state == State::Held).ok_or(Error::NotFound)?;
    let text = work.app.keys.unlock(HELD_PURPOSE, sending.id.as_str(), locked)?;
    Sent::read(text.as_bytes()).map_err(Error::Refused)
}

/// The site that something says; of a picture, that of what it belongs to.
fn site_of(work: &mut Work<'_>, sent: &Sent, of: Option<&Sending>) -> Result<Option<Id<Site>>> {
    match of {
        None => Ok(Id::parse(sent.fields.typed("site"))),
        Some(of) if of.state == State::Held => Ok(Id::parse(unlocked(work, of)?.fields.typed("site"))),
        Some(of) => match of.subject_id.as_deref().and_then(Id::parse) {
            Some(id) => Ok(Some(concern::rows::any(work.connection, &id)?.site_id)),
            None => Ok(None),
        },
    }
}

/// One that is held, within reach: of a site that one sees, or of none for whoever sees all.
///
/// # Errors
/// Not found when there is none; refused when it was settled.
pub(super) fn open(work: &mut Work<'_>, id: &Id<Sending>) -> Result<Opened> {
    let sending = rows::find(work.connection, id)?.ok_or(Error::NotFound)?;
    let sent = unlocked(work, &sending)?;
    let of = match Id::parse(sent.fields.typed("of")).filter(|_| sending.kind == Kind::Photo) {
        Some(of) => rows::find(work.connection, &of)?.filter(|of| of.staff_id == sending.staff_id),
        None => None,
    };
    let site = match site_of(work, &sent, of.as_ref())? {
        Some(site_id) => Some(site::rows::find(work, &site_id)?),
        None if work.me.reach.sites.is_none() => None,
        None => return Err(Error::NotFound),
    };
    let member = staff::rows::find(work.connection, &sending.staff_id)?;
    Ok(Opened { sending, sent, member, site, of })
}

/// What is held within reach, the oldest first. Pictures are with what they belong to.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn all(work: &mut Work<'_>, limit: i64) -> Result<Vec<Opened>> {
    let mut found = Vec::new();
    for sending in rows::held(work.connection, limit)? {
        match open(work, &sending.id) {
            Ok(opened) if opened.goes_with_another() => {}
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

/// The pictures that go where this goes: those that belong to it, or itself.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn photos(work: &mut Work<'_>, opened: &Opened) -> Result<Vec<(Sending, Sent)>> {
    let mut found = Vec::new();
    for sending in rows::held_photos(work.connection, &opened.sending.staff_id)? {
        let sent = unlocked(work, &sending)?;
        let belongs = sent.fields.typed("of") == opened.sending.id.as_str();
        if belongs || sending.id == opened.sending.id {
            found.push((sending, sent));
        }
    }
    Ok(found)
}

/// A supervisor takes in what was told, with its pictures: it becomes a concern, as they say, with the time at which it
/// was told. A picture that came after that goes to its concern.
///
/// # Errors
/// Not found out of reach; refused when it is no concern, says nothing that can be one, or got another picture meanwhile.
pub fn take_in(work: &mut Work<'_>, id: &Id<Sending>, pictures: &[Picture]) -> Result<Done<String>> {
    let opened = open(work, id)?;
    // One that came since the pictures were read would be settled without its own.
    if photos(work, &opened)?.len() != pictures.len() {
        return Err(Error::refused("changed-meanwhile"));
    }
    let became = match opened.concern() {
        Some((concern_id, number)) => {
            let number = number.to_owned();
            conversation::show(work, &concern_id, pictures)?.map(|()| (concern_id.to_string(), number.clone()))
        }
        None => raise(work, &opened, pictures)?,
    };
    let (subject_id, number) = became.value();
    let after = settle(work, &opened, Ok((subject_id, number)))?;
    work.done(TAKEN_IN, id.as_str(), (Some(&opened.sending), &after), subject_id.clone())
}

fn raise(work: &mut Work<'_>, opened: &Opened, pictures: &[Picture]) -> Result<Done<(String, String)>> {
    let Opened { sending, sent, site, .. } = opened;
    let mut fields: Fields = sent.fields.clone();
    let zone = zone_of(work, site.as_ref().map(|site| &site.id))?;
    let noted = Noted { now: sending.happened_at, zone: &zone, language: sent.language };
    let content = Content::read(sending.kind, &mut fields, noted);
    let (Kind::Concern, Some(Content::Concern { site_id, told })) = (sending.kind, content) else {
        return Err(Error::refused("held-no-concern"));
    };
    let told = told::Told { photos: pictures.to_vec(), ..told };
    Ok(told::raise(work, &site_id, &told)?.map(|raised| (raised.id.to_string(), raised.number)))
}

/// A supervisor puts aside what was sent, with its pictures and a reason.
///
/// # Errors
/// Not found out of reach.
pub fn put_aside(work: &mut Work<'_>, id: &Id<Sending>, words: &str) -> Result<Done<()>> {
    let opened = open(work, id)?;
    let after = settle(work, &opened, Err(words))?;
    work.done(PUT_ASIDE, id.as_str(), (Some(&opened.sending), &after), ())
}

/// What a supervisor decided holds for it and for its pictures, whose parts are needed no more.
fn settle(work: &mut Work<'_>, opened: &Opened, became: std::result::Result<(&str, &str), &str>) -> Result<Sending> {
    let by = work.me.actor.clone();
    for (photo, _) in photos(work, opened)?.into_iter().filter(|(photo, _)| photo.id != opened.sending.id) {
        save(work.connection, &photo.settled(&by, became, work.now)?)?;
    }
    let after = opened.sending.clone().settled(&by, became, work.now)?;
    save(work.connection, &after)?;
    Ok(after)
}

fn save(connection: &mut DbConnection, after: &Sending) -> Result<()> {
    rows::save_settled(connection, after)?;
    rows::forget_parts(connection, &after.id)
}
