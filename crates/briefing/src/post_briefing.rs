//! The briefing of a post: all that whoever stands there must know, on one page.

mod pages;

pub(crate) use pages::page;

use agreement::post::{self, Post};
use ground::web::Routes;
use ground::{Error, Id, Result};
use orders::post_orders::AHEAD_SECONDS;
use people::work::{Person, Work};

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/posts/{id}/briefing", pages::show)
}

/// A post at a site within reach, or at which an officer stands now or within some days.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Post>) -> Result<Post> {
    match post::rows::find(work, id) {
        Err(Error::NotFound) => {}
        found => return found,
    }
    let Person::Staff { .. } = work.me.person else { return Err(Error::NotFound) };
    let me = Id::known(work.me.actor.id.clone());
    let until = work.now.plus_seconds(AHEAD_SECONDS);
    let theirs = post::rows::posts_of_officer_until(work.connection, &me, (work.now, until))?;
    theirs.into_iter().find(|post| post.id == *id).ok_or(Error::NotFound)
}
