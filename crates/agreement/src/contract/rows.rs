//! SQL for contracts.

use std::collections::HashMap;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Day, Error, Id, Result};
use people::client::Client;
use people::contact::Contact;
use people::work::Work;

use super::{Approvals, Contract, Limit, Renewal, Silence};
use crate::schema::contract;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = contract)]
struct Row {
    id: Id<Contract>,
    outside_key: Option<String>,
    client_id: Id<Client>,
    starts_on: String,
    #[diesel(treat_none_as_null = true)]
    ends_on: Option<String>,
    notice_days: i64,
    renewal: Renewal,
    promises: String,
    approval_limit: String,
    approval_silence: Silence,
    #[diesel(treat_none_as_null = true)]
    stand_in_id: Option<Id<Contact>>,
    version: i64,
}

impl Row {
    fn of(contract: &Contract, version: i64) -> Result<Self> {
        let contract = contract.clone();
        Ok(Self {
            id: contract.id,
            outside_key: contract.outside_key,
            client_id: contract.client_id,
            starts_on: contract.starts_on.to_string(),
            ends_on: contract.ends_on.map(|day| day.to_string()),
            notice_days: contract.notice_days,
            renewal: contract.renewal,
            promises: contract.promises.text()?,
            approval_limit: contract.approvals.limit.to_string(),
            approval_silence: contract.approvals.silence,
            stand_in_id: contract.approvals.stand_in,
            version,
        })
    }

    fn read(self) -> Result<Contract> {
        let day = |text: String| text.parse::<Day>().map_err(|error| Error::broken(error.to_string()));
        let limit: Limit = self.approval_limit.parse().map_err(|_| Error::broken("a contract has no limit"))?;
        Ok(Contract {
            id: self.id,
            outside_key: self.outside_key,
            client_id: self.client_id,
            starts_on: day(self.starts_on)?,
            ends_on: self.ends_on.map(day).transpose()?,
            notice_days: self.notice_days,
            renewal: self.renewal,
            promises: self.promises.parse()?,
            approvals: Approvals { limit, silence: self.approval_silence, stand_in: self.stand_in_id },
            version: self.version,
        })
    }
}

/// One contract with a client within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Contract>) -> Result<Contract> {
    let row: Row = contract::table.find(id).select(Row::as_select()).first(work.connection)?;
    people::client::rows::find(work, &row.client_id)?;
    row.read()
}

/// One contract, for whoever may know of it by something else.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Contract>) -> Result<Contract> {
    contract::table.find(id).select(Row::as_select()).first::<Row>(connection)?.read()
}

/// The contracts with one client within reach, the newest first.
///
/// # Errors
/// Not found when the client is out of reach.
pub fn of_client(work: &mut Work<'_>, client_id: &Id<Client>) -> Result<Vec<Contract>> {
    people::client::rows::find(work, client_id)?;
    started_by(work.connection, client_id, None)
}

/// The contract that holds with a client on this day: the newest that has started and not ended.
/// Without one, what is promised is the usual table (`Promises::default()`).
///
/// # Errors
/// Broken when the database says so.
pub fn in_force(connection: &mut DbConnection, client_id: &Id<Client>, day: Day) -> Result<Option<Contract>> {
    let started = started_by(connection, client_id, Some(day))?;
    Ok(started.into_iter().find(|contract| contract.is_in_force(day)))
}

/// The contracts that hold on a day, each with its client, of the clients within reach that have not left.
///
/// # Errors
/// Broken when the database says so.
pub fn running(work: &mut Work<'_>, day: Day) -> Result<Vec<(Contract, Client)>> {
    let clients = people::client::rows::list(work)?.into_iter().map(|client| (client.id.clone(), client));
    let clients: HashMap<Id<Client>, Client> = clients.collect();
    let started = contract::table.filter(contract::starts_on.le(day.to_string())).order(contract::id);
    let rows: Vec<Row> = started.select(Row::as_select()).load(work.connection)?;
    let mut found = Vec::new();
    for row in rows {
        let Some(client) = clients.get(&row.client_id) else { continue };
        let contract = row.read()?;
        if contract.is_in_force(day) {
            found.push((contract, client.clone()));
        }
    }
    Ok(found)
}

/// The contracts with a client that started by this day, the newest first.
fn started_by(connection: &mut DbConnection, client_id: &Id<Client>, day: Option<Day>) -> Result<Vec<Contract>> {
    let mut query = contract::table.filter(contract::client_id.eq(client_id)).select(Row::as_select()).into_boxed();
    if let Some(day) = day {
        query = query.filter(contract::starts_on.le(day.to_string()));
    }
    let rows = query.order((contract::starts_on.desc(), contract::id.desc())).load::<Row>(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// All contracts there ever were, for an import to compare its files with.
///
/// # Errors
/// Broken when the database says so.
pub fn everything(connection: &mut DbConnection) -> Result<Vec<Contract>> {
    let rows: Vec<Row> = contract::table.select(Row::as_select()).load(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// Adds a contract.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Contract) -> Result<()> {
    diesel::insert_into(contract::table).values(Row::of(new, new.version)?).execute(connection)?;
    Ok(())
}

/// Saves a contract, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Contract) -> Result<()> {
    let row = contract::table.find(&changed.id).filter(contract::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)?).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
