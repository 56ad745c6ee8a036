//! SQL for digests.

use std::collections::HashSet;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::entry::ActorKind;
use ground::{Error, Id, Moment, Result};
use people::schema::contact;
use people::{Me, contact as contacts, session, staff as members};

use super::schema::digest;
use super::{Digest, Rhythm, Wanted};

/// Whoever reads a digest, as they are now.
pub(super) struct Reader {
    /// As one who asks: what they may see is what they are written about.
    pub(super) me: Me,
    /// Where mail reaches them.
    pub(super) address: String,
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = digest, treat_none_as_null = true, treat_none_as_default_value = false)]
struct Row {
    id: Id<Digest>,
    person_id: String,
    person_kind: String,
    rhythm: Rhythm,
    weekday: i64,
    hour: i64,
    zone: String,
    looked_at: Moment,
    next_at: Option<Moment>,
}

impl Row {
    fn of(digest: &Digest) -> Self {
        let Digest { id, person_id, person_kind, wanted, looked_at, next_at } = digest.clone();
        let Wanted { rhythm, weekday, hour, zone } = wanted;
        Self { id, person_id, person_kind, rhythm, weekday, hour, zone, looked_at, next_at }
    }
}

impl From<Row> for Digest {
    fn from(row: Row) -> Self {
        let Row { id, person_id, person_kind, rhythm, weekday, hour, zone, looked_at, next_at } = row;
        let wanted = Wanted { rhythm, weekday, hour, zone };
        Self { id, person_id, person_kind, wanted, looked_at, next_at }
    }
}

/// One digest.
///
/// # Errors
/// Not found when there is none.
pub(super) fn find(connection: &mut DbConnection, id: &Id<Digest>) -> Result<Digest> {
    Ok(digest::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// The digest of a person; none in their first hour.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn of_person(connection: &mut DbConnection, person_id: &str) -> Result<Option<Digest>> {
    let row = digest::table.filter(digest::person_id.eq(person_id)).select(Row::as_select());
    Ok(row.first::<Row>(connection).optional()?.map(Into::into))
}

/// Saves a digest, new or changed.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn save(connection: &mut DbConnection, changed: &Digest) -> Result<()> {
    let row = Row::of(changed);
    let saved = diesel::update(digest::table.find(&changed.id)).set(&row).execute(connection)?;
    if saved == 0 {
        diesel::insert_into(digest::table).values(&row).execute(connection)?;
    }
    Ok(())
}

/// The digests that are due by now, at most so many.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn due(connection: &mut DbConnection, now: Moment, limit: i64) -> Result<Vec<Id<Digest>>> {
    let due = digest::table.filter(digest::next_at.le(now)).order((digest::next_at, digest::id));
    Ok(due.limit(limit).select(digest::id).load(connection)?)
}

/// Whoever reads a digest; `None` when they have left.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn reader(connection: &mut DbConnection, digest: &Digest) -> Result<Option<Reader>> {
    let found = if digest.person_kind == ActorKind::Staff.as_str() {
        staff_reader(connection, &digest.person_id)
    } else {
        contact_reader(connection, &digest.person_id)
    };
    match found {
        Ok(reader) => Ok(Some(reader)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn staff_reader(connection: &mut DbConnection, id: &str) -> Result<Reader> {
    let id = Id::known(id);
    let me = session::rows::as_staff(connection, &id)?;
    Ok(Reader { me, address: members::rows::find(connection, &id)?.email })
}

fn contact_reader(connection: &mut DbConnection, id: &str) -> Result<Reader> {
    let id = Id::known(id);
    let me = session::rows::as_contact(connection, &id)?;
    Ok(Reader { me, address: contacts::rows::address(connection, &id)? })
}

/// Whoever is to have a digest and has none yet: contacts, and staff who look after clients.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn without(connection: &mut DbConnection) -> Result<Vec<(ActorKind, String)>> {
    let with: HashSet<String> = digest::table.select(digest::person_id).load(connection)?.into_iter().collect();
    let contacts: Vec<String> =
        contact::table.filter(contact::left_at.is_null()).select(contact::id).load(connection)?;
    let office = members::rows::of_the_office(connection)?;
    let contacts = contacts.into_iter().map(|id| (ActorKind::Contact, id));
    let office = office.into_iter().map(|member| (ActorKind::Staff, member.id.to_string()));
    Ok(contacts.chain(office).filter(|(_, id)| !with.contains(id)).collect())
}
