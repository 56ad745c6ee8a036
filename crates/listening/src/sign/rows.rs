//! SQL for signs, and what is counted and remembered of the reports that come by them.

use agreement::post::Post;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result, once, throttle};
use people::site::{self, Site};
use people::work::Work;

use super::rules::{self, TWICE_SECONDS};
use super::{Report, Sign};
use crate::concern::{self, Concern};
use crate::schema::sign;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = sign)]
struct Row {
    code: String,
    site_id: Id<Site>,
    #[diesel(treat_none_as_null = true)]
    post_id: Option<Id<Post>>,
    place: String,
    made_at: Moment,
    #[diesel(treat_none_as_null = true)]
    retired_at: Option<Moment>,
    version: i64,
}

impl From<Row> for Sign {
    fn from(Row { code, site_id, post_id, place, made_at, retired_at, version }: Row) -> Self {
        Self { code, site_id, post_id, place, made_at, retired_at, version }
    }
}

impl Row {
    fn of(sign: &Sign, version: i64) -> Self {
        let Sign { code, site_id, post_id, place, made_at, retired_at, version: _ } = sign.clone();
        Self { code, site_id, post_id, place, made_at, retired_at, version }
    }
}

pub(super) fn insert(connection: &mut DbConnection, new: &Sign) -> Result<()> {
    diesel::insert_into(sign::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

pub(super) fn save(connection: &mut DbConnection, changed: &Sign) -> Result<()> {
    let row = sign::table.find(&changed.code).filter(sign::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}

/// One sign of a site within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, code: &str) -> Result<Sign> {
    let sign: Sign = sign::table.find(code).select(Row::as_select()).first::<Row>(work.connection)?.into();
    site::rows::find(work, &sign.site_id)?;
    Ok(sign)
}

/// The signs of one site within reach, those that hang first, each kind by place.
///
/// # Errors
/// Not found when the site is out of reach.
pub fn of_site(work: &mut Work<'_>, site_id: &Id<Site>) -> Result<Vec<Sign>> {
    site::rows::find(work, site_id)?;
    let rows: Vec<Row> = sign::table
        .filter(sign::site_id.eq(site_id))
        .order((sign::place, sign::code))
        .select(Row::as_select())
        .load(work.connection)?;
    let (hanging, retired): (Vec<Sign>, Vec<Sign>) =
        rows.into_iter().map(Sign::from).partition(|sign| sign.retired_at.is_none());
    Ok(hanging.into_iter().chain(retired).collect())
}

/// The sign of this code and its site, for anybody who stands before it.
///
/// # Errors
/// Not found when there is none, it was taken down, or its site was closed.
pub fn hanging(connection: &mut DbConnection, code: &str) -> Result<(Sign, Site)> {
    let rows = sign::table.find(code).filter(sign::retired_at.is_null());
    let sign: Sign = rows.select(Row::as_select()).first::<Row>(connection)?.into();
    let site = site::rows::any(connection, &sign.site_id)?;
    if site.closed_at.is_some() { Err(Error::NotFound) } else { Ok((sign, site)) }
}

/// The concern that came of the same report, if it was sent before: by the same form, or a moment
/// ago from the same address. A form that comes back with other words is another report.
///
/// # Errors
/// Broken when the database says so.
pub fn told_before(work: &mut Work<'_>, sign: &Sign, report: &Report, address: &str) -> Result<Option<Id<Concern>>> {
    for key in keys(sign, report, address, work.now) {
        if let Some(id) = once::first(work.connection, ONCE, &key, &report.request, work.now)? {
            return Ok(Some(Id::known(id)));
        }
    }
    // What was told in the span before this one counts as long as it is fresh.
    let earlier = key_of_address(sign, report, address, work.now.plus_seconds(-TWICE_SECONDS));
    let Some(id) = once::first(work.connection, ONCE, &earlier, &report.request, work.now)? else { return Ok(None) };
    let id = Id::known(id);
    let raised_at = concern::rows::any(work.connection, &id)?.raised_at;
    Ok((work.now.seconds_since(raised_at) <= TWICE_SECONDS).then_some(id))
}

/// Remembers which concern came of a report.
pub(super) fn remember(
    work: &mut Work<'_>,
    (sign, report, address): (&Sign, &Report, &str),
    id: &Id<Concern>,
) -> Result<()> {
    for key in keys(sign, report, address, work.now) {
        once::keep(work.connection, ONCE, &key, &report.request, id.as_str(), work.now)?;
    }
    Ok(())
}

const ONCE: &str = "sign";

/// Under which keys a report is known again: the form's, and for a short while that of its address.
/// With other words, the same form is another report.
fn keys(sign: &Sign, report: &Report, address: &str, now: Moment) -> Vec<String> {
    let by_form = report.once.iter().map(|once| format!("{} form {once} {}", sign.code, report.request));
    by_form.chain([key_of_address(sign, report, address, now)]).collect()
}

fn key_of_address(sign: &Sign, report: &Report, address: &str, at: Moment) -> String {
    format!("{} {address} {} {}", sign.code, report.request, rules::span(at))
}

/// How many seconds somebody at this address has to wait before they may tell us more at this
/// sign. A site that is flooded still hears whoever has told us nothing yet.
///
/// # Errors
/// Broken when the database says so.
pub fn wait_seconds(work: &mut Work<'_>, sign: &Sign, address: &str) -> Result<Option<i64>> {
    let mut wait = |limit, who: &str| throttle::wait_seconds(work.connection, limit, who, work.now);
    if let Some(seconds) = wait(rules::ADDRESS_DAY, address)?.or(wait(rules::ADDRESS, address)?) {
        return Ok(Some(seconds));
    }
    let told_us_already = wait(rules::ADDRESS_FIRST, address)?.is_some();
    if told_us_already { wait(rules::SITE, sign.site_id.as_str()) } else { Ok(None) }
}

pub(super) fn count(work: &mut Work<'_>, sign: &Sign, address: &str) -> Result<()> {
    for (limit, who) in [(rules::ADDRESS, address), (rules::ADDRESS_DAY, address), (rules::SITE, sign.site_id.as_str())]
    {
        throttle::count(work.connection, limit, who, work.now)?;
    }
    Ok(())
}
