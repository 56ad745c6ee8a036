//! Proves the record: every chain from its first entry to its last, and every seal.

use ed25519_dalek::{Signature, Verifier, VerifyingKey};

use super::{CHAIN_START, Entry, rows, seal};
use crate::db::DbConnection;
use crate::{Moment, Result};

const PAGE: i64 = 5_000;

/// What the record is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every chain and every seal holds.
    Whole {
        /// How many entries were read.
        entries: u64,
        /// How many chains.
        chains: u64,
        /// How many seals.
        seals: u64,
        /// The digest of the newest seal: keep it elsewhere, and a shortened record is noticed too.
        last_digest: Option<String>,
    },
    /// An entry is not what was written, or the one before it is missing.
    BadEntry {
        /// The subject of the chain.
        subject_id: String,
        /// Where in the chain.
        position: i64,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A seal does not fit what is there: entries of its span were removed, added or changed.
    BadSeal {
        /// Which seal.
        number: i64,
        /// What is wrong with it.
        reason: &'static str,
    },
}

/// Walks the whole record and names the first thing that is wrong.
///
/// # Errors
/// Broken when the database says so.
pub fn verify(connection: &mut DbConnection, key: &VerifyingKey) -> Result<Verdict> {
    let (mut entries, mut chains) = (0, 0);
    let mut last: Option<Entry> = None;
    loop {
        let after = last.as_ref().map_or(("", 0), |entry| (entry.subject_id.as_str(), entry.position));
        let page = rows::after_in_chains(connection, after, PAGE)?;
        if page.is_empty() {
            break;
        }
        for entry in page {
            let before = last.as_ref().filter(|last| last.subject_id == entry.subject_id);
            if let Some(reason) = fault(before, &entry) {
                return Ok(Verdict::BadEntry { subject_id: entry.subject_id, position: entry.position, reason });
            }
            entries += 1;
            chains += u64::from(entry.position == 1);
            last = Some(entry);
        }
    }
    seals_hold(connection, key, entries, chains)
}

/// What is wrong with an entry, given the one before it in its chain.
fn fault(before: Option<&Entry>, entry: &Entry) -> Option<&'static str> {
    let (position, hash) = before.map_or((0, CHAIN_START), |before| (before.position, before.hash.as_str()));
    if entry.position != position + 1 {
        Some("an entry before it is missing")
    } else if entry.previous_hash != hash {
        Some("it does not follow the entry before it")
    } else if entry.reckoned_hash() != entry.hash {
        Some("its words were changed")
    } else {
        None
    }
}

fn seals_hold(connection: &mut DbConnection, key: &VerifyingKey, entries: u64, chains: u64) -> Result<Verdict> {
    let seals = seal::all(connection)?;
    let mut before: Option<&seal::Seal> = None;
    for one in &seals {
        if let Some(reason) = seal_fault(connection, key, before, one)? {
            return Ok(Verdict::BadSeal { number: one.number, reason });
        }
        before = Some(one);
    }
    let last_digest = before.map(|seal| seal.digest.clone());
    Ok(Verdict::Whole { entries, chains, seals: seals.len() as u64, last_digest })
}

fn seal_fault(
    connection: &mut DbConnection,
    key: &VerifyingKey,
    before: Option<&seal::Seal>,
    seal: &seal::Seal,
) -> Result<Option<&'static str>> {
    let (number, digest) = before.map_or((0, ""), |before| (before.number, before.digest.as_str()));
    if seal.number != number + 1 || before.is_some_and(|before| before.until_at != seal.from_at) {
        return Ok(Some("a seal before it is missing"));
    }
    if seal.previous_digest != digest {
        return Ok(Some("it does not follow the seal before it"));
    }
    let signature = crate::secret::from_hex::<64>(&seal.signature).map(|bytes| Signature::from_bytes(&bytes));
    let is_ours = |signature: &Signature| key.verify(seal.signed_words().as_bytes(), signature).is_ok();
    if !signature.as_ref().is_some_and(is_ours) {
        return Ok(Some("its signature is not ours"));
    }
    // The first span begins with the first entry, so that an entry dated before it is noticed too.
    let from = before.map_or(Moment::from_millis(i64::MIN), |_| Moment::from_millis(seal.from_at));
    let found = seal::digest(connection, from, Moment::from_millis(seal.until_at))?;
    Ok((found != (seal.entries, seal.digest.clone())).then_some("entries of its span were removed, added or changed"))
}
