//! Post orders: the standing instructions of a post, or of a whole site. What they say is in their revisions.

mod pages;
pub mod rows;
mod rules;
mod template;

pub(crate) use pages::respond_with_picture;
pub use rules::{AHEAD_SECONDS, Kind, PostOrders, REASON_LETTERS, REVIEW_DAYS};

use agreement::post::{self, Post};
use ground::entry::Deed;
use ground::web::Routes;
use ground::words::Language;
use ground::{Day, Error, Id, Result};
use people::site::{self, Site};
use people::work::{Done, Work};
use serde_json::json;

use crate::draft;
use crate::revision::Revision;

/// Orders were begun, with a first draft.
pub const BEGUN: Deed = Deed("orders.begun");
/// Somebody looked whether orders still fit, and left them as they are.
pub const REVIEWED: Deed = Deed("orders.reviewed");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/sites/{id}/orders", pages::of_site)
        .post("/sites/{id}/orders", pages::begin)
        .get("/orders/{id}", pages::show)
        .post("/orders/{id}/review", pages::review)
        .get("/orders/{id}/pictures/{hash}", pages::picture)
}

/// Begins the orders of a post, or of a whole site, with a first draft: from the template for such
/// a place, or empty.
///
/// # Errors
/// Not found out of reach; refused when there are some, or the post or the site is closed.
pub fn begin(
    work: &mut Work<'_>,
    site_id: &Id<Site>,
    post_id: Option<&Id<Post>>,
    (language, from_template): (Language, bool),
) -> Result<Done<Id<Revision>>> {
    let site = site::rows::find(work, site_id)?;
    let post = post_id.map(|id| post::rows::find(work, id)).transpose()?;
    if site.closed_at.is_some() || post.as_ref().is_some_and(|post| post.closed_at.is_some()) {
        return Err(Error::refused("post-site-closed"));
    }
    if post.is_some_and(|post| post.site_id != *site_id) {
        return Err(Error::NotFound);
    }
    let today = today(work, &site)?;
    let orders = PostOrders::begun(site_id, post_id.cloned(), language, today);
    rows::insert(work.connection, &orders)?;
    let sections = if from_template { template::sections(site.setting, language)? } else { Vec::new() };
    let revision = draft::begin_with(work, &orders, sections)?;
    work.done(BEGUN, orders.id.as_str(), (None, &orders), revision.id)
}

/// Somebody looked whether the orders still fit, and they do: that is a decision, with its reason.
///
/// # Errors
/// Not found out of reach; refused when nothing is in force, or the next day is none to come.
pub fn review(
    work: &mut Work<'_>,
    id: &Id<PostOrders>,
    version: i64,
    (reason, next_on): (&str, Day),
) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    if before.version != version {
        return Err(Error::refused("changed-meanwhile"));
    }
    let site = site::rows::find(work, &before.site_id)?;
    let today = today(work, &site)?;
    let after = before.clone().reviewed(today, next_on)?;
    rows::save(work.connection, &after)?;
    let record = |orders: &PostOrders, reason: Option<&str>| json!({ "orders": orders, "no_change_because": reason });
    work.done(REVIEWED, id.as_str(), (Some(&record(&before, None)), &record(&after, Some(reason))), ())
}

/// Where orders hold.
#[derive(Debug, Clone)]
pub struct Place {
    /// The site.
    pub site: Site,
    /// The post; none when they hold for the whole site.
    pub post: Option<Post>,
    /// As people say it: "Lobby, Harbour Gate".
    pub name: String,
}

/// Where orders hold, for whoever has found them.
///
/// # Errors
/// Broken when the database says so.
pub fn place(work: &mut Work<'_>, orders: &PostOrders) -> Result<Place> {
    let site = site::rows::any(work.connection, &orders.site_id)?;
    let post = orders.post_id.as_ref().map(|id| post::rows::any(work.connection, id)).transpose()?;
    let name = post.as_ref().map_or_else(|| site.name.clone(), |post| format!("{}, {}", post.name, site.name));
    Ok(Place { site, post, name })
}

/// The day that it is at a site.
///
/// # Errors
/// Broken when the site is in no known zone.
pub fn today(work: &Work<'_>, site: &Site) -> Result<Day> {
    work.now.day_in(&site.zone).ok_or_else(|| Error::broken("a site is in no known zone"))
}
