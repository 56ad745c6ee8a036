//! The terms in which notice can be given no more, each with what health was before it.

use agreement::contract::{self, Contract, Renewal};
use ground::{Day, Moment, Result};
use people::client::{self, Client};
use people::organization;
use people::work::Work;

use super::rules::{BEFORE_DAYS, Past};
use crate::health::{self, mean};
use crate::renewal;

/// So many terms are looked at, the newest first.
const TERMS: usize = 300;
/// Whoever parts ways with us so many days around the end of a term left at its end.
const AROUND_DAYS: i64 = 45;

/// The terms that are over, of every client there ever was.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn terms(work: &mut Work<'_>, today: Day) -> Result<Vec<Past>> {
    let zone = organization::rows::get(work.connection)?.zone;
    let outlooks = renewal::rows::outlooks(work.connection)?;
    let lost = renewal::rows::lost_terms(work.connection)?;
    let contracts = contract::rows::everything(work.connection)?;
    let mut over: Vec<(Contract, Day, Day)> = Vec::new();
    for contract in &contracts {
        let months = renewal::months_in(&outlooks, &contract.id);
        over.extend(ends(contract, months, today).into_iter().map(|(ends_on, by)| (contract.clone(), ends_on, by)));
    }
    over.sort_by_key(|(_, _, notice_by)| std::cmp::Reverse(*notice_by));
    over.truncate(TERMS);
    let mut found = Vec::new();
    for (contract, ends_on, notice_by) in over {
        let client = client::rows::any(work.connection, &contract.client_id)?;
        let at = notice_by.plus_days(-BEFORE_DAYS).start_in(&zone).unwrap_or(work.now);
        let sites = health::of_client(work.connection, &client.id, at)?;
        let was_lost = lost.contains(&(contract.id.clone(), ends_on.to_string()));
        let left = was_lost || went(&client, ends_on, &zone);
        let score = mean(sites.into_iter().map(|one| one.reading.score));
        found.push(Past { client_id: client.id, client: client.name, notice_by, score, left });
    }
    Ok(found)
}

/// The terms of a contract that came to their end, with the last day on which notice could be given in each.
fn ends(contract: &Contract, months: i64, today: Day) -> Vec<(Day, Day)> {
    let Some(first) = contract.ends_on else { return Vec::new() };
    let times = if contract.renewal == Renewal::Automatic && months > 0 { 40 } else { 1 };
    let ends = (0..times).map(|time| first.plus_months(time * months.max(0)));
    ends.take_while(|ends_on| *ends_on < today)
        .map(|ends_on| (ends_on, ends_on.plus_days(-contract.notice_days)))
        .collect()
}

/// Whether a client parted ways with us around the end of a term.
fn went(client: &Client, ends_on: Day, zone: &str) -> bool {
    let left_on = client.left_at.and_then(|at: Moment| at.day_in(zone));
    left_on.is_some_and(|day| day.days_since(ends_on).abs() <= AROUND_DAYS)
}
