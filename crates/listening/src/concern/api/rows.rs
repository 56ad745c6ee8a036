//! SQL for the list of concerns that a program reads: newest first, open and closed.

use diesel::prelude::*;
use ground::{Id, Moment, Result};
use people::schema::site;
use people::site::Site;
use people::work::Work;

use crate::concern::rows::{ConcernRow, within};
use crate::concern::{Concern, State};
use crate::schema::concern;

/// Where a concern stands in the list: when it reached us, and which one it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    raised_at: Moment,
    id: Id<Concern>,
}

/// What a program wants to see.
pub(super) struct Wish {
    pub(super) site: Option<Id<Site>>,
    pub(super) state: Option<State>,
    pub(super) before: Option<Place>,
    pub(super) limit: i64,
}

impl Place {
    pub(super) fn of(concern: &Concern) -> Self {
        Self { raised_at: concern.raised_at, id: concern.id.clone() }
    }

    /// The place as a text that means nothing to anybody else: twelve digits of the moment, and
    /// the thirty-two of the name, in hex.
    pub(super) fn cursor(&self) -> String {
        format!("{:012x}{}", self.raised_at.millis().max(0), self.id.as_str().replace('-', ""))
    }

    /// The place of this text.
    pub(super) fn read(cursor: &str) -> Option<Self> {
        let hex = |letter: u8| letter.is_ascii_digit() || (b'a'..=b'f').contains(&letter);
        if cursor.len() != 44 || !cursor.bytes().all(hex) {
            return None;
        }
        let (moment, id) = cursor.split_at(12);
        let parts = [&id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..]];
        let raised_at = Moment::from_millis(i64::from_str_radix(moment, 16).ok()?);
        Some(Self { raised_at, id: Id::known(parts.join("-")) })
    }
}

/// The concerns within reach, newest first, and one more than asked for; each with its site's name.
pub(super) fn newest(work: &mut Work<'_>, wish: &Wish) -> Result<Vec<(Concern, String)>> {
    let mut query = within(work.me, concern::table.into_boxed());
    if let Some(site) = &wish.site {
        query = query.filter(concern::site_id.eq(site.clone()));
    }
    if let Some(state) = wish.state {
        query = query.filter(concern::state.eq(state));
        // Said twice, so that the open ones are found by the indexes that hold nothing else.
        query = match state {
            State::Closed => query.filter(concern::closed_at.is_not_null()),
            _ => query.filter(concern::closed_at.is_null()),
        };
    }
    if let Some(Place { raised_at, id }) = &wish.before {
        // Row values are not in the language of both databases, so the order is spelled out.
        let same = concern::raised_at.eq(*raised_at).and(concern::id.lt(id.clone()));
        query = query.filter(concern::raised_at.le(*raised_at)).filter(concern::raised_at.lt(*raised_at).or(same));
    }
    let query = query.order((concern::raised_at.desc(), concern::id.desc())).limit(wish.limit + 1);
    let rows: Vec<ConcernRow> = query.select(ConcernRow::as_select()).load(work.connection)?;
    let concerns: Vec<Concern> = rows.into_iter().map(Concern::from).collect();
    let ids: Vec<&Id<Site>> = concerns.iter().map(|concern| &concern.site_id).collect();
    let names: std::collections::HashMap<Id<Site>, String> = site::table
        .filter(site::id.eq_any(ids))
        .select((site::id, site::name))
        .load::<(Id<Site>, String)>(work.connection)?
        .into_iter()
        .collect();
    let named = |concern: Concern| {
        let name = names.get(&concern.site_id).cloned().unwrap_or_default();
        (concern, name)
    };
    Ok(concerns.into_iter().map(named).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_there_and_back() {
        let place = Place { raised_at: Moment::from_millis(1_795_000_000_000), id: Id::fresh() };
        assert_eq!(Place::read(&place.cursor()), Some(place));
    }

    #[test]
    fn every_text_of_that_shape_is_a_cursor_and_no_other() {
        assert!(Place::read(&"f".repeat(44)).is_some());
        for text in ["", "x", &"F".repeat(44), &"f".repeat(43), &"f".repeat(45), &"\u{e9}".repeat(22)] {
            assert_eq!(Place::read(text), None, "{text}");
        }
    }
}
