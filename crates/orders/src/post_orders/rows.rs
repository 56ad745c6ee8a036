//! SQL for post orders.

use agreement::post::{self, Post};
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Day, Error, Id, Moment, Result};
use people::Person;
use people::site::{self, Site};
use people::work::Work;

use super::{AHEAD_SECONDS, PostOrders};
use crate::revision::Revision;
use crate::schema::{orders_picture, post_orders};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = post_orders, treat_none_as_null = true)]
struct Row {
    id: Id<PostOrders>,
    site_id: Id<Site>,
    post_id: Option<Id<Post>>,
    language: String,
    revision_id: Option<Id<Revision>>,
    number: i64,
    review_on: String,
    version: i64,
}

impl Row {
    fn of(orders: &PostOrders, version: i64) -> Self {
        let PostOrders { id, site_id, post_id, language, revision_id, number, review_on, version: _ } = orders.clone();
        let (language, review_on) = (language.code().to_owned(), review_on.to_string());
        Self { id, site_id, post_id, language, revision_id, number, review_on, version }
    }

    fn read(self) -> Result<PostOrders> {
        let Self { id, site_id, post_id, language, revision_id, number, review_on, version } = self;
        let language = Language::parse(&language).ok_or_else(|| Error::broken("orders are in no language"))?;
        let review_on: Day = review_on.parse().map_err(|_| Error::broken("orders have no day of review"))?;
        Ok(PostOrders { id, site_id, post_id, language, revision_id, number, review_on, version })
    }
}

/// Orders of a site within reach.
///
/// # Errors
/// Not found when there are none.
pub fn find(work: &mut Work<'_>, id: &Id<PostOrders>) -> Result<PostOrders> {
    let orders = any(work.connection, id)?;
    site::rows::find(work, &orders.site_id)?;
    Ok(orders)
}

/// Orders of a site within reach, or that an officer stands by now or soon: those of their post, and
/// those of its site. Whoever is sent there reads them before they stand there.
///
/// # Errors
/// Not found when there are none.
pub fn find_to_read(work: &mut Work<'_>, id: &Id<PostOrders>) -> Result<PostOrders> {
    let until = work.now.plus_seconds(AHEAD_SECONDS);
    find_for_officer(work, id, until)
}

/// Orders of a site within reach, or that an officer stands by at this moment: what is for nobody else
/// is shown to whoever stands there alone.
///
/// # Errors
/// Not found when there are none.
pub fn find_on_post(work: &mut Work<'_>, id: &Id<PostOrders>) -> Result<PostOrders> {
    let now = work.now;
    find_for_officer(work, id, now)
}

fn find_for_officer(work: &mut Work<'_>, id: &Id<PostOrders>, until: Moment) -> Result<PostOrders> {
    match find(work, id) {
        Err(Error::NotFound) => {}
        found => return found,
    }
    let orders = any(work.connection, id)?;
    let Person::Staff { .. } = work.me.person else { return Err(Error::NotFound) };
    let me = work.me.staff_id();
    let posts = post::rows::posts_of_officer_until(work.connection, &me, (work.now, until))?;
    let stands = posts
        .iter()
        .any(|post| post.site_id == orders.site_id && orders.post_id.as_ref().is_none_or(|own| *own == post.id));
    if stands { Ok(orders) } else { Err(Error::NotFound) }
}

/// Orders, for whoever may know of them by something else.
///
/// # Errors
/// Not found when there are none.
pub fn any(connection: &mut DbConnection, id: &Id<PostOrders>) -> Result<PostOrders> {
    post_orders::table.find(id).select(Row::as_select()).first::<Row>(connection)?.read()
}

/// All orders of a site: those of the whole site, and those of its posts.
///
/// # Errors
/// Broken when the database says so.
pub fn of_site(connection: &mut DbConnection, site_id: &Id<Site>) -> Result<Vec<PostOrders>> {
    let rows: Vec<Row> = post_orders::table
        .filter(post_orders::site_id.eq(site_id))
        .order(post_orders::id)
        .select(Row::as_select())
        .load(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// The orders that whoever stands at a post stands by: those of its site, then its own.
///
/// # Errors
/// Broken when the database says so.
pub fn of_post(connection: &mut DbConnection, post: &Post) -> Result<Vec<PostOrders>> {
    let mut orders = of_site(connection, &post.site_id)?;
    orders.retain(|orders| orders.post_id.as_ref().is_none_or(|own| *own == post.id));
    orders.sort_by_key(|orders| orders.post_id.is_some());
    Ok(orders)
}

/// Adds orders.
///
/// # Errors
/// Refused when the post, or the site, has orders already.
pub fn insert(connection: &mut DbConnection, new: &PostOrders) -> Result<()> {
    let inserted = diesel::insert_into(post_orders::table).values(Row::of(new, new.version)).execute(connection);
    match inserted.map_err(Error::from) {
        Err(error) if error.is_duplicate() => Err(Error::refused("orders-there")),
        inserted => inserted.map(drop),
    }
}

/// Saves orders, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &PostOrders) -> Result<()> {
    let row = post_orders::table.find(&changed.id).filter(post_orders::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}

/// Notes that a picture may stand in some orders.
///
/// # Errors
/// Broken when the database says so.
pub fn keep_picture(connection: &mut DbConnection, id: &Id<PostOrders>, picture: &ground::file::Picture) -> Result<()> {
    if has_picture(connection, id, &picture.hash)? {
        return Ok(());
    }
    diesel::insert_into(orders_picture::table)
        .values((
            orders_picture::orders_id.eq(id),
            orders_picture::hash.eq(&picture.hash),
            orders_picture::width.eq(picture.width),
            orders_picture::height.eq(picture.height),
            orders_picture::bytes.eq(picture.bytes),
        ))
        .execute(connection)?;
    Ok(())
}

/// Whether a picture may stand in some orders.
///
/// # Errors
/// Broken when the database says so.
pub fn has_picture(connection: &mut DbConnection, id: &Id<PostOrders>, hash: &str) -> Result<bool> {
    let there: i64 = orders_picture::table.find((id, hash)).count().get_result(connection)?;
    Ok(there > 0)
}
