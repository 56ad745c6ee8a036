//! Clients in files.

use ground::db::DbConnection;
use ground::{Fields, Id, Result};
use people::client::{self, Client, NewClient};
use people::work::{Done, Work};

use super::desk::{Desk, Objection};
use super::kind::Kind;
use super::sheet::Sheet;

/// What the file looks like.
pub(super) static SHEET: Sheet =
    Sheet { name: "clients", needed: &["key", "name", "setting"], optional: &[], references: &[], list: None };

impl Kind for Client {
    type New = NewClient;
    const SHEET: &'static Sheet = &SHEET;

    fn everything(connection: &mut DbConnection) -> Result<Vec<Self>> {
        client::rows::everything(connection)
    }

    fn name(&self) -> (&str, Option<&str>) {
        (self.id.as_str(), self.outside_key.as_deref())
    }

    fn read(fields: &mut Fields, _: &Desk) -> Option<NewClient> {
        NewClient::read(fields)
    }

    fn added(new: &NewClient, id: String, key: String) -> Self {
        Self { id: Id::known(id), outside_key: Some(key), ..Self::welcomed(new) }
    }

    fn stays(&self, _: &NewClient) -> Result<(), Objection> {
        Ok(())
    }

    fn changed(&self, new: &NewClient) -> Result<Self> {
        self.clone().changed(new, self.version)
    }

    fn fits(&self, _: bool, _: &Desk) -> Result<(), Objection> {
        Ok(())
    }

    fn remember(&self, desk: &mut Desk) {
        desk.clients.insert(self.id.clone(), self.clone());
    }

    fn add(&self, work: &mut Work<'_>) -> Result<Done<()>> {
        client::rows::insert(work.connection, self)?;
        work.done(client::WELCOMED, self.id.as_str(), (None, self), ())
    }

    fn change(&self, work: &mut Work<'_>, new: &NewClient) -> Result<Done<()>> {
        client::change(work, &self.id, new, self.version)
    }
}
