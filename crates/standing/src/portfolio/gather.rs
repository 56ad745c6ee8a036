//! What the first page of an owner shows, gathered for the clients within reach.

use std::collections::{BTreeMap, HashMap};

use ground::{Day, Id, Result};
use people::client::{self, Client};
use people::contact::{self, Contact, Standing};
use people::site::Site;
use people::work::Work;

use super::rules::{Account, by_deadline, news, talks};
use crate::health::{Reason, Weights, mean, rows};
use crate::renewal::{self, Term};

/// How many clients one page lists.
pub(super) const PAGE: usize = 50;
/// How many clients are named of those that changed.
const CHANGED: usize = 10;
/// By at least so many points.
const POINTS: i64 = 3;
/// So many sites changed in a week are looked at.
const SITES: i64 = 400;
const WEEK_DAYS: i64 = 7;

/// A client that changed in a week.
pub(super) struct Changed {
    /// Which one.
    pub id: Id<Client>,
    /// Its name.
    pub name: String,
    /// What it was, and what it is.
    pub scores: (Option<i64>, Option<i64>),
    /// What is a reason now.
    pub came: Vec<Reason>,
    /// What is one no more.
    pub went: Vec<Reason>,
}

/// What the page shows.
pub(super) struct Found {
    /// How health is reckoned.
    pub weights: Weights,
    /// The clients of this page, the nearest deadline first.
    pub accounts: Vec<Account>,
    /// How many there are of them on all pages.
    pub count: usize,
    /// What changed this week.
    pub changed: Vec<Changed>,
    /// The talks to have, each with whom.
    pub talks: Vec<(Account, Vec<Contact>)>,
}

/// Gathers it.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn found(work: &mut Work<'_>, today: Day, page: usize) -> Result<Found> {
    let weights = rows::weights_at(work.connection, work.now)?;
    let all = all(work, today)?;
    let changed = changed(work, &all, today)?;
    let talks = with_whom(work, talks(&all, &weights, today))?;
    let count = all.len();
    let mut accounts: Vec<Account> = all.into_iter().skip(page * PAGE).take(PAGE).collect();
    for account in &mut accounts {
        account.before = before(work, &account.id, today)?;
    }
    Ok(Found { weights, accounts, count, changed, talks })
}

/// Every client, the nearest deadline first.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn all(work: &mut Work<'_>, today: Day) -> Result<Vec<Account>> {
    let mut all = accounts(work, today)?;
    by_deadline(&mut all, today);
    Ok(all)
}

/// Every client within reach with whom we did not part ways, as it stands.
fn accounts(work: &mut Work<'_>, today: Day) -> Result<Vec<Account>> {
    let clients: Vec<Client> =
        client::rows::list(work)?.into_iter().filter(|client| client.left_at.is_none()).collect();
    let mut sites: HashMap<Id<Client>, Vec<rows::Kept>> = HashMap::new();
    for kept in rows::everything(work.connection)? {
        sites.entry(kept.client_id.clone()).or_default().push(kept);
    }
    let mut contracts = renewal::running(work, today)?;
    // Of several contracts that hold with a client, the newest comes last, and takes the place of those before it.
    contracts.sort_by(|one, other| one.since().cmp(&other.since()));
    let terms: HashMap<Id<Client>, Option<Term>> = contracts.into_iter().map(|one| (one.client.id, one.term)).collect();
    let account = |client: Client| {
        let kept = sites.remove(&client.id).unwrap_or_default();
        let term = terms.get(&client.id).copied().flatten();
        Account {
            score: mean(kept.iter().map(|one| one.reading.score)),
            before: None,
            sites: kept.len(),
            reasons: kept.into_iter().flat_map(|one| one.reading.reasons).collect(),
            term,
            id: client.id,
            name: client.name,
        }
    };
    Ok(clients.into_iter().map(account).collect())
}

/// What the mean of a client was a week ago.
fn before(work: &mut Work<'_>, client_id: &Id<Client>, today: Day) -> Result<Option<i64>> {
    let sites: Vec<_> = rows::reckoned_at(work.connection, std::slice::from_ref(client_id))?;
    let sites: Vec<_> = sites.into_iter().map(|(site_id, _)| site_id).collect();
    let on = rows::scores_on(work.connection, client_id, &sites, &[today.plus_days(-WEEK_DAYS)])?;
    Ok(mean(on.into_iter().flatten()))
}

/// The clients of which a site changed within a week, with what came and went, the largest change first.
fn changed(work: &mut Work<'_>, all: &[Account], today: Day) -> Result<Vec<Changed>> {
    let week_ago = today.plus_days(-WEEK_DAYS);
    let mut by_client: BTreeMap<Id<Client>, Vec<Id<Site>>> = BTreeMap::new();
    for (client_id, site_id) in rows::changed_since(work.connection, week_ago, SITES)? {
        by_client.entry(client_id).or_default().push(site_id);
    }
    let mut found = Vec::new();
    for account in all {
        let Some(sites) = by_client.get(&account.id) else { continue };
        let (mut came, mut went) = (Vec::new(), Vec::new());
        for site_id in sites {
            let Some(then) = rows::on_day(work.connection, site_id, week_ago)? else { continue };
            let Some(now) = rows::on_day(work.connection, site_id, today)? else { continue };
            let (new, gone) = news(&then.reading.reasons, &now.reading.reasons);
            came.extend(new);
            went.extend(gone);
        }
        let scores = (before(work, &account.id, today)?, account.score);
        let moved = scores.0.zip(scores.1).is_none_or(|(before, now)| (before - now).abs() >= POINTS);
        if moved && (!came.is_empty() || !went.is_empty()) {
            found.push(Changed { id: account.id.clone(), name: account.name.clone(), scores, came, went });
        }
    }
    found.sort_by_key(|one| match one.scores {
        (Some(before), Some(now)) => -(before - now).abs(),
        _ => 0,
    });
    found.truncate(CHANGED);
    Ok(found)
}

/// Each with whom one talks: those who decide, or whoever there is.
fn with_whom(work: &mut Work<'_>, accounts: Vec<Account>) -> Result<Vec<(Account, Vec<Contact>)>> {
    let mut found = Vec::new();
    for account in accounts {
        let mut contacts = contact::rows::all_of(work.connection, &account.id)?;
        if contacts.iter().any(|contact| contact.standing == Standing::DecisionMaker) {
            contacts.retain(|contact| contact.standing == Standing::DecisionMaker);
        }
        contacts.truncate(3);
        found.push((account, contacts));
    }
    Ok(found)
}
