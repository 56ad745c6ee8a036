//! SQL for alerts.

use std::collections::HashMap;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};
use people::staff::{self, StaffMember};

use super::{Alert, Whom};
use crate::concern::{Case, Concern};
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
    /// When.
    pub told_at: Moment,
}

/// Everybody who was told of a concern, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_concern(connection: &mut DbConnection, id: &Id<Concern>) -> Result<Vec<Told>> {
    let told: Vec<(Whom, Id<StaffMember>, Moment)> = alert::table
        .filter(alert::concern_id.eq(id))
        .order((alert::told_at.desc(), alert::id.desc()))
        .select((alert::whom, alert::staff_id, alert::told_at))
        .load(connection)?;
    let names = staff::rows::names(connection, told.iter().map(|(_, staff_id, _)| staff_id).collect())?;
    let name = |staff_id| names.get(staff_id).cloned().unwrap_or_default();
    Ok(told
        .iter()
        .map(|(whom, staff_id, told_at)| Told { whom: *whom, name: name(staff_id), told_at: *told_at })
        .collect())
}

/// Who was told last of each of these concerns, and when.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn newest(
    connection: &mut DbConnection,
    ids: Vec<&Id<Concern>>,
) -> Result<HashMap<Id<Concern>, (String, Moment)>> {
    let told: Vec<(Id<Concern>, Id<StaffMember>, Moment)> = alert::table
        .filter(alert::concern_id.eq_any(ids))
        .order((alert::told_at, alert::id))
        .select((alert::concern_id, alert::staff_id, alert::told_at))
        .load(connection)?;
    let names = staff::rows::names(connection, told.iter().map(|(_, staff_id, _)| staff_id).collect())?;
    let name = |staff_id| names.get(staff_id).cloned().unwrap_or_default();
    Ok(told.iter().map(|(id, staff_id, told_at)| (id.clone(), (name(staff_id), *told_at))).collect())
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
