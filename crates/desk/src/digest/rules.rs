//! When a digest is due. No database, no web, no clock.

use ground::entry::{Actor, ActorKind};
use ground::{Fields, Id, Moment, choice};
use serde::Serialize;

choice! {
    /// How often somebody is written to.
    pub enum Rhythm {
        /// Not at all.
        Never = "never", "rhythm-never",
        /// Each day.
        Daily = "daily", "rhythm-daily",
        /// Each week.
        Weekly = "weekly", "rhythm-weekly",
    }
}

/// When somebody wants to be written to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wanted {
    /// How often.
    pub rhythm: Rhythm,
    /// On which day of the week, 1 for Monday to 7 for Sunday (ISO 8601); for a weekly one.
    pub weekday: i64,
    /// At which full hour of their clocks, 0 to 23.
    pub hour: i64,
    /// The zone of their clocks (IANA).
    pub zone: String,
}

/// The digest of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Digest {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Whose it is.
    pub person_id: String,
    /// Whether theirs is a contact's or a staff member's.
    #[serde(skip)]
    pub person_kind: String,
    /// When they want it.
    pub wanted: Wanted,
    /// Up to when it has looked: what happened later is new.
    pub looked_at: Moment,
    /// When it is due; never when they want none.
    pub next_at: Option<Moment>,
}

impl Wanted {
    /// What a person has who chose nothing: a client reads once a week, staff begin their day with it.
    #[must_use]
    pub fn usual(kind: ActorKind, zone: &str) -> Self {
        let (rhythm, hour) = if kind == ActorKind::Staff { (Rhythm::Daily, 7) } else { (Rhythm::Weekly, 8) };
        Self { rhythm, weekday: 1, hour, zone: zone.to_owned() }
    }

    /// Reads what somebody chose.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let rhythm = fields.choice("rhythm");
        let weekday = fields.number("weekday", 1..=7);
        let hour = fields.number("hour", 0..=23);
        let zone = fields.checked("zone", people::site::zone);
        Some(Self { rhythm: rhythm?, weekday: weekday?, hour: hour?, zone: zone? })
    }

    /// The first moment after this one at which it is due. A time that a clock change skips is an
    /// hour later, and one that comes twice is the first.
    #[must_use]
    pub fn next_after(&self, after: Moment) -> Option<Moment> {
        let today = after.day_in(&self.zone)?;
        let due = |days: i64| {
            let day = today.plus_days(days);
            let is_meant = match self.rhythm {
                Rhythm::Never => false,
                Rhythm::Daily => true,
                Rhythm::Weekly => i64::from(day.weekday()) == self.weekday,
            };
            let at = Moment::parse_local(&format!("{day} {:02}:00", self.hour), &self.zone).ok()?;
            Some(at).filter(|at| is_meant && *at > after)
        };
        // Today's may be over, so a week has eight days here.
        (0..=7).find_map(due)
    }
}

impl Digest {
    /// The first digest of somebody.
    #[must_use]
    pub fn begun(person: &Actor, wanted: &Wanted, now: Moment) -> Self {
        Self {
            id: Id::fresh(),
            person_id: person.id.clone(),
            person_kind: person.kind.as_str().to_owned(),
            wanted: wanted.clone(),
            looked_at: now,
            next_at: wanted.next_after(now),
        }
    }

    /// The same at other times; what is new since the last one stays new.
    #[must_use]
    pub fn chosen(self, wanted: &Wanted, now: Moment) -> Self {
        Self { wanted: wanted.clone(), next_at: wanted.next_after(now), ..self }
    }

    /// It has looked: whatever comes from now on is new.
    #[must_use]
    pub fn looked(self, now: Moment) -> Self {
        Self { looked_at: now, next_at: self.wanted.next_after(now), ..self }
    }

    /// Whoever read it has left.
    #[must_use]
    pub fn ended(self) -> Self {
        Self { next_at: None, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(rhythm: Rhythm, weekday: i64, hour: i64, zone: &str) -> Wanted {
        Wanted { rhythm, weekday, hour, zone: zone.to_owned() }
    }

    fn at(text: &str) -> Moment {
        Moment::parse_rfc3339(text).unwrap()
    }

    // Checked by hand with the calendars of 2026: 22 November is a Sunday; clocks change in Chicago
    // on 8 March (02:00 is skipped) and on 1 November (01:00 comes twice).
    #[test]
    fn the_next_one_is_due_at_the_chosen_hour_of_their_clocks() {
        for (wanted, after, expected) in [
            (wanted(Rhythm::Daily, 1, 7, "America/Chicago"), "2026-11-22T12:00:00Z", Some("2026-11-22T13:00:00Z")),
            (wanted(Rhythm::Daily, 1, 7, "America/Chicago"), "2026-11-22T13:00:00Z", Some("2026-11-23T13:00:00Z")),
            (wanted(Rhythm::Weekly, 1, 8, "America/Chicago"), "2026-11-22T12:00:00Z", Some("2026-11-23T14:00:00Z")),
            (wanted(Rhythm::Weekly, 7, 5, "America/Chicago"), "2026-11-22T12:00:00Z", Some("2026-11-29T11:00:00Z")),
            (wanted(Rhythm::Daily, 1, 2, "America/Chicago"), "2026-03-08T06:00:00Z", Some("2026-03-08T08:00:00Z")),
            (wanted(Rhythm::Daily, 1, 1, "America/Chicago"), "2026-11-01T05:00:00Z", Some("2026-11-01T06:00:00Z")),
            (wanted(Rhythm::Daily, 1, 1, "America/Chicago"), "2026-11-01T06:30:00Z", Some("2026-11-02T07:00:00Z")),
            (wanted(Rhythm::Daily, 1, 0, "Asia/Kathmandu"), "2026-11-22T12:00:00Z", Some("2026-11-22T18:15:00Z")),
            (wanted(Rhythm::Never, 1, 7, "America/Chicago"), "2026-11-22T12:00:00Z", None),
        ] {
            assert_eq!(wanted.next_after(at(after)), expected.map(at), "{wanted:?} after {after}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused_beside_its_field() {
        let mut fields =
            Fields::default().set("rhythm", "hourly").set("weekday", "8").set("hour", "24").set("zone", "x");
        assert_eq!(Wanted::read(&mut fields), None);
        let wrong: Vec<&str> = fields.problems().iter().map(|problem| problem.field.as_ref()).collect();
        assert_eq!(wrong, ["rhythm", "weekday", "hour", "zone"]);
    }
}
