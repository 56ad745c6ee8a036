//! SQL for alerts.

use std::collections::HashMap;

use calling::ladder::{Way, Whom};
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};
use people::staff::{self, StaffMember};

use super::Alert;
use crate::concern::{Case, Concern};
use crate::promise::Promise;
use crate::schema::{alert, concern, promise};

/// Saves how far the ladders of a case were climbed, and who was told. The version of the concern
/// stays: whoever is writing an answer meanwhile is not disturbed.
///
/// # Errors
/// Refused when the concern changed meanwhile.
pub(super) fn save(connection: &mut DbConnection, case: &Case, alerts: &[Alert]) -> Result<()> {
    let row = concern::table.find(&case.concern.id).filter(concern::version.eq(case.concern.version));
    let saved = diesel::update(row).set(concern::next_alert_at.eq(case.concern.next_alert_at)).execute(connection)?;
    if saved != 1 {
        return Err(Error::refused("concern-changed-meanwhile"));
    }
    for climbed in case.promises.iter().filter(|promise| promise.is_owed()) {
        diesel::update(promise::table.find(&climbed.id)).set(promise::told.eq(climbed.told)).execute(connection)?;
    }
    for told in alerts {
        diesel::insert_into(alert::table)
            .values((
                alert::id.eq(&told.id),
                alert::concern_id.eq(&told.concern_id),
                alert::promise_id.eq(&told.promise_id),
                alert::whom.eq(told.whom),
                alert::staff_id.eq(&told.staff_id),
                alert::way.eq(told.way),
                alert::told_at.eq(told.told_at),
            ))
            .execute(connection)?;
    }
    Ok(())
}

/// Who was told of a concern, as a page shows it.
#[derive(Debug, Clone)]
pub struct Told {
    /// On which rung they stand.
    pub whom: Whom,
    /// What they are called.
    pub name: String,
    /// By which way they were told.
    pub way: Way,
    /// When.
    pub told_at: Moment,
}

/// Every alert of a concern, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn alerts_of(connection: &mut DbConnection, id: &Id<Concern>) -> Result<Vec<Alert>> {
    type Row = (Id<Alert>, Id<Concern>, Id<Promise>, Whom, Id<StaffMember>, Way, Moment);
    let rows: Vec<Row> = alert::table
        .filter(alert::concern_id.eq(id))
        .order((alert::told_at.desc(), alert::id.desc()))
        .select((
            alert::id,
            alert::concern_id,
            alert::promise_id,
            alert::whom,
            alert::staff_id,
            alert::way,
            alert::told_at,
        ))
        .load(connection)?;
    let read = |(id, concern_id, promise_id, whom, staff_id, way, told_at): Row| Alert {
        id,
        concern_id,
        promise_id,
        whom,
        staff_id,
        way,
        told_at,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Everybody who was told of a concern, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_concern(connection: &mut DbConnection, id: &Id<Concern>) -> Result<Vec<Told>> {
    let alerts = alerts_of(connection, id)?;
    let names = staff::rows::names(connection, alerts.iter().map(|alert| &alert.staff_id).collect())?;
    let told = |alert: Alert| Told {
        whom: alert.whom,
        name: names.get(&alert.staff_id).cloned().unwrap_or_default(),
        way: alert.way,
        told_at: alert.told_at,
    };
    Ok(alerts.into_iter().map(told).collect())
}

/// Who was told last of a concern.
#[derive(Debug, Clone)]
pub struct Last {
    /// What they are called.
    pub name: String,
    /// By which way.
    pub way: Way,
    /// When.
    pub told_at: Moment,
}

/// Who was told last of each of these concerns.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn newest(connection: &mut DbConnection, ids: Vec<&Id<Concern>>) -> Result<HashMap<Id<Concern>, Last>> {
    let told: Vec<(Id<Concern>, Id<StaffMember>, Way, Moment)> = alert::table
        .filter(alert::concern_id.eq_any(ids))
        .order((alert::told_at, alert::id))
        .select((alert::concern_id, alert::staff_id, alert::way, alert::told_at))
        .load(connection)?;
    let names = staff::rows::names(connection, told.iter().map(|(_, staff_id, ..)| staff_id).collect())?;
    let name = |staff_id| names.get(staff_id).cloned().unwrap_or_default();
    let last = told
        .iter()
        .map(|(id, staff_id, way, told_at)| (id.clone(), Last { name: name(staff_id), way: *way, told_at: *told_at }));
    Ok(last.collect())
}

/// The concerns at which somebody is to be told by now.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn due(connection: &mut DbConnection, now: Moment, limit: i64) -> Result<Vec<Id<Concern>>> {
    Ok(concern::table
        .filter(concern::next_alert_at.le(now))
        .order((concern::next_alert_at, concern::id))
        .limit(limit)
        .select(concern::id)
        .load(connection)?)
}
