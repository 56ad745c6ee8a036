//! Retention: how long clients stay.

mod drawn;
mod pages;
mod rules;

pub use rules::{Stay, stay};

use std::collections::HashMap;

use agreement::contract::{self, Contract};
use ground::web::Routes;
use ground::{Day, Id, Moment, Result};
use people::client::{self, Client, Setting};
use people::work::Work;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/renewals/retention", pages::show)
        .get("/renewals/retention.csv", pages::file)
        .get("/renewals/retention.parquet", pages::file)
}

/// How long every client stayed, or stays, each with what kind of places they have; and how many clients have no contract
/// that began.
///
/// # Errors
/// Broken when the database says so.
pub fn stays(work: &mut Work<'_>, (today, zone): (Day, &str)) -> Result<(Vec<(Setting, Stay)>, usize)> {
    let mut contracts: HashMap<Id<Client>, Vec<Contract>> = HashMap::new();
    for contract in contract::rows::everything(work.connection)? {
        contracts.entry(contract.client_id.clone()).or_default().push(contract);
    }
    let (mut found, mut without) = (Vec::new(), 0);
    for client in client::rows::everything(work.connection)? {
        if work.me.reach.client_id.as_ref().is_some_and(|only| *only != client.id) {
            continue;
        }
        let theirs = contracts.remove(&client.id).unwrap_or_default();
        let left_on = client.left_at.and_then(|at: Moment| at.day_in(zone));
        match stay(&theirs, left_on, today) {
            Some(stay) => found.push((client.setting, stay)),
            None => without += 1,
        }
    }
    Ok((found, without))
}
