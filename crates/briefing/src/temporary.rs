//! Temporary orders: what holds for some hours or days at a post or a whole site, and ends by itself.

pub mod jobs;
mod letters;
mod pages;
pub mod rows;
mod rules;

pub use rules::{Kind, LONGEST_SECONDS, NewTemporary, Temporary, USUAL_HOURS, Until, WORDS_LETTERS};

use agreement::post;
use ground::entry::{ActorKind, Deed};
use ground::web::Routes;
use ground::{Error, Id, Moment, Refusal, Result};
use listening::concern::{self, Concern};
use orders::draft::{self, NewSection};
use orders::post_orders::{self, PostOrders};
use orders::revision::{self, Revision};
use people::Me;
use people::site::{self, Site};
use people::staff::Role;
use people::work::{Done, Work};

/// One was given.
pub const GIVEN: Deed = Deed("temporary.given");
/// Whoever gave it was asked what becomes of it.
pub const ASKED: Deed = Deed("temporary.asked");
/// It was given a later end.
pub const LENGTHENED: Deed = Deed("temporary.lengthened");
/// Its words stand in the draft of post orders.
pub const MADE_PERMANENT: Deed = Deed("temporary.made_permanent");
/// It was ended before its time.
pub const ENDED: Deed = Deed("temporary.ended");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/sites/{id}/temporary", pages::list)
        .get("/sites/{id}/temporary/new", pages::giving::form)
        .post("/sites/{id}/temporary", pages::giving::give)
        .get("/temporary/{id}", pages::show)
        .post("/temporary/{id}/ending", pages::end)
        .post("/temporary/{id}/longer", pages::lengthen)
        .post("/temporary/{id}/permanent", pages::make_permanent)
        .get("/portal/temporary", pages::portal::form)
        .post("/portal/temporary", pages::portal::give)
        .destination("/portal/temporary", "temporary-portal-title", (ActorKind::Contact, &[]))
}

/// A temporary order with where it holds.
pub struct Placed {
    /// The order.
    pub temporary: Temporary,
    /// The name of its post; none when it holds at all of them.
    pub post: Option<String>,
}

/// Temporary orders with where they hold.
///
/// # Errors
/// Broken when the database says so.
pub fn placed(work: &mut Work<'_>, all: Vec<Temporary>) -> Result<Vec<Placed>> {
    let with_post = |temporary: Temporary| {
        let post = temporary.post_id.as_ref().map(|id| post::rows::any(work.connection, id)).transpose()?;
        Ok(Placed { temporary, post: post.map(|post| post.name) })
    };
    all.into_iter().map(with_post).collect()
}

/// Gives a temporary order: it is in force at once. What the client gives is told to those who look
/// after the site.
///
/// # Errors
/// Not found out of reach; refused when the site or the post is closed, or no concern of the site has the number.
pub fn give(work: &mut Work<'_>, site_id: &Id<Site>, new: &NewTemporary) -> Result<Done<Id<Temporary>>> {
    let site = site::rows::find(work, site_id)?;
    let post = new.post_id.as_ref().map(|id| post::rows::find(work, id)).transpose()?;
    if post.as_ref().is_some_and(|post| post.site_id != site.id) {
        return Err(Error::NotFound);
    }
    if site.closed_at.is_some() || post.is_some_and(|post| post.closed_at.is_some()) {
        return Err(Error::refused("post-site-closed"));
    }
    let concern = new.concern.as_deref().map(|number| because_of(work, &site, number)).transpose()?;
    let who = (&work.me.actor, work.me.language, work.now);
    let temporary = Temporary::given(new, site_id, concern.map(|concern| concern.id), who);
    rows::insert(work.connection, &temporary)?;
    if temporary.is_of_client() {
        letters::told(work, &temporary)?;
    }
    work.done(GIVEN, temporary.id.as_str(), (None, &temporary), temporary.id.clone())
}

fn because_of(work: &mut Work<'_>, site: &Site, number: &str) -> Result<Concern> {
    let unknown = || Error::Refused(Refusal::new("temporary-concern-unknown").with("number", number.to_owned()));
    match concern::rows::by_number(work, number) {
        Ok(concern) if concern.site_id == site.id => Ok(concern),
        Ok(_) | Err(Error::NotFound) => Err(unknown()),
        Err(error) => Err(error),
    }
}

/// Whether somebody within reach says what becomes of one: whoever gave it, and those who look after the site.
#[must_use]
pub fn may_see_to(me: &Me, temporary: &Temporary) -> bool {
    let gave = me.actor.kind == temporary.by.kind && me.actor.id == temporary.by.id;
    gave || me.has_role(&[Role::Supervisor, Role::AccountManager, Role::Administrator])
}

fn find(work: &mut Work<'_>, id: &Id<Temporary>) -> Result<Temporary> {
    let found = rows::find(work, id)?;
    if may_see_to(work.me, &found) { Ok(found) } else { Err(Error::NotAllowed) }
}

/// Ends one now.
///
/// # Errors
/// Not found out of reach; not allowed for whoever did not give it and does not look after the site;
/// refused when it is over, or changed since it was looked at.
pub fn end(work: &mut Work<'_>, id: &Id<Temporary>, seen: i64) -> Result<Done<()>> {
    let before = find(work, id)?;
    let after = before.clone().ended(seen, work.now)?;
    rows::save(work.connection, &after)?;
    work.done(ENDED, id.as_str(), (Some(&before), &after), ())
}

/// Gives one a later end.
///
/// # Errors
/// As [`end`]; refused when that is no later end.
pub fn lengthen(work: &mut Work<'_>, id: &Id<Temporary>, seen: i64, ends_at: Moment) -> Result<Done<()>> {
    let before = find(work, id)?;
    let after = before.clone().lengthened(seen, ends_at, work.now)?;
    rows::save(work.connection, &after)?;
    work.done(LENGTHENED, id.as_str(), (Some(&before), &after), ())
}

/// Makes one permanent: its words become a section of the draft of the orders that hold where it does;
/// there is one, or it is begun. It holds itself until it ends.
///
/// # Errors
/// As [`end`]; refused when there are no orders there yet, or it was made permanent before.
pub fn make_permanent(work: &mut Work<'_>, id: &Id<Temporary>, seen: i64) -> Result<Done<Id<Revision>>> {
    let before = find(work, id)?;
    let orders = orders_of(work, &before)?.ok_or(Error::refused("temporary-no-orders"))?;
    let revision_id = match revision::rows::draft_of(work.connection, &orders.id)? {
        Some(draft) => draft.id,
        None => draft::begin(work, &orders.id, None)?.value().clone(),
    };
    let after = before.clone().made_permanent(seen, &revision_id, work.now)?;
    let title = work.app.catalogue.speak(orders.language).t(before.kind.key());
    let words = text::verbatim(&before.words);
    let section = NewSection { kind: post_orders::Kind::Special, title, words };
    let _written = draft::add(work, &revision_id, &section)?;
    rows::save(work.connection, &after)?;
    work.done(MADE_PERMANENT, id.as_str(), (Some(&before), &after), revision_id)
}

/// The orders that hold where a temporary order does.
fn orders_of(work: &mut Work<'_>, temporary: &Temporary) -> Result<Option<PostOrders>> {
    let orders = post_orders::rows::of_site(work.connection, &temporary.site_id)?;
    Ok(orders.into_iter().find(|orders| orders.post_id == temporary.post_id))
}

/// Asks whoever gave one what becomes of it.
///
/// # Errors
/// Refused when there is nothing to ask.
pub fn ask(work: &mut Work<'_>, id: &Id<Temporary>) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    let after = before.clone().asked(work.now)?;
    letters::ask(work, &after)?;
    rows::save(work.connection, &after)?;
    work.done(ASKED, id.as_str(), (Some(&before), &after), ())
}
