//! Posts in files.

use ground::db::DbConnection;
use ground::{Fields, Id, Refusal, Result};
use people::work::{Done, Work};

use super::desk::{Desk, Objection};
use super::kind::Kind;
use super::sheet::Sheet;
use crate::post::{self, NewPost, Post};

/// What the file looks like.
pub(super) static SHEET: Sheet = Sheet {
    name: "posts",
    needed: &["key", "site", "name"],
    optional: &[],
    references: &[("site", "sites")],
    list: None,
};

impl Kind for Post {
    type New = NewPost;
    const SHEET: &'static Sheet = &SHEET;

    fn everything(connection: &mut DbConnection) -> Result<Vec<Self>> {
        post::rows::everything(connection)
    }

    fn name(&self) -> (&str, Option<&str>) {
        (self.id.as_str(), self.outside_key.as_deref())
    }

    fn read(fields: &mut Fields, _: &Desk) -> Option<NewPost> {
        NewPost::read(fields)
    }

    fn added(new: &NewPost, id: String, key: String) -> Self {
        Self { id: Id::known(id), outside_key: Some(key), ..Self::opened(new) }
    }

    fn stays(&self, new: &NewPost) -> Result<(), Objection> {
        if self.site_id == new.site_id { Ok(()) } else { Err(("site", Refusal::new("import-stays"))) }
    }

    fn changed(&self, new: &NewPost) -> Result<Self> {
        self.clone().renamed(new, self.version)
    }

    fn fits(&self, is_new: bool, desk: &Desk) -> Result<(), Objection> {
        let site = desk.sites.get(&self.site_id).filter(|_| is_new);
        match site.filter(|site| site.closed_at.is_some()) {
            Some(_) => Err(("site", Refusal::new("post-site-closed"))),
            None => Ok(()),
        }
    }

    fn remember(&self, desk: &mut Desk) {
        desk.posts.insert(self.id.clone(), self.clone());
    }

    fn add(&self, work: &mut Work<'_>) -> Result<Done<()>> {
        post::rows::insert(work.connection, self)?;
        work.done(post::OPENED, self.id.as_str(), (None, self), ())
    }

    fn change(&self, work: &mut Work<'_>, new: &NewPost) -> Result<Done<()>> {
        post::rename(work, &self.id, new, self.version)
    }
}
