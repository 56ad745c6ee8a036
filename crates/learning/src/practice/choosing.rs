//! Which questions a sheet holds: those of the orders where somebody stands, then those that would soon be forgotten, then
//! new ones.

use agreement::post;
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Day, Id, Result};
use people::organization;
use people::staff::StaffMember;
use people::work::Work;

use super::rows;
use super::rules::{QUESTIONS, spread, spread_preferred};
use crate::card::{self, Card};
use crate::forgetting;
use crate::mixed::mixed;
use crate::preferred;
use crate::question::{self, Question, Wording};

/// Of those that are due so many are looked at, to choose those that fade fastest.
const LOOKED_AT: i64 = 200;

/// A question on a sheet.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The question.
    pub question: Question,
    /// Its words for the reader.
    pub wording: Wording,
    /// The order in which the options are seen: their places.
    pub order: Vec<usize>,
}

/// What whoever asks is asked now. It is the same for the whole day, as long as they answer nothing of it.
///
/// # Errors
/// Broken when the database says so.
pub fn sheet(work: &mut Work<'_>) -> Result<Vec<Asked>> {
    let me = work.me.staff_id();
    let today = organization::day(work.connection, work.now)?;
    let mut chosen = of_orders(work, &me, today)?;
    chosen.truncate(QUESTIONS);
    let fades = forgetting::of_staff(work.connection, &me)?;
    let language = work.me.language;
    let mut due = rows::due(work.connection, (&me, today), language, LOOKED_AT)?;
    due.sort_by(|(_, one), (_, other)| one.remembered_on(today, &fades).total_cmp(&other.remembered_on(today, &fades)));
    chosen.extend(due.into_iter().map(|(question, _)| question).take(QUESTIONS - chosen.len()));
    let left = QUESTIONS - chosen.len();
    chosen.extend(new_ones(work.connection, (&me, today), language, left)?);
    let asked = |question: Question| {
        let wording = question::rows::wording_for(work.connection, &question.id, language)?;
        let order = mixed(wording.worded.options.len(), &format!("{me} {today} {}", wording.id));
        Ok(Asked { question, wording, order })
    };
    chosen.into_iter().map(asked).collect()
}

/// What is asked about the orders that an officer confirmed before today, where they stand now, as far as it is due.
fn of_orders(work: &mut Work<'_>, me: &Id<StaffMember>, today: Day) -> Result<Vec<Question>> {
    let zone = organization::rows::get(work.connection)?.zone;
    let begins_at = today.start_in(&zone).unwrap_or(work.now);
    let confirmed = briefing::facts::confirmed_by(work.connection, me, begins_at)?;
    let sites = post::rows::sites_of_officer(work.connection, me, work.now)?;
    let all = question::rows::of_revisions(work.connection, &confirmed, &sites)?;
    let mut due = Vec::new();
    for question in all {
        let card: Option<Card> = card::rows::find(work.connection, (me, &question.id))?;
        if card.is_none_or(|card| card.due_on <= today) {
            due.push(question);
        }
    }
    Ok(due)
}

/// Questions that an officer never practised, the easy ones of each competency first, those in their language before others;
/// half of them about what is preferred for them, as long as there are any.
fn new_ones(
    connection: &mut DbConnection,
    (me, today): (&Id<StaffMember>, Day),
    language: Language,
    wanted: usize,
) -> Result<Vec<Question>> {
    let begun = rows::begun(connection, me, language)?;
    let preferred = preferred::of_staff(connection, me, today)?;
    let mut chosen: Vec<Question> = Vec::new();
    for of in spread_preferred(&begun, &preferred, wanted) {
        take_new(connection, (me, language), &of, &mut chosen)?;
    }
    for of in spread(&begun, wanted - chosen.len()) {
        take_new(connection, (me, language), &of, &mut chosen)?;
    }
    Ok(chosen)
}

/// Takes so many more questions of a competency, as far as there are any.
fn take_new(
    connection: &mut DbConnection,
    (me, language): (&Id<StaffMember>, Language),
    (competency, count): &(String, i64),
    chosen: &mut Vec<Question>,
) -> Result<()> {
    let of = (me, competency.as_str());
    let there = chosen.iter().filter(|one| one.competency == *competency).count();
    let limit = count + i64::try_from(there).unwrap_or(i64::MAX);
    let mut left = usize::try_from(*count).unwrap_or(0);
    for languages in [&[language][..], &language.or_english()] {
        if left == 0 {
            break;
        }
        let mut found = rows::never_practised(connection, of, languages, limit)?;
        found.retain(|one| !chosen.contains(one));
        found.truncate(left);
        left -= found.len();
        chosen.extend(found);
    }
    Ok(())
}
