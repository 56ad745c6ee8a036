//! What a practice is, what is handed in of one, and which questions a sheet holds.

use std::collections::BTreeMap;

use ground::{Error, Fields, Id, Moment, Refusal, Result};
use people::staff::StaffMember;
use serde::Serialize;

use crate::answer::Given;
use crate::question::Wording;

/// So many questions are read, answered and looked at again in about five minutes.
pub const QUESTIONS: usize = 10;

/// Five minutes that were handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Practice {
    /// Its name, which its form had from the beginning: sent twice, it is one practice.
    pub id: Id<Self>,
    /// Whose.
    pub staff_id: Id<StaffMember>,
    /// When.
    pub practised_at: Moment,
    /// How many questions were answered.
    pub asked: i64,
    /// How many of them right.
    pub right_answers: i64,
}

/// What is handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// The name that the form had, or that the phone gave it.
    pub id: Id<Practice>,
    /// What was answered.
    given: Vec<Given>,
}

impl HandedIn {
    /// These answers.
    #[must_use]
    pub const fn of(id: Id<Practice>, given: Vec<Given>) -> Self {
        Self { id, given }
    }

    /// Reads a field for each question, `answer-WORDING`, with the place of what was chosen, and `guess-WORDING` where
    /// somebody says that they guessed. What was not answered is left out.
    pub fn read(fields: &mut Fields, id: Id<Practice>) -> Option<Self> {
        let mut given: Vec<Given> = Vec::new();
        let names: Vec<String> =
            fields.names().filter_map(|name| name.strip_prefix("answer-")).map(str::to_owned).collect();
        for name in names {
            let chosen: Option<usize> = fields.typed(&format!("answer-{name}")).trim().parse().ok();
            let (Some(wording_id), Some(_)) = (Id::<Wording>::parse(&name), chosen) else { continue };
            let is_guess = fields.given(&format!("guess-{name}"));
            if !given.iter().any(|one| one.wording_id == wording_id) {
                given.push(Given { wording_id, chosen, is_guess });
            }
        }
        if given.is_empty() || given.len() > QUESTIONS {
            fields.refuse("", Refusal::new("practice-nothing"));
            return None;
        }
        Some(Self { id, given })
    }

    /// The same under another name.
    #[must_use]
    pub fn under(self, id: Id<Practice>) -> Self {
        Self { id, ..self }
    }

    /// What was answered.
    ///
    /// # Errors
    /// Refused when that is nothing.
    pub fn answers(&self) -> Result<&[Given]> {
        if self.given.is_empty() { Err(Error::refused("practice-nothing")) } else { Ok(&self.given) }
    }
}

impl Practice {
    /// One of which nothing is counted yet.
    #[must_use]
    pub fn begun(handed_in: &HandedIn, staff_id: &Id<StaffMember>, practised_at: Moment) -> Self {
        Self { id: handed_in.id.clone(), staff_id: staff_id.clone(), practised_at, asked: 0, right_answers: 0 }
    }

    /// Counts an answer.
    pub const fn count(&mut self, is_right: bool) {
        self.asked += 1;
        if is_right {
            self.right_answers += 1;
        }
    }
}

/// From which competencies so many new questions are taken, and how many of each: those first of which the fewest were
/// begun, so that nothing is left out for long.
#[must_use]
pub(super) fn spread(begun: &BTreeMap<String, i64>, wanted: usize) -> Vec<(String, i64)> {
    let mut counts = begun.clone();
    let mut taken: BTreeMap<String, i64> = BTreeMap::new();
    for _ in 0..wanted {
        let Some((fewest, count)) = counts.iter_mut().min_by_key(|(_, count)| **count) else { break };
        *count += 1;
        *taken.entry(fewest.clone()).or_default() += 1;
    }
    let mut taken: Vec<(String, i64)> = taken.into_iter().collect();
    taken.sort_by_key(|(competency, _)| begun.get(competency).copied());
    taken
}

/// The same of those competencies alone that are preferred, for half of what is wanted: the others are not left out.
#[must_use]
pub(super) fn spread_preferred(
    begun: &BTreeMap<String, i64>,
    preferred: &[String],
    wanted: usize,
) -> Vec<(String, i64)> {
    let only = begun.iter().filter(|(competency, _)| preferred.contains(competency));
    let only = only.map(|(competency, count)| (competency.clone(), *count)).collect();
    spread(&only, wanted.div_ceil(2))
}

#[cfg(test)]
mod tests;
