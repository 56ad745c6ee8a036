//! SQL for what phones send.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::entry::{Actor, ActorKind};
use ground::{Id, Moment, Result};
use people::staff::StaffMember;

use super::rules::Settled;
use super::{Kind, Sending, State};
use crate::phone::Phone;
use crate::schema::{part, sending};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = sending, treat_none_as_null = true)]
struct Row {
    id: Id<Sending>,
    phone_id: Id<Phone>,
    staff_id: Id<StaffMember>,
    kind: Kind,
    digest: String,
    at: i64,
    clock_ahead_seconds: i64,
    happened_at: Moment,
    received_at: Moment,
    state: State,
    subject_id: Option<String>,
    number: Option<String>,
    says: Option<String>,
    content: Option<String>,
    settled_at: Option<Moment>,
    settled_by_id: Option<String>,
    settled_by_name: Option<String>,
    settled_words: Option<String>,
}

impl From<&Sending> for Row {
    fn from(sending: &Sending) -> Self {
        let one = sending.clone();
        Self {
            id: one.id,
            phone_id: one.phone_id,
            staff_id: one.staff_id,
            kind: one.kind,
            digest: one.digest,
            at: one.at_millis,
            clock_ahead_seconds: one.clock_ahead_seconds,
            happened_at: one.happened_at,
            received_at: one.received_at,
            state: one.state,
            subject_id: one.subject_id,
            number: one.number,
            says: one.says,
            content: one.content,
            settled_at: one.settled.as_ref().map(|settled| settled.at),
            settled_by_id: one.settled.as_ref().map(|settled| settled.by.id.clone()),
            settled_by_name: one.settled.as_ref().map(|settled| settled.by.name.clone()),
            settled_words: one.settled.and_then(|settled| settled.words),
        }
    }
}

impl From<Row> for Sending {
    fn from(row: Row) -> Self {
        let by = row.settled_by_id.zip(row.settled_by_name);
        let by = by.map(|(id, name)| Actor { kind: ActorKind::Staff, id, name });
        let words = row.settled_words;
        Self {
            id: row.id,
            phone_id: row.phone_id,
            staff_id: row.staff_id,
            kind: row.kind,
            digest: row.digest,
            at_millis: row.at,
            clock_ahead_seconds: row.clock_ahead_seconds,
            happened_at: row.happened_at,
            received_at: row.received_at,
            state: row.state,
            subject_id: row.subject_id,
            number: row.number,
            says: row.says,
            content: row.content,
            settled: row.settled_at.zip(by).map(|(at, by)| Settled { at, by, words }),
        }
    }
}

/// What came under a name, if anything did.
///
/// # Errors
/// Broken when the database says so.
pub fn find(connection: &mut DbConnection, id: &Id<Sending>) -> Result<Option<Sending>> {
    let row = sending::table.find(id).select(Row::as_select()).first::<Row>(connection).optional()?;
    Ok(row.map(Sending::from))
}

/// What one of ours sent, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>, limit: i64) -> Result<Vec<Sending>> {
    let rows: Vec<Row> = sending::table
        .filter(sending::staff_id.eq(staff_id))
        .order((sending::received_at.desc(), sending::id.desc()))
        .limit(limit)
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Sending::from).collect())
}

/// What waits for a supervisor, the oldest first.
///
/// # Errors
/// Broken when the database says so.
pub fn held(connection: &mut DbConnection, limit: i64) -> Result<Vec<Sending>> {
    let rows: Vec<Row> = sending::table
        .filter(sending::content.is_not_null())
        .order((sending::received_at, sending::id))
        .limit(limit)
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Sending::from).collect())
}

/// The pictures of one of ours that wait for a supervisor, in the order in which they came.
///
/// # Errors
/// Broken when the database says so.
pub fn held_photos(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<Sending>> {
    let rows: Vec<Row> = sending::table
        .filter(sending::content.is_not_null().and(sending::kind.eq(Kind::Photo)).and(sending::staff_id.eq(staff_id)))
        .order((sending::received_at, sending::id))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Sending::from).collect())
}

/// Adds what came.
///
/// # Errors
/// Broken as a duplicate when something came under that name.
pub fn insert(connection: &mut DbConnection, new: &Sending) -> Result<()> {
    diesel::insert_into(sending::table).values(Row::from(new)).execute(connection)?;
    Ok(())
}

/// Saves what became of something that was held, if nobody else settled it meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save_settled(connection: &mut DbConnection, changed: &Sending) -> Result<()> {
    let row = sending::table.find(&changed.id).filter(sending::state.eq(State::Held));
    let saved = diesel::update(row).set(Row::from(changed)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(ground::Error::refused("held-settled-before")) }
}

/// The numbers of the parts that are here of a picture, in order.
///
/// # Errors
/// Broken when the database says so.
pub fn parts(connection: &mut DbConnection, id: &Id<Sending>) -> Result<Vec<i64>> {
    let numbers = part::table.filter(part::sending_id.eq(id.as_str())).order(part::number);
    Ok(numbers.select(part::number).load(connection)?)
}

/// The parts of a picture with what is in them, in order.
///
/// # Errors
/// Broken when the database says so.
pub fn contents(connection: &mut DbConnection, id: &Id<Sending>) -> Result<Vec<(i64, String)>> {
    let parts = part::table.filter(part::sending_id.eq(id.as_str())).order(part::number);
    Ok(parts.select((part::number, part::content)).load(connection)?)
}

/// Keeps a part of a picture; once more in the place of itself.
///
/// # Errors
/// Broken when the database says so.
pub fn keep_part(
    connection: &mut DbConnection,
    (id, number): (&Id<Sending>, i64),
    content: &str,
    now: Moment,
) -> Result<()> {
    let values = (part::content.eq(content), part::received_at.eq(now.millis()));
    let row = part::table.find((id.as_str(), number));
    if diesel::update(row).set(values).execute(connection)? == 0 {
        diesel::insert_into(part::table)
            .values((part::sending_id.eq(id.as_str()), part::number.eq(number), values))
            .execute(connection)?;
    }
    Ok(())
}

/// Forgets the parts of a picture.
///
/// # Errors
/// Broken when the database says so.
pub fn forget_parts(connection: &mut DbConnection, id: &Id<Sending>) -> Result<()> {
    diesel::delete(part::table.filter(part::sending_id.eq(id.as_str()))).execute(connection)?;
    Ok(())
}

/// Forgets the parts of pictures that were left behind before a moment. A picture that waits for a supervisor was not.
///
/// # Errors
/// Broken when the database says so.
pub fn forget_parts_before(connection: &mut DbConnection, before: Moment) -> Result<()> {
    let held = sending::table.filter(sending::content.is_not_null()).select(sending::id);
    let held: Vec<String> = held.load(connection)?;
    let left = part::table.filter(part::received_at.lt(before.millis()));
    diesel::delete(left.filter(part::sending_id.ne_all(held))).execute(connection)?;
    Ok(())
}
