//! SQL for what the public answered.

use std::collections::HashMap;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Day, Id, Result, secret};
use listening::sign::{self, Sign};
use people::site::Site;
use people::work::Work;

use super::Pulse;
use super::rules::Given;
use crate::schema::pulse_answer as answer;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = answer)]
struct Row {
    id: String,
    site_id: Id<Site>,
    sign_code: String,
    given_on: String,
    safe: Option<i64>,
    treated: Option<i64>,
    language: String,
    comment: Option<String>,
}

/// Adds an answer, under a name that is drawn by lot.
///
/// # Errors
/// Broken when the database says so, or the system has no random numbers.
pub fn insert(connection: &mut DbConnection, sign: &Sign, pulse: &Pulse, given_on: Day) -> Result<()> {
    let row = Row {
        id: secret::token()?,
        site_id: sign.site_id.clone(),
        sign_code: sign.code.clone(),
        given_on: given_on.to_string(),
        safe: pulse.safe,
        treated: pulse.treated,
        language: pulse.language.code().to_owned(),
        comment: pulse.comment.clone(),
    };
    diesel::insert_into(answer::table).values(row).execute(connection)?;
    Ok(())
}

/// What was answered at a site within reach since a day, that one included, the newest day first.
///
/// # Errors
/// Not found when the site is out of reach.
pub(crate) fn since(work: &mut Work<'_>, site_id: &Id<Site>, day: Day) -> Result<Vec<Given>> {
    let signs = sign::rows::of_site(work, site_id)?;
    let places: HashMap<String, String> = signs.into_iter().map(|sign| (sign.code, sign.place)).collect();
    let rows: Vec<Row> = answer::table
        .filter(answer::site_id.eq(site_id))
        .filter(answer::given_on.ge(day.to_string()))
        .order((answer::given_on.desc(), answer::id))
        .select(Row::as_select())
        .load(work.connection)?;
    let given = |row: Row| Given {
        sign: (row.sign_code.clone(), places.get(&row.sign_code).cloned().unwrap_or_default()),
        given_on: row.given_on,
        pulse: Pulse {
            safe: row.safe,
            treated: row.treated,
            language: Language::parse(&row.language).unwrap_or_default(),
            comment: row.comment,
        },
    };
    Ok(rows.into_iter().map(given).collect())
}
