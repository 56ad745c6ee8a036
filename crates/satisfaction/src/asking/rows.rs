//! SQL for askings, and for what was answered.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::letter::{Class, unwanted};
use ground::{Error, Id, Moment, Result, secret};
use listening::facts;
use people::client::{self, Client};
use people::contact::{self, Contact, Standing};
use people::site::Site;
use people::work::Work;

use super::{Asking, Reply, rules};
use crate::own_question;
use crate::questions::{self, Answers};
use crate::round::results::{Comment, Given};
use crate::round::{self, Round};
use crate::schema::{asking, survey_answer, survey_reply};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = asking, treat_none_as_null = true)]
struct Row {
    id: Id<Asking>,
    round_id: Id<Round>,
    client_id: Id<Client>,
    site_id: Option<Id<Site>>,
    contact_id: Id<Contact>,
    asked_at: Moment,
    reminds_at: Option<Moment>,
    reminded_at: Option<Moment>,
    answered_at: Option<Moment>,
    is_anonymous: i64,
}

impl From<&Asking> for Row {
    fn from(one: &Asking) -> Self {
        let one = one.clone();
        Self {
            id: one.id,
            round_id: one.round_id,
            client_id: one.client_id,
            site_id: one.site_id,
            contact_id: one.contact_id,
            asked_at: one.asked_at,
            reminds_at: one.reminds_at,
            reminded_at: one.reminded_at,
            answered_at: one.answered_at,
            is_anonymous: one.is_anonymous.into(),
        }
    }
}

impl From<Row> for Asking {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            round_id: row.round_id,
            client_id: row.client_id,
            site_id: row.site_id,
            contact_id: row.contact_id,
            asked_at: row.asked_at,
            reminds_at: row.reminds_at,
            reminded_at: row.reminded_at,
            answered_at: row.answered_at,
            is_anonymous: row.is_anonymous == 1,
        }
    }
}

/// One asking.
///
/// # Errors
/// Not found when there is none.
pub fn find(connection: &mut DbConnection, id: &Id<Asking>) -> Result<Asking> {
    Ok(asking::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// The asking whose link this is.
///
/// # Errors
/// Not found when it is none of ours.
pub fn by_token(connection: &mut DbConnection, token: &str) -> Result<Asking> {
    let theirs = asking::table.filter(asking::digest.eq(secret::digest(token)));
    Ok(theirs.select(Row::as_select()).first::<Row>(connection)?.into())
}

/// The asking in a round of whoever asks.
///
/// # Errors
/// Broken when the database says so.
pub fn mine(work: &mut Work<'_>, round_id: &Id<Round>) -> Result<Option<Asking>> {
    let theirs = asking::table.filter(asking::round_id.eq(round_id)).filter(asking::contact_id.eq(&work.me.actor.id));
    Ok(theirs.select(Row::as_select()).first::<Row>(work.connection).optional()?.map(Asking::from))
}

/// Every asking of people of a client by a moment, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_client(connection: &mut DbConnection, client_id: &Id<Client>, until: Moment) -> Result<Vec<Asking>> {
    let theirs = asking::table.filter(asking::client_id.eq(client_id)).filter(asking::asked_at.le(until));
    let ordered = theirs.order((asking::asked_at.desc(), asking::id.desc()));
    Ok(ordered.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(Asking::from).collect())
}

/// What one person answered under their name: in which round, how they stood, when, and what to which question.
pub(crate) type NamedAnswers = (Id<Round>, Option<Standing>, Moment, Vec<(String, i64)>);

/// What people of a client answered in a span under their names.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn named_answers(
    connection: &mut DbConnection,
    client_id: &Id<Client>,
    (from, until): (Moment, Moment),
) -> Result<Vec<NamedAnswers>> {
    let replies: Vec<(String, Id<Round>, Option<Standing>, Moment)> = survey_reply::table
        .filter(survey_reply::client_id.eq(client_id))
        .filter(survey_reply::counted_at.gt(from).and(survey_reply::counted_at.le(until)))
        .filter(survey_reply::asking_id.is_not_null())
        .order((survey_reply::counted_at, survey_reply::id))
        .select((survey_reply::id, survey_reply::round_id, survey_reply::standing, survey_reply::counted_at))
        .load(connection)?;
    let mut found = Vec::new();
    for (id, round_id, standing, at) in replies {
        let theirs = survey_answer::table.filter(survey_answer::reply_id.eq(id)).order(survey_answer::item);
        let values = theirs.select((survey_answer::item, survey_answer::value)).load(connection)?;
        found.push((round_id, standing, at, values));
    }
    Ok(found)
}

/// All askings of a round, in the order in which they were asked.
///
/// # Errors
/// Broken when the database says so.
pub fn of_round(connection: &mut DbConnection, round_id: &Id<Round>) -> Result<Vec<Asking>> {
    let theirs = asking::table.filter(asking::round_id.eq(round_id)).order((asking::asked_at, asking::id));
    Ok(theirs.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(Asking::from).collect())
}

/// Who was asked anything since a moment: by a survey, or whether an answer helped.
///
/// # Errors
/// Broken when the database says so.
pub fn asked_since(connection: &mut DbConnection, since: Moment) -> Result<HashSet<Id<Contact>>> {
    let by_survey = asking::table.filter(asking::asked_at.gt(since)).select(asking::contact_id);
    let mut asked: HashSet<Id<Contact>> = by_survey.load(connection)?.into_iter().collect();
    asked.extend(facts::asked_since(connection, since)?.into_iter().map(Id::known));
    Ok(asked)
}

/// The contacts who are to be asked now, in the round that is open.
///
/// # Errors
/// Broken when the database says so.
pub fn to_ask(work: &mut Work<'_>, limit: i64) -> Result<Vec<(Id<Round>, Id<Contact>)>> {
    let Some(round) = round::rows::open(work.connection, work.now)? else { return Ok(Vec::new()) };
    let resting = asked_since(work.connection, rules::rests_since(work.now))?;
    let found = not_asked(work, &round.id)?.into_iter().filter(|contact| !resting.contains(contact));
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    Ok(found.map(|contact| (round.id.clone(), contact)).take(limit).collect())
}

/// The contacts who want to be asked, and were not yet asked in a round.
///
/// # Errors
/// Broken when the database says so.
pub fn not_asked(work: &mut Work<'_>, round_id: &Id<Round>) -> Result<Vec<Id<Contact>>> {
    let in_this = asking::table.filter(asking::round_id.eq(round_id)).select(asking::contact_id);
    let asked: HashSet<Id<Contact>> = in_this.load(work.connection)?.into_iter().collect();
    let mut found = Vec::new();
    for contact in contact::rows::everything(work.connection)? {
        let is_there = contact.left_at.is_none() && !asked.contains(&contact.id);
        if is_there && !unwanted::of(work.connection, &contact.email)?.contains(&Class::Surveys) {
            found.push(contact.id);
        }
    }
    Ok(found)
}

/// Those that are to be reminded by now.
///
/// # Errors
/// Broken when the database says so.
pub fn to_remind(connection: &mut DbConnection, now: Moment, limit: i64) -> Result<Vec<Id<Asking>>> {
    let due = asking::table.filter(asking::reminds_at.le(now)).order((asking::reminds_at, asking::id));
    Ok(due.limit(limit).select(asking::id).load(connection)?)
}

/// Of whom a round asked, how many answered, and how many were asked; of one client, or of all.
///
/// # Errors
/// Broken when the database says so.
pub fn response(
    connection: &mut DbConnection,
    round_id: &Id<Round>,
    client_id: Option<&Id<Client>>,
) -> Result<(usize, usize)> {
    let of_round = || {
        let all = asking::table.filter(asking::round_id.eq(round_id)).into_boxed();
        match client_id {
            Some(client_id) => all.filter(asking::client_id.eq(client_id)),
            None => all,
        }
    };
    let answered: i64 = of_round().filter(asking::answered_at.is_not_null()).count().get_result(connection)?;
    let asked: i64 = of_round().count().get_result(connection)?;
    Ok((usize::try_from(answered).unwrap_or_default(), usize::try_from(asked).unwrap_or_default()))
}

/// All that was answered in a round: by people of one client, or by all.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn given(
    connection: &mut DbConnection,
    round_id: &Id<Round>,
    client_id: Option<&Id<Client>>,
) -> Result<Vec<Given>> {
    let all = survey_answer::table.inner_join(survey_reply::table).filter(survey_reply::round_id.eq(round_id));
    let of_round = match client_id {
        Some(client_id) => all.filter(survey_reply::client_id.eq(client_id)).into_boxed(),
        None => all.into_boxed(),
    };
    let ordered = of_round.order((survey_answer::reply_id, survey_answer::item));
    Ok(ordered.select((survey_answer::reply_id, survey_answer::item, survey_answer::value)).load(connection)?)
}

/// About what somebody was asked: a client, and one site of it or all.
pub(crate) type About = (Id<Client>, Option<Id<Site>>);

/// About what each reply of a round is, by its name.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn asked_of(connection: &mut DbConnection, round_id: &Id<Round>) -> Result<HashMap<String, About>> {
    let of_round = survey_reply::table.filter(survey_reply::round_id.eq(round_id));
    let rows: Vec<(String, Id<Client>, Option<Id<Site>>)> =
        of_round.select((survey_reply::id, survey_reply::client_id, survey_reply::site_id)).load(connection)?;
    Ok(rows.into_iter().map(|(reply, client_id, site_id)| (reply, (client_id, site_id))).collect())
}

/// What was written in a round, those who left their name out among the others.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn comments(connection: &mut DbConnection, round_id: &Id<Round>) -> Result<Vec<Comment>> {
    type Found = (String, String, Option<Id<Asking>>);
    let of_round = survey_reply::table.filter(survey_reply::round_id.eq(round_id));
    let found: Vec<(Option<String>, String, Option<Id<Asking>>)> = of_round
        .filter(survey_reply::comment.is_not_null())
        .order(survey_reply::comment)
        .select((survey_reply::comment, survey_reply::language, survey_reply::asking_id))
        .load(connection)?;
    let written = found.into_iter().filter_map(|(words, language, asking)| Some((words?, language, asking)));
    let mut comments = Vec::new();
    for (words, language, asking_id) in written.collect::<Vec<Found>>() {
        let by = match asking_id {
            None => None,
            Some(id) => {
                let asking = find(connection, &id)?;
                let client = client::rows::any(connection, &asking.client_id)?.name;
                Some((contact::rows::name(connection, &asking.contact_id)?, client))
            }
        };
        comments.push(Comment { words, language, by });
    }
    Ok(comments)
}

/// Adds an asking.
///
/// # Errors
/// Broken as a duplicate when the contact was asked in this round.
pub fn insert(connection: &mut DbConnection, new: &Asking, digest: &str) -> Result<()> {
    let values = (Row::from(new), asking::digest.eq(digest));
    diesel::insert_into(asking::table).values(values).execute(connection)?;
    Ok(())
}

/// Saves an asking.
///
/// # Errors
/// Not found when there is none.
pub fn save(connection: &mut DbConnection, changed: &Asking) -> Result<()> {
    let saved = diesel::update(asking::table.find(&changed.id)).set(Row::from(changed)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Keeps a reply, in the place of the one before it to the same asking.
///
/// # Errors
/// Broken when the database says so.
pub fn keep(connection: &mut DbConnection, reply: &Reply) -> Result<()> {
    if let Some(asking_id) = &reply.asking_id {
        forget(connection, asking_id)?;
    }
    diesel::insert_into(survey_reply::table)
        .values((
            survey_reply::id.eq(reply.id.as_str()),
            survey_reply::asking_id.eq(&reply.asking_id),
            survey_reply::round_id.eq(&reply.round_id),
            survey_reply::client_id.eq(&reply.client_id),
            survey_reply::site_id.eq(&reply.site_id),
            survey_reply::standing.eq(reply.standing),
            survey_reply::counted_at.eq(reply.counted_at),
            survey_reply::language.eq(reply.language.code()),
            survey_reply::comment.eq(&reply.answers.comment),
        ))
        .execute(connection)?;
    for (item, value) in &reply.answers.values {
        let of_reply = survey_answer::reply_id.eq(reply.id.as_str());
        let values = (of_reply, survey_answer::item.eq(*item), survey_answer::value.eq(*value));
        diesel::insert_into(survey_answer::table).values(values).execute(connection)?;
    }
    own_question::rows::keep(connection, reply.id.as_str(), &reply.answers.own)
}

fn forget(connection: &mut DbConnection, asking_id: &Id<Asking>) -> Result<()> {
    let theirs = survey_reply::table.filter(survey_reply::asking_id.eq(asking_id));
    let ids: Vec<String> = theirs.select(survey_reply::id).load(connection)?;
    own_question::rows::forget(connection, &ids)?;
    diesel::delete(survey_answer::table.filter(survey_answer::reply_id.eq_any(&ids))).execute(connection)?;
    diesel::delete(survey_reply::table.filter(survey_reply::id.eq_any(&ids))).execute(connection)?;
    Ok(())
}

/// What was answered to an asking, under a name.
///
/// # Errors
/// Broken when the database says so.
pub fn answers(connection: &mut DbConnection, asking_id: &Id<Asking>) -> Result<Option<Answers>> {
    let theirs = survey_reply::table.filter(survey_reply::asking_id.eq(asking_id));
    let found: Option<(String, Option<String>)> =
        theirs.select((survey_reply::id, survey_reply::comment)).first(connection).optional()?;
    let Some((id, comment)) = found else { return Ok(None) };
    let own = own_question::rows::of_reply(connection, &id)?;
    let of_reply = survey_answer::table.filter(survey_answer::reply_id.eq(id));
    let values: Vec<(String, i64)> = of_reply.select((survey_answer::item, survey_answer::value)).load(connection)?;
    let known = |(item, value): (String, i64)| Some((questions::known(&item)?, value));
    Ok(Some(Answers { values: values.into_iter().filter_map(known).collect(), own, comment }))
}
