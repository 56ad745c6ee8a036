//! Who the contacts of a client were at a moment, as the record has it.

use ground::db::DbConnection;
use ground::entry::{self, Entry};
use ground::{Id, Moment, Result};
use serde_json::Value;

use super::{Contact, LEFT, Standing, rows};
use crate::client::Client;

/// What happened to a contact that matters for who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// They decide now, or do not.
    Stands(Standing),
    /// They left.
    Left,
}

/// A contact as they were at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Who.
    pub id: Id<Contact>,
    /// How they stood in the client's company then.
    pub standing: Standing,
    /// When they had left by then.
    pub left_at: Option<Moment>,
    /// When they last began or ceased to be one who decides, by then.
    pub deciding_changed_at: Option<Moment>,
}

/// Every contact that a client had by a moment, as they were then.
///
/// # Errors
/// Broken when the database says so.
pub fn of_client(connection: &mut DbConnection, client_id: &Id<Client>, at: Moment) -> Result<Vec<Past>> {
    let mut found = Vec::new();
    for id in rows::ever_of(connection, client_id)? {
        let entries = entry::rows::of_subject(connection, id.as_str())?;
        found.extend(past(id, &changes(&entries, at)));
    }
    Ok(found)
}

/// What the record says of it until a moment, the earliest first.
fn changes(entries: &[Entry], at: Moment) -> Vec<(Moment, Change)> {
    let mut changes = Vec::new();
    for entry in entries.iter().filter(|entry| entry.recorded_at <= at.millis()) {
        let recorded_at = Moment::from_millis(entry.recorded_at);
        let change: Value = serde_json::from_str(&entry.change).unwrap_or_default();
        let standing = change.get("standing").and_then(|pair| pair.get(1)).and_then(Value::as_str);
        if let Some(standing) = standing.and_then(ground::fields::Choice::from_word) {
            changes.push((recorded_at, Change::Stands(standing)));
        }
        if entry.deed == LEFT.0 {
            changes.push((recorded_at, Change::Left));
        }
    }
    changes
}

/// What that makes of a contact; none where they were none yet.
fn past(id: Id<Contact>, changes: &[(Moment, Change)]) -> Option<Past> {
    let mut standing = None;
    let (mut left_at, mut deciding_changed_at) = (None, None);
    for (at, change) in changes {
        let decided = standing == Some(Standing::DecisionMaker) && left_at.is_none();
        match change {
            Change::Stands(new) => standing = Some(*new),
            Change::Left => left_at = Some(*at),
        }
        let decides = standing == Some(Standing::DecisionMaker) && left_at.is_none();
        if decided != decides {
            deciding_changed_at = Some(*at);
        }
    }
    standing.map(|standing| Past { id, standing, left_at, deciding_changed_at })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64) -> Moment {
        Moment::from_millis(day * 86_400_000)
    }

    #[test]
    fn somebody_begins_and_ceases_to_decide() {
        let id = Id::known("ana");
        let became = [(at(1), Change::Stands(Standing::DayToDay)), (at(5), Change::Stands(Standing::DecisionMaker))];
        let ana = past(id.clone(), &became).unwrap();
        assert_eq!((ana.standing, ana.deciding_changed_at), (Standing::DecisionMaker, Some(at(5))));
        let left: Vec<_> = became.into_iter().chain([(at(9), Change::Left)]).collect();
        let ana = past(id.clone(), &left).unwrap();
        assert_eq!((ana.left_at, ana.deciding_changed_at), (Some(at(9)), Some(at(9))));
        let other = [(at(1), Change::Stands(Standing::DayToDay)), (at(2), Change::Left)];
        assert_eq!(past(id.clone(), &other).unwrap().deciding_changed_at, None, "who never decided changes nothing");
        assert_eq!(past(id, &[]), None);
    }
}
