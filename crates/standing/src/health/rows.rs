//! SQL for health: how it is reckoned, how it stands, how it stood.

use std::collections::HashSet;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::entry::rows::Place;
use ground::fields::Choice;
use ground::{Day, Error, Id, Moment, Result};
use people::client::Client;
use people::site::Site;
use people::work::Work;

use super::{Dimension, Reading, Weights};
use crate::schema::{health, health_day, health_follow, health_weights};

/// How health was reckoned from a moment on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    /// Since when.
    pub from_at: Moment,
    /// Who set it so.
    pub by_name: String,
    /// Why.
    pub why: String,
    /// What.
    pub weights: Weights,
}

/// How health was reckoned at a moment: as usual before anybody said otherwise.
///
/// # Errors
/// Broken when the database says so.
pub fn weights_at(connection: &mut DbConnection, at: Moment) -> Result<Weights> {
    let until = health_weights::table.filter(health_weights::from_at.le(at));
    let newest = until.order((health_weights::from_at.desc(), health_weights::id.desc()));
    let text: Option<String> = newest.select(health_weights::weights).first(connection).optional()?;
    text.map_or_else(|| Ok(Weights::default()), |text| Weights::parse(&text))
}

/// Every change of how health is reckoned, the newest first, at most so many.
///
/// # Errors
/// Broken when the database says so.
pub fn weighed(connection: &mut DbConnection, limit: i64) -> Result<Vec<Weighed>> {
    let rows: Vec<(Moment, String, String, String)> = health_weights::table
        .order((health_weights::from_at.desc(), health_weights::id.desc()))
        .limit(limit)
        .select((health_weights::from_at, health_weights::by_name, health_weights::words, health_weights::weights))
        .load(connection)?;
    let read = |(from_at, by_name, why, text): (Moment, String, String, String)| {
        Ok(Weighed { from_at, by_name, why, weights: Weights::parse(&text)? })
    };
    rows.into_iter().map(read).collect()
}

/// Adds a change of how health is reckoned: its name.
///
/// # Errors
/// Broken when the database says so.
pub fn insert_weights(work: &mut Work<'_>, new: &Weights, why: &str) -> Result<String> {
    let id = Id::<Weights>::fresh().to_string();
    diesel::insert_into(health_weights::table)
        .values((
            health_weights::id.eq(&id),
            health_weights::from_at.eq(work.now),
            health_weights::by_name.eq(&work.me.actor.name),
            health_weights::words.eq(why),
            health_weights::weights.eq(new.text()?),
        ))
        .execute(work.connection)?;
    // What stands was reckoned otherwise: it is of no day.
    diesel::update(health::table).set(health::day.eq("")).execute(work.connection)?;
    Ok(id)
}

/// A site as it stands, or stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which site.
    pub site_id: Id<Site>,
    /// Of which client.
    pub client_id: Id<Client>,
    /// Since which day it stands so.
    pub day: String,
    /// How.
    pub reading: Reading,
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = health, treat_none_as_null = true)]
struct Row {
    site_id: Id<Site>,
    client_id: Id<Client>,
    day: String,
    score: Option<i64>,
    known: String,
    reasons: String,
    reckoned_at: Moment,
}

impl Row {
    fn of(site: &Site, reading: &Reading, (day, at): (Day, Moment)) -> Result<Self> {
        let known: Vec<&str> = reading.known.iter().map(|dimension| dimension.word()).collect();
        Ok(Self {
            site_id: site.id.clone(),
            client_id: site.client_id.clone(),
            day: day.to_string(),
            score: reading.score,
            known: known.join(" "),
            reasons: serde_json::to_string(&reading.reasons)?,
            reckoned_at: at,
        })
    }

    fn read(self) -> Result<Kept> {
        let known = self.known.split_whitespace().filter_map(Dimension::from_word).collect();
        let reading = Reading { score: self.score, known, reasons: serde_json::from_str(&self.reasons)? };
        Ok(Kept { site_id: self.site_id, client_id: self.client_id, day: self.day, reading })
    }
}

/// Keeps how a site stands, and the day from which it stands so.
///
/// # Errors
/// Broken when the database says so.
pub fn keep(connection: &mut DbConnection, site: &Site, reading: &Reading, when: (Day, Moment)) -> Result<()> {
    let row = Row::of(site, reading, when)?;
    let earlier = health_day::table.filter(health_day::site_id.eq(&row.site_id)).filter(health_day::day.le(&row.day));
    let last: Option<(String, Option<i64>, String, String)> = earlier
        .order(health_day::day.desc())
        .select((health_day::day, health_day::score, health_day::known, health_day::reasons))
        .first(connection)
        .optional()?;
    let is_same = |(_, score, known, reasons): &(String, Option<i64>, String, String)| {
        (*score, known, reasons) == (row.score, &row.known, &row.reasons)
    };
    if !last.as_ref().is_some_and(is_same) {
        diesel::delete(health_day::table.find((&row.site_id, &row.day))).execute(connection)?;
        diesel::insert_into(health_day::table)
            .values((
                health_day::site_id.eq(&row.site_id),
                health_day::day.eq(&row.day),
                health_day::client_id.eq(&row.client_id),
                health_day::score.eq(row.score),
                health_day::known.eq(&row.known),
                health_day::reasons.eq(&row.reasons),
                health_day::reckoned_at.eq(row.reckoned_at),
            ))
            .execute(connection)?;
    }
    let saved = diesel::update(health::table.find(&row.site_id)).set(&row).execute(connection)?;
    if saved == 0 {
        diesel::insert_into(health::table).values(&row).execute(connection)?;
    }
    Ok(())
}

/// A site that was closed stands no more; how it stood is kept.
///
/// # Errors
/// Broken when the database says so.
pub fn forget(connection: &mut DbConnection, site_id: &Id<Site>) -> Result<()> {
    diesel::delete(health::table.find(site_id)).execute(connection)?;
    Ok(())
}

/// How the sites of some clients stand.
///
/// # Errors
/// Broken when the database says so.
pub fn of_clients(connection: &mut DbConnection, clients: &[Id<Client>]) -> Result<Vec<Kept>> {
    let theirs = health::table.filter(health::client_id.eq_any(clients)).order((health::client_id, health::score));
    theirs.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(Row::read).collect()
}

/// How every site stands.
///
/// # Errors
/// Broken when the database says so.
pub fn everything(connection: &mut DbConnection) -> Result<Vec<Kept>> {
    let all = health::table.order((health::client_id, health::site_id));
    all.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(Row::read).collect()
}

/// The sites that stand otherwise than on a day, with their clients, at most so many.
///
/// # Errors
/// Broken when the database says so.
pub fn changed_since(connection: &mut DbConnection, day: Day, limit: i64) -> Result<Vec<(Id<Client>, Id<Site>)>> {
    let later = health_day::table.filter(health_day::day.gt(day.to_string()));
    let changed = later.select((health_day::client_id, health_day::site_id)).distinct();
    Ok(changed.order((health_day::client_id, health_day::site_id)).limit(limit).load(connection)?)
}

/// When the sites of some clients were last reckoned.
///
/// # Errors
/// Broken when the database says so.
pub fn reckoned_at(connection: &mut DbConnection, clients: &[Id<Client>]) -> Result<Vec<(Id<Site>, Moment)>> {
    let theirs = health::table.filter(health::client_id.eq_any(clients)).order(health::site_id);
    Ok(theirs.select((health::site_id, health::reckoned_at)).load(connection)?)
}

/// How a site stood at the end of a day; none before it was first reckoned.
///
/// # Errors
/// Broken when the database says so.
pub fn on_day(connection: &mut DbConnection, site_id: &Id<Site>, day: Day) -> Result<Option<Kept>> {
    type Found = (Id<Site>, Id<Client>, String, Option<i64>, String, String, Moment);
    let until = health_day::table.filter(health_day::site_id.eq(site_id)).filter(health_day::day.le(day.to_string()));
    let found: Option<Found> = until.order(health_day::day.desc()).first(connection).optional()?;
    let read = |(site_id, client_id, day, score, known, reasons, reckoned_at): Found| {
        Row { site_id, client_id, day, score, known, reasons, reckoned_at }.read()
    };
    found.map(read).transpose()
}

/// The points of the sites of a client on some days, in the order of the days; none where it was not reckoned, or where not
/// enough was known.
///
/// # Errors
/// Broken when the database says so.
pub fn scores_on(connection: &mut DbConnection, client_id: &Id<Client>, days: &[Day]) -> Result<Vec<Vec<Option<i64>>>> {
    let rows: Vec<(String, String, Option<i64>)> = health_day::table
        .filter(health_day::client_id.eq(client_id))
        .filter(health_day::day.le(days.iter().max().map(ToString::to_string).unwrap_or_default()))
        .order((health_day::site_id, health_day::day))
        .select((health_day::site_id, health_day::day, health_day::score))
        .load(connection)?;
    let on = |day: &Day| {
        let day = day.to_string();
        let sites = rows.chunk_by(|one, other| one.0 == other.0);
        let last = |site: &[(String, String, Option<i64>)]| site.iter().rev().find(|row| row.1 <= day).map(|row| row.2);
        sites.filter_map(last).collect()
    };
    Ok(days.iter().map(on).collect())
}

/// The sites that were reckoned for a day.
///
/// # Errors
/// Broken when the database says so.
pub fn reckoned_for(connection: &mut DbConnection, day: Day) -> Result<HashSet<Id<Site>>> {
    let of_day = health::table.filter(health::day.ge(day.to_string())).select(health::site_id);
    Ok(of_day.load::<Id<Site>>(connection)?.into_iter().collect())
}

/// Up to where the record was followed.
///
/// # Errors
/// Broken when the database says so.
pub fn followed(connection: &mut DbConnection) -> Result<Option<Place>> {
    let place = (health_follow::recorded_at, health_follow::subject_id, health_follow::position);
    Ok(health_follow::table.select(place).first(connection).optional()?)
}

/// The record was followed up to here.
///
/// # Errors
/// Broken when the database says so.
pub fn follow(connection: &mut DbConnection, (recorded_at, subject_id, position): &Place) -> Result<()> {
    let place = (
        health_follow::recorded_at.eq(recorded_at),
        health_follow::subject_id.eq(subject_id),
        health_follow::position.eq(position),
    );
    let saved = diesel::update(health_follow::table.find("health")).set(place).execute(connection)?;
    match saved {
        1 => Ok(()),
        0 => {
            let first = (health_follow::id.eq("health"), place);
            diesel::insert_into(health_follow::table).values(first).execute(connection)?;
            Ok(())
        }
        _ => Err(Error::broken("the record is followed twice")),
    }
}
