//! What is needed of many questions at once.

use std::collections::HashMap;

use diesel::prelude::*;

use super::{DbConnection, Id, Language, Moment, Question, Result, Wording, WordingRow, question, question_wording};
use crate::parts::of_thousandths;

/// What choosing among all questions needs of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrow {
    /// Its name in the rows.
    pub id: Id<Question>,
    /// Its name where it comes from.
    pub name: String,
    /// About which competency.
    pub competency: String,
    /// How hard its author takes it to be, in thousandths of a logit.
    pub level_thousandths: i64,
    /// Since when it has the words that it has.
    pub worded_at: Moment,
    /// Since when it is asked no more.
    pub retired_at: Option<Moment>,
    /// In which languages it has words.
    pub languages: Vec<Language>,
}

impl Narrow {
    /// How hard its author takes it to be, in logits.
    #[must_use]
    pub fn level(&self) -> f64 {
        of_thousandths(self.level_thousandths)
    }

    /// Whether somebody who reads a language may be asked it.
    #[must_use]
    pub fn is_asked_in(&self, language: Language) -> bool {
        self.retired_at.is_none() && language.or_english().iter().any(|one| self.languages.contains(one))
    }
}

/// All of it but the languages.
type Columns = (Id<Question>, String, String, i64, Moment, Option<Moment>);

/// All questions of no site, those that are asked no more as well.
///
/// # Errors
/// Broken when the database says so.
pub fn narrow(connection: &mut DbConnection) -> Result<Vec<Narrow>> {
    let wanted = (
        question::id,
        question::name,
        question::competency,
        question::level_thousandths,
        question::worded_at,
        question::retired_at,
    );
    let all = question::table.filter(question::site_id.is_null()).order(question::id).select(wanted);
    let all: Vec<Columns> = all.load(connection)?;
    let worded = question_wording::table
        .filter(question_wording::ended_at.is_null())
        .select((question_wording::question_id, question_wording::language));
    let mut languages: HashMap<Id<Question>, Vec<Language>> = HashMap::new();
    for (id, language) in worded.load::<(Id<Question>, String)>(connection)? {
        languages.entry(id).or_default().extend(Language::parse(&language));
    }
    let narrow = |(id, name, competency, level_thousandths, worded_at, retired_at)| {
        let languages = languages.remove(&id).unwrap_or_default();
        Narrow { id, name, competency, level_thousandths, worded_at, retired_at, languages }
    };
    Ok(all.into_iter().map(narrow).collect())
}

/// The words of some questions for a reader: in their language, or else in the one that each has.
///
/// # Errors
/// Broken when the database says so.
pub fn wordings_for(
    connection: &mut DbConnection,
    ids: &[Id<Question>],
    language: Language,
) -> Result<HashMap<Id<Question>, Wording>> {
    let used = question_wording::table
        .filter(question_wording::question_id.eq_any(ids))
        .filter(question_wording::ended_at.is_null())
        .order(question_wording::language);
    let rows: Vec<WordingRow> = used.select(WordingRow::as_select()).load(connection)?;
    let mut found: HashMap<Id<Question>, Wording> = HashMap::new();
    for row in rows {
        let wording = row.read()?;
        if wording.language == language || !found.contains_key(&wording.question_id) {
            found.insert(wording.question_id.clone(), wording);
        }
    }
    Ok(found)
}

/// Words by their names, whether they are used now or were.
///
/// # Errors
/// Broken when the database says so.
pub fn wordings_named(connection: &mut DbConnection, ids: &[Id<Wording>]) -> Result<HashMap<Id<Wording>, Wording>> {
    let named = question_wording::table.filter(question_wording::id.eq_any(ids));
    let rows: Vec<WordingRow> = named.select(WordingRow::as_select()).load(connection)?;
    rows.into_iter().map(|row| row.read().map(|wording| (wording.id.clone(), wording))).collect()
}

/// About which competency each of some questions is.
///
/// # Errors
/// Broken when the database says so.
pub fn competencies(connection: &mut DbConnection, ids: &[Id<Question>]) -> Result<HashMap<Id<Question>, String>> {
    let of = question::table.filter(question::id.eq_any(ids)).select((question::id, question::competency));
    Ok(of.load::<(Id<Question>, String)>(connection)?.into_iter().collect())
}
