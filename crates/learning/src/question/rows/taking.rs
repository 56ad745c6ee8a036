//! Taking questions in: what is there under a name gets the words that came.

use std::collections::HashMap;

use diesel::prelude::*;

use super::{
    DbConnection, Id, Language, Moment, Origin, Question, Result, Row, Worded, Wording, WordingRow, question,
    question_wording, save,
};
use crate::question::{NewQuestion, Rewording, Taken};
use crate::schema::content_taken;

/// Whether this content was the last that was taken in.
///
/// # Errors
/// Broken when the database says so.
pub fn is_taken(connection: &mut DbConnection, digest: &str) -> Result<bool> {
    let newest = content_taken::table.order(content_taken::taken_at.desc()).select(content_taken::digest);
    Ok(newest.first::<String>(connection).optional()?.as_deref() == Some(digest))
}

/// This content is the last that was taken in.
///
/// # Errors
/// Broken when the database says so.
pub fn content_taken(connection: &mut DbConnection, digest: &str, now: Moment) -> Result<()> {
    diesel::delete(content_taken::table.find(digest)).execute(connection)?;
    let values = (content_taken::digest.eq(digest), content_taken::taken_at.eq(now));
    diesel::insert_into(content_taken::table).values(values).execute(connection)?;
    Ok(())
}

/// Takes these questions in, which are all of their origin, in all their languages: others of it are gone, and asked no more
/// until they come back.
///
/// # Errors
/// Broken when the database says so.
pub fn take_all(connection: &mut DbConnection, origin: Origin, all: &[NewQuestion], now: Moment) -> Result<Taken> {
    let taken = take_in(connection, origin, (all, true), now)?;
    let asked: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
    let others = question::table
        .filter(question::origin.eq(origin))
        .filter(question::retired_at.is_null())
        .filter(question::name.ne_all(asked));
    let gone =
        (question::retired_at.eq(Some(now)), question::is_gone.eq(1), question::version.eq(question::version + 1));
    let gone = diesel::update(others).set(gone).execute(connection)?;
    Ok(Taken { retired: gone, ..taken })
}

/// Takes these questions in. There may be others of their origin, and words for them in other languages.
///
/// # Errors
/// Broken when the database says so.
pub fn take(connection: &mut DbConnection, origin: Origin, brought: &[NewQuestion], now: Moment) -> Result<Taken> {
    take_in(connection, origin, (brought, false), now)
}

fn take_in(
    connection: &mut DbConnection,
    origin: Origin,
    (brought, is_all): (&[NewQuestion], bool),
    now: Moment,
) -> Result<Taken> {
    let known: Vec<Row> =
        question::table.filter(question::origin.eq(origin)).select(Row::as_select()).load(connection)?;
    let mut known: HashMap<String, Question> =
        known.into_iter().map(Question::from).map(|one| (one.name.clone(), one)).collect();
    let mut words = words_of(connection, origin)?;
    let mut taken = Taken::default();
    for new in brought {
        let Some(there) = known.remove(&new.name) else {
            let question = Question::taken(new, origin, now);
            diesel::insert_into(question::table).values(Row::of(&question, 0)).execute(connection)?;
            for (language, worded) in &new.words {
                word(connection, &question.id, (*language, worded), now)?;
            }
            taken.added += 1;
            continue;
        };
        let asked = words.remove(&there.id).unwrap_or_default();
        let rewording = match Rewording::of(&asked, &new.words, is_all) {
            Ok(rewording) => rewording,
            Err(misfit) => {
                taken.unfit.push((new.name.clone(), misfit));
                continue;
            }
        };
        reword(connection, &there.id, &rewording, now)?;
        if rewording.ends_another {
            taken.ended.push(new.name.clone());
        }
        if !rewording.beside.is_empty() {
            taken.beside.push(new.name.clone());
        }
        let worded_at = if rewording.end.is_empty() { there.worded_at } else { now };
        let described = Question { worded_at, ..there.clone().described(new) };
        if described != there {
            save(connection, &described)?;
        }
        if rewording.is_nothing() && described == there {
            taken.same += 1;
        } else {
            taken.reworded += 1;
        }
    }
    Ok(taken)
}

/// The words that are used, of all questions of an origin.
fn words_of(connection: &mut DbConnection, origin: Origin) -> Result<HashMap<Id<Question>, Vec<Wording>>> {
    let used = question_wording::table
        .inner_join(question::table)
        .filter(question::origin.eq(origin))
        .filter(question_wording::ended_at.is_null());
    let rows: Vec<WordingRow> = used.select(WordingRow::as_select()).load(connection)?;
    let mut words: HashMap<Id<Question>, Vec<Wording>> = HashMap::new();
    for row in rows {
        let wording = row.read()?;
        words.entry(wording.question_id.clone()).or_default().push(wording);
    }
    Ok(words)
}

/// Ends the words of a question that are asked no more, and gives it those that begin. What it said before in the same words
/// is asked again: who answered that has answered this.
fn reword(connection: &mut DbConnection, id: &Id<Question>, rewording: &Rewording<'_>, now: Moment) -> Result<()> {
    let ended: Vec<&Id<Wording>> = rewording.end.iter().map(|there| &there.id).collect();
    let ended = question_wording::table.filter(question_wording::id.eq_any(ended));
    diesel::update(ended).set(question_wording::ended_at.eq(Some(now))).execute(connection)?;
    for (language, worded) in &rewording.begin {
        match ended_with(connection, id, (*language, worded))? {
            Some(before) => {
                let again = question_wording::ended_at.eq(None::<Moment>);
                diesel::update(question_wording::table.find(before)).set(again).execute(connection)?;
            }
            None => word(connection, id, (*language, worded), now)?,
        }
    }
    Ok(())
}

/// The words of a question that are asked no more and say the same.
fn ended_with(
    connection: &mut DbConnection,
    id: &Id<Question>,
    (language, worded): (Language, &Worded),
) -> Result<Option<Id<Wording>>> {
    let ended = question_wording::table
        .filter(question_wording::question_id.eq(id))
        .filter(question_wording::language.eq(language.code()))
        .filter(question_wording::ended_at.is_not_null())
        .order((question_wording::made_at.desc(), question_wording::id.desc()));
    let rows: Vec<WordingRow> = ended.select(WordingRow::as_select()).load(connection)?;
    for row in rows {
        let before = row.read()?;
        if before.worded == *worded {
            return Ok(Some(before.id));
        }
    }
    Ok(None)
}

fn word(
    connection: &mut DbConnection,
    question_id: &Id<Question>,
    (language, worded): (Language, &Worded),
    now: Moment,
) -> Result<()> {
    let (question_id, worded) = (question_id.clone(), worded.clone());
    let wording = Wording { id: Id::fresh(), question_id, language, worded, ended_at: None };
    diesel::insert_into(question_wording::table).values(WordingRow::of(&wording, now)?).execute(connection)?;
    Ok(())
}
