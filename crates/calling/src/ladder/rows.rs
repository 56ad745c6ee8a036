//! SQL for ladders.

use agreement::contract::Severity;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Result};
use people::site::Site;

use super::{Ladder, Rung, Scope, Step, Which};
use crate::schema::ladder;

/// A ladder of one's own, as it is kept: the usual one before it was ever changed.
pub(super) struct Own {
    id: Option<String>,
    /// Its rungs; none when it is as usual.
    pub(super) rungs: Option<Vec<Rung>>,
    /// Grows with each change.
    pub(super) version: i64,
}

/// The ladders that hold at a site: its own over the organization's over the usual ones.
///
/// # Errors
/// Broken when the database says so.
pub fn of(connection: &mut DbConnection, site_id: &Id<Site>) -> Result<Ladder> {
    let under = of_scope(connection, &Scope::Organization, Ladder::default())?;
    of_scope(connection, &Scope::Site(site_id.clone()), under)
}

/// The ladders that hold where a site has none of its own.
///
/// # Errors
/// Broken when the database says so.
pub fn of_organization(connection: &mut DbConnection) -> Result<Ladder> {
    of_scope(connection, &Scope::Organization, Ladder::default())
}

/// A ladder with those of a scope over it.
fn of_scope(connection: &mut DbConnection, scope: &Scope, under: Ladder) -> Result<Ladder> {
    let found = changed(connection, scope)?;
    Ok(found.into_iter().fold(under, |ladder, ((severity, step), rungs)| ladder.with(severity, step, rungs)))
}

/// The ladders that were changed, each for its promise.
type Changed = Vec<((Severity, Step), Vec<Rung>)>;

/// What was changed in a scope.
pub(super) fn changed(connection: &mut DbConnection, scope: &Scope) -> Result<Changed> {
    let rows: Vec<(Severity, Step, Option<String>)> = ladder::table
        .filter(ladder::scope_id.eq(scope.id()))
        .filter(ladder::rungs.is_not_null())
        .select((ladder::severity, ladder::step, ladder::rungs))
        .load(connection)?;
    let rungs = |text: Option<String>| parse(&text.unwrap_or_default());
    rows.into_iter().map(|(severity, step, text)| Ok(((severity, step), rungs(text)?))).collect()
}

/// The ladder of one promise in one scope.
pub(super) fn own(connection: &mut DbConnection, which: &Which) -> Result<Own> {
    let row: Option<(String, Option<String>, i64)> = ladder::table
        .filter(ladder::scope_id.eq(which.scope.id()))
        .filter(ladder::severity.eq(which.severity))
        .filter(ladder::step.eq(which.step))
        .select((ladder::id, ladder::rungs, ladder::version))
        .first(connection)
        .optional()?;
    let Some((id, text, version)) = row else { return Ok(Own { id: None, rungs: None, version: 0 }) };
    Ok(Own { id: Some(id), rungs: text.map(|text| parse(&text)).transpose()?, version })
}

/// Saves the ladder of one promise over one that was looked at: its name.
///
/// # Errors
/// Refused when somebody else saved one meanwhile.
pub(super) fn save(
    connection: &mut DbConnection,
    which: &Which,
    before: &Own,
    rungs: Option<&[Rung]>,
) -> Result<String> {
    let texts: Option<Vec<String>> = rungs.map(|rungs| rungs.iter().map(Rung::text).collect());
    let text = texts.map(|texts| serde_json::to_string(&texts)).transpose()?;
    let Some(id) = &before.id else {
        let id = Id::<Ladder>::fresh().to_string();
        diesel::insert_into(ladder::table)
            .values((
                ladder::id.eq(&id),
                ladder::scope_id.eq(which.scope.id()),
                ladder::severity.eq(which.severity),
                ladder::step.eq(which.step),
                ladder::rungs.eq(text),
                ladder::version.eq(1),
            ))
            .execute(connection)?;
        return Ok(id);
    };
    let row = ladder::table.find(id).filter(ladder::version.eq(before.version));
    let saved = diesel::update(row)
        .set((ladder::rungs.eq(text), ladder::version.eq(before.version + 1)))
        .execute(connection)?;
    if saved == 1 { Ok(id.clone()) } else { Err(Error::refused("changed-meanwhile")) }
}

fn parse(text: &str) -> Result<Vec<Rung>> {
    let texts: Vec<String> = serde_json::from_str(text)?;
    let unknown = |text: &String| Error::broken(format!("a ladder has the rung {text:?}, which nobody can read"));
    texts.iter().map(|text| Rung::parse(text).ok_or_else(|| unknown(text))).collect()
}
