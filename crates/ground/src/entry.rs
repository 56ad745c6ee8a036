//! The record: who did what to which thing, when, and what it was before and after.
//! It only grows. The entries of one subject form a chain of hashes; see `entry/seal.rs` for what holds the chains.

pub mod rows;
pub mod seal;
pub mod verify;

use serde::Serialize;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::{Moment, Result};

/// The hash before the first entry of a chain.
pub const CHAIN_START: &str = "";

/// Something that can be done to a thing, as the record names it: `concern.raised`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed(pub &'static str);

impl Deed {
    /// The kind of thing it is done to: the word before the dot.
    #[must_use]
    pub fn subject_kind(self) -> &'static str {
        self.0.split('.').next().unwrap_or(self.0)
    }
}

/// The kind of somebody who does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// The product itself, on the clock.
    System,
    /// Somebody who did not sign in.
    Guest,
    /// A person of a client.
    Contact,
    /// A person of the organization.
    Staff,
    /// A program with a token.
    Program,
}

impl ActorKind {
    /// The word that the record keeps.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Guest => "guest",
            Self::Contact => "contact",
            Self::Staff => "staff",
            Self::Program => "program",
        }
    }
}

/// Who does something, as the record names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Actor {
    /// What kind of somebody.
    pub kind: ActorKind,
    /// Their name in the database; empty for a guest.
    pub id: String,
    /// What they are called, as of now.
    pub name: String,
}

impl Actor {
    /// The product itself.
    #[must_use]
    pub fn system() -> Self {
        Self { kind: ActorKind::System, id: String::new(), name: String::new() }
    }
}

/// One entry of the record.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable, diesel::Insertable)]
#[diesel(table_name = crate::db::schema::entry, treat_none_as_default_value = false)]
pub struct Entry {
    /// The thing it was done to.
    pub subject_id: String,
    /// 1, 2, 3 ... within the chain of the subject.
    pub position: i64,
    /// The kind of the thing.
    pub subject_kind: String,
    /// What was done.
    pub deed: String,
    /// What kind of somebody did it.
    pub by_kind: String,
    /// Who did it.
    pub by_id: String,
    /// What they were called then.
    pub by_name: String,
    /// When, by their clock (milliseconds), where it is not ours.
    pub their_at: Option<i64>,
    /// When, by our clock (milliseconds).
    pub recorded_at: i64,
    /// What changed: `{"field": [before, after]}` as JSON.
    pub change: String,
    /// The hash of the entry before it, or [`CHAIN_START`].
    pub previous_hash: String,
    /// SHA-256 over all of the above, in hex.
    pub hash: String,
}

impl Entry {
    /// The hash that this entry must carry: SHA-256 over its fields, each preceded by its
    /// length, so that no two entries read the same.
    #[must_use]
    pub fn reckoned_hash(&self) -> String {
        let numbers = [self.position, self.their_at.unwrap_or(-1), self.recorded_at];
        let texts = [
            &self.subject_id,
            &self.subject_kind,
            &self.deed,
            &self.by_kind,
            &self.by_id,
            &self.by_name,
            &self.change,
            &self.previous_hash,
        ];
        let mut hash = Sha256::new();
        for number in numbers {
            hash.update(number.to_be_bytes());
        }
        for text in texts {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
        crate::secret::hex(&hash.finalize())
    }
}

/// What was done, before it has its place in a chain.
#[derive(Debug, Clone)]
pub struct Done<'a> {
    /// What was done.
    pub deed: Deed,
    /// The thing it was done to.
    pub subject_id: &'a str,
    /// Who did it.
    pub by: &'a Actor,
    /// When, by their clock, where it is not ours.
    pub their_at: Option<Moment>,
    /// When, by our clock.
    pub recorded_at: Moment,
    /// What changed; see [`change`].
    pub change: Value,
}

/// What changed, field by field: `{"field": [before, after]}`. Of a thing that is new, all of it.
///
/// # Errors
/// Broken when a value cannot be written as JSON.
pub fn change<T: Serialize>(before: Option<&T>, after: &T) -> Result<Value> {
    let fields = |value: Value| match value {
        Value::Object(fields) => fields,
        other => Map::from_iter([("value".to_owned(), other)]),
    };
    let after = fields(serde_json::to_value(after)?);
    let mut before = before.map(serde_json::to_value).transpose()?.map(fields).unwrap_or_default();
    let mut changed = Map::new();
    for (name, value) in after {
        let earlier = before.remove(&name).unwrap_or(Value::Null);
        if earlier != value {
            changed.insert(name, json!([earlier, value]));
        }
    }
    Ok(Value::Object(changed))
}

#[cfg(test)]
mod tests;
