//! SQL for messages and photos.

use diesel::prelude::*;
use ground::db::{DbConnection, dialect};
use ground::file::Picture;
use ground::words::Language;
use ground::{Error, Id, Moment, Result};
use people::schema::{site, staff};

use super::{Attached, Author, ByMail, Kind, Message, Shown, Trust};
use crate::concern::Concern;
use crate::schema::{attachment, concern, message, message_earlier, photo};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = message, treat_none_as_null = true, treat_none_as_default_value = false)]
struct Row {
    id: Id<Message>,
    concern_id: Id<Concern>,
    kind: Kind,
    by_kind: String,
    by_id: String,
    by_name: String,
    language: String,
    words: String,
    said_at: Moment,
    edited_at: Option<Moment>,
    arrival_id: Option<String>,
    trust: Option<Trust>,
    folded: Option<String>,
    version: i64,
}

impl Row {
    fn of(message: &Message, version: i64) -> Self {
        let message = message.clone();
        let (arrival_id, trust, folded) = match message.by_mail {
            Some(ByMail { arrival_id, trust, folded }) => (Some(arrival_id), Some(trust), folded),
            None => (None, None, None),
        };
        Self {
            id: message.id,
            concern_id: message.concern_id,
            kind: message.kind,
            by_kind: message.author.kind,
            by_id: message.author.id,
            by_name: message.author.name,
            language: message.language.code().to_owned(),
            words: message.words,
            said_at: message.said_at,
            edited_at: message.edited_at,
            arrival_id,
            trust,
            folded,
            version,
        }
    }
}

impl From<Row> for Message {
    fn from(row: Row) -> Self {
        let by_mail = row.arrival_id.zip(row.trust);
        Self {
            id: row.id,
            concern_id: row.concern_id,
            kind: row.kind,
            author: Author { kind: row.by_kind, id: row.by_id, name: row.by_name },
            language: Language::parse(&row.language).unwrap_or_default(),
            words: row.words,
            said_at: row.said_at,
            edited_at: row.edited_at,
            by_mail: by_mail.map(|(arrival_id, trust)| ByMail { arrival_id, trust, folded: row.folded }),
            version: row.version,
        }
    }
}

pub(crate) fn insert(connection: &mut DbConnection, new: &Message) -> Result<()> {
    diesel::insert_into(message::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// Makes words findable as words of their concern.
pub(crate) fn index(connection: &mut DbConnection, concern: &Concern, words: &str) -> Result<()> {
    dialect::index_words(connection, concern.id.as_str(), concern.site_id.as_str(), words)
}

pub(crate) fn insert_photos(connection: &mut DbConnection, of: &Message, photos: &[Picture]) -> Result<()> {
    for picture in photos {
        diesel::insert_into(photo::table)
            .values((
                photo::id.eq(Id::<Picture>::fresh()),
                photo::message_id.eq(&of.id),
                photo::concern_id.eq(&of.concern_id),
                photo::hash.eq(&picture.hash),
                photo::width.eq(picture.width),
                photo::height.eq(picture.height),
                photo::bytes.eq(picture.bytes),
            ))
            .execute(connection)?;
    }
    Ok(())
}

pub(crate) fn insert_files(connection: &mut DbConnection, of: &Message, files: &[Attached]) -> Result<()> {
    for file in files {
        diesel::insert_into(attachment::table)
            .values((
                attachment::id.eq(&file.id),
                attachment::message_id.eq(&of.id),
                attachment::concern_id.eq(&of.concern_id),
                attachment::name.eq(&file.name),
                attachment::hash.eq(&file.hash),
                attachment::bytes.eq(file.bytes),
            ))
            .execute(connection)?;
    }
    Ok(())
}

/// The concern of a file that came with a message, and the file.
pub(crate) fn file(connection: &mut DbConnection, id: &str) -> Result<(Id<Concern>, Attached)> {
    let row: (Id<Concern>, FileRow) =
        attachment::table.find(id).select((attachment::concern_id, FILE_COLUMNS)).first(connection)?;
    Ok((row.0, attached(row.1).1))
}

type FileRow = (Id<Message>, String, String, String, i64);

const FILE_COLUMNS: (attachment::message_id, attachment::id, attachment::name, attachment::hash, attachment::bytes) =
    (attachment::message_id, attachment::id, attachment::name, attachment::hash, attachment::bytes);

fn attached((message_id, id, name, hash, bytes): FileRow) -> (Id<Message>, Attached) {
    (message_id, Attached { id, name, hash, bytes })
}

/// One message of a concern that was found within reach.
pub(crate) fn find(connection: &mut DbConnection, concern_id: &Id<Concern>, id: &Id<Message>) -> Result<Message> {
    let row: Row = message::table
        .find(id)
        .filter(message::concern_id.eq(concern_id))
        .select(Row::as_select())
        .first(connection)?;
    Ok(row.into())
}

/// Saves a corrected message, and what it said before.
pub(crate) fn save(connection: &mut DbConnection, before: &Message, after: &Message) -> Result<()> {
    let row = message::table.find(&after.id).filter(message::version.eq(before.version));
    if diesel::update(row).set(Row::of(after, before.version + 1)).execute(connection)? != 1 {
        return Err(Error::refused("changed-meanwhile"));
    }
    let until_at = after.edited_at.unwrap_or(after.said_at);
    diesel::insert_into(message_earlier::table)
        .values((
            message_earlier::message_id.eq(&after.id),
            message_earlier::until_at.eq(until_at),
            message_earlier::words.eq(&before.words),
        ))
        .execute(connection)?;
    Ok(())
}

/// Everything that was said about a concern that was found within reach, oldest first: for staff.
///
/// # Errors
/// Broken when the database says so.
pub fn all(connection: &mut DbConnection, concern_id: &Id<Concern>) -> Result<Vec<Shown>> {
    let rows: Vec<Row> = message::table
        .filter(message::concern_id.eq(concern_id))
        .order((message::said_at, message::id))
        .select(Row::as_select())
        .load(connection)?;
    shown(connection, concern_id, rows)
}

/// What whoever told us may see of it. The only way to a page, a letter or an answer that leaves the house.
///
/// # Errors
/// Broken when the database says so.
pub fn told(connection: &mut DbConnection, concern_id: &Id<Concern>) -> Result<Vec<Shown>> {
    let rows: Vec<Row> = message::table
        .filter(message::concern_id.eq(concern_id))
        .filter(message::kind.eq(Kind::Message))
        .order((message::said_at, message::id))
        .select(Row::as_select())
        .load(connection)?;
    shown(connection, concern_id, rows)
}

/// The messages of some concerns that were found within reach, oldest first; never a note.
pub(crate) fn told_of(connection: &mut DbConnection, concern_ids: &[Id<Concern>]) -> Result<Vec<Message>> {
    let rows: Vec<Row> = message::table
        .filter(message::concern_id.eq_any(concern_ids))
        .filter(message::kind.eq(Kind::Message))
        .order((message::concern_id, message::said_at, message::id))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Message::from).collect())
}

fn shown(connection: &mut DbConnection, concern_id: &Id<Concern>, rows: Vec<Row>) -> Result<Vec<Shown>> {
    let ids: Vec<Id<Message>> = rows.iter().filter(|row| row.edited_at.is_some()).map(|row| row.id.clone()).collect();
    let earlier: Vec<(Id<Message>, String)> = if ids.is_empty() {
        Vec::new()
    } else {
        message_earlier::table
            .filter(message_earlier::message_id.eq_any(ids))
            .order((message_earlier::message_id, message_earlier::until_at))
            .select((message_earlier::message_id, message_earlier::words))
            .load(connection)?
    };
    let photos: Vec<(Id<Message>, String)> = photo::table
        .filter(photo::concern_id.eq(concern_id))
        .order(photo::id)
        .select((photo::message_id, photo::id))
        .load(connection)?;
    let files: Vec<FileRow> = attachment::table
        .filter(attachment::concern_id.eq(concern_id))
        .order(attachment::id)
        .select(FILE_COLUMNS)
        .load(connection)?;
    let files: Vec<(Id<Message>, Attached)> = files.into_iter().map(attached).collect();
    let files_of = |id: &Id<Message>| files.iter().filter(|(of, _)| of == id).map(|(_, file)| file.clone()).collect();
    let of = |list: &[(Id<Message>, String)], id: &Id<Message>| {
        list.iter().filter(|(of, _)| of == id).map(|(_, text)| text.clone()).collect()
    };
    Ok(rows
        .into_iter()
        .map(|row| Shown {
            earlier: of(&earlier, &row.id),
            photos: of(&photos, &row.id),
            files: files_of(&row.id),
            message: row.into(),
        })
        .collect())
}

/// The concern and the file of a photo, and who sees the message that it belongs to.
pub(crate) fn photo(connection: &mut DbConnection, id: &str) -> Result<(Id<Concern>, String, Kind)> {
    Ok(photo::table
        .inner_join(message::table)
        .filter(photo::id.eq(id))
        .select((photo::concern_id, photo::hash, message::kind))
        .first(connection)?)
}

/// What the site and the owner of a concern are called.
pub(crate) fn names(connection: &mut DbConnection, concern: &Concern) -> Result<(String, String)> {
    let site_name = site::table.find(&concern.site_id).select(site::name).first(connection)?;
    let owner_name = staff::table.find(&concern.owner_id).select(staff::name).first(connection)?;
    Ok((site_name, owner_name))
}

/// How many messages are made findable in one go.
const INDEXED_AT_ONCE: i64 = 1_000;

/// Makes all words findable anew, oldest first: after a restore.
///
/// # Errors
/// Broken when the database says so.
pub fn index_all(connection: &mut DbConnection) -> Result<()> {
    let mut last = String::new();
    loop {
        let page: Vec<(String, String, String, String)> = message::table
            .inner_join(concern::table)
            .filter(message::id.gt(&last))
            .order(message::id)
            .limit(INDEXED_AT_ONCE)
            .select((message::id, concern::id, concern::site_id, message::words))
            .load(connection)?;
        let Some((id, ..)) = page.last() else { return Ok(()) };
        last.clone_from(id);
        for (_, concern_id, site_id, words) in &page {
            dialect::index_words(connection, concern_id, site_id, words)?;
        }
    }
}
