//! SQL for collections of Anki. A database that came from outside is only read, is trusted with nothing, and is vetted
//! before anything of it is read.

use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Text};
use diesel::sqlite::SqliteConnection;

use super::file::{self, Thing};
use super::note::SEPARATOR;
use super::write::Row;
use crate::limits::QUESTIONS;
use crate::{Unreadable, Unwritable};

/// Tables and indexes of a collection: Anki has about 25.
const THINGS: i64 = 200;

/// The tables of a collection as Anki 2.1 made them, in the version that every later one reads.
const TABLES: &str = "
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null,
  odue integer not null, odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);";

/// What is read of a collection.
pub(super) struct Collection {
    pub(super) kinds: Vec<Kind>,
    pub(super) notes: Vec<Note>,
    /// What its decks are called, the default one left out.
    pub(super) decks: Vec<String>,
    /// Whether a card was answered.
    pub(super) is_scheduled: bool,
}

/// A kind of note, with the names of its fields in their order.
pub(super) struct Kind {
    pub(super) id: i64,
    pub(super) fields: Vec<String>,
}

/// A note.
pub(super) struct Note {
    pub(super) kind: i64,
    /// Its fields, with a sign between them.
    pub(super) fields: String,
    /// Its tags, with spaces between them.
    pub(super) tags: String,
}

/// Reads a collection.
pub(super) fn read(bytes: &[u8]) -> Result<Collection, Unreadable> {
    collection(bytes).map_err(|_| Unreadable::BrokenPackage)?.ok_or(Unreadable::BrokenPackage)
}

fn collection(bytes: &[u8]) -> Result<Option<Collection>, Box<dyn std::error::Error>> {
    let mut connection = SqliteConnection::establish(":memory:")?;
    connection.deserialize_readonly_database_from_buffer(bytes)?;
    connection.batch_execute("pragma trusted_schema = off; pragma query_only = on; pragma cell_size_check = on;")?;
    // Newer collections sort names by this; nothing that is read here is sorted by it.
    connection.register_collation("unicase", |one, other| one.cmp(other))?;
    let Some(tables) = tables(&mut connection)? else { return Ok(None) };
    let sound: Vec<Vec<u8>> =
        sql::<Binary>("select cast(quick_check as blob) from pragma_quick_check limit 2").load(&mut connection)?;
    if sound != [b"ok"] || !tables.iter().any(|table| table == "notes") {
        return Ok(None);
    }
    let kinds = if tables.iter().any(|table| table == "notetypes") {
        kinds_in_tables(&mut connection)?
    } else {
        kinds_in_words(&mut connection)?
    };
    let notes = notes(&mut connection)?;
    let has = |table: &str| tables.iter().any(|other| other == table);
    let decks = if has("decks") { decks_in_tables(&mut connection)? } else { decks_in_words(&mut connection)? };
    let is_scheduled = (has("cards") && any(&mut connection, "select 1 from cards where reps > 0 limit 1")?)
        || (has("revlog") && any(&mut connection, "select 1 from revlog limit 1")?);
    Ok(Some(Collection { kinds, notes, decks, is_scheduled }))
}

/// The names of the tables; none where something is there that Anki never makes. Views, triggers and columns that are
/// reckoned can make a short file a long work.
fn tables(connection: &mut SqliteConnection) -> QueryResult<Option<Vec<String>>> {
    let query = format!(
        "select coalesce(cast(name as blob), x''), coalesce(cast(sql as blob), x'') from sqlite_schema limit {THINGS}"
    );
    let things: Vec<(Vec<u8>, Vec<u8>)> = sql::<(Binary, Binary)>(&query).load(connection)?;
    let is_full = i64::try_from(things.len()).unwrap_or(i64::MAX) >= THINGS;
    let mut tables = Vec::new();
    for (name, made_by) in things {
        match file::thing(&words(made_by)) {
            Some(Thing::Table) => tables.push(words(name)),
            Some(Thing::Index) => {}
            None => return Ok(None),
        }
    }
    Ok(Some(tables).filter(|_| !is_full))
}

/// The number of the deck that every collection has.
const DEFAULT_DECK: i64 = 1;

/// What the decks of newer collections are called; between the names of those that hold one another stands a sign.
fn decks_in_tables(connection: &mut SqliteConnection) -> QueryResult<Vec<String>> {
    let query = format!(
        "select coalesce(cast(name as blob), x'') from decks where id <> {DEFAULT_DECK} order by id limit {QUESTIONS}"
    );
    let names: Vec<Vec<u8>> = sql::<Binary>(&query).load(connection)?;
    Ok(names.into_iter().map(|name| words(name).replace(SEPARATOR, "::")).collect())
}

/// What the decks of older collections are called, which are JSON.
fn decks_in_words(connection: &mut SqliteConnection) -> QueryResult<Vec<String>> {
    let decks = json(connection, "decks")?;
    let others = decks.iter().filter(|(id, _)| id.parse() != Ok(DEFAULT_DECK));
    Ok(others.filter_map(|(_, deck)| Some(deck.get("name")?.as_str()?.to_owned())).collect())
}

/// A part of the one row of an older collection, which is JSON: what it holds, by number. What is no JSON holds nothing.
fn json(connection: &mut SqliteConnection, part: &str) -> QueryResult<serde_json::Map<String, serde_json::Value>> {
    let query = format!("select coalesce(cast({part} as blob), x'') from col limit 1");
    let rows: Vec<Vec<u8>> = sql::<Binary>(&query).load(connection)?;
    Ok(rows.first().and_then(|row| serde_json::from_slice(row).ok()).unwrap_or_default())
}

/// The kinds of notes of newer collections.
fn kinds_in_tables(connection: &mut SqliteConnection) -> QueryResult<Vec<Kind>> {
    let query = "select ntid, coalesce(cast(name as blob), x'') from fields order by ntid, ord limit 100000";
    let fields: Vec<(i64, Vec<u8>)> = sql::<(BigInt, Binary)>(query).load(connection)?;
    let mut kinds: Vec<Kind> = Vec::new();
    for (id, name) in fields {
        match kinds.last_mut().filter(|kind| kind.id == id) {
            Some(kind) => kind.fields.push(words(name)),
            None => kinds.push(Kind { id, fields: vec![words(name)] }),
        }
    }
    Ok(kinds)
}

/// The kinds of notes of older collections, which are JSON.
fn kinds_in_words(connection: &mut SqliteConnection) -> QueryResult<Vec<Kind>> {
    let kind = |(id, model): (&String, &serde_json::Value)| {
        let fields = model.get("flds")?.as_array()?;
        let mut fields: Vec<(i64, String)> = fields
            .iter()
            .filter_map(|field| Some((field.get("ord")?.as_i64()?, field.get("name")?.as_str()?.to_owned())))
            .collect();
        fields.sort();
        Some(Kind { id: id.parse().ok()?, fields: fields.into_iter().map(|(_, name)| name).collect() })
    };
    Ok(json(connection, "models")?.iter().filter_map(kind).collect())
}

/// The notes, and one more than are taken, so that too many are noticed.
fn notes(connection: &mut SqliteConnection) -> QueryResult<Vec<Note>> {
    let query = format!(
        "select mid, coalesce(cast(flds as blob), x''), coalesce(cast(tags as blob), x'') from notes order by id limit {}",
        QUESTIONS + 1
    );
    let notes: Vec<(i64, Vec<u8>, Vec<u8>)> = sql::<(BigInt, Binary, Binary)>(&query).load(connection)?;
    let note = |(kind, fields, tags)| Note { kind, fields: words(fields), tags: words(tags) };
    Ok(notes.into_iter().map(note).collect())
}

fn any(connection: &mut SqliteConnection, query: &str) -> QueryResult<bool> {
    let found: Vec<i64> = sql::<BigInt>(query).load(connection)?;
    Ok(!found.is_empty())
}

fn words(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// What stands in the one row of a collection.
pub(super) struct Head {
    pub(super) seconds: i64,
    pub(super) deck: i64,
    pub(super) kind: i64,
    pub(super) settings: [String; 4],
}

/// Makes a collection.
pub(super) fn write(head: &Head, rows: &[Row]) -> Result<Vec<u8>, Unwritable> {
    made(head, rows).map_err(Unwritable::fault)
}

fn made(head: &Head, rows: &[Row]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut connection = SqliteConnection::establish(":memory:")?;
    connection.batch_execute(TABLES)?;
    let seconds = head.seconds;
    let millis = seconds.saturating_mul(1000);
    let [conf, models, decks, dconf] = &head.settings;
    let query = format!("insert into col values (1, {seconds}, {millis}, {millis}, 11, 0, 0, 0, ?, ?, ?, ?, '{{}}')");
    let query = diesel::sql_query(query);
    query
        .bind::<Text, _>(conf)
        .bind::<Text, _>(models)
        .bind::<Text, _>(decks)
        .bind::<Text, _>(dconf)
        .execute(&mut connection)?;
    for (index, row) in rows.iter().enumerate() {
        let (id, kind, deck, csum) = (row.id, head.kind, head.deck, row.checksum);
        let note = format!("insert into notes values ({id}, ?, {kind}, {seconds}, -1, ?, ?, ?, {csum}, 0, '')");
        let note = diesel::sql_query(note).bind::<Text, _>(&row.guid).bind::<Text, _>(&row.tags);
        note.bind::<Text, _>(&row.fields).bind::<Text, _>(&row.first).execute(&mut connection)?;
        let due = index + 1;
        let card = format!(
            "insert into cards values ({id}, {id}, {deck}, 0, {seconds}, -1, 0, 0, {due}, 0, 0, 0, 0, 0, 0, 0, 0, '')"
        );
        diesel::sql_query(card).execute(&mut connection)?;
    }
    Ok(connection.serialize_database_to_buffer().try_as_slice()?.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sql: &str) -> Result<Collection, Unreadable> {
        let mut connection = SqliteConnection::establish(":memory:").unwrap();
        connection.batch_execute(sql).unwrap();
        let mut bytes = connection.serialize_database_to_buffer().try_as_slice().unwrap().to_vec();
        file::check(&mut bytes)?;
        read(&bytes)
    }

    #[test]
    fn a_collection_with_a_mind_of_its_own_is_refused() {
        let endless =
            "with recursive n(i) as (select 1 union all select i + 1 from n) select i as mid, i as flds from n";
        let notes = "create table notes (id integer primary key, mid, flds, tags)";
        for sql in [
            format!("create view notes as {endless}"),
            format!("{notes}; create view other as {endless}"),
            format!("{notes}; create trigger t after insert on notes begin delete from notes; end"),
            "create table notes (id integer primary key, mid, flds as (zeroblob(1000000000)), tags)".to_owned(),
            "create table notes (id integer primary key)".to_owned(),
            "create table other (id integer primary key)".to_owned(),
            notes.to_owned(),
            (0..200).map(|n| format!("create table t{n} (a);")).collect(),
        ] {
            assert_eq!(of(&sql).err(), Some(Unreadable::BrokenPackage), "{sql}");
        }
    }

    #[test]
    fn a_collection_without_kinds_has_notes_of_none() {
        let sql = "create table col (models text, decks text); insert into col values ('no JSON', 'none');
            create table notes (id integer primary key, mid, flds, tags); insert into notes values (1, 'x', x'ff41', null)";
        let collection = of(sql).unwrap();
        assert!(collection.kinds.is_empty() && collection.decks.is_empty() && !collection.is_scheduled);
        assert_eq!((collection.notes[0].kind, collection.notes[0].fields.as_str()), (0, "\u{fffd}A"));
    }
}
