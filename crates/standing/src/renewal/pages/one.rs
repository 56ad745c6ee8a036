//! What the page of one contract shows.

use std::collections::HashMap;

use agreement::contract::{self, Contract};
use askama::Template;
use ground::entry::{self, Entry};
use ground::web::form::Form;
use ground::words::Words;
use ground::{Day, Fields, Id, Moment, Result};
use people::client::{self, Client};
use people::contact::{self, Contact, Standing};
use people::organization;
use people::staff::{self, StaffMember};
use people::work::Work;

use super::super::rows::{self, Kept};
use super::super::{Cause, Outcome, Outlook, Term, WORDS_LETTERS};
use crate::task::{self, Kind, Task};

/// How much of the history the page shows: the newest.
const HISTORY: usize = 50;

/// What is found of one contract.
pub(super) struct Found {
    contract: Contract,
    client: Client,
    pub(super) outlook: Outlook,
    pub(super) today: Day,
    deciders: Vec<Contact>,
    tasks: Vec<Task>,
    outcomes: Vec<Kept>,
    members: Vec<StaffMember>,
    owners: HashMap<Id<StaffMember>, String>,
    history: Vec<Entry>,
}

/// Finds all that there is about the renewal of a contract within reach.
pub(super) fn find(work: &mut Work<'_>, id: &Id<Contract>) -> Result<Found> {
    let contract = contract::rows::find(work, id)?;
    let client = client::rows::find(work, &contract.client_id)?;
    let mut deciders = contact::rows::of_client(work, &client.id)?;
    deciders.retain(|contact| contact.standing == Standing::DecisionMaker);
    let tasks = task::rows::of_contract(work.connection, id)?;
    let owners = staff::rows::names(work.connection, tasks.iter().map(|task| &task.owner_id).collect())?;
    let mut history = entry::rows::of_subject(work.connection, id.as_str())?;
    history.reverse();
    history.truncate(HISTORY);
    Ok(Found {
        outlook: rows::outlook(work.connection, id)?,
        today: organization::day(work.connection, work.now)?,
        outcomes: rows::outcomes(work.connection, id)?,
        members: staff::rows::of_the_office(work.connection)?,
        contract,
        client,
        deciders,
        tasks,
        owners,
        history,
    })
}

#[derive(Template)]
#[template(path = "renewal/one.html")]
pub(super) struct One<'a> {
    w: &'a Words,
    form: Form<'a>,
    found: &'a Found,
    version: i64,
    term: Option<Term>,
    in_force: bool,
    badge: (&'static str, String),
    value: Option<String>,
    /// The choices of the forms.
    terms: Vec<(String, String)>,
    outcomes: Vec<(String, String)>,
    reasons: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    members: Vec<(String, String)>,
    until: Option<String>,
    /// Whether a term was lost whose contract still runs.
    to_be_ended: bool,
    history: Vec<(String, String, String)>,
}

impl<'a> One<'a> {
    pub(super) fn of(w: &'a Words, fields: &'a Fields, found: &'a Found, zone: &str) -> Self {
        let (contract, today) = (&found.contract, found.today);
        let months = found.outlook.renews_months;
        let term = Term::next(contract, months, today);
        let open = |term: &Term| !found.outcomes.iter().any(|kept| kept.decided.term_ends_on == term.ends_on);
        let terms = Term::around(contract, months, today).into_iter().filter(open);
        let in_force = contract.is_in_force(today);
        let lost = |kept: &Kept| kept.decided.outcome == Outcome::Lost;
        Self {
            w,
            form: Form { w, fields },
            found,
            version: found.outlook.version,
            term,
            in_force,
            badge: term.map_or(("rest", String::new()), |term| super::deadline(w, term, today)),
            value: found.outlook.value(),
            terms: terms.map(|term| (term.ends_on.to_string(), w.day(term.ends_on))).collect(),
            outcomes: Outcome::choices(w),
            reasons: Cause::choices(w),
            kinds: Kind::choices(w),
            members: found.members.iter().map(|member| (member.id.to_string(), member.name.clone())).collect(),
            until: term.filter(|_| in_force).map(|term| w.day(term.tasks_until(today))),
            to_be_ended: in_force && found.outcomes.first().is_some_and(lost),
            history: found.history.iter().map(|entry| said(w, entry, zone)).collect(),
        }
    }

    fn owner(&self, task: &Task) -> &str {
        self.found.owners.get(&task.owner_id).map_or("", String::as_str)
    }

    const fn today(&self) -> &Day {
        &self.found.today
    }

    fn renews(&self) -> String {
        self.w.with("renewal-for-months", &[("count", self.found.outlook.renews_months.into())])
    }
}

/// An entry of the record: what was done, by whom, when.
fn said(w: &Words, entry: &Entry, zone: &str) -> (String, String, String) {
    let deed = entry.deed.replace(['.', '_'], "-");
    let key = format!("renewal-deed-{deed}");
    let deed = if w.knows(&key) { w.t(&key) } else { deed.replace('-', " ") };
    (deed, entry.by_name.clone(), w.when(Moment::from_millis(entry.recorded_at), zone))
}
