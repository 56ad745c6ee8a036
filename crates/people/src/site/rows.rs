//! SQL for sites.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};

use super::Site;
use crate::client::{Client, Setting};
use crate::schema::{client, site, staff, staff_site};
use crate::staff::StaffMember;
use crate::work::Work;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = site)]
struct Row {
    id: Id<Site>,
    outside_key: Option<String>,
    client_id: Id<Client>,
    name: String,
    setting: Setting,
    address: String,
    zone: String,
    calendar: String,
    owner_id: Id<StaffMember>,
    #[diesel(treat_none_as_null = true)]
    mail_name: Option<String>,
    #[diesel(treat_none_as_null = true)]
    closed_at: Option<Moment>,
    version: i64,
}

impl From<Row> for Site {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            outside_key: row.outside_key,
            client_id: row.client_id,
            name: row.name,
            setting: row.setting,
            address: row.address,
            zone: row.zone,
            calendar: row.calendar,
            owner_id: row.owner_id,
            mail_name: row.mail_name,
            closed_at: row.closed_at,
            version: row.version,
        }
    }
}

impl Row {
    fn of(site: &Site, version: i64) -> Self {
        let site = site.clone();
        Self {
            id: site.id,
            outside_key: site.outside_key,
            client_id: site.client_id,
            name: site.name,
            setting: site.setting,
            address: site.address,
            zone: site.zone,
            calendar: site.calendar,
            owner_id: site.owner_id,
            mail_name: site.mail_name,
            closed_at: site.closed_at,
            version,
        }
    }
}

/// One site, for whoever may know of something else there.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Site>) -> Result<Site> {
    Ok(site::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// One site within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Site>) -> Result<Site> {
    let site: Site = site::table.find(id).select(Row::as_select()).first::<Row>(work.connection)?.into();
    if work.me.reach.has_site(&site.client_id, &site.id) { Ok(site) } else { Err(Error::NotFound) }
}

/// The open sites within reach, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn list(work: &mut Work<'_>) -> Result<Vec<Site>> {
    let mut query = site::table.filter(site::closed_at.is_null()).select(Row::as_select()).into_boxed();
    if let Some(only) = &work.me.reach.client_id {
        query = query.filter(site::client_id.eq(only));
    }
    if let Some(sites) = &work.me.reach.sites {
        query = query.filter(site::id.eq_any(sites));
    }
    let rows = query.order((site::name, site::id)).load::<Row>(work.connection)?;
    Ok(rows.into_iter().map(Site::from).collect())
}

/// The open sites within reach, by name, and after them those of some others that are closed: what a form offers
/// for somebody who has those already, so that it takes none away when it is sent back as it is.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn list_with(work: &mut Work<'_>, others: &[Id<Site>]) -> Result<Vec<Site>> {
    let mut sites = list(work)?;
    let closed = site::table
        .filter(site::id.eq_any(others))
        .filter(site::closed_at.is_not_null())
        .order((site::name, site::id))
        .select(Row::as_select())
        .load::<Row>(work.connection)?;
    let reach = &work.me.reach;
    sites.extend(closed.into_iter().map(Site::from).filter(|site| reach.has_site(&site.client_id, &site.id)));
    Ok(sites)
}

/// A site in a list: with the names of its client and its owner.
pub(super) struct Listed {
    pub(super) site: Site,
    pub(super) client: String,
    pub(super) owner: String,
}

/// The open sites within reach, by name, as a list shows them.
pub(super) fn listed(work: &mut Work<'_>) -> Result<Vec<Listed>> {
    let mut query = site::table
        .inner_join(client::table)
        .inner_join(staff::table)
        .filter(site::closed_at.is_null())
        .select((Row::as_select(), client::name, staff::name))
        .into_boxed();
    if let Some(only) = &work.me.reach.client_id {
        query = query.filter(site::client_id.eq(only));
    }
    if let Some(sites) = &work.me.reach.sites {
        query = query.filter(site::id.eq_any(sites));
    }
    let rows = query.order((site::name, site::id)).load::<(Row, String, String)>(work.connection)?;
    Ok(rows.into_iter().map(|(row, client, owner)| Listed { site: row.into(), client, owner }).collect())
}

/// The open sites of which a staff member is the owner, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn owned_by(connection: &mut DbConnection, id: &Id<StaffMember>) -> Result<Vec<Site>> {
    let rows = site::table
        .filter(site::owner_id.eq(id))
        .filter(site::closed_at.is_null())
        .order((site::name, site::id))
        .select(Row::as_select())
        .load::<Row>(connection)?;
    Ok(rows.into_iter().map(Site::from).collect())
}

/// The open sites of one client within reach, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn of_client(work: &mut Work<'_>, client_id: &Id<Client>) -> Result<Vec<Site>> {
    let sites = list(work)?;
    Ok(sites.into_iter().filter(|site| site.client_id == *client_id).collect())
}

/// All sites that a client ever had, by name, for whoever may know of something else of theirs.
///
/// # Errors
/// Broken when the database says so.
pub fn all_of(connection: &mut DbConnection, client_id: &Id<Client>) -> Result<Vec<Site>> {
    let theirs = site::table.filter(site::client_id.eq(client_id)).order((site::name, site::id));
    let rows: Vec<Row> = theirs.select(Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(Site::from).collect())
}

/// All sites there ever were, for an import to compare its files with.
///
/// # Errors
/// Broken when the database says so.
pub fn everything(connection: &mut DbConnection) -> Result<Vec<Site>> {
    let rows: Vec<Row> = site::table.select(Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(Site::from).collect())
}

/// The open site to which one of these names for mail belongs, if one does.
///
/// # Errors
/// Broken when the database says so.
pub fn by_mail_name(connection: &mut DbConnection, names: &[String]) -> Result<Option<Site>> {
    let found = site::table
        .filter(site::mail_name.eq_any(names))
        .filter(site::closed_at.is_null())
        .order(site::id)
        .select(Row::as_select())
        .first::<Row>(connection)
        .optional()?;
    Ok(found.map(Site::from))
}

/// Adds a site.
///
/// # Errors
/// Refused when another site has this name for mail.
pub fn insert(connection: &mut DbConnection, new: &Site) -> Result<()> {
    let inserted = diesel::insert_into(site::table).values(Row::of(new, new.version)).execute(connection);
    inserted.map_err(Error::from).map_err(taken)?;
    Ok(())
}

/// Saves a site, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did, or when another site has this name for mail.
pub fn save(connection: &mut DbConnection, changed: &Site) -> Result<()> {
    let row = site::table.find(&changed.id).filter(site::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection);
    let saved = saved.map_err(Error::from).map_err(taken)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}

fn taken(error: Error) -> Error {
    if error.is_duplicate() { Error::refused("site-mail-taken") } else { error }
}

/// The sites that a supervisor looks after.
///
/// # Errors
/// Broken when the database says so.
pub fn looked_after_by(connection: &mut DbConnection, id: &Id<StaffMember>) -> Result<Vec<Id<Site>>> {
    Ok(staff_site::table
        .filter(staff_site::staff_id.eq(id))
        .order(staff_site::site_id)
        .select(staff_site::site_id)
        .load(connection)?)
}

/// Which supervisor looks after which site, for an import to compare its files with.
///
/// # Errors
/// Broken when the database says so.
pub fn everything_looked_after(connection: &mut DbConnection) -> Result<Vec<(Id<StaffMember>, Id<Site>)>> {
    Ok(staff_site::table.order((staff_site::staff_id, staff_site::site_id)).load(connection)?)
}

/// From now on a supervisor looks after these sites, and no others.
///
/// # Errors
/// Broken when the database says so.
pub fn look_after(connection: &mut DbConnection, id: &Id<StaffMember>, sites: &[Id<Site>]) -> Result<()> {
    diesel::delete(staff_site::table.filter(staff_site::staff_id.eq(id))).execute(connection)?;
    for site_id in sites {
        diesel::insert_into(staff_site::table)
            .values((staff_site::staff_id.eq(id), staff_site::site_id.eq(site_id)))
            .execute(connection)?;
    }
    Ok(())
}

/// The names of those who look after some sites, each with the site, in order.
///
/// # Errors
/// Broken when the database says so.
pub fn supervisors(connection: &mut DbConnection, sites: &[Id<Site>]) -> Result<Vec<(Id<Site>, String)>> {
    Ok(staff_site::table
        .inner_join(staff::table)
        .filter(staff_site::site_id.eq_any(sites))
        .filter(staff::left_at.is_null())
        .order((staff_site::site_id, staff::name, staff::id))
        .select((staff_site::site_id, staff::name))
        .load(connection)?)
}
