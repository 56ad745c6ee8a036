//! Whether what is told of a site points less often to what was practised there than before, and than elsewhere.

use std::collections::BTreeSet;

use ground::{Id, Moment};
use listening::concern::Category;
use people::site::Site;
use satisfaction::figure::{FEWEST, LEVEL};
use statistics::{Share, ShareDifference};

use crate::advice::{Told, points_to};
use crate::plan::DAYS as PRACTISED_DAYS;

/// So many days before are held against so many after.
pub(super) const DAYS: i64 = 60;

const DAY_SECONDS: i64 = 86_400;

/// What those at a site were to practise together, because of what was said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pack {
    /// At which site.
    pub(crate) site_id: Id<Site>,
    /// Which competency.
    pub(crate) competency: String,
    /// Since when it stands in plans.
    pub(crate) set_at: Moment,
    /// Until when it stands there at most.
    pub(crate) until: Moment,
}

impl Pack {
    /// What was set at a moment.
    pub(crate) fn new(site_id: Id<Site>, competency: String, set_at: Moment) -> Self {
        Self { site_id, competency, set_at, until: set_at.plus_seconds(PRACTISED_DAYS * DAY_SECONDS) }
    }
}

/// Plans that were set on several days as one pack: whoever came to a site while others practised joined them.
pub(super) fn packs(mut set: Vec<Pack>) -> Vec<Pack> {
    set.sort_by_key(|one| one.set_at);
    let mut packs: Vec<Pack> = Vec::new();
    for one in set {
        let same = |pack: &&mut Pack| pack.site_id == one.site_id && pack.competency == one.competency;
        match packs.iter_mut().rev().find(same) {
            Some(pack) if one.set_at < pack.until => pack.until = one.until,
            _ => packs.push(one),
        }
    }
    packs
}

/// What one may say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// The days after are not over.
    TooEarly,
    /// Too little was told, here or elsewhere, before or after.
    TooFew,
    /// It may have changed as much elsewhere, or by chance.
    NotProven,
    /// It fell more than elsewhere.
    Fell,
}

impl Says {
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::TooEarly => "effect-too-early",
            Self::TooFew => "effect-too-few",
            Self::NotProven => "effect-not-proven",
            Self::Fell => "effect-fell",
        }
    }
}

/// How much of what was told pointed to something in the days before, and in the days after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Change {
    /// In the days before.
    pub(super) before: Share,
    /// In the days after.
    pub(super) after: Share,
}

impl Change {
    fn of(told: &[&Told], competency: &str, set_at: Moment) -> Self {
        let share = |from: i64, until: i64| {
            let at = |days: i64| set_at.plus_seconds(days * DAY_SECONDS);
            let span = at(from)..at(until);
            let within: Vec<&&Told> = told.iter().filter(|one| span.contains(&one.at)).collect();
            let there = within.iter().filter(|one| points_to(one.category, competency)).count();
            Share::new(there as u64, within.len() as u64).unwrap_or_default()
        };
        Self { before: share(-DAYS, 0), after: share(0, DAYS) }
    }

    const fn is_enough(&self) -> bool {
        self.before.of() >= FEWEST as u64 && self.after.of() >= FEWEST as u64
    }

    fn difference(&self) -> Option<ShareDifference> {
        self.after.difference(self.before, LEVEL)
    }
}

/// What became of a pack.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Effect {
    /// What was practised.
    pub(super) competency: String,
    /// Since when.
    pub(super) set_at: Moment,
    /// When the days after are over.
    pub(super) over_at: Moment,
    /// How much pointed there at the site.
    pub(super) here: Change,
    /// The same at the sites that practised nothing of it in those days.
    pub(super) elsewhere: Change,
    /// The change here less the change elsewhere; none while nothing may be said.
    pub(super) difference: Option<ShareDifference>,
    /// What one may say of it.
    pub(super) says: Says,
}

impl Effect {
    /// What became of a pack, of all packs, by what was told. What nobody sorted points nowhere, and does not count.
    pub(super) fn of(pack: &Pack, packs: &[Pack], told: &[Told], now: Moment) -> Self {
        let Pack { site_id, competency, set_at, .. } = pack.clone();
        let at = |days: i64| set_at.plus_seconds(days * DAY_SECONDS);
        let in_those_days =
            |one: &&Pack| one.competency == competency && one.set_at < at(DAYS) && one.until > at(-DAYS);
        let practised: BTreeSet<&Id<Site>> = packs.iter().filter(in_those_days).map(|one| &one.site_id).collect();
        let sorted = || told.iter().filter(|one| one.category != Category::Unsorted);
        let here: Vec<&Told> = sorted().filter(|one| one.site_id == site_id).collect();
        let elsewhere: Vec<&Told> =
            sorted().filter(|one| one.site_id != site_id && !practised.contains(&one.site_id)).collect();
        let change = |told: &[&Told]| Change::of(told, &competency, set_at);
        let (here, elsewhere) = (change(&here), change(&elsewhere));
        let compared = here.difference().zip(elsewhere.difference()).map(|(here, elsewhere)| here.less(elsewhere));
        let (says, difference) = match compared {
            _ if now < at(DAYS) => (Says::TooEarly, None),
            Some(found) if here.is_enough() && elsewhere.is_enough() => {
                (if found.interval.high < 0.0 { Says::Fell } else { Says::NotProven }, Some(found))
            }
            _ => (Says::TooFew, None),
        };
        let over_at = at(DAYS);
        Self { competency, set_at, over_at, here, elsewhere, difference, says }
    }
}

#[cfg(test)]
mod tests;
