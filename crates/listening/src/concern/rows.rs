//! SQL for concerns: one, with all that was promised for it. Lists are in `queue/rows.rs`.

mod row;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Refusal, Result, secret};
use people::Me;
use people::site::{self, Site};
use people::work::{Person, Work};

pub(crate) use row::ConcernRow;
use row::{PauseRow, PromiseRow};

use super::{Case, Concern};
use crate::promise::Terms;
use crate::schema::{concern, pause, promise, terms};

/// For how long after a shift an officer may write down what was said in it.
const AFTER_SHIFT_SECONDS: i64 = 2 * 3_600;

/// A question about concerns that can still be narrowed.
pub(crate) type Query<'a> = concern::BoxedQuery<'a, <DbConnection as diesel::Connection>::Backend>;

/// Only the concerns that somebody may see.
pub(crate) fn within<'a>(me: &Me, query: Query<'a>) -> Query<'a> {
    let myself = me.actor.id.clone();
    match &me.person {
        Person::System => query,
        Person::Guest => query.filter(concern::id.eq("")),
        Person::Bearer { subject_id } => query.filter(concern::id.eq(subject_id.clone())),
        Person::Program => query.filter(concern::protected_at.is_null()),
        Person::Contact { client_id } => {
            let query = query
                .filter(concern::client_id.eq(client_id.clone()))
                .filter(concern::voice.ne(super::Voice::Public))
                .filter(concern::protected_at.is_null().or(concern::reporter_id.eq(myself)));
            match &me.reach.sites {
                Some(sites) => query.filter(concern::site_id.eq_any(sites.clone())),
                None => query,
            }
        }
        Person::Staff { .. } => of_staff(me, query, myself),
    }
}

/// Nobody reads a concern about themselves, and the protected path only those above the sites.
fn of_staff<'a>(me: &Me, mut query: Query<'a>, myself: String) -> Query<'a> {
    if let Some(about) = &me.reach.not_about {
        query = query.filter(concern::about_id.is_null().or(concern::about_id.ne(about.clone())));
    }
    if !me.reach.protected {
        query = query.filter(concern::protected_at.is_null());
    }
    match &me.reach.sites {
        Some(sites) => query.filter(
            concern::site_id
                .eq_any(sites.clone())
                .or(concern::owner_id.eq(myself.clone()))
                .or(concern::reporter_id.eq(myself)),
        ),
        None => query,
    }
}

/// One concern within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Concern>) -> Result<Concern> {
    let query = within(work.me, concern::table.into_boxed()).filter(concern::id.eq(id));
    Ok(query.select(ConcernRow::as_select()).first::<ConcernRow>(work.connection)?.into())
}

/// One concern, for whoever holds a code or a link that names it.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Concern>) -> Result<Concern> {
    Ok(concern::table.find(id).select(ConcernRow::as_select()).first::<ConcernRow>(connection)?.into())
}

/// One concern within reach, by the number that people say.
///
/// # Errors
/// Not found when there is none.
pub fn by_number(work: &mut Work<'_>, number: &str) -> Result<Concern> {
    let query = within(work.me, concern::table.into_boxed()).filter(concern::number.eq(number));
    Ok(query.select(ConcernRow::as_select()).first::<ConcernRow>(work.connection)?.into())
}

/// Some concerns within reach, by the numbers that people say.
///
/// # Errors
/// Refused when one of the numbers is of none.
pub fn by_numbers(work: &mut Work<'_>, numbers: &[String]) -> Result<Vec<Concern>> {
    let found = |number: &String| match by_number(work, number) {
        Err(Error::NotFound) => {
            Err(Error::Refused(Refusal::new("concern-number-unknown").with("number", number.clone())))
        }
        found => found,
    };
    numbers.iter().map(found).collect()
}

/// One concern, by the number that people say, for whoever may know of something else about it.
///
/// # Errors
/// Broken when the database says so.
pub fn any_by_number(connection: &mut DbConnection, number: &str) -> Result<Option<Concern>> {
    let query = concern::table.filter(concern::number.eq(number)).select(ConcernRow::as_select());
    Ok(query.first::<ConcernRow>(connection).optional()?.map(Concern::from))
}

/// Where somebody told us something the last time.
///
/// # Errors
/// Broken when the database says so.
pub fn latest_site_of(connection: &mut DbConnection, reporter_id: &str) -> Result<Option<Id<Site>>> {
    let theirs = concern::table.filter(concern::reporter_id.eq(reporter_id));
    let latest = theirs.order((concern::raised_at.desc(), concern::id.desc())).select(concern::site_id);
    Ok(latest.first(connection).optional()?)
}

/// Whether a concern has this number.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn is_taken(connection: &mut DbConnection, number: &str) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(concern::table.filter(concern::number.eq(number)))).get_result(connection)?)
}

/// The concern of this tracking code, for whoever has it.
///
/// # Errors
/// Not found when there is none.
pub fn by_code(connection: &mut DbConnection, code: &str) -> Result<Concern> {
    let query = concern::table.filter(concern::tracking_digest.eq(super::code::digest(code)));
    Ok(query.select(ConcernRow::as_select()).first::<ConcernRow>(connection)?.into())
}

/// One concern within reach, with all that was promised for it.
///
/// # Errors
/// Not found when there is none.
pub fn case(work: &mut Work<'_>, id: &Id<Concern>) -> Result<Case> {
    let concern = find(work, id)?;
    case_of(work.connection, concern)
}

/// All that was promised for a concern that was found.
///
/// # Errors
/// Broken when the database says so.
pub fn case_of(connection: &mut DbConnection, concern: Concern) -> Result<Case> {
    let promises: Vec<PromiseRow> = promise::table
        .filter(promise::concern_id.eq(&concern.id))
        .order((promise::given_at, promise::id))
        .select(PromiseRow::as_select())
        .load(connection)?;
    let pauses: Vec<PauseRow> = pause::table
        .filter(pause::concern_id.eq(&concern.id))
        .order((pause::started_at, pause::id))
        .select(PauseRow::as_select())
        .load(connection)?;
    let (calendar, targets): (String, String) =
        terms::table.find(&concern.terms_hash).select((terms::calendar, terms::targets)).first(connection)?;
    let lacking = |what: &str| Error::broken(format!("the terms of concern {} hold no {what}", concern.id));
    let terms = Terms {
        calendar: calendar.parse().map_err(|_| lacking("calendar"))?,
        targets: targets.parse().map_err(|_| lacking("targets"))?,
    };
    let promises = promises.into_iter().map(Into::into).collect();
    let ladder = calling::ladder::rows::of(connection, &concern.site_id)?;
    Ok(Case { concern, promises, pauses: pauses.into_iter().map(Into::into).collect(), terms, ladder })
}

/// The open sites at which somebody may raise a concern: those within reach, and an officer's own posts.
///
/// # Errors
/// Broken when the database says so.
pub fn sites_of(work: &mut Work<'_>) -> Result<Vec<Site>> {
    let mut sites = site::rows::list(work)?;
    if let Person::Staff { .. } = work.me.person {
        let officer = work.me.staff_id();
        for id in agreement::post::rows::sites_of_officer(work.connection, &officer, work.now)? {
            if !sites.iter().any(|site| site.id == id) {
                sites.push(site::rows::any(work.connection, &id)?);
            }
        }
    }
    sites.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(sites)
}

/// One of the sites at which somebody may raise a concern.
///
/// # Errors
/// Not found when it is none of them.
pub fn site_of(work: &mut Work<'_>, id: &Id<Site>) -> Result<Site> {
    let their_at = work.their_at;
    site_of_then(work, id, their_at)
}

/// One of the sites of which somebody may write down what happened there, if need be at an earlier moment.
///
/// # Errors
/// Not found when it is none of them.
pub fn site_of_then(work: &mut Work<'_>, id: &Id<Site>, then: Option<Moment>) -> Result<Site> {
    let site = site::rows::any(work.connection, id)?;
    let within_reach = work.me.reach.has_site(&site.client_id, &site.id) && site.closed_at.is_none();
    if within_reach || is_officers_site(work, id, then)? { Ok(site) } else { Err(Error::NotFound) }
}

fn is_officers_site(work: &mut Work<'_>, id: &Id<Site>, then: Option<Moment>) -> Result<bool> {
    let Person::Staff { .. } = work.me.person else { return Ok(false) };
    let officer = work.me.staff_id();
    // What was told at the end of a shift is often written down after it, or reaches us when there is signal.
    for at in [Some(work.now), Some(work.now.plus_seconds(-AFTER_SHIFT_SECONDS)), then].into_iter().flatten() {
        if agreement::post::rows::sites_of_officer(work.connection, &officer, at)?.contains(id) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The terms that hold at a site today.
///
/// # Errors
/// Broken when the database says so.
pub fn terms_of(work: &mut Work<'_>, site: &Site) -> Result<Terms> {
    let day = work.now.day_in(&site.zone).ok_or_else(|| Error::broken("a site is in no known zone"))?;
    let contract = agreement::contract::rows::in_force(work.connection, &site.client_id, day)?;
    let calendar = site.calendar.parse().map_err(|_| Error::broken("a site has no readable calendar"))?;
    Ok(Terms { calendar, targets: contract.map(|contract| contract.promises).unwrap_or_default() })
}

/// Keeps terms as they are today, once for all concerns that share them: their hash.
///
/// # Errors
/// Broken when the database says so.
pub fn keep_terms(connection: &mut DbConnection, kept: &Terms) -> Result<String> {
    let (calendar, targets) = (kept.calendar.to_string(), kept.targets.text()?);
    let hash = secret::digest(&format!("{calendar}\n{targets}"));
    let there: i64 = terms::table.filter(terms::hash.eq(&hash)).count().get_result(connection)?;
    if there == 0 {
        diesel::insert_into(terms::table)
            .values((terms::hash.eq(&hash), terms::calendar.eq(calendar), terms::targets.eq(targets)))
            .execute(connection)?;
    }
    Ok(hash)
}

/// Adds a concern with its first promises.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(work: &mut Work<'_>, case: &Case) -> Result<()> {
    let row = ConcernRow::of(&case.concern, case.concern.version);
    diesel::insert_into(concern::table).values(row).execute(work.connection)?;
    for promise in &case.promises {
        let row = PromiseRow::of(promise, &case.concern.id);
        diesel::insert_into(promise::table).values(row).execute(work.connection)?;
    }
    Ok(())
}

/// Saves what changed of a case, if nobody else changed the concern meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, before: &Case, after: &Case) -> Result<()> {
    let (id, version) = (&after.concern.id, after.concern.version);
    let row = concern::table.find(id).filter(concern::version.eq(version));
    let saved = diesel::update(row).set(ConcernRow::of(&after.concern, version + 1)).execute(connection)?;
    if saved != 1 {
        return Err(Error::refused("concern-changed-meanwhile"));
    }
    for (at, changed) in after.promises.iter().enumerate() {
        match before.promises.get(at) {
            None => {
                diesel::insert_into(promise::table).values(PromiseRow::of(changed, id)).execute(connection)?;
            }
            Some(earlier) if earlier != changed => {
                diesel::update(promise::table.find(&changed.id))
                    .set(PromiseRow::of(changed, id))
                    .execute(connection)?;
            }
            Some(_) => {}
        }
    }
    for (at, changed) in after.pauses.iter().enumerate() {
        match before.pauses.get(at) {
            None => {
                diesel::insert_into(pause::table).values(PauseRow::of(changed, id)).execute(connection)?;
            }
            Some(earlier) if earlier != changed => {
                diesel::update(pause::table.find(&changed.id)).set(PauseRow::of(changed, id)).execute(connection)?;
            }
            Some(_) => {}
        }
    }
    Ok(())
}
