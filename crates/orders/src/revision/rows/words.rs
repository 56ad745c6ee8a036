//! SQL for what revisions say.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Error, Id, Moment, Result, secret};

use crate::post_orders::Kind;
use crate::revision::{Content, Revision, Section};
use crate::schema::{section, section_earlier, wording};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = section, treat_none_as_null = true)]
struct SectionRow {
    id: Id<Section>,
    revision_id: Id<Revision>,
    key: String,
    language: String,
    place: i64,
    kind: Kind,
    title: String,
    wording_hash: String,
    translates_hash: Option<String>,
    origins: String,
    changed_by: String,
    changed_at: Moment,
    removed_at: Option<Moment>,
    version: i64,
}

impl SectionRow {
    fn of(section: &Section, revision_id: &Id<Revision>, version: i64) -> Result<Self> {
        let origins = serde_json::to_string(&section.origins).map_err(|error| Error::Broken(error.into()))?;
        let wording_hash = secret::digest(&section.words);
        let section = section.clone();
        Ok(Self {
            id: section.id,
            revision_id: revision_id.clone(),
            key: section.key,
            language: section.language.code().to_owned(),
            place: section.place,
            kind: section.kind,
            title: section.title,
            wording_hash,
            translates_hash: section.translates,
            origins,
            changed_by: section.changed_by,
            changed_at: section.changed_at,
            removed_at: section.removed_at,
            version,
        })
    }

    fn read(self, words: String) -> Result<Section> {
        Ok(Section {
            id: self.id,
            key: self.key,
            language: Language::parse(&self.language).ok_or_else(|| Error::broken("a section is in no language"))?,
            place: self.place,
            kind: self.kind,
            title: self.title,
            words,
            translates: self.translates_hash,
            origins: serde_json::from_str(&self.origins).map_err(|error| Error::Broken(error.into()))?,
            changed_by: self.changed_by,
            changed_at: self.changed_at,
            removed_at: self.removed_at,
            version: self.version,
        })
    }
}

/// All that a revision says, by place; also what was taken out of a draft.
///
/// # Errors
/// Broken when the database says so.
pub fn content(connection: &mut DbConnection, id: &Id<Revision>) -> Result<Content> {
    let rows: Vec<(SectionRow, String)> = section::table
        .inner_join(wording::table)
        .filter(section::revision_id.eq(id))
        .order((section::place, section::id))
        .select((SectionRow::as_select(), wording::words))
        .load(connection)?;
    let sections = rows.into_iter().map(|(row, words)| row.read(words)).collect::<Result<_>>()?;
    Ok(Content { sections })
}

/// What a section of a draft said at an earlier version: its title and its words.
///
/// # Errors
/// Not found when it had no such version.
pub fn earlier(connection: &mut DbConnection, id: &Id<Section>, version: i64) -> Result<(String, String)> {
    Ok(section_earlier::table
        .inner_join(wording::table)
        .filter(section_earlier::section_id.eq(id))
        .filter(section_earlier::version.eq(version))
        .select((section_earlier::title, wording::words))
        .first(connection)?)
}

/// Adds a section.
///
/// # Errors
/// Broken when the database says so.
pub fn insert_section(connection: &mut DbConnection, id: &Id<Revision>, new: &Section) -> Result<()> {
    keep_wording(connection, &new.words)?;
    diesel::insert_into(section::table).values(SectionRow::of(new, id, new.version)?).execute(connection)?;
    Ok(())
}

/// Saves a section of a draft, if nobody else did meanwhile; what it said before is kept.
///
/// # Errors
/// Refused when somebody did.
pub fn save_section(connection: &mut DbConnection, id: &Id<Revision>, before: &Section, after: &Section) -> Result<()> {
    keep_wording(connection, &after.words)?;
    let row = section::table.find(&before.id).filter(section::version.eq(before.version));
    let changed = SectionRow::of(after, id, before.version + 1)?;
    if diesel::update(row).set(changed).execute(connection)? != 1 {
        return Err(Error::refused("draft-section-changed"));
    }
    diesel::insert_into(section_earlier::table)
        .values((
            section_earlier::section_id.eq(&before.id),
            section_earlier::version.eq(before.version),
            section_earlier::title.eq(&before.title),
            section_earlier::wording_hash.eq(secret::digest(&before.words)),
        ))
        .execute(connection)?;
    Ok(())
}

/// Saves which revision brought each line of a section that is published.
///
/// # Errors
/// Refused when somebody changed the section meanwhile.
pub fn save_origins(connection: &mut DbConnection, before: &Section, after: &Section) -> Result<()> {
    let origins = serde_json::to_string(&after.origins).map_err(|error| Error::Broken(error.into()))?;
    let row = section::table.find(&before.id).filter(section::version.eq(before.version));
    let saved = diesel::update(row).set(section::origins.eq(origins)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("draft-section-changed")) }
}

fn keep_wording(connection: &mut DbConnection, words: &str) -> Result<()> {
    let hash = secret::digest(words);
    let there: i64 = wording::table.find(&hash).count().get_result(connection)?;
    if there == 0 {
        diesel::insert_into(wording::table)
            .values((wording::hash.eq(&hash), wording::words.eq(words)))
            .execute(connection)?;
    }
    Ok(())
}
