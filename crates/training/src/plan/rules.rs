//! What stands in a plan, for how long, and when the clock says it again.

use ground::{Day, Error, Fields, Id, Moment, Result, choice};
use learning::competency;
use meeting::coaching::Behaviour;
use people::site::Site;
use people::staff::StaffMember;
use serde::Serialize;

/// How long the words of a trainer may be, in letters.
pub(super) const WORDS_LETTERS: usize = 300;
/// So many days something stands in a plan: three weeks.
pub(crate) const DAYS: i64 = 21;
/// So many days the clock does not say the same again, after it was over.
const RESTS_DAYS: i64 = 21;
/// So much the clock puts into a plan at most: nobody practises everything at once.
const MOST: usize = 3;
/// A plan of a trainer holds at most so many days.
const MOST_DAYS: i64 = 366;

choice! {
    /// Why something is to be practised.
    pub enum Reason {
        /// What clients said of a site where they stand.
        Site = "site", "plan-reason-site",
        /// What people answered of a site where they stand, when we asked them.
        Answered = "answered", "plan-reason-answered",
        /// They missed it in dialogues.
        Dialogues = "dialogues", "plan-reason-dialogues",
        /// Few of their answers about it were right.
        Answers = "answers", "plan-reason-answers",
        /// A trainer says so.
        Trainer = "trainer", "plan-reason-trainer",
    }
}

/// Something that an officer should practise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Whose.
    pub staff_id: Id<StaffMember>,
    /// Which competency.
    pub competency: String,
    /// Why.
    pub reason: Reason,
    /// At which site, where what was said or answered of it is the reason.
    pub site_id: Option<Id<Site>>,
    /// So many of so many are the reason: concerns of a site, low answers of its people, dialogues, right answers.
    pub counts: Option<(i64, i64)>,
    /// The words of a trainer.
    pub words: Option<String>,
    /// From when.
    pub begun_on: Day,
    /// Its last day.
    pub until_on: Day,
    /// When it was set.
    pub set_at: Moment,
    /// Since when it is to be practised no more.
    pub ended_at: Option<Moment>,
    /// Grows with each change.
    pub version: i64,
}

/// What the clock would put into a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// Which competency.
    pub competency: String,
    /// Why.
    pub reason: Reason,
    /// At which site.
    pub site_id: Option<Id<Site>>,
    /// So many of so many are the reason.
    pub counts: (i64, i64),
    /// When the newest part of the reason came: what is older than a plan that was made of it is no new reason.
    pub newest: Moment,
}

/// What a trainer adds, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewItem {
    /// Which competency.
    pub competency: String,
    /// Why, in words.
    pub words: String,
    /// Its last day.
    pub until_on: Day,
}

impl NewItem {
    /// Reads what was typed; what is wrong stands beside its field.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let known = |typed: &str| competency::find(typed.trim()).map(|found| found.id.clone());
        let competency = fields.checked("competency", |typed| known(typed).ok_or(ground::Refusal::new("field-choose")));
        let words = fields.prose("words", 2..=WORDS_LETTERS);
        let until_on = fields.day("until_on");
        Some(Self { competency: competency?, words: words?, until_on: until_on? })
    }
}

impl Item {
    /// One that a trainer adds today.
    ///
    /// # Errors
    /// Refused when its last day is over, or more than a year away.
    pub fn added(staff_id: &Id<StaffMember>, new: &NewItem, (today, now): (Day, Moment)) -> Result<Self> {
        let NewItem { competency, words, until_on } = new.clone();
        if until_on < today || until_on.days_since(today) > MOST_DAYS {
            return Err(Error::refused("plan-until-wrong"));
        }
        Ok(Self {
            id: Id::fresh(),
            staff_id: staff_id.clone(),
            competency,
            reason: Reason::Trainer,
            site_id: None,
            counts: None,
            words: Some(words),
            begun_on: today,
            until_on,
            set_at: now,
            ended_at: None,
            version: 0,
        })
    }

    fn set(staff_id: &Id<StaffMember>, proposed: &Proposed, (today, now): (Day, Moment)) -> Self {
        let Proposed { competency, reason, site_id, counts, .. } = proposed.clone();
        Self {
            id: Id::fresh(),
            staff_id: staff_id.clone(),
            competency,
            reason,
            site_id,
            counts: Some(counts),
            words: None,
            begun_on: today,
            until_on: today.plus_days(DAYS),
            set_at: now,
            ended_at: None,
            version: 0,
        }
    }

    /// Whether it was not ended.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.ended_at.is_none()
    }

    /// Whether it is to be practised on a day: the clock may not have ended it yet.
    #[must_use]
    pub fn holds(&self, today: Day) -> bool {
        self.is_open() && self.until_on >= today
    }

    /// It is to be practised no more.
    ///
    /// # Errors
    /// Refused when that was done before.
    pub fn ended(self, now: Moment) -> Result<Self> {
        match self.ended_at {
            Some(_) => Err(Error::refused("plan-ended-before")),
            None => Ok(Self { ended_at: Some(now), ..self }),
        }
    }

    /// Whether the same stood there, and it is too early to say it again. Of a site it is the same whoever said it: clients, or
    /// people whom we asked.
    fn rests(&self, proposed: &Proposed, today: Day) -> bool {
        let of_both = self.site_id.is_some() && self.site_id == proposed.site_id;
        let same = of_both || (self.reason == proposed.reason && self.site_id == proposed.site_id);
        let is_recent = self.until_on.plus_days(RESTS_DAYS) >= today;
        self.competency == proposed.competency && same && (is_recent || proposed.newest <= self.set_at)
    }
}

/// What the clock puts into a plan of what is proposed, the first first: nothing about what stands there already, nothing that
/// was said of late, and not too much.
pub(super) fn due(
    proposed: &[Proposed],
    all: &[Item],
    (staff_id, today, now): (&Id<StaffMember>, Day, Moment),
) -> Vec<Item> {
    let open = all.iter().filter(|one| one.is_open());
    let set = open.clone().filter(|one| one.reason != Reason::Trainer).count();
    let mut taken: Vec<&str> = open.map(|one| one.competency.as_str()).collect();
    let mut items = Vec::new();
    for one in proposed {
        let is_there = taken.contains(&one.competency.as_str());
        if set + items.len() < MOST && !is_there && !all.iter().any(|before| before.rests(one, today)) {
            taken.push(&one.competency);
            items.push(Item::set(staff_id, one, (today, now)));
        }
    }
    items
}

/// What practice is to prefer, and until when: what stands in a plan, and what a supervisor did not see yet.
pub(super) fn preferred(items: &[Item], coached: impl Iterator<Item = &'static str>, today: Day) -> Vec<(String, Day)> {
    let mut wanted: Vec<(String, Day)> = Vec::new();
    let planned = items.iter().filter(|one| one.holds(today)).map(|one| (one.competency.clone(), one.until_on));
    for (competency, until_on) in planned.chain(coached.map(|one| (one.to_owned(), today.plus_days(DAYS)))) {
        match wanted.iter_mut().find(|(name, _)| *name == competency) {
            Some((_, until)) => *until = until_on.max(*until),
            None => wanted.push((competency, until_on)),
        }
    }
    wanted
}

/// What is practised where a behaviour that builds rapport was not seen yet.
pub(super) const fn competency_of(behaviour: Behaviour) -> &'static str {
    match behaviour {
        Behaviour::Attentive => "AL",
        Behaviour::CommonGround => "EM",
        Behaviour::Courteous | Behaviour::Connecting => "AP",
        Behaviour::Informing => "OC",
    }
}

#[cfg(test)]
mod tests;
