//! SQL for interactions.

use agreement::post::Post;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Id, Moment, Result};
use people::contact::Contact;
use people::site::{self, Site};
use people::staff::StaffMember;
use people::work::Work;

use super::{Interaction, Kind, Mood, Whom};
use crate::schema::interaction;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = interaction)]
struct Row {
    id: Id<Interaction>,
    site_id: Id<Site>,
    post_id: Option<Id<Post>>,
    by_id: Id<StaffMember>,
    by_name: String,
    kind: Kind,
    whom: Whom,
    contact_id: Option<Id<Contact>>,
    with_name: Option<String>,
    mood: Option<Mood>,
    topic: String,
    language: String,
    happened_at: Moment,
    received_at: Moment,
    replaces_id: Option<Id<Interaction>>,
}

impl Row {
    fn of(noted: &Interaction) -> Self {
        let one = noted.clone();
        Self {
            id: one.id,
            site_id: one.site_id,
            post_id: one.post_id,
            by_id: one.by_id,
            by_name: one.by_name,
            kind: one.kind,
            whom: one.whom,
            contact_id: one.contact_id,
            with_name: one.with_name,
            mood: one.mood,
            topic: one.topic,
            language: one.language.code().to_owned(),
            happened_at: one.happened_at,
            received_at: one.received_at,
            replaces_id: one.replaces_id,
        }
    }
}

impl From<Row> for Interaction {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            site_id: row.site_id,
            post_id: row.post_id,
            by_id: row.by_id,
            by_name: row.by_name,
            kind: row.kind,
            whom: row.whom,
            contact_id: row.contact_id,
            with_name: row.with_name,
            mood: row.mood,
            topic: row.topic,
            language: Language::parse(&row.language).unwrap_or_default(),
            happened_at: row.happened_at,
            received_at: row.received_at,
            replaces_id: row.replaces_id,
        }
    }
}

/// One interaction, for whoever may know of something that hangs on it.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Interaction>) -> Result<Interaction> {
    Ok(interaction::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// One interaction that somebody noted, or at a site within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Interaction>) -> Result<Interaction> {
    let found = any(work.connection, id)?;
    if found.by_id.as_str() != work.me.actor.id {
        site::rows::find(work, &found.site_id)?;
    }
    Ok(found)
}

/// The one that corrects another.
///
/// # Errors
/// Broken when the database says so.
pub fn replacing(connection: &mut DbConnection, id: &Id<Interaction>) -> Result<Option<Id<Interaction>>> {
    let query = interaction::table.filter(interaction::replaces_id.eq(id)).select(interaction::id);
    Ok(query.first(connection).optional()?)
}

/// Which interactions a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only in this mood.
    pub mood: Option<Mood>,
}

/// Those of a site that nothing corrects, the newest first, after one where that is named.
///
/// # Errors
/// Broken when the database says so.
pub fn of_site(
    connection: &mut DbConnection,
    site_id: &Id<Site>,
    filter: Filter,
    after: Option<(Moment, Id<Interaction>)>,
    limit: i64,
) -> Result<Vec<Interaction>> {
    let newer = diesel::alias!(interaction as newer);
    let corrections = newer.filter(newer.field(interaction::replaces_id).eq(interaction::id.nullable()));
    let mut query = interaction::table
        .filter(interaction::site_id.eq(site_id))
        .filter(diesel::dsl::not(diesel::dsl::exists(corrections)))
        .into_boxed();
    if let Some(kind) = filter.kind {
        query = query.filter(interaction::kind.eq(kind));
    }
    if let Some(mood) = filter.mood {
        query = query.filter(interaction::mood.eq(mood));
    }
    if let Some((at, id)) = after {
        let same = interaction::happened_at.eq(at).and(interaction::id.lt(id));
        query = query.filter(interaction::happened_at.lt(at).or(same));
    }
    let rows: Vec<Row> = query
        .order((interaction::happened_at.desc(), interaction::id.desc()))
        .limit(limit)
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Interaction::from).collect())
}

/// Adds an interaction.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Interaction) -> Result<()> {
    diesel::insert_into(interaction::table).values(Row::of(new)).execute(connection)?;
    Ok(())
}

/// The last visits to a site that nothing corrects, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn visits_to(connection: &mut DbConnection, site_id: &Id<Site>, limit: i64) -> Result<Vec<Interaction>> {
    of_site(connection, site_id, Filter { kind: Some(Kind::Visit), mood: None }, None, limit)
}

/// The last visit to a site by a moment that nothing corrects: which one, and when.
///
/// # Errors
/// Broken when the database says so.
pub fn last_visit(
    connection: &mut DbConnection,
    site_id: &Id<Site>,
    until: Moment,
) -> Result<Option<(Id<Interaction>, Moment)>> {
    let newer = diesel::alias!(interaction as newer);
    let corrections = newer.filter(newer.field(interaction::replaces_id).eq(interaction::id.nullable()));
    let visits = interaction::table
        .filter(interaction::site_id.eq(site_id))
        .filter(interaction::kind.eq(Kind::Visit))
        .filter(interaction::happened_at.le(until))
        .filter(interaction::received_at.le(until))
        .filter(diesel::dsl::not(diesel::dsl::exists(
            corrections.filter(newer.field(interaction::received_at).le(until)),
        )));
    let last = visits.order((interaction::happened_at.desc(), interaction::id.desc()));
    Ok(last.select((interaction::id, interaction::happened_at)).first(connection).optional()?)
}

/// The last talk with one of some contacts by a moment: which one, and when.
///
/// # Errors
/// Broken when the database says so.
pub fn last_talk_with(
    connection: &mut DbConnection,
    contacts: &[Id<Contact>],
    until: Moment,
) -> Result<Option<(Id<Interaction>, Moment)>> {
    let talks = interaction::table
        .filter(interaction::contact_id.eq_any(contacts))
        .filter(interaction::happened_at.le(until))
        .filter(interaction::received_at.le(until));
    let last = talks.order((interaction::happened_at.desc(), interaction::id.desc()));
    Ok(last.select((interaction::id, interaction::happened_at)).first(connection).optional()?)
}
