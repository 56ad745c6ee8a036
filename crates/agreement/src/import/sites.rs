//! Sites in files.

use ground::db::DbConnection;
use ground::words::Language;
use ground::{Fields, Id, Refusal, Result};
use people::site::hours::Hours;
use people::site::{self, NewSite, Site};
use people::staff::StaffMember;
use people::work::{Done, Work};

use super::desk::{Desk, Objection};
use super::kind::{Kind, beside};
use super::sheet::Sheet;

/// What the file looks like.
pub(super) static SHEET: Sheet = Sheet {
    name: "sites",
    needed: &["key", "client", "name", "setting", "address", "zone", "hours", "owner"],
    optional: &["holidays", "mail"],
    references: &[("client", "clients"), ("owner", "staff")],
    list: None,
};

impl Kind for Site {
    type New = NewSite;
    const SHEET: &'static Sheet = &SHEET;

    fn everything(connection: &mut DbConnection) -> Result<Vec<Self>> {
        site::rows::everything(connection)
    }

    fn name(&self) -> (&str, Option<&str>) {
        (self.id.as_str(), self.outside_key.as_deref())
    }

    fn read(fields: &mut Fields, _: &Desk) -> Option<NewSite> {
        NewSite::read(fields)
    }

    fn keep(&self, new: &mut NewSite, column: &str) {
        if column == "mail" {
            new.mail_name.clone_from(&self.mail_name);
            return;
        }
        let of = |calendar: &str| calendar.parse().ok().map(|calendar| Hours::of(&calendar, Language::English));
        if let (Some(known), Some(read)) = (of(&self.calendar), of(&new.calendar))
            && let Ok(calendar) = (Hours { days: known.days, ..read }).read(&new.zone)
        {
            new.calendar = calendar.to_string();
        }
    }

    fn added(new: &NewSite, id: String, key: String) -> Self {
        Self { id: Id::known(id), outside_key: Some(key), ..Self::opened(new) }
    }

    fn stays(&self, new: &NewSite) -> Result<(), Objection> {
        if self.client_id == new.client_id { Ok(()) } else { Err(("client", Refusal::new("import-stays"))) }
    }

    fn changed(&self, new: &NewSite) -> Result<Self> {
        self.clone().changed(new, self.version)
    }

    fn fits(&self, is_new: bool, desk: &Desk) -> Result<(), Objection> {
        if let Some(client) = desk.clients.get(&self.client_id).filter(|_| is_new) {
            client.check_stays().map_err(beside("client"))?;
        }
        desk.staff.get(&self.owner_id).map_or(Ok(()), StaffMember::check_owns).map_err(beside("owner"))
    }

    fn remember(&self, desk: &mut Desk) {
        desk.sites.insert(self.id.clone(), self.clone());
    }

    fn add(&self, work: &mut Work<'_>) -> Result<Done<()>> {
        site::rows::insert(work.connection, self)?;
        work.done(site::OPENED, self.id.as_str(), (None, self), ())
    }

    fn change(&self, work: &mut Work<'_>, new: &NewSite) -> Result<Done<()>> {
        site::change(work, &self.id, new, self.version)
    }
}
