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

/// A post at a site within reach, or at which an officer stands now or within some days; or stood when they
/// did what reaches us now.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Post>) -> Result<Post> {
    match post::rows::find(work, id) {
        Err(Error::NotFound) => {}
        found => return found,
    }
    let Person::Staff { .. } = work.me.person else { return Err(Error::NotFound) };
    let me = work.me.staff_id();
    for at in std::iter::once(work.now).chain(work.their_at) {
        let until = at.plus_seconds(AHEAD_SECONDS);
        let theirs = post::rows::posts_of_officer_until(work.connection, &me, (at, until))?;
        if let Some(post) = theirs.into_iter().find(|post| post.id == *id) {
            return Ok(post);
        }
    }
    Err(Error::NotFound)
}
