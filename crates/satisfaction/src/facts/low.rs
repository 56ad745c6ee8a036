//! What people found low, by site: so many of so many. Nobody's own answer can be read out of it, neither from one figure nor
//! from two: people are counted in groups that enter and leave as a whole.

use std::collections::{BTreeMap, HashMap};

use ground::db::DbConnection;
use ground::{Day, Id, Moment, Result};
use people::client::Client;
use people::site::{self, Site};
use statistics::Share;

use crate::asking::rows::About;
use crate::figure::FEWEST;
use crate::pulse::rows::Treated;
use crate::questions::{DIMENSIONS, Dimension};
use crate::{asking, pulse, round};

/// The key of what the public is asked of how they were treated.
pub const TREATED: &str = "item-pulse-treated";
/// Whoever's mean of a dimension is below this found it low: of 1 to 7 it is neither.
const NEITHER: i64 = 4;
/// Up to this step, of 1 to 5, somebody says that they were not treated with respect.
const NOT_TREATED: i64 = 2;
/// So long after it began everywhere else a day is over everywhere, in seconds: the last zone is 12 hours behind.
const LAST_ZONE_SECONDS: i64 = 12 * 3_600;

/// What people found of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Low {
    /// The key of what it is called: a dimension of the survey, or [`TREATED`].
    pub about: &'static str,
    /// How many of all who answered found it low.
    pub company: Share,
    /// The same by site, where enough of its people answered.
    pub sites: BTreeMap<Id<Site>, AtSite>,
}

/// What those of one site found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AtSite {
    /// How many found it low.
    pub share: Share,
    /// Since when that is known of the newest who did.
    pub newest: Option<Moment>,
}

/// What people found low since a moment, thing by thing: in surveys, as far as they are over, and at signs, on whole days.
///
/// # Errors
/// Broken when the database says so.
pub fn since(connection: &mut DbConnection, since: Moment, now: Moment) -> Result<Vec<Low>> {
    let only = only_sites(&site::rows::everything(connection)?);
    let mut rounds = Vec::new();
    for one in round::rows::over(connection, since, now)? {
        let asked = asking::rows::asked_of(connection, &one.id)?;
        rounds.push((one.until(), replies(asked, &asking::rows::given(connection, &one.id, None)?)));
    }
    let mut found: Vec<Low> = DIMENSIONS.iter().map(|dimension| of_surveys(dimension, &rounds, &only)).collect();
    let days = (over_everywhere(since)?, over_everywhere(now)?);
    found.push(of_the_public(&pulse::rows::treated(connection, days)?)?);
    Ok(found)
}

/// The first day that is not over everywhere: what is answered on an earlier one is known by now.
fn over_everywhere(at: Moment) -> Result<Day> {
    pulse::day(at.plus_seconds(-LAST_ZONE_SECONDS), "UTC")
}

/// The only open site of each client that has one alone.
fn only_sites(sites: &[Site]) -> HashMap<Id<Client>, Id<Site>> {
    let mut only: HashMap<Id<Client>, Option<Id<Site>>> = HashMap::new();
    for one in sites.iter().filter(|one| one.closed_at.is_none()) {
        only.entry(one.client_id.clone()).and_modify(|known| *known = None).or_insert_with(|| Some(one.id.clone()));
    }
    only.into_iter().filter_map(|(client, site)| Some((client, site?))).collect()
}

/// One person's answers, without their name: about what, and what to which question.
type Reply = (About, Vec<(String, i64)>);

fn replies(asked: HashMap<String, About>, given: &[(String, String, i64)]) -> Vec<Reply> {
    let mut theirs: HashMap<&str, Vec<(String, i64)>> = HashMap::new();
    for (reply, item, value) in given {
        theirs.entry(reply).or_default().push((item.clone(), *value));
    }
    asked.into_iter().filter_map(|(reply, about)| Some((about, theirs.remove(reply.as_str())?))).collect()
}

/// Whether somebody found a dimension low, by the mean of their answers to it; none where they answered none of them.
fn found_low((_, names): &Dimension, values: &[(String, i64)]) -> Option<bool> {
    let theirs: Vec<i64> =
        values.iter().filter(|(item, _)| names.contains(&item.as_str())).map(|(_, value)| *value).collect();
    let count = i64::try_from(theirs.len()).unwrap_or(i64::MAX);
    (count > 0).then(|| theirs.iter().sum::<i64>() < NEITHER * count)
}

/// So many of so many.
type Count = (u64, u64);

fn add(to: &mut Count, low: u64, of: u64) {
    *to = (to.0 + low, to.1 + of);
}

fn share((low, of): Count) -> Share {
    Share::new(low, of).unwrap_or_default()
}

const fn is_enough((_, of): Count) -> bool {
    of >= FEWEST as u64
}

/// What all rounds say of a dimension. Those who were asked about the same in the same round are one group. A group of enough
/// counts; those of all others in a round are one group more, of no site. So each group is there as a whole or not at all, and
/// what is left when one is taken from the company are enough people as well.
fn of_surveys(dimension: &Dimension, rounds: &[(Moment, Vec<Reply>)], only: &HashMap<Id<Client>, Id<Site>>) -> Low {
    let mut company = Count::default();
    let mut sites: BTreeMap<Id<Site>, (Count, Option<Moment>)> = BTreeMap::new();
    for (until, replies) in rounds {
        let mut groups: HashMap<&About, Count> = HashMap::new();
        for (about, values) in replies {
            if let Some(is_low) = found_low(dimension, values) {
                add(groups.entry(about).or_default(), u64::from(is_low), 1);
            }
        }
        let mut others = Count::default();
        for ((client_id, site_id), group) in groups {
            if !is_enough(group) {
                add(&mut others, group.0, group.1);
                continue;
            }
            add(&mut company, group.0, group.1);
            if let Some(site_id) = site_id.as_ref().or_else(|| only.get(client_id)) {
                let (count, newest) = sites.entry(site_id.clone()).or_default();
                add(count, group.0, group.1);
                *newest = (*newest).max((group.0 > 0).then_some(*until));
            }
        }
        if is_enough(others) {
            add(&mut company, others.0, others.1);
        }
    }
    let sites = sites.into_iter().map(|(id, (count, newest))| (id, AtSite { share: share(count), newest })).collect();
    Low { about: dimension.0, company: share(company), sites }
}

/// What the public says of how it was treated.
fn of_the_public(steps: &[Treated]) -> Result<Low> {
    let mut company = Count::default();
    let mut sites: BTreeMap<Id<Site>, (Count, Option<Day>)> = BTreeMap::new();
    for (site_id, day, step, count) in steps {
        let low = if *step <= NOT_TREATED { *count } else { 0 };
        add(&mut company, low, *count);
        let (theirs, newest) = sites.entry(site_id.clone()).or_default();
        add(theirs, low, *count);
        *newest = (*newest).max((low > 0).then_some(*day));
    }
    let mut found = BTreeMap::new();
    for (id, (count, newest)) in sites.into_iter().filter(|(_, (count, _))| is_enough(*count)) {
        let newest = newest.map(known_since).transpose()?;
        found.insert(id, AtSite { share: share(count), newest });
    }
    Ok(Low { about: TREATED, company: share(company), sites: found })
}

/// When a day is over everywhere.
fn known_since(day: Day) -> Result<Moment> {
    let next = day.plus_days(1).start_in("UTC").ok_or_else(|| ground::Error::broken("there is no such zone"))?;
    Ok(next.plus_seconds(LAST_ZONE_SECONDS))
}

#[cfg(test)]
mod tests;
