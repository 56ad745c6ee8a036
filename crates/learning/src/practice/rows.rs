//! SQL for practice.

use std::collections::BTreeMap;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Day, Error, Id, Moment, Result};
use people::staff::StaffMember;

use super::Practice;
use crate::card::{self, Card};
use crate::question::{self, Question};
use crate::schema::{answer, card as cards, practice, question as questions, question_wording};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = practice, treat_none_as_null = true)]
struct Row {
    id: Id<Practice>,
    staff_id: Id<StaffMember>,
    practised_at: Moment,
    asked: i64,
    right_answers: i64,
}

impl Row {
    fn of(one: &Practice) -> Self {
        let Practice { id, staff_id, practised_at, asked, right_answers } = one.clone();
        Self { id, staff_id, practised_at, asked, right_answers }
    }
}

impl From<Row> for Practice {
    fn from(Row { id, staff_id, practised_at, asked, right_answers }: Row) -> Self {
        Self { id, staff_id, practised_at, asked, right_answers }
    }
}

/// A practice of an officer.
///
/// # Errors
/// Not found when it is none of theirs.
pub fn find(connection: &mut DbConnection, staff_id: &Id<StaffMember>, id: &Id<Practice>) -> Result<Practice> {
    let theirs = practice::table.filter(practice::id.eq(id)).filter(practice::staff_id.eq(staff_id));
    Ok(theirs.select(Row::as_select()).first::<Row>(connection)?.into())
}

/// The practices of an officer since a moment, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn since(connection: &mut DbConnection, staff_id: &Id<StaffMember>, since: Moment) -> Result<Vec<Practice>> {
    let theirs = practice::table.filter(practice::staff_id.eq(staff_id)).filter(practice::practised_at.ge(since));
    let ordered = theirs.order((practice::practised_at.desc(), practice::id.desc()));
    Ok(ordered.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(Practice::from).collect())
}

/// Adds a practice.
///
/// # Errors
/// Refused when it was handed in before.
pub fn insert(connection: &mut DbConnection, new: &Practice) -> Result<()> {
    let inserted = diesel::insert_into(practice::table).values(Row::of(new)).execute(connection);
    match inserted.map_err(Error::from) {
        Err(error) if error.is_duplicate() => Err(Error::refused("practice-there")),
        inserted => inserted.map(drop),
    }
}

/// Saves what was counted.
///
/// # Errors
/// Broken when the database says so.
pub fn save(connection: &mut DbConnection, changed: &Practice) -> Result<()> {
    diesel::update(practice::table.find(&changed.id)).set(Row::of(changed)).execute(connection)?;
    Ok(())
}

/// The questions for everybody that are due for an officer by a day, in a language that they read, those first that wait
/// longest, with their cards.
///
/// # Errors
/// Broken when the database says so.
pub fn due(
    connection: &mut DbConnection,
    (staff_id, day): (&Id<StaffMember>, Day),
    language: Language,
    limit: i64,
) -> Result<Vec<(Question, Card)>> {
    let languages = language.or_english();
    let due = due_by(staff_id, day.to_string(), &languages).order((cards::due_on, cards::question_id)).limit(limit);
    let rows: Vec<(question::rows::Row, card::rows::Row)> =
        due.select((question::rows::Row::as_select(), card::rows::Row::as_select())).load(connection)?;
    rows.into_iter().map(|(question, card)| Ok((question.into(), card.read()?))).collect()
}

/// How many questions for everybody are due for an officer by a day, in a language that they read.
///
/// # Errors
/// Broken when the database says so.
pub fn count_due(
    connection: &mut DbConnection,
    (staff_id, day): (&Id<StaffMember>, Day),
    language: Language,
) -> Result<i64> {
    let languages = language.or_english();
    Ok(due_by(staff_id, day.to_string(), &languages).count().get_result(connection)?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn due_by<'a>(staff_id: &'a Id<StaffMember>, day: String, languages: &'a [Language]) -> _ {
    let worded: spoken = spoken(languages);
    cards::table
        .inner_join(questions::table)
        .filter(cards::staff_id.eq(staff_id))
        .filter(cards::due_on.le(day))
        .filter(questions::id.eq_any(worded))
        .filter(questions::retired_at.is_null())
        .filter(questions::site_id.is_null())
}

/// Of each competency that is asked in a language that an officer reads, how many questions they have begun to practise.
///
/// # Errors
/// Broken when the database says so.
pub fn begun(
    connection: &mut DbConnection,
    staff_id: &Id<StaffMember>,
    language: Language,
) -> Result<BTreeMap<String, i64>> {
    let asked = questions::table
        .filter(questions::retired_at.is_null())
        .filter(questions::site_id.is_null())
        .filter(questions::id.eq_any(spoken(&language.or_english())));
    let all: Vec<String> = asked.select(questions::competency).distinct().load(connection)?;
    let theirs = cards::table.inner_join(questions::table).filter(cards::staff_id.eq(staff_id));
    let begun: Vec<(String, i64)> = theirs
        .group_by(questions::competency)
        .select((questions::competency, diesel::dsl::count_star()))
        .load(connection)?;
    let mut counts: BTreeMap<String, i64> = all.into_iter().map(|competency| (competency, 0)).collect();
    for (competency, count) in begun {
        counts.entry(competency).and_modify(|there| *there = count);
    }
    Ok(counts)
}

/// Questions of a competency that an officer never practised and that have words in one of some languages, the easiest first.
///
/// # Errors
/// Broken when the database says so.
pub fn never_practised(
    connection: &mut DbConnection,
    (staff_id, competency): (&Id<StaffMember>, &str),
    languages: &[Language],
    limit: i64,
) -> Result<Vec<Question>> {
    let practised = cards::table.filter(cards::staff_id.eq(staff_id)).select(cards::question_id);
    let new = questions::table
        .filter(questions::competency.eq(competency))
        .filter(questions::retired_at.is_null())
        .filter(questions::site_id.is_null())
        .filter(questions::id.ne_all(practised))
        .filter(questions::id.eq_any(spoken(languages)))
        .order((questions::level_thousandths, questions::name))
        .limit(limit);
    let rows: Vec<question::rows::Row> = new.select(question::rows::Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(Question::from).collect())
}

/// The questions that have words in one of some languages.
#[diesel::dsl::auto_type]
fn spoken(languages: &[Language]) -> _ {
    let codes: Vec<&'static str> = languages.iter().map(|language| language.code()).collect();
    question_wording::table
        .filter(question_wording::language.eq_any(codes))
        .filter(question_wording::ended_at.is_null())
        .select(question_wording::question_id)
}

/// Of an officer's reviews since a moment, but first ones: how many were right, of how many.
///
/// # Errors
/// Broken when the database says so.
pub fn remembered(connection: &mut DbConnection, staff_id: &Id<StaffMember>, since: Moment) -> Result<(i64, i64)> {
    let reviews = answer::table
        .filter(answer::staff_id.eq(staff_id))
        .filter(answer::answered_at.ge(since))
        .filter(answer::is_review.eq(1))
        .filter(answer::is_first.eq(0));
    let all: i64 = reviews.count().get_result(connection)?;
    let right: i64 = reviews.filter(answer::is_right.eq(1)).count().get_result(connection)?;
    Ok((right, all))
}
