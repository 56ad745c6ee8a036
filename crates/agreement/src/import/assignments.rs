//! Assignments in files. Their times are those of the clock on the wall of the site.

use ground::db::DbConnection;
use ground::{Fields, Id, Refusal, Result};
use people::work::{Done, Work};

use super::desk::{Desk, Objection};
use super::kind::{Kind, beside};
use super::sheet::Sheet;
use crate::post::{self, Assignment, NewAssignment};

/// What the file looks like.
pub(super) static SHEET: Sheet = Sheet {
    name: "assignments",
    needed: &["key", "post", "officer", "starts_at"],
    optional: &["ends_at"],
    references: &[("post", "posts"), ("officer", "staff")],
    list: None,
};

impl Kind for Assignment {
    type New = NewAssignment;
    const SHEET: &'static Sheet = &SHEET;

    fn everything(connection: &mut DbConnection) -> Result<Vec<Self>> {
        post::rows::every_assignment(connection)
    }

    fn name(&self) -> (&str, Option<&str>) {
        (self.id.as_str(), self.outside_key.as_deref())
    }

    fn read(fields: &mut Fields, desk: &Desk) -> Option<NewAssignment> {
        let post = Id::parse(fields.typed("post")).and_then(|id| desk.posts.get(&id));
        let zone = post.and_then(|post| desk.sites.get(&post.site_id)).map_or("UTC", |site| &site.zone);
        NewAssignment::read(fields, zone)
    }

    fn keep(&self, new: &mut NewAssignment, _ends_at: &str) {
        new.ends_at = self.ends_at;
    }

    fn added(new: &NewAssignment, id: String, key: String) -> Self {
        Self { id: Id::known(id), outside_key: Some(key), ..Self::made(new) }
    }

    fn stays(&self, new: &NewAssignment) -> Result<(), Objection> {
        if self.post_id != new.post_id {
            return Err(("post", Refusal::new("import-stays")));
        }
        if self.staff_id == new.staff_id { Ok(()) } else { Err(("officer", Refusal::new("import-stays"))) }
    }

    fn changed(&self, new: &NewAssignment) -> Result<Self> {
        Ok(self.clone().moved(new))
    }

    fn fits(&self, is_new: bool, desk: &Desk) -> Result<(), Objection> {
        if let (true, Some(post), Some(member)) =
            (is_new, desk.posts.get(&self.post_id), desk.staff.get(&self.staff_id))
        {
            post.accepts(member).map_err(beside("officer"))?;
        }
        let place = (self.post_id.clone(), self.staff_id.clone());
        let others = desk.shifts.get(&place).map_or(&[][..], Vec::as_slice);
        Assignment::fits(self, others).map_err(beside("starts_at"))
    }

    fn remember(&self, desk: &mut Desk) {
        let shifts = desk.shifts.entry((self.post_id.clone(), self.staff_id.clone())).or_default();
        shifts.retain(|other| other.id != self.id);
        shifts.push(self.clone());
    }

    fn add(&self, work: &mut Work<'_>) -> Result<Done<()>> {
        post::rows::insert_assignment(work.connection, self)?;
        work.done(post::ASSIGNED, self.id.as_str(), (None, self), ())
    }

    fn change(&self, work: &mut Work<'_>, new: &NewAssignment) -> Result<Done<()>> {
        post::move_assignment(work, &self.id, new)
    }
}
