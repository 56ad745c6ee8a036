//! What there is to be put into plans: from what clients said, from dialogues, from answers, from visits.

use std::collections::BTreeMap;

use agreement::post;
use examining::known::Pool;
use examining::readiness;
use ground::{Day, Id, Moment, Result};
use learning::rehearsal;
use meeting::coaching::{self, Behaviour, Coaching, Seen};
use meeting::interaction::Interaction;
use people::organization;
use people::site::Site;
use people::staff::{self, Role, StaffMember};
use people::work::Work;

use super::rules::{self, competency_of};
use super::{Proposed, Reason, rows};
use crate::advice::{self, Evidence, Pointer, Source};

/// So much of what points to something at a site is practised at once.
const OF_A_SITE: usize = 2;
/// So far back dialogues and visits are looked at.
const LATE_DAYS: i64 = 60;
/// In so many dialogues something is missed before it is spoken of.
const MISSED: i64 = 2;
/// So many answers about something are needed, and fewer than 7 of 10 of them are right: that is the company's pass mark.
const ANSWERS: u64 = 10;
/// So many visits are looked at.
const VISITS: i64 = 10;

type Plans = BTreeMap<Id<StaffMember>, Vec<Proposed>>;

/// An officer, and what is proposed for their plan.
pub(super) type Due = (Id<StaffMember>, Vec<Proposed>);

/// The officers whose plans are to be set, and what is proposed. What counts most comes first: what clients said, then what was
/// missed, then answers.
pub(super) fn due(work: &mut Work<'_>) -> Result<Vec<Due>> {
    let mut plans = of_sites(work)?;
    let pool = Pool::read(work.connection)?;
    for officer in staff::rows::with_role(work.connection, Role::Officer)? {
        let own = [missed(work, &officer.id)?, unsure(work, &pool, &officer.id)?].concat();
        plans.entry(officer.id).or_default().extend(own);
    }
    let today = organization::day(work.connection, work.now)?;
    let mut found = Vec::new();
    for (id, proposed) in plans {
        if is_due(work, today, (&id, &proposed))? {
            found.push((id, proposed));
        }
    }
    Ok(found)
}

fn is_due(work: &mut Work<'_>, today: Day, (id, proposed): (&Id<StaffMember>, &[Proposed])) -> Result<bool> {
    let all = rows::of_staff(work.connection, id)?;
    if !rules::due(proposed, &all, (id, today, work.now)).is_empty() {
        return Ok(true);
    }
    let coached = coached(work, id)?.into_iter().map(|one| one.competency);
    let wanted = rules::preferred(&all, coached, today);
    let kept = learning::preferred::of_staff(work.connection, id, today)?;
    Ok(wanted.iter().any(|(competency, _)| !kept.contains(competency)))
}

/// What was said or answered of a site is practised by everybody who stood there, never only by those whom somebody named.
fn of_sites(work: &mut Work<'_>) -> Result<Plans> {
    let mut plans = Plans::new();
    let span = (work.now.plus_seconds(-advice::WINDOW_DAYS * 86_400), work.now);
    for (site_id, pointers) in advice::everywhere(work.connection, work.now)? {
        let pointers: Vec<_> = pointers.into_iter().filter(Pointer::points).take(OF_A_SITE).collect();
        if pointers.is_empty() {
            continue;
        }
        for officer in post::rows::officers_at(work.connection, &site_id, span)? {
            let theirs = plans.entry(officer.id).or_default();
            theirs.extend(pointers.iter().filter_map(|pointer| of_site(pointer, &site_id, work.now)));
        }
    }
    Ok(plans)
}

/// What points to something at a site: its concerns, or else the answers that say it most surely.
fn of_site(pointer: &Pointer, site_id: &Id<Site>, now: Moment) -> Option<Proposed> {
    let surest = |one: &&Evidence, other: &&Evidence| one.likely.total_cmp(&other.likely);
    let concerns = pointer.reasons().find(|one| one.source == Source::Concerns);
    let evidence = concerns.or_else(|| pointer.reasons().max_by(surest))?;
    Some(Proposed {
        competency: pointer.competency.clone(),
        reason: if concerns.is_some() { Reason::Site } else { Reason::Answered },
        site_id: Some(site_id.clone()),
        counts: (whole(evidence.here.count()), whole(evidence.here.of())),
        newest: pointer.newest().unwrap_or(now),
    })
}

/// What an officer missed in several dialogues of late, what they missed most first.
fn missed(work: &mut Work<'_>, id: &Id<StaffMember>) -> Result<Vec<Proposed>> {
    let since = work.now.plus_seconds(-LATE_DAYS * 86_400);
    let mut ended = rehearsal::rows::ended_of(work.connection, id)?;
    ended.retain(|one| one.ended_at >= since);
    let mut counts: BTreeMap<&str, (i64, Moment)> = BTreeMap::new();
    for one in &ended {
        let mut named: Vec<&str> =
            one.missed.iter().filter_map(|behaviour| Some(behaviour.split_once('.')?.0)).collect();
        named.dedup();
        for competency in named {
            let entry = counts.entry(competency).or_insert((0, one.ended_at));
            *entry = (entry.0 + 1, entry.1.max(one.ended_at));
        }
    }
    let of = whole(ended.len() as u64);
    let mut found: Vec<Proposed> = counts
        .into_iter()
        .filter(|(_, (count, _))| *count >= MISSED)
        .map(|(competency, (count, newest))| proposed(competency, Reason::Dialogues, ((count, of), newest)))
        .collect();
    found.sort_by_key(|one| std::cmp::Reverse(one.counts.0));
    Ok(found)
}

/// That of which the smallest share of an officer's answers was right, where enough is known and it is small.
fn unsure(work: &mut Work<'_>, pool: &Pool, id: &Id<StaffMember>) -> Result<Vec<Proposed>> {
    let mut all = readiness::facts::about(work.connection, pool, id)?;
    all.retain(|one| one.right.of() >= ANSWERS && one.right.count() * 10 < one.right.of() * 7);
    all.sort_by_key(|one| one.right.count() * 1_000 / one.right.of());
    let one = |one: readiness::facts::About| {
        let counts = (whole(one.right.count()), whole(one.right.of()));
        proposed(&one.competency, Reason::Answers, (counts, one.newest.unwrap_or(work.now)))
    };
    Ok(all.into_iter().take(1).map(one).collect())
}

fn proposed(competency: &str, reason: Reason, (counts, newest): ((i64, i64), Moment)) -> Proposed {
    Proposed { competency: competency.to_owned(), reason, site_id: None, counts, newest }
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What a supervisor did not see yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Coached {
    /// Which competency practises it.
    pub(super) competency: &'static str,
    /// Which behaviour.
    pub(super) behaviour: Behaviour,
    /// On which visit.
    pub(super) visit: Id<Interaction>,
}

/// What a supervisor did not see yet on the last visit of late on which there was an occasion for it.
pub(super) fn coached(work: &mut Work<'_>, id: &Id<StaffMember>) -> Result<Vec<Coached>> {
    let since = work.now.plus_seconds(-LATE_DAYS * 86_400);
    let all = coaching::rows::newest_about(work.connection, id, VISITS)?;
    let late: Vec<Coaching> = all.into_iter().filter(|one| one.visit.happened_at >= since).collect();
    let last = |(place, behaviour): (usize, &Behaviour)| {
        let last = late.iter().find(|one| one.look[place] != Seen::NoOccasion)?;
        let (behaviour, visit) = (*behaviour, last.visit.id.clone());
        let coached = Coached { competency: competency_of(behaviour), behaviour, visit };
        (last.look[place] == Seen::NotYet).then_some(coached)
    };
    Ok(Behaviour::ALL.iter().enumerate().filter_map(last).collect())
}
