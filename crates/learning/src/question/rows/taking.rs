//! Taking questions in: what is there under a name gets the words that came.

use std::collections::HashMap;

use diesel::prelude::*;

use super::{
    DbConnection, Id, Language, Moment, Origin, Question, Result, Row, Worded, Wording, WordingRow, question,
    question_wording, save,
};
use crate::question::{NewQuestion, Taken};
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

/// Takes these questions in, which are all of their origin: others of it are gone, and asked no more until they come back.
///
/// # Errors
/// Broken when the database says so.
pub fn take_all(connection: &mut DbConnection, origin: Origin, all: &[NewQuestion], now: Moment) -> Result<Taken> {
    let taken = take(connection, origin, all, now)?;
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

/// Takes these questions in.
///
/// # Errors
/// Broken when the database says so.
pub fn take(connection: &mut DbConnection, origin: Origin, brought: &[NewQuestion], now: Moment) -> Result<Taken> {
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
        let theirs = words.remove(&there.id).unwrap_or_default();
        let Reworded { reworded, ended } = reword(connection, (&there.id, theirs), new, now)?;
        if ended {
            taken.ended.push(new.name.clone());
        }
        let worded_at = if reworded { now } else { there.worded_at };
        let described = Question { worded_at, ..there.clone().described(new) };
        if described != there {
            save(connection, &described)?;
        }
        if reworded || described != there {
            taken.reworded += 1;
        } else {
            taken.same += 1;
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

/// What became of the words of a question.
struct Reworded {
    /// Whether one of them is other than before.
    reworded: bool,
    /// Whether it lost those of a language that did not come.
    ended: bool,
}

/// Gives a question the words that came.
fn reword(
    connection: &mut DbConnection,
    (id, theirs): (&Id<Question>, Vec<Wording>),
    new: &NewQuestion,
    now: Moment,
) -> Result<Reworded> {
    let mut reworded = false;
    for (language, worded) in &new.words {
        let there = theirs.iter().find(|one| one.language == *language);
        if there.is_some_and(|there| there.worded == *worded) {
            continue;
        }
        if let Some(there) = there {
            end(connection, there, now)?;
            reworded = true;
        }
        word(connection, id, (*language, worded), now)?;
    }
    // What did not come with new words may not fit them any more, and what cannot be counted together with them does not.
    let fits = |there: &&Wording| !reworded && new.words.iter().all(|(_, came)| came.counts_with(&there.worded));
    let came = |there: &&Wording| new.words.iter().any(|(language, _)| *language == there.language);
    let left: Vec<&Wording> = theirs.iter().filter(|there| !came(there) && !fits(there)).collect();
    for there in &left {
        end(connection, there, now)?;
    }
    Ok(Reworded { reworded: reworded || !left.is_empty(), ended: !left.is_empty() })
}

fn end(connection: &mut DbConnection, there: &Wording, now: Moment) -> Result<()> {
    let ended = question_wording::ended_at.eq(Some(now));
    diesel::update(question_wording::table.find(&there.id)).set(ended).execute(connection)?;
    Ok(())
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
