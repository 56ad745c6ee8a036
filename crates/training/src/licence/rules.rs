//! What a licence is, and when somebody is written to.

use ground::{Day, Error, Fields, Id, Moment, Refusal, Result};
use people::staff::StaffMember;
use serde::Serialize;

/// How long its kind and what renewal asks may be, in letters.
const LINE_LETTERS: usize = 160;
/// How long its jurisdiction and its number may be, in letters.
const SHORT_LETTERS: usize = 60;
/// How long the reason may be for which one counts no more, in letters.
pub(super) const WHY_LETTERS: usize = 300;
/// So many days before one expires it is said for the first time.
pub const AHEAD_DAYS: i64 = 90;
/// So many days before one expires somebody is written to; and once the day after.
const REMINDERS: [i64; 4] = [AHEAD_DAYS, 30, 7, -1];

/// A licence or registration of an officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Licence {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Whose.
    pub staff_id: Id<StaffMember>,
    /// What kind of licence, as those call it who give it.
    pub kind: String,
    /// Where it holds: `US-ND`.
    pub jurisdiction: String,
    /// Its number. The record is read by more people than may know it, so it stands in the row alone.
    #[serde(skip)]
    pub number: String,
    /// Since when it holds.
    pub issued_on: Day,
    /// Its last day; none where it goes on.
    pub expires_on: Option<Day>,
    /// What renewal asks.
    pub renewal: Option<String>,
    /// When somebody is written to next; none when that is over.
    pub reminds_on: Option<Day>,
    /// When it was written down.
    pub added_at: Moment,
    /// Since when it counts no more, and why.
    pub ended: Option<(Moment, String)>,
    /// Grows with each change.
    pub version: i64,
}

/// A licence as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLicence {
    /// What kind.
    pub kind: String,
    /// Where it holds.
    pub jurisdiction: String,
    /// Its number.
    pub number: String,
    /// Since when it holds.
    pub issued_on: Day,
    /// Its last day.
    pub expires_on: Option<Day>,
    /// What renewal asks.
    pub renewal: Option<String>,
}

/// How a licence stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Valid,
    /// It holds, and expires before long.
    Soon,
    /// Its last day is over.
    Expired,
    /// It counts no more.
    Ended,
}

impl Standing {
    /// The key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Valid => "licence-valid",
            Self::Soon => "licence-soon",
            Self::Expired => "licence-expired",
            Self::Ended => "licence-ended",
        }
    }

    /// The class of its badge.
    #[must_use]
    pub const fn look(self) -> &'static str {
        match self {
            Self::Valid => "ok",
            Self::Soon => "soon",
            Self::Expired => "late",
            Self::Ended => "rest",
        }
    }

    /// Its word in a file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Soon => "soon",
            Self::Expired => "expired",
            Self::Ended => "ended",
        }
    }
}

impl NewLicence {
    /// Reads what was typed; what is wrong stands beside its field.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let kind = fields.line("kind", 2..=LINE_LETTERS);
        let jurisdiction = fields.line("jurisdiction", 2..=SHORT_LETTERS);
        let number = fields.line("number", 1..=SHORT_LETTERS);
        let issued_on = fields.day("issued_on");
        let expires_on = fields.optional_day("expires_on");
        let renewal = fields.optional_line("renewal", LINE_LETTERS);
        if let (Some(issued), Some(Some(expires))) = (issued_on, expires_on)
            && expires < issued
        {
            fields.refuse("expires_on", Refusal::new("licence-expires-before"));
            return None;
        }
        Some(Self {
            kind: kind?,
            jurisdiction: jurisdiction?,
            number: number?,
            issued_on: issued_on?,
            expires_on: expires_on?,
            renewal: renewal?,
        })
    }
}

impl Licence {
    /// One that is written down now.
    ///
    /// # Errors
    /// Refused when it was issued later than today.
    pub fn added(staff_id: &Id<StaffMember>, new: &NewLicence, (today, now): (Day, Moment)) -> Result<Self> {
        let NewLicence { kind, jurisdiction, number, issued_on, expires_on, renewal } = new.clone();
        if issued_on > today {
            return Err(Error::refused("licence-issued-later"));
        }
        Ok(Self {
            id: Id::fresh(),
            staff_id: staff_id.clone(),
            kind,
            jurisdiction,
            number,
            issued_on,
            expires_on,
            renewal,
            reminds_on: expires_on.and_then(|day| reminder(day, today)),
            added_at: now,
            ended: None,
            version: 0,
        })
    }

    /// Whether two are the same, as when a form was sent twice.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.kind.to_lowercase(), one.jurisdiction.to_lowercase(), one.number.to_lowercase());
        self.ended.is_none() && other.ended.is_none() && of(self) == of(other)
    }

    /// How it stands on a day.
    #[must_use]
    pub fn standing(&self, today: Day) -> Standing {
        match self.expires_on {
            _ if self.ended.is_some() => Standing::Ended,
            Some(day) if day < today => Standing::Expired,
            Some(day) if day.days_since(today) <= AHEAD_DAYS => Standing::Soon,
            _ => Standing::Valid,
        }
    }

    /// The same, corrected. Where its last day is another one, reminders begin anew.
    ///
    /// # Errors
    /// Refused when it was ended, when it was issued later than today, or when it was changed since it was looked at.
    pub fn corrected(self, seen: i64, new: &NewLicence, today: Day) -> Result<Self> {
        self.check(seen)?;
        let NewLicence { kind, jurisdiction, number, issued_on, expires_on, renewal } = new.clone();
        if issued_on > today {
            return Err(Error::refused("licence-issued-later"));
        }
        let reminds_on = match expires_on == self.expires_on {
            true => self.reminds_on,
            false => expires_on.and_then(|day| reminder(day, today)),
        };
        Ok(Self { kind, jurisdiction, number, issued_on, expires_on, renewal, reminds_on, ..self })
    }

    /// It counts no more.
    ///
    /// # Errors
    /// Refused when that was done before, or when it was changed since it was looked at.
    pub fn ended(self, seen: i64, why: &str, now: Moment) -> Result<Self> {
        self.check(seen)?;
        Ok(Self { ended: Some((now, why.to_owned())), reminds_on: None, ..self })
    }

    /// Somebody was written to today. Where days were missed, one letter stands for all of them.
    ///
    /// # Errors
    /// Refused when nobody was to be, as when that was done.
    pub fn reminded(self, today: Day) -> Result<Self> {
        let Some(expires_on) = self.expires_on.filter(|_| self.reminds_on.is_some_and(|day| day <= today)) else {
            return Err(Error::refused("licence-reminded-before"));
        };
        Ok(Self { reminds_on: reminder(expires_on, today.plus_days(1)), ..self })
    }

    fn check(&self, seen: i64) -> Result<()> {
        if self.ended.is_some() {
            return Err(Error::refused("licence-ended-before"));
        }
        if self.version == seen { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
    }
}

/// The first day from one on at which somebody is written to.
fn reminder(expires_on: Day, from: Day) -> Option<Day> {
    REMINDERS.iter().map(|ahead| expires_on.plus_days(-ahead)).find(|day| *day >= from)
}

#[cfg(test)]
mod tests;
