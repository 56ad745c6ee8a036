//! SQL for exams and their questions.

mod questions;

pub use questions::{InWords, drawn_since, insert_questions, question, questions, save_question};

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Error, Id, Moment, Result};
use people::staff::{Role, StaffMember};
use people::work::Work;

use super::{Exam, Found, Kind, Why};
use crate::paper::Short;
use crate::schema::exam;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = exam, treat_none_as_null = true)]
struct Row {
    id: Id<Exam>,
    staff_id: Id<StaffMember>,
    kind: Kind,
    blueprint: String,
    unit: Option<String>,
    language: String,
    seed: i64,
    begun_at: Moment,
    ends_at: Option<Moment>,
    beat_at: Moment,
    given_back_seconds: i64,
    closed_at: Option<Moment>,
    closed_why: Option<Why>,
    asked: i64,
    pass_mark: i64,
    right_answers: Option<i64>,
    short_of: Option<String>,
    foretold_millionths: Option<i64>,
    ability_thousandths: Option<i64>,
    error_thousandths: Option<i64>,
    voided_at: Option<Moment>,
    voided_why: Option<String>,
    version: i64,
}

impl Row {
    fn of(one: &Exam, version: i64) -> Result<Self> {
        let Exam { id, staff_id, kind, blueprint, unit, seed, begun_at, ends_at, beat_at, .. } = one.clone();
        let Exam { given_back_seconds, closed_at, closed_why, asked, pass_mark, right_answers, .. } = one.clone();
        let (voided_at, voided_why) = one.voided.clone().unzip();
        let short_of = if one.short_of.is_empty() { None } else { Some(serde_json::to_string(&one.short_of)?) };
        Ok(Self {
            id,
            staff_id,
            kind,
            blueprint,
            unit,
            language: one.language.code().to_owned(),
            seed,
            begun_at,
            ends_at,
            beat_at,
            given_back_seconds,
            closed_at,
            closed_why,
            asked,
            pass_mark,
            right_answers,
            short_of,
            foretold_millionths: one.foretold_millionths,
            ability_thousandths: one.found.map(|found| found.ability_thousandths),
            error_thousandths: one.found.map(|found| found.error_thousandths),
            voided_at,
            voided_why,
            version,
        })
    }

    fn read(self) -> Result<Exam> {
        let language = Language::parse(&self.language).ok_or_else(|| Error::broken("an exam is in no language"))?;
        let short_of: Vec<Short> = self.short_of.as_deref().map_or(Ok(Vec::new()), serde_json::from_str)?;
        let found = self.ability_thousandths.zip(self.error_thousandths);
        Ok(Exam {
            id: self.id,
            staff_id: self.staff_id,
            kind: self.kind,
            blueprint: self.blueprint,
            unit: self.unit,
            language,
            seed: self.seed,
            begun_at: self.begun_at,
            ends_at: self.ends_at,
            beat_at: self.beat_at,
            given_back_seconds: self.given_back_seconds,
            closed_at: self.closed_at,
            closed_why: self.closed_why,
            asked: self.asked,
            pass_mark: self.pass_mark,
            right_answers: self.right_answers,
            short_of,
            foretold_millionths: self.foretold_millionths,
            found: found
                .map(|(ability_thousandths, error_thousandths)| Found { ability_thousandths, error_thousandths }),
            voided: self.voided_at.zip(self.voided_why),
            version: self.version,
        })
    }
}

/// An exam: one's own; and for those who see to it that officers learn, anybody's that is over.
///
/// # Errors
/// Not found when there is none within reach.
pub fn find(work: &mut Work<'_>, id: &Id<Exam>) -> Result<Exam> {
    let found = any(work.connection, id)?;
    let mine = found.staff_id.as_str() == work.me.actor.id;
    let for_trainers = found.closed_at.is_some() && work.me.has_role(&[Role::Trainer, Role::Administrator]);
    if mine || for_trainers { Ok(found) } else { Err(Error::NotFound) }
}

/// One's own exam of a kind.
///
/// # Errors
/// Not found when there is none.
pub fn mine(work: &mut Work<'_>, id: &Id<Exam>, kind: Kind) -> Result<Exam> {
    let found = any(work.connection, id)?;
    let mine = found.staff_id.as_str() == work.me.actor.id && found.kind == kind;
    if mine { Ok(found) } else { Err(Error::NotFound) }
}

/// An exam of whomever.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Exam>) -> Result<Exam> {
    exam::table.find(id).select(Row::as_select()).first::<Row>(connection)?.read()
}

/// Some exams by their names.
///
/// # Errors
/// Broken when the database says so.
pub fn some(connection: &mut DbConnection, ids: &[&Id<Exam>]) -> Result<HashMap<Id<Exam>, Exam>> {
    let rows: Vec<Row> = exam::table.filter(exam::id.eq_any(ids)).select(Row::as_select()).load(connection)?;
    let read = |row: Row| row.read().map(|exam| (exam.id.clone(), exam));
    rows.into_iter().map(read).collect()
}

/// The exam of a kind that an officer has under way.
///
/// # Errors
/// Broken when the database says so.
pub fn under_way(connection: &mut DbConnection, staff_id: &Id<StaffMember>, kind: Kind) -> Result<Option<Exam>> {
    let open =
        exam::table.filter(exam::staff_id.eq(staff_id)).filter(exam::kind.eq(kind)).filter(exam::closed_at.is_null());
    open.select(Row::as_select()).first::<Row>(connection).optional()?.map(Row::read).transpose()
}

/// All exams under way that have a clock.
///
/// # Errors
/// Broken when the database says so.
pub fn against_the_clock(connection: &mut DbConnection) -> Result<Vec<Exam>> {
    let open = exam::table.filter(exam::closed_at.is_null()).filter(exam::ends_at.is_not_null()).order(exam::id);
    let rows: Vec<Row> = open.select(Row::as_select()).load(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// The exams of an officer that are over, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn past(connection: &mut DbConnection, staff_id: &Id<StaffMember>, kind: Kind, limit: i64) -> Result<Vec<Exam>> {
    let over = exam::table
        .filter(exam::staff_id.eq(staff_id))
        .filter(exam::kind.eq(kind))
        .filter(exam::closed_at.is_not_null())
        .order((exam::begun_at.desc(), exam::id.desc()));
    let rows: Vec<Row> = over.limit(limit).select(Row::as_select()).load(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// The exams of everybody that are over, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn taken(connection: &mut DbConnection, limit: i64) -> Result<Vec<Exam>> {
    let over = exam::table
        .filter(exam::kind.eq(Kind::Exam))
        .filter(exam::closed_at.is_not_null())
        .order((exam::begun_at.desc(), exam::id.desc()));
    let rows: Vec<Row> = over.limit(limit).select(Row::as_select()).load(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// What was foretold of exams that are over and were not voided, in millionths, with whether they were passed.
///
/// # Errors
/// Broken when the database says so.
pub fn foretold(connection: &mut DbConnection) -> Result<Vec<(i64, bool)>> {
    let over = exam::table
        .filter(exam::kind.eq(Kind::Exam))
        .filter(exam::closed_at.is_not_null())
        .filter(exam::voided_at.is_null())
        .filter(exam::foretold_millionths.is_not_null());
    let wanted = (exam::foretold_millionths.assume_not_null(), exam::right_answers, exam::pass_mark);
    let rows: Vec<(i64, Option<i64>, i64)> = over.select(wanted).load(connection)?;
    Ok(rows.into_iter().filter_map(|(foretold, right, mark)| Some((foretold, right? >= mark))).collect())
}

/// The names of all that were voided, as answers name them.
///
/// # Errors
/// Broken when the database says so.
pub fn voided(connection: &mut DbConnection) -> Result<HashSet<String>> {
    let all: Vec<String> = exam::table.filter(exam::voided_at.is_not_null()).select(exam::id).load(connection)?;
    Ok(all.into_iter().collect())
}

/// Adds an exam.
///
/// # Errors
/// Broken when the database says so, a duplicate when the officer has one of its kind under way.
pub fn insert(connection: &mut DbConnection, new: &Exam) -> Result<()> {
    diesel::insert_into(exam::table).values(Row::of(new, new.version)?).execute(connection)?;
    Ok(())
}

/// Saves an exam, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Exam) -> Result<()> {
    let row = exam::table.find(&changed.id).filter(exam::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)?).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}

/// The clocks of these exams are watched now. It changes nothing that anybody sees, so it is no deed.
///
/// # Errors
/// Broken when the database says so.
pub fn beat(connection: &mut DbConnection, ids: &[Id<Exam>], now: Moment) -> Result<()> {
    let open = exam::table.filter(exam::id.eq_any(ids)).filter(exam::closed_at.is_null());
    diesel::update(open).set(exam::beat_at.eq(now)).execute(connection)?;
    Ok(())
}
