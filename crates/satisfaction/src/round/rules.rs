//! What a round is.

use ground::entry::Actor;
use ground::{Error, Fields, Id, Moment, Result};
use serde::Serialize;

const DAY_SECONDS: i64 = 86_400;
/// From one round to the next, in days: four in a year, on the same day of the week.
const REPEATS_DAYS: i64 = 91;

/// A round of asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Round {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Since when people are asked.
    pub opened_at: Moment,
    /// Until when they can answer, and change what they answered.
    pub closes_at: Moment,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// When the next one opens; none where none follows.
    pub repeats_at: Option<Moment>,
    /// Who opened it, or the first of those that it repeats.
    pub opened_by: String,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// A round as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewRound {
    /// How many days people have to answer.
    pub days: i64,
    /// Whether the next one opens by itself after a quarter.
    pub repeats: bool,
}

impl NewRound {
    /// Reads what was typed; what is wrong stands beside its field.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { days: fields.number("days", 7..=60)?, repeats: fields.given("repeats") })
    }
}

impl Round {
    /// One that opens now.
    #[must_use]
    pub fn opened(new: &NewRound, by: &Actor, now: Moment) -> Self {
        Self {
            id: Id::fresh(),
            opened_at: now,
            closes_at: now.plus_seconds(new.days * DAY_SECONDS),
            closed_at: None,
            repeats_at: new.repeats.then(|| now.plus_seconds(REPEATS_DAYS * DAY_SECONDS)),
            opened_by: by.name.clone(),
            version: 0,
        }
    }

    /// Whether somebody can be asked, and answer.
    #[must_use]
    pub fn is_open(&self, now: Moment) -> bool {
        self.closed_at.is_none() && now < self.closes_at
    }

    /// Whether it was open at a moment that may be long ago.
    #[must_use]
    pub fn was_open(&self, at: Moment) -> bool {
        self.opened_at <= at && at < self.until()
    }

    /// Until when people could answer, or can.
    #[must_use]
    pub fn until(&self) -> Moment {
        self.closed_at.map_or(self.closes_at, |closed_at| closed_at.min(self.closes_at))
    }

    /// Its time is over.
    ///
    /// # Errors
    /// Refused before that, or when it was closed.
    pub fn closed(self, now: Moment) -> Result<Self> {
        if self.closed_at.is_some() || self.closes_at > now {
            return Err(Error::refused("survey-not-over"));
        }
        Ok(Self { closed_at: Some(now), ..self })
    }

    /// The round that follows, and this one, which is followed once.
    ///
    /// # Errors
    /// Refused before its time, or where none follows.
    pub fn repeated(self, now: Moment) -> Result<(Self, Self)> {
        let due = self.repeats_at.filter(|at| *at <= now).ok_or_else(|| Error::refused("survey-not-over"))?;
        let closes_at = now.plus_seconds(self.closes_at.seconds_since(self.opened_at));
        // From the time that was due, so that rounds do not wander; where the clock stood still for long, from now.
        let after_it = due.plus_seconds(REPEATS_DAYS * DAY_SECONDS);
        let repeats_at = if after_it > closes_at { after_it } else { now.plus_seconds(REPEATS_DAYS * DAY_SECONDS) };
        let next = Self {
            id: Id::fresh(),
            opened_at: now,
            closes_at,
            closed_at: None,
            repeats_at: Some(repeats_at),
            opened_by: self.opened_by.clone(),
            version: 0,
        };
        Ok((Self { repeats_at: None, ..self }, next))
    }

    /// It closes now if it is open, and is not repeated.
    ///
    /// # Errors
    /// Refused when both are so already, or when it changed since it was looked at.
    pub fn ended(self, seen: i64, now: Moment) -> Result<Self> {
        if seen != self.version {
            return Err(Error::refused("changed-meanwhile"));
        }
        if self.closed_at.is_some() && self.repeats_at.is_none() {
            return Err(Error::refused("survey-over"));
        }
        Ok(Self { closed_at: self.closed_at.or(Some(now)), repeats_at: None, ..self })
    }
}

#[cfg(test)]
mod tests {
    use ground::entry::ActorKind;

    use super::*;

    fn at(days: i64) -> Moment {
        Moment::parse_rfc3339("2026-11-22T12:00:00Z").unwrap().plus_seconds(days * DAY_SECONDS)
    }

    fn round(repeats: bool) -> Round {
        let by = Actor { kind: ActorKind::Staff, id: String::new(), name: "Maya".to_owned() };
        Round::opened(&NewRound { days: 21, repeats }, &by, at(0))
    }

    #[test]
    fn it_is_open_until_it_closes_and_closes_once() {
        let one = round(false);
        assert!(one.is_open(at(0)) && one.is_open(at(20)) && !one.is_open(at(21)));
        assert!(one.clone().closed(at(20)).is_err());
        let over = one.closed(at(21)).unwrap();
        assert!(over.clone().closed(at(22)).is_err() && !over.is_open(at(1)));
    }

    #[test]
    fn the_next_opens_a_quarter_after_it_was_due_and_not_twice() {
        let first = round(true);
        assert!(first.clone().repeated(at(90)).is_err());
        let (first, second) = first.repeated(at(92)).unwrap();
        assert!(first.repeated(at(200)).is_err());
        assert_eq!((second.opened_at, second.closes_at, second.repeats_at), (at(92), at(113), Some(at(182))));
        let (_, third) = second.repeated(at(900)).unwrap();
        assert_eq!(third.repeats_at, Some(at(991)), "what was missed is not made up for");
    }

    #[test]
    fn it_ends_over_nobodys_change_and_once() {
        assert!(round(true).ended(7, at(1)).is_err());
        let ended = round(true).ended(0, at(1)).unwrap();
        assert_eq!((ended.closed_at, ended.repeats_at), (Some(at(1)), None));
        assert!(ended.ended(0, at(2)).is_err());
    }
}
