//! What a span of duty is.

use ground::{Error, Fields, Id, Moment, Refusal, Result};
use people::staff::{Role, StaffMember};
use serde::Serialize;

/// Nobody enters duty further ahead than this; a later day is a slip of the finger.
const AHEAD_SECONDS: i64 = 92 * 86_400;
/// How far most clocks are set back.
const SET_BACK_SECONDS: i64 = 3_600;

/// A span in which a supervisor is on duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Who is on duty.
    pub staff_id: Id<StaffMember>,
    /// From when.
    pub starts_at: Moment,
    /// Until when; at this moment it is over.
    pub ends_at: Moment,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// A span of duty as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDuty {
    /// Who is on duty.
    pub staff_id: Id<StaffMember>,
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
}

impl NewDuty {
    /// Reads what was typed: for whom (nobody: for whoever asks), from when (nothing: now), and until
    /// which time of the day, all by the clocks of this zone. It ends the first time that they show it.
    pub fn read(fields: &mut Fields, me: &Id<StaffMember>, now: Moment, zone: &str) -> Option<Self> {
        let local = |typed: &str| Moment::parse_local(typed.trim(), zone).map_err(|_| Refusal::new("duty-day-time"));
        let chosen = |typed: &str| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose"));
        let staff_id = if fields.given("staff") { fields.checked("staff", chosen) } else { Some(me.clone()) };
        let starts_at = if fields.given("starts_at") { fields.checked("starts_at", local) } else { Some(now) };
        let ends_at = fields.checked("until", |typed| {
            first_shown(starts_at.unwrap_or(now), typed.trim(), zone).ok_or(Refusal::new("duty-time"))
        })?;
        let (staff_id, starts_at) = (staff_id?, starts_at?);
        if starts_at.seconds_since(now) > AHEAD_SECONDS {
            fields.refuse("starts_at", Refusal::new("duty-too-far"));
            return None;
        }
        if ends_at <= now {
            fields.refuse("starts_at", Refusal::new("duty-over"));
            return None;
        }
        Some(Self { staff_id, starts_at, ends_at })
    }
}

/// The first moment after another one at which the clocks of a zone show a time, such as `06:00`. A
/// time that a clock change skips lies one hour later; one that comes twice is the next of the two.
#[must_use]
pub fn first_shown(after: Moment, time: &str, zone: &str) -> Option<Moment> {
    let today = after.day_in(zone)?;
    let shows =
        |at: Moment| at.in_zone(zone).is_some_and(|local| format!("{:02}:{:02}", local.hour, local.minute) == time);
    for day in [today, today.plus_days(1)] {
        let first = Moment::parse_local(&format!("{day} {time}"), zone).ok()?;
        if first > after {
            return Some(first);
        }
        let second = first.plus_seconds(SET_BACK_SECONDS);
        if second > after && shows(second) {
            return Some(second);
        }
    }
    None
}

impl Duty {
    /// A span that is taken now.
    #[must_use]
    pub fn taken(new: &NewDuty) -> Self {
        let NewDuty { staff_id, starts_at, ends_at } = new.clone();
        Self { id: Id::fresh(), staff_id, starts_at, ends_at, version: 0 }
    }

    /// Holds that somebody can be on duty.
    ///
    /// # Errors
    /// Refused when they do not work here as a supervisor.
    pub fn check_takes(member: &StaffMember) -> Result<()> {
        if member.works_as(Role::Supervisor) { Ok(()) } else { Err(Error::refused("duty-not-a-supervisor")) }
    }

    /// Whether it shares no time with another span of the same person.
    ///
    /// # Errors
    /// Refused when it does.
    pub fn fits(&self, others: &[Self]) -> Result<()> {
        let lasts = |one: &Self| one.starts_at < one.ends_at;
        let shares = |other: &Self| other.starts_at < self.ends_at && self.starts_at < other.ends_at;
        if others.iter().any(|other| other.id != self.id && lasts(other) && shares(other)) {
            Err(Error::refused("duty-overlaps"))
        } else {
            Ok(())
        }
    }

    /// The span after it was ended now; one that has not begun takes no time at all.
    ///
    /// # Errors
    /// Refused when it is over.
    pub fn ended(self, now: Moment) -> Result<Self> {
        if self.ends_at <= now || self.ends_at <= self.starts_at {
            return Err(Error::refused("duty-is-over"));
        }
        let ends_at = now.max(self.starts_at);
        Ok(Self { ends_at, ..self })
    }

    /// Whether it is now.
    #[must_use]
    pub fn is_at(&self, now: Moment) -> bool {
        self.starts_at <= now && now < self.ends_at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHICAGO: &str = "America/Chicago";

    fn at(text: &str) -> Moment {
        Moment::parse_rfc3339(text).unwrap()
    }

    // Clocks in Chicago go forward on 8 March 2026 at 02:00 (08:00 UTC) and back on 1 November at
    // 02:00 CDT (07:00 UTC); the moments were found with Python's zoneinfo.
    #[test]
    fn a_time_is_the_next_one_that_the_clocks_show() {
        for (after, time, expected) in [
            ("2026-11-22T12:00:00Z", "14:00", "2026-11-22T20:00:00Z"),
            ("2026-11-22T12:00:00Z", "06:00", "2026-11-23T12:00:00Z"),
            ("2026-11-23T04:00:00Z", "06:00", "2026-11-23T12:00:00Z"),
            ("2026-03-08T04:00:00Z", "06:00", "2026-03-08T11:00:00Z"),
            ("2026-03-08T07:00:00Z", "02:30", "2026-03-08T08:30:00Z"),
            ("2026-11-01T03:00:00Z", "06:00", "2026-11-01T12:00:00Z"),
            ("2026-11-01T06:00:00Z", "01:30", "2026-11-01T06:30:00Z"),
            ("2026-11-01T06:45:00Z", "01:30", "2026-11-01T07:30:00Z"),
            ("2026-11-01T07:45:00Z", "01:30", "2026-11-02T07:30:00Z"),
        ] {
            assert_eq!(first_shown(at(after), time, CHICAGO), Some(at(expected)), "{time} after {after}");
        }
        for wrong in ["", "6", "24:00", "06:60", "6:00", "06:00:00", "soon"] {
            assert_eq!(first_shown(at("2026-11-22T12:00:00Z"), wrong, CHICAGO), None, "{wrong}");
        }
    }

    fn read(typed: &[(&str, &str)]) -> Result<NewDuty, (String, &'static str)> {
        let mut fields = typed.iter().fold(Fields::default(), |fields, (name, value)| fields.set(name, *value));
        let me = Id::known("sam");
        NewDuty::read(&mut fields, &me, at("2026-11-22T12:00:00Z"), CHICAGO).ok_or_else(|| {
            let problem = &fields.problems()[0];
            (problem.field.to_string(), problem.refusal.key)
        })
    }

    #[test]
    fn now_until_a_time_and_ahead_over_midnight() {
        let now = read(&[("until", "22:00")]).unwrap();
        assert_eq!((now.staff_id.as_str(), now.starts_at), ("sam", at("2026-11-22T12:00:00Z")));
        assert_eq!(now.ends_at, at("2026-11-23T04:00:00Z"));
        let ahead = read(&[("starts_at", "2026-11-28T22:00"), ("until", "06:00")]).unwrap();
        assert_eq!((ahead.starts_at, ahead.ends_at), (at("2026-11-29T04:00:00Z"), at("2026-11-29T12:00:00Z")));
        for (typed, field, key) in [
            (&[("until", "")][..], "until", "duty-time"),
            (&[("until", "22:00"), ("starts_at", "soon")], "starts_at", "duty-day-time"),
            (&[("until", "05:00"), ("starts_at", "2026-11-21T22:00")], "starts_at", "duty-over"),
            (&[("until", "05:00"), ("starts_at", "2062-11-21T22:00")], "starts_at", "duty-too-far"),
            (&[("until", "05:00"), ("staff", "nobody")], "staff", "field-choose"),
        ] {
            assert_eq!(read(typed), Err((field.to_owned(), key)));
        }
    }

    #[test]
    fn spans_of_one_person_share_no_time_and_end_once() {
        let span = |starts_at: i64, ends_at: i64| {
            let (starts_at, ends_at) = (Moment::from_millis(starts_at), Moment::from_millis(ends_at));
            Duty::taken(&NewDuty { staff_id: Id::known("sam"), starts_at, ends_at })
        };
        for (other, fits) in [((0, 10), true), ((20, 30), true), ((0, 11), false), ((12, 13), false), ((15, 15), true)]
        {
            let other = span(other.0, other.1);
            assert_eq!(span(10, 20).fits(std::slice::from_ref(&other)).is_ok(), fits, "{other:?}");
        }
        let ended = span(10, 20).ended(Moment::from_millis(12)).unwrap();
        assert!(ended.is_at(Moment::from_millis(11)) && !ended.is_at(Moment::from_millis(12)));
        assert!(ended.ended(Moment::from_millis(13)).is_err());
        let withdrawn = span(10, 20).ended(Moment::from_millis(5)).unwrap();
        assert!(!withdrawn.is_at(Moment::from_millis(10)) && withdrawn.ended(Moment::from_millis(5)).is_err());
    }
}
