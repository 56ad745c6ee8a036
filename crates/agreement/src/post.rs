//! Posts: positions at a site, and who is sent there when.

mod pages;
pub mod rows;
mod rules;

pub use rules::{Assignment, NewAssignment, NewPost, Post};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::work::{Done, Work};

/// A post was opened.
pub const OPENED: Deed = Deed("post.opened");
/// A post was given another name.
pub const RENAMED: Deed = Deed("post.renamed");
/// A post was closed.
pub const CLOSED: Deed = Deed("post.closed");
/// An officer was sent to a post.
pub const ASSIGNED: Deed = Deed("assignment.made");
/// An assignment was given other times.
pub const MOVED: Deed = Deed("assignment.moved");
/// An assignment was ended.
pub const UNASSIGNED: Deed = Deed("assignment.ended");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/sites/{id}/posts", pages::list)
        .get("/sites/{id}/posts/new", pages::new)
        .post("/sites/{id}/posts", pages::open)
        .get("/posts/{id}", pages::show)
        .get("/posts/{id}/edit", pages::edit)
        .post("/posts/{id}", pages::rename)
        .post("/posts/{id}/closing", pages::close)
        .get("/posts/{id}/assignments/new", pages::new_assignment)
        .post("/posts/{id}/assignments", pages::assign)
        .post("/assignments/{id}/ending", pages::end_assignment)
}

/// Opens a post at a site.
///
/// # Errors
/// Not found when the site is out of reach; refused when it is closed.
pub fn open(work: &mut Work<'_>, new: &NewPost) -> Result<Done<Id<Post>>> {
    let site = people::site::rows::find(work, &new.site_id)?;
    if site.closed_at.is_some() {
        return Err(Error::refused("post-site-closed"));
    }
    let post = Post::opened(new);
    rows::insert(work.connection, &post)?;
    work.done(OPENED, post.id.as_str(), (None, &post), post.id.clone())
}

/// Gives a post another name.
///
/// # Errors
/// Not found out of reach; refused when somebody else changed it since it was looked at.
pub fn rename(work: &mut Work<'_>, id: &Id<Post>, new: &NewPost, version: i64) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    let after = before.clone().renamed(new, version)?;
    rows::save(work.connection, &after)?;
    work.done(RENAMED, id.as_str(), (Some(&before), &after), ())
}

/// Closes a post: nobody stands there any more; its history stays.
///
/// # Errors
/// Not found out of reach; refused when that was done before.
pub fn close(work: &mut Work<'_>, id: &Id<Post>) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    let after = before.clone().closed(work.now)?;
    rows::save(work.connection, &after)?;
    work.done(CLOSED, id.as_str(), (Some(&before), &after), ())
}

/// Sends an officer to a post.
///
/// # Errors
/// Not found when the post is out of reach; refused when it is closed, when the person is no
/// officer, and when the officer is sent there already at that time.
pub fn assign(work: &mut Work<'_>, new: &NewAssignment) -> Result<Done<Id<Assignment>>> {
    let post = rows::find(work, &new.post_id)?;
    post.accepts(&people::staff::rows::find(work.connection, &new.staff_id)?)?;
    let assignment = Assignment::made(new);
    assignment.fits(&rows::of_officer_at(work.connection, &new.staff_id, &new.post_id)?)?;
    rows::insert_assignment(work.connection, &assignment)?;
    work.done(ASSIGNED, assignment.id.as_str(), (None, &assignment), assignment.id.clone())
}

/// Gives an assignment other times, as a roster says them anew.
///
/// # Errors
/// Not found out of reach; refused when the officer is sent there already at that time.
pub fn move_assignment(work: &mut Work<'_>, id: &Id<Assignment>, new: &NewAssignment) -> Result<Done<()>> {
    let before = rows::find_assignment(work, id)?;
    let after = before.clone().moved(new);
    after.fits(&rows::of_officer_at(work.connection, &after.staff_id, &after.post_id)?)?;
    rows::save_assignment(work.connection, &after)?;
    work.done(MOVED, id.as_str(), (Some(&before), &after), ())
}

/// Ends an assignment now; one that has not begun will not.
///
/// # Errors
/// Not found out of reach; refused when it is over.
pub fn end_assignment(work: &mut Work<'_>, id: &Id<Assignment>) -> Result<Done<Id<Post>>> {
    let before = rows::find_assignment(work, id)?;
    let after = before.clone().ended(work.now)?;
    rows::save_assignment(work.connection, &after)?;
    work.done(UNASSIGNED, id.as_str(), (Some(&before), &after), after.post_id.clone())
}
