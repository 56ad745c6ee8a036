//! SQL for questions and their words.

mod narrow;
mod taking;

pub use narrow::{Narrow, competencies, narrow, wordings_for, wordings_named};
pub use taking::{content_taken, is_taken, take, take_all};

use std::collections::HashSet;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Error, Id, Moment, Result};
use orders::revision::Revision;
use people::site::Site;

use super::{Choice, Origin, Question, Worded, Wording};
use crate::schema::{question, question_wording};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = question, treat_none_as_null = true)]
pub(crate) struct Row {
    id: Id<Question>,
    name: String,
    origin: Origin,
    competency: String,
    setting: String,
    source: String,
    level_thousandths: i64,
    site_id: Option<Id<Site>>,
    revision_id: Option<Id<Revision>>,
    taken_at: Moment,
    worded_at: Moment,
    retired_at: Option<Moment>,
    is_gone: i64,
    version: i64,
}

impl Row {
    fn of(one: &Question, version: i64) -> Self {
        let Question { id, name, origin, competency, setting, source, level_thousandths, .. } = one.clone();
        let Question { site_id, revision_id, taken_at, worded_at, retired_at, is_gone, .. } = one.clone();
        Self {
            id,
            name,
            origin,
            competency,
            setting,
            source,
            level_thousandths,
            site_id,
            revision_id,
            taken_at,
            worded_at,
            retired_at,
            is_gone: is_gone.into(),
            version,
        }
    }
}

impl From<Row> for Question {
    fn from(row: Row) -> Self {
        let Row { id, name, origin, competency, setting, source, level_thousandths, .. } = row;
        let Row { site_id, revision_id, taken_at, worded_at, retired_at, is_gone, version, .. } = row;
        Self {
            id,
            name,
            origin,
            competency,
            setting,
            source,
            level_thousandths,
            site_id,
            revision_id,
            taken_at,
            worded_at,
            retired_at,
            is_gone: is_gone == 1,
            version,
        }
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = question_wording, treat_none_as_null = true)]
struct WordingRow {
    id: Id<Wording>,
    question_id: Id<Question>,
    language: String,
    ask: String,
    options: String,
    key_place: i64,
    explanation: String,
    made_at: Moment,
    ended_at: Option<Moment>,
}

impl WordingRow {
    fn of(one: &Wording, made_at: Moment) -> Result<Self> {
        let Wording { id, question_id, language, worded, ended_at } = one.clone();
        let Worded { ask, options, key, explanation } = worded;
        let options = serde_json::to_string(&options).map_err(|error| Error::Broken(error.into()))?;
        let (language, key_place) = (language.code().to_owned(), i64::try_from(key).unwrap_or(i64::MAX));
        Ok(Self { id, question_id, language, ask, options, key_place, explanation, made_at, ended_at })
    }

    fn read(self) -> Result<Wording> {
        let Self { id, question_id, language, ask, options, key_place, explanation, ended_at, .. } = self;
        let language = Language::parse(&language).ok_or_else(|| Error::broken("a wording is in no language"))?;
        let options: Vec<Choice> = serde_json::from_str(&options).map_err(|error| Error::Broken(error.into()))?;
        let key = usize::try_from(key_place).ok().filter(|key| *key < options.len());
        let key = key.ok_or_else(|| Error::broken("a wording has no key"))?;
        let worded = Worded { ask, options, key, explanation };
        Ok(Wording { id, question_id, language, worded, ended_at })
    }
}

/// One question.
///
/// # Errors
/// Not found when there is none.
pub fn find(connection: &mut DbConnection, id: &Id<Question>) -> Result<Question> {
    Ok(question::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// The words that a question has now, in each of its languages, English first.
///
/// # Errors
/// Broken when the database says so.
pub fn wordings(connection: &mut DbConnection, id: &Id<Question>) -> Result<Vec<Wording>> {
    let now = question_wording::table
        .filter(question_wording::question_id.eq(id))
        .filter(question_wording::ended_at.is_null())
        .order(question_wording::language);
    let rows: Vec<WordingRow> = now.select(WordingRow::as_select()).load(connection)?;
    rows.into_iter().map(WordingRow::read).collect()
}

/// The words of a question for a reader: in their language, or else in the one that it has.
///
/// # Errors
/// Broken when it has no words.
pub fn wording_for(connection: &mut DbConnection, id: &Id<Question>, language: Language) -> Result<Wording> {
    let mut all = wordings(connection, id)?;
    let place = all.iter().position(|one| one.language == language).unwrap_or(0);
    if all.is_empty() { Err(Error::broken("a question has no words")) } else { Ok(all.swap_remove(place)) }
}

/// Words by their name, whether they are used now or were.
///
/// # Errors
/// Not found when there are none.
pub fn wording(connection: &mut DbConnection, id: &Id<Wording>) -> Result<Wording> {
    question_wording::table.find(id).select(WordingRow::as_select()).first::<WordingRow>(connection)?.read()
}

/// The names of those that their origin has, also of those that a trainer retired.
///
/// # Errors
/// Broken when the database says so.
pub fn names_there(connection: &mut DbConnection, origin: Origin) -> Result<Vec<String>> {
    let there = question::table.filter(question::origin.eq(origin)).filter(question::is_gone.eq(0));
    Ok(there.order(question::name).select(question::name).load(connection)?)
}

/// The names of all that are of other origins.
///
/// # Errors
/// Broken when the database says so.
pub fn names_of_others(connection: &mut DbConnection, origin: Origin) -> Result<HashSet<String>> {
    let others = question::table.filter(question::origin.ne(origin)).select(question::name);
    Ok(others.load::<String>(connection)?.into_iter().collect())
}

/// All that everybody may be asked and that have words in a language, with those, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn worded(connection: &mut DbConnection, language: Language) -> Result<Vec<(Question, Wording)>> {
    let asked = question::table
        .inner_join(question_wording::table)
        .filter(question::site_id.is_null())
        .filter(question::retired_at.is_null())
        .filter(question_wording::language.eq(language.code()))
        .filter(question_wording::ended_at.is_null());
    let rows: Vec<(Row, WordingRow)> =
        asked.order(question::name).select((Row::as_select(), WordingRow::as_select())).load(connection)?;
    rows.into_iter().map(|(question, wording)| Ok((question.into(), wording.read()?))).collect()
}

/// All that everybody may be asked: those of no site, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn of_everybody(connection: &mut DbConnection) -> Result<Vec<Question>> {
    let asked = question::table.filter(question::site_id.is_null()).filter(question::retired_at.is_null());
    let rows: Vec<Row> = asked.order(question::name).select(Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(Question::from).collect())
}

/// What is asked about some revisions of orders at some sites.
///
/// # Errors
/// Broken when the database says so.
pub fn of_revisions(
    connection: &mut DbConnection,
    revisions: &[Id<Revision>],
    sites: &[Id<Site>],
) -> Result<Vec<Question>> {
    let asked = question::table
        .filter(question::revision_id.eq_any(revisions))
        .filter(question::site_id.eq_any(sites))
        .filter(question::retired_at.is_null());
    let rows: Vec<Row> = asked.order(question::name).select(Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(Question::from).collect())
}

/// Which questions a list shows.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// About this competency alone.
    pub competency: Option<String>,
    /// Those that are asked no more, instead of those that are.
    pub retired: bool,
    /// After this one.
    pub after: Option<Id<Question>>,
}

/// Questions of no site, by name.
///
/// # Errors
/// Not found when there is none after which they should be.
pub fn list(connection: &mut DbConnection, wanted: &Wanted, limit: i64) -> Result<Vec<Question>> {
    let mut query = question::table.filter(question::site_id.is_null()).into_boxed();
    if let Some(competency) = &wanted.competency {
        query = query.filter(question::competency.eq(competency.clone()));
    }
    if let Some(after) = &wanted.after {
        // Two origins may have a question of the same name.
        let name = find(connection, after)?.name;
        let same = question::name.eq(name.clone()).and(question::id.gt(after.clone()));
        query = query.filter(question::name.gt(name).or(same));
    }
    query = match wanted.retired {
        true => query.filter(question::retired_at.is_not_null()),
        false => query.filter(question::retired_at.is_null()),
    };
    let rows: Vec<Row> =
        query.order((question::name, question::id)).limit(limit).select(Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(Question::from).collect())
}

/// Saves a question, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Question) -> Result<()> {
    let row = question::table.find(&changed.id).filter(question::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
