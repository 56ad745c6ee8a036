//! Contacts in files.

use ground::db::DbConnection;
use ground::{Fields, Id, Refusal, Result};
use people::contact::{self, Contact, NewContact};
use people::work::{Done, Work};

use super::desk::{Desk, Objection};
use super::kind::{Kind, beside};
use super::sheet::Sheet;

/// What the file looks like.
pub(super) static SHEET: Sheet = Sheet {
    name: "contacts",
    needed: &["key", "client", "name", "email", "standing"],
    optional: &["phone", "language", "sites"],
    references: &[("client", "clients"), ("sites", "sites")],
    list: Some("sites"),
};

impl Kind for Contact {
    type New = NewContact;
    const SHEET: &'static Sheet = &SHEET;

    fn everything(connection: &mut DbConnection) -> Result<Vec<Self>> {
        contact::rows::everything(connection)
    }

    fn name(&self) -> (&str, Option<&str>) {
        (self.id.as_str(), self.outside_key.as_deref())
    }

    fn read(fields: &mut Fields, _: &Desk) -> Option<NewContact> {
        NewContact::read(fields)
    }

    fn keep(&self, new: &mut NewContact, column: &str) {
        match column {
            "phone" => new.phone.clone_from(&self.phone),
            "language" => new.language = self.language,
            _ => new.sites.clone_from(&self.sites),
        }
    }

    fn added(new: &NewContact, id: String, key: String) -> Self {
        Self { id: Id::known(id), outside_key: Some(key), ..Self::added(new) }
    }

    fn stays(&self, new: &NewContact) -> Result<(), Objection> {
        if self.client_id == new.client_id { Ok(()) } else { Err(("client", Refusal::new("import-stays"))) }
    }

    fn changed(&self, new: &NewContact) -> Result<Self> {
        self.clone().changed(new, self.version)
    }

    fn fits(&self, is_new: bool, desk: &Desk) -> Result<(), Objection> {
        if let Some(client) = desk.clients.get(&self.client_id).filter(|_| is_new) {
            client.check_stays().map_err(beside("client"))?;
        }
        let theirs = |site| desk.sites.get(site).is_none_or(|site| site.client_id == self.client_id);
        if !self.sites.iter().all(theirs) {
            return Err(("sites", Refusal::new("import-site-elsewhere")));
        }
        let holder = desk.contact_of.get(&self.email).filter(|holder| **holder != self.id);
        let is_taken = holder.and_then(|holder| desk.contacts.get(holder)).is_some_and(|email| *email == self.email);
        if is_taken { Err(("email", Refusal::new("email-taken"))) } else { Ok(()) }
    }

    fn remember(&self, desk: &mut Desk) {
        desk.contact_of.insert(self.email.clone(), self.id.clone());
        desk.contacts.insert(self.id.clone(), self.email.clone());
    }

    fn add(&self, work: &mut Work<'_>) -> Result<Done<()>> {
        contact::rows::insert(work.connection, self)?;
        work.done(contact::ADDED, self.id.as_str(), (None, self), ())
    }

    fn change(&self, work: &mut Work<'_>, new: &NewContact) -> Result<Done<()>> {
        contact::change(work, &self.id, new, self.version)
    }
}
