//! SQL for staff members.

use std::collections::HashMap;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Error, Id, Moment, Result};

use super::{Role, Roles, StaffMember};
use crate::schema::{staff, staff_site};
use crate::site::Site;

type Row = (Id<StaffMember>, Option<String>, String, String, String, String, Option<Moment>, i64);

const COLUMNS: (
    staff::id,
    staff::outside_key,
    staff::name,
    staff::email,
    staff::roles,
    staff::language,
    staff::left_at,
    staff::version,
) = (
    staff::id,
    staff::outside_key,
    staff::name,
    staff::email,
    staff::roles,
    staff::language,
    staff::left_at,
    staff::version,
);

fn read((id, outside_key, name, email, roles, language, left_at, version): Row) -> StaffMember {
    let (roles, language) = (Roles::known(roles), Language::parse(&language).unwrap_or_default());
    StaffMember { id, outside_key, name, email, roles, language, left_at, version }
}

/// One staff member; every staff member may know who the others are.
///
/// # Errors
/// Not found when there is none of this name.
pub fn find(connection: &mut DbConnection, id: &Id<StaffMember>) -> Result<StaffMember> {
    Ok(staff::table.find(id).select(COLUMNS).first::<Row>(connection).map(read)?)
}

/// The staff member who has this address of mail and has not left, if one does.
///
/// # Errors
/// Broken when the database says so.
pub fn by_address(connection: &mut DbConnection, address: &str) -> Result<Option<StaffMember>> {
    let found = staff::table.filter(staff::email.eq(address)).filter(staff::left_at.is_null());
    Ok(found.select(COLUMNS).first::<Row>(connection).optional()?.map(read))
}

/// All staff members who have not left, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn all(connection: &mut DbConnection) -> Result<Vec<StaffMember>> {
    let rows: Vec<Row> = staff::table
        .filter(staff::left_at.is_null())
        .order((staff::name, staff::id))
        .select(COLUMNS)
        .load(connection)?;
    Ok(rows.into_iter().map(read).collect())
}

/// All staff members who have not left and are more than officers, by name: those who see to concerns.
///
/// # Errors
/// Broken when the database says so.
pub fn of_the_office(connection: &mut DbConnection) -> Result<Vec<StaffMember>> {
    let rows: Vec<Row> = staff::table
        .filter(staff::left_at.is_null())
        .filter(staff::roles.ne(Role::Officer.word()))
        .order((staff::name, staff::id))
        .select(COLUMNS)
        .load(connection)?;
    Ok(rows.into_iter().map(read).collect())
}

/// What these staff members are called.
///
/// # Errors
/// Broken when the database says so.
pub fn names(
    connection: &mut DbConnection,
    mut ids: Vec<&Id<StaffMember>>,
) -> Result<HashMap<Id<StaffMember>, String>> {
    ids.sort();
    ids.dedup();
    let names: Vec<(Id<StaffMember>, String)> =
        staff::table.filter(staff::id.eq_any(ids)).select((staff::id, staff::name)).load(connection)?;
    Ok(names.into_iter().collect())
}

/// All staff members of a role who have not left, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn with_role(connection: &mut DbConnection, role: Role) -> Result<Vec<StaffMember>> {
    Ok(all(connection)?.into_iter().filter(|member| member.roles.has(role)).collect())
}

/// The supervisors who look after a site and have not left, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn looking_after(connection: &mut DbConnection, site_id: &Id<Site>) -> Result<Vec<StaffMember>> {
    let rows: Vec<Row> = staff_site::table
        .inner_join(staff::table)
        .filter(staff_site::site_id.eq(site_id))
        .filter(staff::left_at.is_null())
        .order((staff::name, staff::id))
        .select(COLUMNS)
        .load(connection)?;
    Ok(rows.into_iter().map(read).collect())
}

/// All staff members there ever were, for an import to compare its files with.
///
/// # Errors
/// Broken when the database says so.
pub fn everything(connection: &mut DbConnection) -> Result<Vec<StaffMember>> {
    let rows: Vec<Row> = staff::table.select(COLUMNS).load(connection)?;
    Ok(rows.into_iter().map(read).collect())
}

/// Whether they have chosen a password, so that they can sign in.
pub(super) fn has_password(connection: &mut DbConnection, id: &Id<StaffMember>) -> Result<bool> {
    let hash: Option<String> = staff::table.find(id).select(staff::password_hash).first(connection)?;
    Ok(hash.is_some())
}

/// Adds a staff member.
///
/// # Errors
/// Refused when somebody has this address of mail already.
pub fn insert(connection: &mut DbConnection, member: &StaffMember) -> Result<()> {
    diesel::insert_into(staff::table)
        .values((
            staff::id.eq(&member.id),
            staff::outside_key.eq(&member.outside_key),
            staff::name.eq(&member.name),
            staff::email.eq(&member.email),
            staff::roles.eq(member.roles.as_str()),
            staff::language.eq(member.language.code()),
        ))
        .execute(connection)
        .map_err(Error::from)
        .map_err(taken)?;
    Ok(())
}

/// Saves a staff member, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did, or when somebody else has this address of mail.
pub fn save(connection: &mut DbConnection, member: &StaffMember) -> Result<()> {
    let saved = diesel::update(staff::table.find(&member.id))
        .filter(staff::version.eq(member.version))
        .set((
            staff::name.eq(&member.name),
            staff::email.eq(&member.email),
            staff::roles.eq(member.roles.as_str()),
            staff::language.eq(member.language.code()),
            staff::left_at.eq(member.left_at),
            staff::version.eq(member.version + 1),
        ))
        .execute(connection)
        .map_err(Error::from)
        .map_err(taken)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}

fn taken(error: Error) -> Error {
    if error.is_duplicate() { Error::refused("email-taken") } else { error }
}
