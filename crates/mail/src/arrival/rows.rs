//! SQL for arrivals.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};
use listening::concern::{self, Concern};
use listening::conversation::Trust;
use people::site::{self, Site};
use people::staff::Role;
use people::work::Work;

use super::{Arrival, Envelope, MatchedBy, Reason, Said, Settled, Source, State};
use crate::schema::arrival;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = arrival, treat_none_as_null = true, treat_none_as_default_value = false)]
struct Row {
    id: Id<Arrival>,
    key: String,
    hash: String,
    bytes: i64,
    source: Source,
    null_sender_at: Option<Moment>,
    recipients: String,
    received_at: Moment,
    message_id: Option<String>,
    from_name: Option<String>,
    from_address: Option<String>,
    subject: String,
    written_at: Option<Moment>,
    words_digest: Option<String>,
    state: State,
    reason: Option<Reason>,
    trust: Trust,
    matched_by: Option<MatchedBy>,
    named_id: Option<Id<Concern>>,
    concern_id: Option<Id<Concern>>,
    site_id: Option<Id<Site>>,
    settled_at: Option<Moment>,
    version: i64,
}

impl Row {
    fn of(arrival: &Arrival, version: i64) -> Self {
        let Arrival { id, key, hash, bytes, envelope, received_at, said, settled, settled_at, .. } = arrival.clone();
        Self {
            id,
            key,
            hash,
            bytes,
            source: envelope.source,
            null_sender_at: envelope.null_sender.then_some(received_at),
            recipients: envelope.recipients.join(" "),
            received_at,
            message_id: said.message_id,
            from_name: said.from_name,
            from_address: said.from_address,
            subject: said.subject,
            written_at: said.written_at,
            words_digest: said.words_digest,
            state: arrival.state(),
            reason: settled.as_ref().map(|settled| settled.reason),
            trust: settled.as_ref().map_or(Trust::Unchecked, |settled| settled.trust),
            matched_by: settled.as_ref().and_then(|settled| settled.matched_by),
            named_id: settled.as_ref().and_then(|settled| settled.named_id.clone()),
            concern_id: settled.as_ref().and_then(|settled| settled.concern_id.clone()),
            site_id: settled.and_then(|settled| settled.site_id),
            settled_at,
            version,
        }
    }
}

impl From<Row> for Arrival {
    fn from(row: Row) -> Self {
        let settled = row.reason.map(|reason| Settled {
            state: row.state,
            reason,
            trust: row.trust,
            matched_by: row.matched_by,
            named_id: row.named_id,
            concern_id: row.concern_id,
            site_id: row.site_id,
        });
        Self {
            id: row.id,
            key: row.key,
            hash: row.hash,
            bytes: row.bytes,
            envelope: Envelope {
                source: row.source,
                null_sender: row.null_sender_at.is_some(),
                recipients: row.recipients.split_whitespace().map(str::to_owned).collect(),
            },
            received_at: row.received_at,
            said: Said {
                message_id: row.message_id,
                from_name: row.from_name,
                from_address: row.from_address,
                subject: row.subject,
                written_at: row.written_at,
                words_digest: row.words_digest,
            },
            settled,
            settled_at: row.settled_at,
            version: row.version,
        }
    }
}

/// Adds a mail that reached us.
///
/// # Errors
/// Broken, as a duplicate, when it is here already.
pub(super) fn insert(connection: &mut DbConnection, new: &Arrival) -> Result<()> {
    diesel::insert_into(arrival::table).values(Row::of(new, 0)).execute(connection)?;
    Ok(())
}

/// The same mail for the same addresses, if it is here.
pub(super) fn by_key(connection: &mut DbConnection, key: &str) -> Result<Option<Id<Arrival>>> {
    Ok(arrival::table.filter(arrival::key.eq(key)).select(arrival::id).first(connection).optional()?)
}

/// Saves what became of a mail, if nobody else did meanwhile.
pub(super) fn save(connection: &mut DbConnection, changed: &Arrival) -> Result<()> {
    let row = arrival::table.find(&changed.id).filter(arrival::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("arrival-settled")) }
}

/// One mail, for the job that takes it in.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Arrival>) -> Result<Arrival> {
    Ok(arrival::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// The same mail, if it came before and was settled: the same bytes, or the same Message-ID with
/// the same words from the same sender.
pub(super) fn twin(connection: &mut DbConnection, of: &Arrival, said: &Said) -> Result<Option<Arrival>> {
    let others = arrival::table.filter(arrival::id.ne(&of.id)).filter(arrival::settled_at.is_not_null());
    let first = others.filter(arrival::hash.eq(&of.hash)).order((arrival::received_at, arrival::id));
    let found: Option<Row> = first.select(Row::as_select()).first(connection).optional()?;
    if found.is_some() || said.message_id.is_none() || said.words_digest.is_none() {
        return Ok(found.map(Arrival::from));
    }
    let mut same = others
        .filter(arrival::message_id.eq(&said.message_id))
        .filter(arrival::words_digest.eq(&said.words_digest))
        .order((arrival::received_at, arrival::id))
        .into_boxed();
    same = match &said.from_address {
        Some(from) => same.filter(arrival::from_address.eq(from)),
        None => same.filter(arrival::from_address.is_null()),
    };
    Ok(same.select(Row::as_select()).first::<Row>(connection).optional()?.map(Arrival::from))
}

/// One mail within reach: of a concern or a site that one sees; what belongs to neither is for
/// those above the sites.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Arrival>) -> Result<Arrival> {
    let found = any(work.connection, id)?;
    if is_seen(work, &found)? { Ok(found) } else { Err(Error::NotFound) }
}

fn is_seen(work: &mut Work<'_>, found: &Arrival) -> Result<bool> {
    let settled = found.settled.as_ref();
    if let Some(concern_id) = settled.and_then(|settled| settled.concern_id.as_ref()) {
        return match concern::rows::find(work, concern_id) {
            Ok(_) => Ok(true),
            Err(Error::NotFound) => Ok(false),
            Err(error) => Err(error),
        };
    }
    if let Some(site_id) = settled.and_then(|settled| settled.site_id.as_ref()) {
        let site = site::rows::any(work.connection, site_id)?;
        return Ok(work.me.reach.has_site(&site.client_id, &site.id));
    }
    Ok(work.me.has_role(&[Role::AccountManager, Role::Administrator]))
}

/// Where a page of the list goes on: after this one.
pub(super) type After = Option<(Moment, Id<Arrival>)>;

/// Which mails a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Those that somebody has to decide.
    Held,
    /// All.
    All,
}

/// The mails within reach, the newest first, at most so many, and where the next page begins.
pub(super) fn list(work: &mut Work<'_>, which: Which, after: &After, limit: i64) -> Result<(Vec<Arrival>, After)> {
    let mut query = arrival::table.select(Row::as_select()).into_boxed();
    if which == Which::Held {
        query = query.filter(arrival::state.eq(State::Held));
    }
    if let Some((at, id)) = after {
        query = query.filter(arrival::received_at.lt(at).or(arrival::received_at.eq(at).and(arrival::id.lt(id))));
    }
    if let Some(sites) = &work.me.reach.sites {
        query = query.filter(arrival::site_id.eq_any(sites));
    }
    let rows: Vec<Row> =
        query.order((arrival::received_at.desc(), arrival::id.desc())).limit(limit).load(work.connection)?;
    let full = i64::try_from(rows.len()).unwrap_or(limit) == limit;
    let next = rows.last().filter(|_| full).map(|row| (row.received_at, row.id.clone()));
    let mut seen = Vec::with_capacity(rows.len());
    for found in rows.into_iter().map(Arrival::from) {
        if is_seen(work, &found)? {
            seen.push(found);
        }
    }
    Ok((seen, next))
}

/// The mail that reached us last.
///
/// # Errors
/// Broken when the database says so.
pub fn newest(connection: &mut DbConnection) -> Result<Option<Arrival>> {
    let order = (arrival::received_at.desc(), arrival::id.desc());
    let found: Option<Row> = arrival::table.order(order).select(Row::as_select()).first(connection).optional()?;
    Ok(found.map(Arrival::from))
}

/// The hashes of all mails that are kept, in order: for a backup.
///
/// # Errors
/// Broken when the database says so.
pub fn hashes(connection: &mut DbConnection) -> Result<Vec<String>> {
    Ok(arrival::table.select(arrival::hash).distinct().order(arrival::hash).load(connection)?)
}
