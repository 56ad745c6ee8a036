//! The rows of a concern, written straight into the database: the raw peer of the server, and
//! how a long history is grown in minutes. They are the rows that the server writes.

use diesel::connection::SimpleConnection;
use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::{SqliteConnection, sql_query};
use ground::db::schema::{entry, search};
use ground::entry::{CHAIN_START, Entry};
use ground::{Id, Moment, secret};
use listening::concern::{Concern, number};
use listening::schema::{concern, message, promise};
use people::schema::site;

use crate::Outcome;

/// A site, as a concern needs it.
#[derive(Queryable)]
pub(crate) struct Place {
    pub site_id: String,
    pub client_id: String,
    pub owner_id: String,
    pub terms_hash: String,
}

/// What every concern of one database is written with.
pub(crate) struct Pattern {
    pub places: Vec<Place>,
    /// What the record says of a concern that the server took itself.
    pub change: String,
}

/// A concern to write.
pub(crate) struct Told<'a> {
    pub place: &'a Place,
    pub words: &'a str,
    pub severity: &'a str,
    pub category: &'a str,
    pub state: &'a str,
    pub next_step: &'a str,
    pub next_due_at: Option<i64>,
    pub raised_at: i64,
    pub closed_at: Option<i64>,
}

#[derive(Insertable)]
#[diesel(table_name = concern, treat_none_as_default_value = false)]
struct ConcernRow<'a> {
    id: &'a str,
    number: &'a str,
    client_id: &'a str,
    site_id: &'a str,
    channel: &'a str,
    voice: &'a str,
    language: &'a str,
    headline: &'a str,
    category: &'a str,
    severity: &'a str,
    state: &'a str,
    owner_id: &'a str,
    reporter_id: &'a str,
    next_step: &'a str,
    next_due_at: Option<i64>,
    said_at: i64,
    raised_at: i64,
    closed_at: Option<i64>,
    outcome: Option<&'a str>,
    tracking_digest: &'a str,
    terms_hash: &'a str,
}

/// Opens the file with the pragmas of the server's own writer.
pub(crate) fn open(file: &std::path::Path) -> Outcome<SqliteConnection> {
    let mut connection = SqliteConnection::establish(file.to_str().ok_or("the folder's name is not text")?)?;
    connection.batch_execute(
        "pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full;
         pragma foreign_keys = on; pragma cache_size = -16000; pragma temp_store = memory;",
    )?;
    Ok(connection)
}

/// Reads the sites of a database in which the server took a concern at each.
pub(crate) fn pattern(connection: &mut SqliteConnection) -> Outcome<Pattern> {
    let sites: Vec<(String, String, String)> =
        site::table.order(site::id).select((site::id, site::client_id, site::owner_id)).load(connection)?;
    let mut places = Vec::new();
    for (site_id, client_id, owner_id) in sites {
        let taken = concern::table.filter(concern::site_id.eq(&site_id)).select(concern::terms_hash);
        places.push(Place { terms_hash: taken.first(connection)?, site_id, client_id, owner_id });
    }
    let raised = entry::table.filter(entry::deed.eq("concern.raised")).select(entry::change);
    Ok(Pattern { places, change: raised.first(connection)? })
}

/// The names of all sites.
pub(crate) fn site_ids(connection: &mut SqliteConnection) -> Outcome<Vec<String>> {
    Ok(site::table.order(site::id).select(site::id).load(connection)?)
}

/// The client of whom most concerns are.
pub(crate) fn who_told_most(connection: &mut SqliteConnection) -> Outcome<String> {
    let by_client = concern::table.group_by(concern::client_id).select(concern::client_id);
    Ok(by_client.order(count_star().desc()).first(connection)?)
}

/// How many concerns there are.
pub(crate) fn count(connection: &mut SqliteConnection) -> Outcome<i64> {
    Ok(concern::table.count().get_result(connection)?)
}

/// The names of some concerns, spread over all of time.
pub(crate) fn some_concerns(connection: &mut SqliteConnection, many: i64) -> Outcome<Vec<String>> {
    let step = (count(connection)? / many).max(1);
    #[derive(QueryableByName)]
    struct Named {
        #[diesel(sql_type = diesel::sql_types::Text)]
        id: String,
    }
    let rows: Vec<Named> =
        sql_query(format!("select id from concern where rowid % {step} = 0 limit {many}")).load(connection)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Writes a concern as it is raised: the concern, its first two promises, the message, the entry
/// of the record, and its words for the search. Its name is given back, with the entry's hash.
pub(crate) fn insert(connection: &mut SqliteConnection, told: &Told<'_>, change: &str) -> Outcome<(String, String)> {
    let Told { place, words, severity, category, state, next_step, next_due_at, raised_at, closed_at } = *told;
    let id = Id::<Concern>::fresh().to_string();
    let headline: String = words.chars().take(90).collect();
    let is_taken = |number: &str| {
        let same = concern::table.filter(concern::number.eq(number));
        Ok(diesel::select(diesel::dsl::exists(same)).get_result(connection)?)
    };
    let number = number::fresh(is_taken)?;
    diesel::insert_into(concern::table)
        .values(ConcernRow {
            id: &id,
            number: &number,
            client_id: &place.client_id,
            site_id: &place.site_id,
            channel: "phone",
            voice: "client",
            language: "en",
            headline: &headline,
            category,
            severity,
            state,
            owner_id: &place.owner_id,
            reporter_id: &place.owner_id,
            next_step,
            next_due_at,
            said_at: raised_at,
            raised_at,
            closed_at,
            outcome: closed_at.map(|_| "settled"),
            tracking_digest: &secret::digest(&id),
            terms_hash: &place.terms_hash,
        })
        .execute(connection)?;
    for (step, hours) in [("acknowledge", 4), ("answer", 48)] {
        insert_promise(connection, (&id, step), (raised_at, raised_at + hours * 3_600_000), closed_at)?;
    }
    say(connection, (&id, &place.site_id), words, ("contact", raised_at))?;
    let hash = write_down(connection, ("concern.raised", &id, 1), raised_at, change, CHAIN_START)?;
    Ok((id, hash))
}

fn insert_promise(
    connection: &mut SqliteConnection,
    (concern_id, step): (&str, &str),
    (given_at, due_at): (i64, i64),
    kept_at: Option<i64>,
) -> Outcome<()> {
    diesel::insert_into(promise::table)
        .values((
            promise::id.eq(Id::<Concern>::fresh().to_string()),
            promise::concern_id.eq(concern_id),
            promise::step.eq(step),
            promise::round.eq(1_i64),
            promise::target.eq("4 working hours"),
            promise::given_at.eq(given_at),
            promise::due_at.eq(due_at),
            promise::kept_at.eq(kept_at.unwrap_or(due_at)),
        ))
        .execute(connection)?;
    Ok(())
}

/// Writes a message, and its words for the search.
pub(crate) fn say(
    connection: &mut SqliteConnection,
    (concern_id, site_id): (&str, &str),
    words: &str,
    (by_kind, said_at): (&str, i64),
) -> Outcome<()> {
    diesel::insert_into(message::table)
        .values((
            message::id.eq(Id::<Concern>::fresh().to_string()),
            message::concern_id.eq(concern_id),
            message::kind.eq("message"),
            message::by_kind.eq(by_kind),
            message::by_id.eq(""),
            message::by_name.eq("Robin Example"),
            message::language.eq("en"),
            message::words.eq(words),
            message::said_at.eq(said_at),
        ))
        .execute(connection)?;
    diesel::insert_into(search::table)
        .values((search::words.eq(words), search::concern_id.eq(concern_id), search::site_id.eq(site_id)))
        .execute(connection)?;
    Ok(())
}

/// Writes an entry at the end of a chain; its hash.
pub(crate) fn write_down(
    connection: &mut SqliteConnection,
    (deed, subject_id, position): (&str, &str, i64),
    at: i64,
    change: &str,
    previous_hash: &str,
) -> Outcome<String> {
    let mut row = Entry {
        subject_id: subject_id.to_owned(),
        position,
        subject_kind: "concern".to_owned(),
        deed: deed.to_owned(),
        by_kind: "staff".to_owned(),
        by_id: subject_id.to_owned(),
        by_name: "Robin Example".to_owned(),
        their_at: None,
        recorded_at: Moment::from_millis(at).millis(),
        change: change.to_owned(),
        previous_hash: previous_hash.to_owned(),
        hash: String::new(),
    };
    row.hash = row.reckoned_hash();
    diesel::insert_into(entry::table).values(&row).execute(connection)?;
    Ok(row.hash)
}
