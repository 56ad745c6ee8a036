//! SQL for what the public answered.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Day, Error, Id, Result, secret};
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

/// How many at a site answered on a day which step of how they were treated.
pub(crate) type Treated = (Id<Site>, Day, i64, u64);

/// How the public says that it was treated, from one day until before another.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn treated(connection: &mut DbConnection, (from, before): (Day, Day)) -> Result<Vec<Treated>> {
    let given =
        answer::table.filter(answer::given_on.ge(from.to_string()).and(answer::given_on.lt(before.to_string())));
    let groups =
        given.filter(answer::treated.is_not_null()).group_by((answer::site_id, answer::given_on, answer::treated));
    let selected = groups.select((answer::site_id, answer::given_on, answer::treated, count_star()));
    let mut found = Vec::new();
    for (site_id, day, step, count) in selected.load::<(Id<Site>, String, Option<i64>, i64)>(connection)? {
        let day = day.parse().map_err(|_| Error::broken("a row holds no day"))?;
        if let (Some(step), Ok(count)) = (step, u64::try_from(count)) {
            found.push((site_id, day, step, count));
        }
    }
    Ok(found)
}
