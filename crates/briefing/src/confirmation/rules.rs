//! Who must confirm that they read a revision, what counts, and how they are asked.

use agreement::post::Assignment;
use ground::entry::Actor;
use ground::{Error, Id, Moment, Result, choice, secret};
use orders::post_orders::PostOrders;
use orders::revision::{Question, Revision};
use people::staff::StaffMember;
use serde::Serialize;

const DAY_SECONDS: i64 = 86_400;

choice! {
    /// How an officer confirmed.
    pub enum Way {
        /// Signed in on a device of their own.
        Own = "own", "confirmation-own",
        /// On a phone that the post shares, by their PIN.
        PostPhone = "post_phone", "confirmation-post-phone",
        /// On a sheet of paper, which a supervisor entered.
        Paper = "paper", "confirmation-paper",
    }
}

/// An officer's statement that they read a revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Confirmation {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Of which orders.
    pub orders_id: Id<PostOrders>,
    /// Of which revision of them; it counts for no other.
    pub revision_id: Id<Revision>,
    /// Who confirmed.
    pub staff_id: Id<StaffMember>,
    /// 1, and one more each time after an absence.
    pub round: i64,
    /// The hash of what they read.
    pub hash: String,
    /// How.
    pub way: Way,
    /// How often a wrong answer showed them the changed lines once more.
    pub looks: i64,
    /// When.
    pub confirmed_at: Moment,
    /// When by the clock of a device that was offline.
    pub their_at: Option<Moment>,
    /// Who entered what was confirmed on paper.
    pub entered_by: Option<Actor>,
    /// The photo of that sheet.
    pub photo: Option<String>,
}

/// What an officer says who read a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Which revision they read.
    pub revision_id: Id<Revision>,
    /// The hash of what they were shown.
    pub hash: String,
    /// Their answer to the question of the revision: its place among those that they were shown.
    pub answer: Option<usize>,
    /// When by the clock of a device that was offline.
    pub their_at: Option<Moment>,
    /// How often that device showed the changed lines once more.
    pub looks: i64,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is confirmed.
    Confirmed,
    /// The answer was wrong: they look once more.
    LookAgain,
    /// It came late, of a revision that was replaced meanwhile: it is kept, and counts for that one alone.
    KeptAsLate,
}

/// Somebody who must have confirmed a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The first of their assignments that is not over.
    pub assignment: Assignment,
    /// Their confirmation, if one counts.
    pub confirmation: Option<Confirmation>,
}

impl Line {
    /// Whether they stand there now without having confirmed.
    #[must_use]
    pub fn stands_without(&self, now: Moment) -> bool {
        self.confirmation.is_none() && self.assignment.is_at(now)
    }
}

/// Who must have confirmed, of all whose assignments these are: everybody with one that is not over.
/// Those who stand there without having confirmed come first, then those who have not, by when they begin.
#[must_use]
pub fn lines(assignments: &[Assignment], confirmed: &[Confirmation], now: Moment, absence_days: i64) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for assignment in assignments.iter().filter(|one| one.ends_at.is_none_or(|ends_at| ends_at > now)) {
        if lines.iter().any(|line| line.assignment.staff_id == assignment.staff_id) {
            continue;
        }
        let theirs: Vec<&Assignment> = assignments.iter().filter(|one| one.staff_id == assignment.staff_id).collect();
        let newest = confirmed.iter().filter(|one| one.staff_id == assignment.staff_id);
        let newest = newest.max_by_key(|one| one.confirmed_at);
        let counts = |one: &&Confirmation| holds(one.confirmed_at, &theirs, assignment.starts_at, absence_days);
        lines.push(Line { assignment: assignment.clone(), confirmation: newest.filter(counts).cloned() });
    }
    lines.sort_by_key(|line| (line.confirmation.is_some(), !line.stands_without(now), line.assignment.starts_at));
    lines
}

/// Whether what was confirmed at a moment still holds when an assignment begins: not after an absence of
/// so many days. An absence is a span without any assignment of theirs; these are in the order of time.
#[must_use]
pub fn holds(confirmed_at: Moment, theirs: &[&Assignment], begins_at: Moment, absence_days: i64) -> bool {
    let absent = |from: Moment, until: Moment| until.seconds_since(from) >= absence_days * DAY_SECONDS;
    let mut here_until = confirmed_at;
    for one in theirs.iter().filter(|one| one.starts_at <= begins_at) {
        if absent(here_until, one.starts_at) {
            return false;
        }
        here_until = here_until.max(one.ends_at.unwrap_or(begins_at));
    }
    !absent(here_until, begins_at)
}

/// The answers to a question, in an order that differs from officer to officer, and is always the same for one.
#[must_use]
pub fn answers(question: &Question, revision_id: &Id<Revision>, staff_id: &Id<StaffMember>) -> Vec<String> {
    let mut answers: Vec<String> = std::iter::once(&question.right).chain(&question.wrong).cloned().collect();
    answers.sort_by_key(|answer| secret::digest(&format!("{revision_id} {staff_id} {answer}")));
    answers
}

/// What a confirmation is of.
#[derive(Debug, Clone, Copy)]
pub struct Read<'a> {
    /// The revision that was read.
    pub revision: &'a Revision,
    /// Whether it is the one in force.
    pub in_force: bool,
}

impl Read<'_> {
    /// Holds that what was read is what the revision says, and that it is in force; what comes late from
    /// a device that was offline is of the time at which it was read.
    ///
    /// # Errors
    /// Refused when the text is another one, when another revision took force since, or when the
    /// device names a time at which that was not in force.
    pub fn check(&self, said: &Said, now: Moment) -> Result<()> {
        if self.revision.hash.as_deref() != Some(said.hash.as_str()) {
            return Err(Error::refused("confirmation-other-text"));
        }
        match said.their_at {
            None if self.in_force => Ok(()),
            None => Err(Error::refused("confirmation-stale")),
            Some(at) => {
                let since = self.revision.in_force_at.is_some_and(|since| since <= at);
                let until = self.revision.ended_at.is_none_or(|until| at < until);
                if since && until && at <= now { Ok(()) } else { Err(Error::refused("confirmation-stale")) }
            }
        }
    }

    /// Whether the answer is the right one; of a revision without a question, whether they say that they read it.
    #[must_use]
    pub fn is_right(&self, said: &Said, staff_id: &Id<StaffMember>) -> bool {
        let Some(place) = said.answer else { return false };
        let Some(question) = &self.revision.question else { return true };
        answers(question, &self.revision.id, staff_id).get(place) == Some(&question.right)
    }
}

#[cfg(test)]
mod tests;
