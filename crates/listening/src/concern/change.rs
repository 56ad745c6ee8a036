//! How a concern changes: load the case, move it, save it, say it, write it down. Every verb is
//! one call of this.

use ground::entry::Deed;
use ground::{Error, Id, Moment, Result};
use people::work::{Done, Work};
use serde_json::{Map, Value, json};

use super::{Case, Concern, rows};
use crate::conversation::{self, Message};

/// Changes a concern by one move, with what is said to whoever told us, if anything is.
/// `seen` is the version that was looked at, where somebody looked.
///
/// # Errors
/// Not found out of reach; refused by the move, or when it changed since it was looked at.
pub fn change(
    work: &mut Work<'_>,
    (id, seen): (&Id<Concern>, Option<i64>),
    deed: Deed,
    words: Option<&str>,
    make: impl Fn(&mut Case, Moment) -> Result<()>,
) -> Result<Done<()>> {
    let say =
        |work: &mut Work<'_>, concern: &Concern| words.map(|words| conversation::add(work, concern, words)).transpose();
    change_saying(work, (id, seen), deed, say, make)
}

/// The same, where what is said comes in another way.
///
/// # Errors
/// As [`change`].
pub(crate) fn change_saying(
    work: &mut Work<'_>,
    (id, seen): (&Id<Concern>, Option<i64>),
    deed: Deed,
    say: impl FnOnce(&mut Work<'_>, &Concern) -> Result<Option<Message>>,
    make: impl Fn(&mut Case, Moment) -> Result<()>,
) -> Result<Done<()>> {
    let before = rows::case(work, id)?;
    if seen.is_some_and(|seen| seen != before.concern.version) {
        return Err(Error::refused("concern-changed-meanwhile"));
    }
    let mut after = before.clone();
    make(&mut after, work.now)?;
    rows::save(work.connection, &before, &after)?;
    let message = say(work, &after.concern)?;
    let (before, after) = (record(&before, None)?, record(&after, message.as_ref())?);
    work.done(deed, id.as_str(), (Some(&before), &after), ())
}

/// A case as the record keeps it: the concern field by field, each promise with its due time, and
/// what was said.
///
/// # Errors
/// Broken when it cannot be written as JSON.
pub fn record(case: &Case, message: Option<&Message>) -> Result<Value> {
    let Value::Object(mut fields) = serde_json::to_value(&case.concern)? else { return Ok(Value::Null) };
    // The version and the name are the record's own business: a chain and a position.
    for name in ["version", "id"] {
        fields.remove(name);
    }
    for promise in &case.promises {
        let mut kept = Map::new();
        kept.insert("due_at".to_owned(), json!(promise.due_at));
        kept.insert("kept_at".to_owned(), json!(promise.kept_at));
        kept.insert("ended_at".to_owned(), json!(promise.ended_at));
        if let Some(reason) = &promise.late_reason {
            kept.insert("late_reason".to_owned(), json!(reason));
        }
        fields.insert(format!("promise {} {}", promise.step.word(), promise.id), Value::Object(kept));
    }
    if let Some(message) = message {
        fields.insert("message".to_owned(), serde_json::to_value(message)?);
    }
    Ok(Value::Object(fields))
}
