//! What a given word is, and when it is late.

use ground::{Error, Fields, Id, Moment, Refusal, Result, choice};
use people::contact::Contact;
use people::site::Site;
use people::staff::StaffMember;
use serde::Serialize;

use crate::interaction::Interaction;

/// How long its words may be, in letters.
pub const WORDS_LETTERS: usize = 300;
/// A word is given for at most so long, in seconds.
const LONGEST_SECONDS: i64 = 366 * 86_400;
/// A reminder comes at least so long before it is due, where there is that much time, in seconds.
const REMINDED_BEFORE_SECONDS: i64 = 3_600;

choice! {
    /// By when, as somebody says it.
    pub enum Due {
        /// By the end of this day at the site.
        Today = "today", "given-due-today",
        /// By the end of the next day.
        Tomorrow = "tomorrow", "given-due-tomorrow",
        /// Within a week.
        Week = "week", "given-due-week",
        /// By a time that they say.
        Time = "time", "given-due-time",
    }
}

/// A promise by word of mouth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GivenWord {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// At which site.
    pub site_id: Id<Site>,
    /// In which interaction.
    pub interaction_id: Id<Interaction>,
    /// Who sees to it.
    pub holder_id: Id<StaffMember>,
    /// To which contact.
    pub contact_id: Option<Id<Contact>>,
    /// To whom, where that is no contact.
    pub to_name: Option<String>,
    /// What was promised.
    pub words: String,
    /// When.
    pub given_at: Moment,
    /// By when.
    pub due_at: Moment,
    /// When its holder is reminded; none when they were, or it is over.
    pub asks_at: Option<Moment>,
    /// When those on duty are told that it is late; none when they were, or it is over.
    pub tells_at: Option<Moment>,
    /// When it was kept.
    pub kept_at: Option<Moment>,
    /// When it was released.
    pub released_at: Option<Moment>,
    /// How it was kept, or why it was released.
    pub how: Option<String>,
    /// Grows with each change.
    pub version: i64,
}

/// A word that somebody gave, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWord {
    /// What was promised.
    pub words: String,
    /// By when.
    pub due_at: Moment,
}

impl NewWord {
    /// Reads `promised` and `promised_due`; the inner `None` is "nothing was promised".
    pub fn read(fields: &mut Fields, given_at: Moment, zone: &str) -> Option<Option<Self>> {
        if !fields.given("promised") {
            return Some(None);
        }
        let words = fields.line("promised", 2..=WORDS_LETTERS);
        let due: Option<Due> =
            if fields.given("promised_due") { fields.choice("promised_due") } else { Some(Due::Week) };
        let due_at = match due? {
            Due::Time => fields.checked("promised_at", |typed| {
                let at = Moment::parse_local(typed.trim(), zone).map_err(|_| Refusal::new("given-time"))?;
                let left = at.seconds_since(given_at);
                if (1..=LONGEST_SECONDS).contains(&left) { Ok(at) } else { Err(Refusal::new("given-time-span")) }
            }),
            due => Some(end_of(due, given_at, zone)),
        };
        Some(Some(Self { words: words?, due_at: due_at? }))
    }
}

fn end_of(due: Due, given_at: Moment, zone: &str) -> Moment {
    let days = match due {
        Due::Today => 1,
        Due::Tomorrow => 2,
        Due::Week | Due::Time => return given_at.plus_seconds(7 * 86_400),
    };
    let end = given_at.day_in(zone).and_then(|day| day.plus_days(days).start_in(zone));
    end.unwrap_or_else(|| given_at.plus_seconds(days * 86_400))
}

/// When the holder is reminded: with half of the time left, and an hour before where there is one.
#[must_use]
pub fn asks_at(given_at: Moment, due_at: Moment) -> Moment {
    let span = due_at.seconds_since(given_at).max(0);
    let before = (span / 2).max(REMINDED_BEFORE_SECONDS).min(span);
    due_at.plus_seconds(-before)
}

impl GivenWord {
    /// Whether nobody kept or released it yet.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.kept_at.is_none() && self.released_at.is_none()
    }

    /// Whether it is late.
    #[must_use]
    pub fn is_late(&self, now: Moment) -> bool {
        self.is_open() && now >= self.due_at
    }

    /// How a page shows its clock: `late`, `soon` or `rest`; `ok` when it is over.
    #[must_use]
    pub fn look(&self, now: Moment) -> &'static str {
        if !self.is_open() {
            "ok"
        } else if self.is_late(now) {
            "late"
        } else if self.due_at.seconds_since(now) < REMINDED_BEFORE_SECONDS {
            "soon"
        } else {
            "rest"
        }
    }

    fn changeable(self, seen: i64) -> Result<Self> {
        if !self.is_open() {
            return Err(Error::refused("given-over"));
        }
        if self.version == seen { Ok(self) } else { Err(Error::refused("changed-meanwhile")) }
    }

    /// It was kept.
    ///
    /// # Errors
    /// Refused when it is over, or changed since it was looked at.
    pub fn kept(self, seen: i64, how: &str, now: Moment) -> Result<Self> {
        let word = self.changeable(seen)?;
        Ok(Self { kept_at: Some(now), how: Some(how.to_owned()), asks_at: None, tells_at: None, ..word })
    }

    /// It cannot be done, and they know.
    ///
    /// # Errors
    /// As [`Self::kept`].
    pub fn released(self, seen: i64, why: &str, now: Moment) -> Result<Self> {
        let word = self.changeable(seen)?;
        Ok(Self { released_at: Some(now), how: Some(why.to_owned()), asks_at: None, tells_at: None, ..word })
    }

    /// Somebody else sees to it.
    ///
    /// # Errors
    /// As [`Self::kept`]; refused when they do already.
    pub fn handed_over(self, seen: i64, to: &Id<StaffMember>) -> Result<Self> {
        let word = self.changeable(seen)?;
        if word.holder_id == *to {
            return Err(Error::refused("given-already-theirs"));
        }
        Ok(Self { holder_id: to.clone(), ..word })
    }
}

#[cfg(test)]
mod tests;
