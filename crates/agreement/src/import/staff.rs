//! Staff members in files.

use ground::db::DbConnection;
use ground::{Fields, Id, Refusal, Result};
use people::staff::{self, NewStaffMember, StaffMember};
use people::work::{Done, Work};

use super::desk::{Desk, Objection};
use super::kind::Kind;
use super::sheet::Sheet;

/// What the file looks like.
pub(super) static SHEET: Sheet = Sheet {
    name: "staff",
    needed: &["key", "name", "email", "roles"],
    optional: &["language", "sites"],
    references: &[("sites", "sites")],
    list: Some("sites"),
};

impl Kind for StaffMember {
    type New = NewStaffMember;
    const SHEET: &'static Sheet = &SHEET;

    fn everything(connection: &mut DbConnection) -> Result<Vec<Self>> {
        staff::rows::everything(connection)
    }

    fn name(&self) -> (&str, Option<&str>) {
        (self.id.as_str(), self.outside_key.as_deref())
    }

    fn read(fields: &mut Fields, _: &Desk) -> Option<NewStaffMember> {
        NewStaffMember::read(fields)
    }

    fn keep(&self, new: &mut NewStaffMember, column: &str) {
        // The sites of a supervisor are done elsewhere; see beats.rs.
        if column == "language" {
            new.language = self.language;
        }
    }

    fn added(new: &NewStaffMember, id: String, key: String) -> Self {
        Self { id: Id::known(id), outside_key: Some(key), ..Self::taken_on(new) }
    }

    fn stays(&self, _: &NewStaffMember) -> Result<(), Objection> {
        Ok(())
    }

    fn changed(&self, new: &NewStaffMember) -> Result<Self> {
        self.clone().changed(new, self.version)
    }

    fn fits(&self, _: bool, desk: &Desk) -> Result<(), Objection> {
        let holder = desk.staff_of.get(&self.email).filter(|holder| **holder != self.id);
        let is_taken = holder.and_then(|holder| desk.staff.get(holder)).is_some_and(|other| other.email == self.email);
        if is_taken { Err(("email", Refusal::new("email-taken"))) } else { Ok(()) }
    }

    fn remember(&self, desk: &mut Desk) {
        desk.staff_of.insert(self.email.clone(), self.id.clone());
        desk.staff.insert(self.id.clone(), self.clone());
    }

    fn add(&self, work: &mut Work<'_>) -> Result<Done<()>> {
        staff::rows::insert(work.connection, self)?;
        work.done(staff::TAKEN_ON, self.id.as_str(), (None, self), ())
    }

    fn change(&self, work: &mut Work<'_>, new: &NewStaffMember) -> Result<Done<()>> {
        staff::change(work, &self.id, new, self.version)
    }
}
