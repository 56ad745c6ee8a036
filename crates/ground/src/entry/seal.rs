//! Seals: a signed checkpoint over every entry of one span of time, so that an entry, or a
//! whole chain, that is removed, added or changed later is noticed.
//!
//! A seal covers a span that ended [`LAG_SECONDS`] ago, so that few changes that began in it are
//! still on their way. Those that are look at the newest seal before they are recorded and stay out
//! of its span; see [`rows::append`]. Where several transactions run at once they are serializable:
//! of an entry and a seal that did not see each other, one is run again. The signature is Ed25519
//! (RFC 8032) by a key that is not in the database.

use diesel::prelude::*;
use ed25519_dalek::{Signer, SigningKey};
use sha2::{Digest, Sha256};

use super::rows::{self, Place};
use crate::db::DbConnection;
use crate::db::schema::{entry, seal};
use crate::{Moment, Result, secret};

/// How long after its end a span is sealed.
pub const LAG_SECONDS: i64 = 120;
const PAGE: i64 = 5_000;

/// A signed checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = seal)]
pub struct Seal {
    /// 1, 2, 3 ...
    pub number: i64,
    /// Where its span begins (milliseconds); the span before it ends there.
    pub from_at: i64,
    /// Where its span ends (milliseconds), itself not included.
    pub until_at: i64,
    /// How many entries the span holds.
    pub entries: i64,
    /// SHA-256 over the hashes of the span's entries, in order of time, in hex.
    pub digest: String,
    /// The digest of the seal before it.
    pub previous_digest: String,
    /// Ed25519 over all of the above, in hex.
    pub signature: String,
    /// When it was made.
    pub sealed_at: i64,
}

impl Seal {
    /// What is signed.
    #[must_use]
    pub fn signed_words(&self) -> String {
        format!(
            "rapport seal {} from {} until {} entries {} digest {} after {}",
            self.number, self.from_at, self.until_at, self.entries, self.digest, self.previous_digest
        )
    }
}

/// Seals what was recorded since the last seal; nothing when nothing was.
///
/// # Errors
/// Broken when the database says so.
pub fn make(connection: &mut DbConnection, key: &SigningKey, now: Moment) -> Result<Option<Seal>> {
    let last = last(connection)?;
    let (number, previous_digest) = last.as_ref().map_or((0, String::new()), |seal| (seal.number, seal.digest.clone()));
    let until = now.plus_seconds(-LAG_SECONDS);
    let from = match &last {
        Some(seal) => Moment::from_millis(seal.until_at),
        None => match first_recorded_at(connection)? {
            Some(first) => first,
            None => return Ok(None),
        },
    };
    if until <= from {
        return Ok(None);
    }
    let (entries, digest) = digest(connection, from, until)?;
    if entries == 0 {
        return Ok(None);
    }
    let mut made = Seal {
        number: number + 1,
        from_at: from.millis(),
        until_at: until.millis(),
        entries,
        digest,
        previous_digest,
        signature: String::new(),
        sealed_at: now.millis(),
    };
    made.signature = secret::hex(&key.sign(made.signed_words().as_bytes()).to_bytes());
    diesel::insert_into(seal::table).values(&made).execute(connection)?;
    Ok(Some(made))
}

/// How many entries a span holds, and the digest over them.
///
/// # Errors
/// Broken when the database says so.
pub fn digest(connection: &mut DbConnection, from: Moment, until: Moment) -> Result<(i64, String)> {
    let mut hash = Sha256::new();
    let mut entries = 0;
    let mut last: Place = rows::place_before(from);
    loop {
        let page = rows::after_in_time(connection, &last, until, PAGE)?;
        let Some((place, _)) = page.last() else { break };
        last = place.clone();
        for (_, entry_hash) in &page {
            entries += 1;
            hash.update(entry_hash);
        }
    }
    Ok((entries, secret::hex(&hash.finalize())))
}

/// The newest seal.
///
/// # Errors
/// Broken when the database says so.
pub fn last(connection: &mut DbConnection) -> Result<Option<Seal>> {
    Ok(seal::table.order(seal::number.desc()).first(connection).optional()?)
}

/// All seals, oldest first.
///
/// # Errors
/// Broken when the database says so.
pub fn all(connection: &mut DbConnection) -> Result<Vec<Seal>> {
    Ok(seal::table.order(seal::number).load(connection)?)
}

fn first_recorded_at(connection: &mut DbConnection) -> Result<Option<Moment>> {
    let first: Option<i64> = entry::table
        .order((entry::recorded_at, entry::subject_id, entry::position))
        .select(entry::recorded_at)
        .first(connection)
        .optional()?;
    Ok(first.map(Moment::from_millis))
}
