//! What is to be done before notice can be given, by whom and until when.

use agreement::contract::Contract;
use ground::{Day, Error, Fields, Id, Moment, Refusal, Result, choice};
use people::staff::StaffMember;
use serde::Serialize;

use crate::renewal::{Term, day};

/// How long the words of a task may be, in letters.
pub const WORDS_LETTERS: usize = 1_000;
/// How long its headline may be, in letters.
const HEADLINE_LETTERS: usize = 160;
/// From so many days before the last day for notice on, the clock plans what is usual.
pub(super) const PLANNED_DAYS_AHEAD: i64 = 120;
/// The review meeting is due so many days before the last day for notice.
const MEETING_DAYS_AHEAD: i64 = 60;
/// What we bring to the client in writing is due so many days before it.
const PACK_DAYS_AHEAD: i64 = 45;

choice! {
    /// What is to be done.
    pub enum Kind {
        /// Meet those who decide, and look back with them.
        ReviewMeeting = "review_meeting", "renewal-task-review-meeting",
        /// Bring them in writing what was done and what is offered.
        RenewalPack = "renewal_pack", "renewal-task-renewal-pack",
        /// Something else, as its headline says.
        Other = "other", "renewal-task-other",
    }
}

/// Something to be done for one term of a contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Task {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// For which contract.
    pub contract_id: Id<Contract>,
    /// For the term with this last day.
    pub term_ends_on: Day,
    /// What.
    pub kind: Kind,
    /// What, in words; may be empty where the kind says it.
    pub headline: String,
    /// Who sees to it.
    pub owner_id: Id<StaffMember>,
    /// Until when.
    pub due_on: Day,
    /// When its owner is reminded next; none when that is over.
    pub reminds_on: Option<Day>,
    /// When it was done.
    pub done_at: Option<Moment>,
    /// Who did it, by name.
    pub done_by: Option<String>,
    /// What came of it.
    pub words: Option<String>,
    /// Grows with each change.
    pub version: i64,
}

/// A task as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    /// What.
    pub kind: Kind,
    /// What, in words.
    pub headline: String,
    /// Who sees to it.
    pub owner_id: Id<StaffMember>,
    /// Until when.
    pub due_on: Day,
}

impl NewTask {
    /// Reads what was typed.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let kind: Option<Kind> = fields.choice("kind");
        let headline = match kind {
            Some(Kind::Other) => fields.line("headline", 2..=HEADLINE_LETTERS),
            _ => fields.optional_line("headline", HEADLINE_LETTERS).map(Option::unwrap_or_default),
        };
        let owner_id = fields.checked("owner", |typed| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose")));
        let due_on = fields.checked("due_on", day);
        Some(Self { kind: kind?, headline: headline?, owner_id: owner_id?, due_on: due_on? })
    }
}

impl Task {
    /// A task that is planned today for a term.
    ///
    /// # Errors
    /// Refused when it would be due before today, or when it is too late for the term.
    pub fn planned(contract_id: &Id<Contract>, term: Term, new: &NewTask, today: Day) -> Result<Self> {
        let NewTask { kind, headline, owner_id, due_on } = new.clone();
        if due_on < today {
            return Err(Error::refused("renewal-task-past"));
        }
        let until = term.tasks_until(today);
        if due_on > until {
            return Err(Error::Refused(Refusal::new("renewal-task-too-late").with("day", until.to_string())));
        }
        Ok(Self {
            id: Id::fresh(),
            contract_id: contract_id.clone(),
            term_ends_on: term.ends_on,
            kind,
            headline,
            owner_id,
            due_on,
            reminds_on: Some(first_reminder(due_on, today)),
            done_at: None,
            done_by: None,
            words: None,
            version: 0,
        })
    }

    /// Whether it is still to be done.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.done_at.is_none()
    }

    /// Whether it should have been done.
    #[must_use]
    pub fn is_late(&self, today: Day) -> bool {
        self.is_open() && self.due_on < today
    }

    /// The class of its badge.
    #[must_use]
    pub fn look(&self, today: Day) -> &'static str {
        if !self.is_open() {
            "ok"
        } else if self.is_late(today) {
            "late"
        } else if self.due_on.days_since(today) <= 7 {
            "soon"
        } else {
            "rest"
        }
    }

    /// It was done.
    ///
    /// # Errors
    /// Refused when it was done before, or changed since it was looked at.
    pub fn done(self, seen: i64, words: &str, (by, now): (&str, Moment)) -> Result<Self> {
        if !self.is_open() {
            return Err(Error::refused("renewal-task-over"));
        }
        if self.version != seen {
            return Err(Error::refused("changed-meanwhile"));
        }
        let (by, words) = (Some(by.to_owned()), Some(words.to_owned()));
        Ok(Self { done_at: Some(now), done_by: by, words, reminds_on: None, ..self })
    }

    /// Its owner was reminded today: once more when it is late, and then no more.
    ///
    /// # Errors
    /// Refused when it was not to be, as when somebody else did.
    pub fn reminded(self, today: Day) -> Result<Self> {
        if !self.is_open() || self.reminds_on.is_none_or(|day| day > today) {
            return Err(Error::refused("renewal-task-over"));
        }
        let again = self.due_on.plus_days(1);
        Ok(Self { reminds_on: Some(again).filter(|day| *day > today), ..self })
    }
}

/// The day before it is due, or, where that is gone, the day after.
fn first_reminder(due_on: Day, today: Day) -> Day {
    let before = due_on.plus_days(-1);
    if before < today { due_on.plus_days(1) } else { before }
}

/// Whether the clock plans today what is usual for a term.
pub(super) fn is_planned(term: &Term, today: Day) -> bool {
    !term.is_past_notice(today) && term.notice_by.days_since(today) <= PLANNED_DAYS_AHEAD
}

/// What is usual for a term, and until when: as early before notice as it is still possible.
pub(super) fn usual(term: &Term, today: Day) -> [(Kind, Day); 2] {
    let due = |ahead: i64| term.notice_by.plus_days(-ahead).max(today);
    [(Kind::ReviewMeeting, due(MEETING_DAYS_AHEAD)), (Kind::RenewalPack, due(PACK_DAYS_AHEAD))]
}

#[cfg(test)]
mod tests;
