//! What the board of renewals is made of.

use std::collections::HashMap;

use agreement::contract::{self, Contract};
use ground::{Day, Id, Result};
use people::client::Client;
use people::work::Work;

use super::{Outlook, Term, months_in, rows};
use crate::health::{self, Reason, Weights};
use crate::task::{self, Task};

/// How many reasons of a client's health stand on the board: the heaviest.
const REASONS: usize = 2;

/// A contract that holds, with its client, its next term, and what else is known of it.
#[derive(Debug, Clone)]
pub(crate) struct Running {
    pub(crate) contract: Contract,
    pub(crate) client: Client,
    pub(crate) term: Option<Term>,
    pub(crate) outlook: Outlook,
}

/// The contracts that hold today within reach, by the last day for notice; after them those without an end, by client.
pub(crate) fn running(work: &mut Work<'_>, today: Day) -> Result<Vec<Running>> {
    let mut outlooks = rows::outlooks(work.connection)?;
    let mut found = Vec::new();
    for (contract, client) in contract::rows::running(work, today)? {
        let term = Term::next(&contract, months_in(&outlooks, &contract.id), today);
        let outlook = outlooks.remove(&contract.id).unwrap_or_else(|| Outlook::usual(&contract.id));
        found.push(Running { contract, client, term, outlook });
    }
    found.sort_by(|one, other| one.place().cmp(&other.place()));
    Ok(found)
}

impl Running {
    /// Since when it holds: the newest contract with a client is the one that counts.
    pub(crate) fn since(&self) -> (Day, &str) {
        (self.contract.starts_on, self.contract.id.as_str())
    }

    /// What has no end has no deadline, and comes last.
    fn place(&self) -> (bool, Option<Day>, &str, &str) {
        (self.term.is_none(), self.term.map(|term| term.notice_by), &self.client.name, self.contract.id.as_str())
    }
}

/// How a client stands today, with what weighs most.
#[derive(Debug, Clone, Default)]
pub(super) struct Standing {
    pub(super) score: Option<i64>,
    pub(super) heaviest: Vec<Reason>,
}

/// How some clients stand today.
pub(super) fn standing(work: &mut Work<'_>, clients: &[Id<Client>]) -> Result<HashMap<Id<Client>, Standing>> {
    let kept = health::rows::of_clients(work.connection, clients)?;
    let by_client = kept.chunk_by(|one, other| one.client_id == other.client_id);
    let standing = by_client.map(|sites| {
        let score = health::mean(sites.iter().map(|site| site.reading.score));
        let reasons = sites.iter().flat_map(|site| &site.reading.reasons);
        (sites[0].client_id.clone(), Standing { score, heaviest: heaviest(reasons) })
    });
    Ok(standing.collect())
}

/// The reasons that take most points over all sites together, each once.
fn heaviest<'a>(reasons: impl Iterator<Item = &'a Reason>) -> Vec<Reason> {
    let mut sums: Vec<Reason> = Vec::new();
    let mut places: HashMap<(&str, String), usize> = HashMap::new();
    for reason in reasons {
        let same = (reason.key.as_str(), format!("{:?}", reason.values));
        match places.get(&same) {
            Some(place) => sums[*place].points += reason.points,
            None => {
                places.insert(same, sums.len());
                sums.push(reason.clone());
            }
        }
    }
    sums.sort_by_key(|reason| std::cmp::Reverse(reason.points));
    sums.truncate(REASONS);
    sums
}

/// How health is weighed today, how these clients stand, and the open tasks of these contracts.
pub(super) type Around = (Weights, HashMap<Id<Client>, Standing>, HashMap<Id<Contract>, Vec<Task>>);

/// All of it for one page of the board, in three statements.
pub(super) fn around(work: &mut Work<'_>, page: &[Running]) -> Result<Around> {
    let weights = health::rows::weights_at(work.connection, work.now)?;
    let mut clients: Vec<Id<Client>> = page.iter().map(|line| line.client.id.clone()).collect();
    clients.sort();
    clients.dedup();
    let contracts: Vec<Id<Contract>> = page.iter().map(|line| line.contract.id.clone()).collect();
    let mut tasks: HashMap<Id<Contract>, Vec<Task>> = HashMap::new();
    for task in task::rows::open_of(work.connection, &contracts)? {
        tasks.entry(task.contract_id.clone()).or_default().push(task);
    }
    Ok((weights, standing(work, &clients)?, tasks))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(key: &str, site: &str, points: i64) -> Reason {
        let values = vec![("site".to_owned(), site.into())];
        Reason { signal: String::new(), points, key: key.to_owned(), values, path: String::new() }
    }

    #[test]
    fn a_reason_that_stands_at_several_sites_is_summed_and_said_once() {
        let all = [
            reason("health-no-visit", "gate", 8),
            reason("health-few-contacts", "all", 4),
            reason("health-few-contacts", "all", 4),
            reason("health-few-contacts", "all", 4),
            reason("health-no-visit", "yard", 8),
        ];
        let found: Vec<_> = heaviest(all.iter()).into_iter().map(|one| (one.key, one.points)).collect();
        assert_eq!(found, [("health-few-contacts".to_owned(), 12), ("health-no-visit".to_owned(), 8)]);
        assert!(heaviest([].into_iter()).is_empty());
    }
}
