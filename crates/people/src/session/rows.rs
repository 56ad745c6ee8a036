//! SQL for sessions and links. Tokens are looked up by their digest; the tokens themselves are nowhere.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::entry::{Actor, ActorKind};
use ground::words::Language;
use ground::{Id, Moment, Result, secret};

use super::reading::Reading;
use super::{PersonKey, SESSION_SECONDS, Session};
use crate::Reach;
use crate::schema::{client, contact, contact_site, session, sign_in_link, site, staff, staff_site};
use crate::staff::{Role, Roles, StaffMember};
use crate::work::{Me, Person};

/// Somebody to whom a letter goes.
pub(crate) struct Addressee {
    pub person: PersonKey,
    pub name: String,
    pub email: String,
    pub language: Language,
}

/// A session on the page that lists one's own.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Listed {
    pub id: String,
    pub device: String,
    pub seen_at: Moment,
}

/// Whoever has this token, if it is good now.
pub(crate) fn enter(connection: &mut DbConnection, token: &str, now: Moment) -> Result<Option<(Me, Session)>> {
    let row: Option<(String, String, String, String, Moment)> = session::table
        .find(secret::digest(token))
        .filter(session::expires_at.gt(now))
        .select((session::digest, session::id, session::person_kind, session::person_id, session::seen_at))
        .first(connection)
        .optional()?;
    let Some((digest, id, kind, person_id, seen_at)) = row else { return Ok(None) };
    let found = if kind == ActorKind::Staff.as_str() {
        staff_member(connection, &person_id)?.map(|found| (ActorKind::Staff, found))
    } else {
        client_contact(connection, &person_id)?.map(|found| (ActorKind::Contact, found))
    };
    Ok(found.map(|(kind, (me, theme, keys))| {
        (me, Session { digest, id, person: PersonKey { kind, id: person_id }, seen_at, theme, keys })
    }))
}

/// A staff member as one who asks, with their colours and whether their keys are on.
fn staff_member(connection: &mut DbConnection, id: &str) -> Result<Option<(Me, String, bool)>> {
    let row: Option<(String, String, String, String, Option<Moment>)> = staff::table
        .find(id)
        .filter(staff::left_at.is_null())
        .select((staff::name, staff::roles, staff::language, staff::theme, staff::keys_off_at))
        .first(connection)
        .optional()?;
    let Some((name, roles, language, theme, keys_off_at)) = row else { return Ok(None) };
    let roles = Roles::known(roles);
    let reach = staff_reach(connection, id, &roles)?;
    let me = Me {
        actor: Actor { kind: ActorKind::Staff, id: id.to_owned(), name },
        person: Person::Staff { roles },
        reach,
        language: Language::parse(&language).unwrap_or_default(),
    };
    Ok(Some((me, theme, keys_off_at.is_none())))
}

/// A staff member as one who asks; for command lines and for growing a history.
///
/// # Errors
/// Not found when there is none of this name.
pub fn as_staff(connection: &mut DbConnection, id: &Id<StaffMember>) -> Result<Me> {
    Ok(staff_member(connection, id.as_str())?.ok_or(ground::Error::NotFound)?.0)
}

/// A contact as one who asks; for growing a history.
///
/// # Errors
/// Not found when there is none of this name.
pub fn as_contact(connection: &mut DbConnection, id: &Id<crate::contact::Contact>) -> Result<Me> {
    Ok(client_contact(connection, id.as_str())?.ok_or(ground::Error::NotFound)?.0)
}

/// Administrators and account managers see everything; a supervisor sees the sites that they look
/// after, and those whose concerns fall to them first; others see none here.
fn staff_reach(connection: &mut DbConnection, id: &str, roles: &Roles) -> Result<Reach> {
    let not_about = Some(Id::known(id));
    if roles.has(Role::Administrator) || roles.has(Role::AccountManager) {
        return Ok(Reach { not_about, ..Reach::everything() });
    }
    if !roles.has(Role::Supervisor) {
        return Ok(Reach { not_about, ..Reach::nothing() });
    }
    let looked_after = staff_site::table.filter(staff_site::staff_id.eq(id)).select(staff_site::site_id);
    let sites = site::table
        .filter(site::owner_id.eq(id).or(site::id.eq_any(looked_after)))
        .order(site::id)
        .select(site::id)
        .load(connection)?;
    Ok(Reach { sites: Some(sites), not_about, ..Reach::nothing() })
}

fn client_contact(connection: &mut DbConnection, id: &str) -> Result<Option<(Me, String, bool)>> {
    let row: Option<(String, Id<crate::client::Client>, String, String)> = contact::table
        .inner_join(client::table)
        .filter(contact::id.eq(id))
        .filter(contact::left_at.is_null())
        .filter(client::left_at.is_null())
        .select((contact::name, contact::client_id, contact::language, contact::theme))
        .first(connection)
        .optional()?;
    let Some((name, client_id, language, theme)) = row else { return Ok(None) };
    let sites: Vec<Id<crate::site::Site>> = contact_site::table
        .inner_join(site::table)
        .filter(contact_site::contact_id.eq(id))
        .select(site::id)
        .load(connection)?;
    let reach = Reach {
        client_id: Some(client_id.clone()),
        sites: (!sites.is_empty()).then_some(sites),
        ..Reach::everything()
    };
    let me = Me {
        actor: Actor { kind: ActorKind::Contact, id: id.to_owned(), name },
        person: Person::Contact { client_id },
        reach: Reach { protected: false, ..reach },
        language: Language::parse(&language).unwrap_or_default(),
    };
    Ok(Some((me, theme, true)))
}

/// The staff member of this address, and the hash of their password.
pub(crate) fn staff_by_email(
    connection: &mut DbConnection,
    email: &str,
) -> Result<Option<(Id<StaffMember>, Option<String>)>> {
    Ok(staff::table
        .filter(staff::email.eq(email))
        .filter(staff::left_at.is_null())
        .select((staff::id, staff::password_hash))
        .first(connection)
        .optional()?)
}

/// The name of whoever has this address and may enter. Contacts and staff are both looked through, whoever is found
/// first, so that an address that nobody has is not told by the time that it takes.
pub(crate) fn who_has(connection: &mut DbConnection, email: &str) -> Result<Option<String>> {
    let contact = contact::table
        .inner_join(client::table)
        .filter(contact::email.eq(email))
        .filter(contact::left_at.is_null())
        .filter(client::left_at.is_null())
        .select(contact::id)
        .first::<String>(connection)
        .optional()?;
    let staff = staff_by_email(connection, email)?.map(|(id, _)| id.to_string());
    Ok(contact.or(staff))
}

/// Somebody who may enter, by their name.
pub(crate) fn addressee(connection: &mut DbConnection, id: &str) -> Result<Option<Addressee>> {
    let contact = contact::table
        .inner_join(client::table)
        .filter(contact::id.eq(id))
        .filter(contact::left_at.is_null())
        .filter(client::left_at.is_null())
        .select((contact::name, contact::email, contact::language))
        .first::<(String, String, String)>(connection)
        .optional()?;
    let staff = staff::table
        .find(id)
        .filter(staff::left_at.is_null())
        .select((staff::name, staff::email, staff::language))
        .first::<(String, String, String)>(connection)
        .optional()?;
    let found = contact.map(|row| (ActorKind::Contact, row)).or(staff.map(|row| (ActorKind::Staff, row)));
    Ok(found.map(|(kind, (name, email, language))| {
        let language = Language::parse(&language).unwrap_or_default();
        Addressee { person: PersonKey { kind, id: id.to_owned() }, name, email, language }
    }))
}

pub(crate) fn insert(
    connection: &mut DbConnection,
    token: &str,
    person: &PersonKey,
    device: &str,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(session::table)
        .values((
            session::digest.eq(secret::digest(token)),
            session::id.eq(Id::<Session>::fresh()),
            session::person_kind.eq(person.kind.as_str()),
            session::person_id.eq(&person.id),
            session::device.eq(device),
            session::created_at.eq(now),
            session::seen_at.eq(now),
            session::expires_at.eq(now.plus_seconds(SESSION_SECONDS)),
        ))
        .execute(connection)?;
    Ok(())
}

pub(crate) fn keep(connection: &mut DbConnection, digest: &str, now: Moment) -> Result<()> {
    diesel::update(session::table.find(digest))
        .set((session::seen_at.eq(now), session::expires_at.eq(now.plus_seconds(SESSION_SECONDS))))
        .execute(connection)?;
    Ok(())
}

pub(crate) fn of_person(connection: &mut DbConnection, person: &PersonKey, now: Moment) -> Result<Vec<Listed>> {
    Ok(session::table
        .filter(session::person_kind.eq(person.kind.as_str()))
        .filter(session::person_id.eq(&person.id))
        .filter(session::expires_at.gt(now))
        .order((session::seen_at.desc(), session::id))
        .select((session::id, session::device, session::seen_at))
        .load(connection)?)
}

pub(crate) fn delete(connection: &mut DbConnection, digest: &str) -> Result<()> {
    diesel::delete(session::table.find(digest)).execute(connection)?;
    Ok(())
}

pub(crate) fn delete_all(connection: &mut DbConnection, person: &PersonKey) -> Result<()> {
    diesel::delete(
        session::table.filter(session::person_kind.eq(person.kind.as_str())).filter(session::person_id.eq(&person.id)),
    )
    .execute(connection)?;
    Ok(())
}

pub(crate) fn save_password(connection: &mut DbConnection, id: &Id<StaffMember>, hash: &str) -> Result<()> {
    let saved = diesel::update(staff::table.find(id)).set(staff::password_hash.eq(hash)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(ground::Error::NotFound) }
}

/// How somebody who may enter reads.
pub(crate) fn reading(connection: &mut DbConnection, person: &PersonKey) -> Result<Reading> {
    let found = match person.kind {
        ActorKind::Staff => staff_member(connection, &person.id)?,
        _ => client_contact(connection, &person.id)?,
    };
    let (me, theme, keys) = found.ok_or(ground::Error::NotFound)?;
    Ok(Reading { language: me.language, theme, keys })
}

/// Saves how a person reads. The version grows, so that somebody who changes them meanwhile notices.
pub(crate) fn save_reading(
    connection: &mut DbConnection,
    person: &PersonKey,
    reading: &Reading,
    now: Moment,
) -> Result<()> {
    let (language, theme) = (reading.language.code(), reading.theme.as_str());
    match person.kind {
        ActorKind::Staff => diesel::update(staff::table.find(&person.id))
            .set((
                staff::language.eq(language),
                staff::theme.eq(theme),
                staff::keys_off_at.eq((!reading.keys).then_some(now)),
                staff::version.eq(staff::version + 1),
            ))
            .execute(connection)?,
        _ => diesel::update(contact::table.find(&person.id))
            .set((contact::language.eq(language), contact::theme.eq(theme), contact::version.eq(contact::version + 1)))
            .execute(connection)?,
    };
    Ok(())
}

pub(crate) fn insert_link(
    connection: &mut DbConnection,
    token: &str,
    person: &PersonKey,
    now: Moment,
    seconds: i64,
) -> Result<()> {
    diesel::insert_into(sign_in_link::table)
        .values((
            sign_in_link::digest.eq(secret::digest(token)),
            sign_in_link::person_kind.eq(person.kind.as_str()),
            sign_in_link::person_id.eq(&person.id),
            sign_in_link::created_at.eq(now),
            sign_in_link::expires_at.eq(now.plus_seconds(seconds)),
        ))
        .execute(connection)?;
    Ok(())
}

/// Forgets the links that a person has not used.
pub(crate) fn delete_links(connection: &mut DbConnection, person: &PersonKey) -> Result<()> {
    let theirs = sign_in_link::table
        .filter(sign_in_link::person_kind.eq(person.kind.as_str()))
        .filter(sign_in_link::person_id.eq(&person.id))
        .filter(sign_in_link::spent_at.is_null());
    diesel::delete(theirs).execute(connection)?;
    Ok(())
}

/// Whose link this is, if it is good now and they may enter.
pub(crate) fn find_link(connection: &mut DbConnection, token: &str, now: Moment) -> Result<Option<PersonKey>> {
    let row: Option<(String, String)> = sign_in_link::table
        .find(secret::digest(token))
        .filter(sign_in_link::spent_at.is_null())
        .filter(sign_in_link::expires_at.gt(now))
        .select((sign_in_link::person_kind, sign_in_link::person_id))
        .first(connection)
        .optional()?;
    let Some((kind, id)) = row else { return Ok(None) };
    // Whoever left since the link was sent can no longer enter by it.
    let (kind, found) = if kind == ActorKind::Staff.as_str() {
        (ActorKind::Staff, staff_member(connection, &id)?)
    } else {
        (ActorKind::Contact, client_contact(connection, &id)?)
    };
    Ok(found.map(|_| PersonKey { kind, id }))
}

/// Spends a link: once, however many try at the same time.
pub(crate) fn spend_link(connection: &mut DbConnection, token: &str, now: Moment) -> Result<Option<PersonKey>> {
    let Some(person) = find_link(connection, token, now)? else { return Ok(None) };
    let spent = diesel::update(sign_in_link::table.find(secret::digest(token)))
        .filter(sign_in_link::spent_at.is_null())
        .set(sign_in_link::spent_at.eq(now))
        .execute(connection)?;
    Ok((spent == 1).then_some(person))
}

/// Forgets sessions and links that ended before this moment.
pub(crate) fn forget(connection: &mut DbConnection, before: Moment) -> Result<()> {
    diesel::delete(session::table.filter(session::expires_at.lt(before))).execute(connection)?;
    diesel::delete(sign_in_link::table.filter(sign_in_link::expires_at.lt(before))).execute(connection)?;
    Ok(())
}
