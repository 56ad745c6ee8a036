//! SQL for contacts.

use std::collections::HashMap;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Error, Id, Moment, Result};

use super::{Contact, Standing};
use crate::client::Client;
use crate::schema::{contact, contact_site};
use crate::site::Site;
use crate::work::Work;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = contact)]
struct Row {
    id: Id<Contact>,
    outside_key: Option<String>,
    client_id: Id<Client>,
    name: String,
    email: String,
    #[diesel(treat_none_as_null = true)]
    phone: Option<String>,
    standing: Standing,
    language: String,
    #[diesel(treat_none_as_null = true)]
    left_at: Option<Moment>,
    version: i64,
}

impl Row {
    fn of(contact: &Contact, version: i64) -> Self {
        let Contact {
            id,
            outside_key,
            client_id,
            name,
            email,
            phone,
            standing,
            language,
            sites: _,
            left_at,
            version: _,
        } = contact.clone();
        let language = language.code().to_owned();
        Self { id, outside_key, client_id, name, email, phone, standing, language, left_at, version }
    }

    fn with(self, sites: Vec<Id<Site>>) -> Contact {
        let Self { id, outside_key, client_id, name, email, phone, standing, language, left_at, version } = self;
        let language = Language::parse(&language).unwrap_or_default();
        Contact { id, outside_key, client_id, name, email, phone, standing, language, sites, left_at, version }
    }
}

fn sites(connection: &mut DbConnection, id: &Id<Contact>) -> Result<Vec<Id<Site>>> {
    Ok(contact_site::table
        .filter(contact_site::contact_id.eq(id))
        .order(contact_site::site_id)
        .select(contact_site::site_id)
        .load(connection)?)
}

/// One contact of a client within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Contact>) -> Result<Contact> {
    let row: Row = contact::table.find(id).select(Row::as_select()).first(work.connection)?;
    crate::client::rows::find(work, &row.client_id)?;
    let sites = sites(work.connection, id)?;
    Ok(row.with(sites))
}

/// The contacts who may see a site, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn of_site(connection: &mut DbConnection, site: &Site) -> Result<Vec<Contact>> {
    let mut contacts = all_of(connection, &site.client_id)?;
    contacts.retain(|contact| contact.sees(&site.id));
    Ok(contacts)
}

/// Where mail reaches a contact now.
///
/// # Errors
/// Not found when there is none.
pub fn address(connection: &mut DbConnection, id: &Id<Contact>) -> Result<String> {
    Ok(contact::table.find(id).select(contact::email).first(connection)?)
}

/// What a contact is called.
///
/// # Errors
/// Not found when there is none.
pub fn name(connection: &mut DbConnection, id: &Id<Contact>) -> Result<String> {
    Ok(contact::table.find(id).select(contact::name).first(connection)?)
}

/// One contact, for whoever may know of them by something else.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Contact>) -> Result<Contact> {
    let row: Row = contact::table.find(id).select(Row::as_select()).first(connection)?;
    let sites = sites(connection, id)?;
    Ok(row.with(sites))
}

/// The contact who has this address of mail and has not left, if one does.
///
/// # Errors
/// Broken when the database says so.
pub fn by_address(connection: &mut DbConnection, address: &str) -> Result<Option<Contact>> {
    let row: Option<Row> = contact::table
        .filter(contact::email.eq(address))
        .filter(contact::left_at.is_null())
        .select(Row::as_select())
        .first(connection)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let sites = sites(connection, &row.id)?;
    Ok(Some(row.with(sites)))
}

/// The contacts of one client within reach who have not left, by name.
///
/// # Errors
/// Not found when the client is out of reach.
pub fn of_client(work: &mut Work<'_>, client_id: &Id<Client>) -> Result<Vec<Contact>> {
    crate::client::rows::find(work, client_id)?;
    all_of(work.connection, client_id)
}

/// The contacts of one client who have not left, by name, for whoever may know of something else of theirs.
///
/// # Errors
/// Broken when the database says so.
pub fn all_of(connection: &mut DbConnection, client_id: &Id<Client>) -> Result<Vec<Contact>> {
    let rows: Vec<Row> = contact::table
        .filter(contact::client_id.eq(client_id))
        .filter(contact::left_at.is_null())
        .order((contact::name, contact::id))
        .select(Row::as_select())
        .load(connection)?;
    rows.into_iter()
        .map(|row| {
            let sites = sites(connection, &row.id)?;
            Ok(row.with(sites))
        })
        .collect()
}

/// Everybody who ever was a contact of a client.
///
/// # Errors
/// Broken when the database says so.
pub fn ever_of(connection: &mut DbConnection, client_id: &Id<Client>) -> Result<Vec<Id<Contact>>> {
    let theirs = contact::table.filter(contact::client_id.eq(client_id)).order(contact::id);
    Ok(theirs.select(contact::id).load(connection)?)
}

/// All contacts there ever were, for an import to compare its files with.
///
/// # Errors
/// Broken when the database says so.
pub fn everything(connection: &mut DbConnection) -> Result<Vec<Contact>> {
    let rows: Vec<Row> = contact::table.select(Row::as_select()).load(connection)?;
    let order = (contact_site::contact_id, contact_site::site_id);
    let pairs: Vec<(Id<Contact>, Id<Site>)> = contact_site::table.order(order).load(connection)?;
    let mut sites: HashMap<Id<Contact>, Vec<Id<Site>>> = HashMap::new();
    for (contact_id, site_id) in pairs {
        sites.entry(contact_id).or_default().push(site_id);
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let sites = sites.remove(&row.id).unwrap_or_default();
            row.with(sites)
        })
        .collect())
}

/// Adds a contact.
///
/// # Errors
/// Refused when somebody has this address of mail already.
pub fn insert(connection: &mut DbConnection, new: &Contact) -> Result<()> {
    diesel::insert_into(contact::table)
        .values(Row::of(new, new.version))
        .execute(connection)
        .map_err(Error::from)
        .map_err(taken)?;
    save_sites(connection, new)
}

/// Saves a contact, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did, or when somebody else has this address of mail.
pub fn save(connection: &mut DbConnection, changed: &Contact) -> Result<()> {
    let row = contact::table.find(&changed.id).filter(contact::version.eq(changed.version));
    let saved = diesel::update(row)
        .set(Row::of(changed, changed.version + 1))
        .execute(connection)
        .map_err(Error::from)
        .map_err(taken)?;
    if saved != 1 {
        return Err(Error::refused("changed-meanwhile"));
    }
    save_sites(connection, changed)
}

fn save_sites(connection: &mut DbConnection, contact: &Contact) -> Result<()> {
    diesel::delete(contact_site::table.filter(contact_site::contact_id.eq(&contact.id))).execute(connection)?;
    for site_id in &contact.sites {
        diesel::insert_into(contact_site::table)
            .values((contact_site::contact_id.eq(&contact.id), contact_site::site_id.eq(site_id)))
            .execute(connection)?;
    }
    Ok(())
}

fn taken(error: Error) -> Error {
    if error.is_duplicate() { Error::refused("email-taken") } else { error }
}
