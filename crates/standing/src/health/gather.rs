//! What is known of a site and its client at a moment, gathered from the facts of the slices to the left.
//!
//! Everything is asked as it stood at that moment, so that any day of the past is explained by the same functions as today.
//! What was corrected since (a category, a name) counts as it is now.

use agreement::contract;
use agreement::post;
use ground::db::DbConnection;
use ground::{Day, Id, Moment, Result, entry};
use listening::facts::past::{self, Named, Owed, Written};
use people::client::{self, Client};
use people::contact::past::Past;
use people::contact::{self, Contact, Standing};
use people::site::Site;
use people::staff::StaffMember;
use statistics::Mean;

use super::known::{AskedRound, At, Known, RoundAnswers, SURVEY_DAYS, StoodWithout, Talk, WINDOW_DAYS};
use crate::renewal;
use crate::visit;

const DAY_SECONDS: i64 = 86_400;
/// So many days after we began, nobody who decides is new.
const BEGINNING_DAYS: i64 = 30;
/// So many rounds of surveys are looked at for whether anybody answered.
const ROUNDS: usize = 2;
/// The questions of rapport in a survey begin with one of these.
const RAPPORT: [&str; 2] = ["enjoy_", "connect_"];

/// What holds for all sites of a client.
#[derive(Debug, Clone)]
pub struct Account {
    /// Which client.
    pub client: (Id<Client>, String),
    deciding: Vec<Id<Contact>>,
    contacts: usize,
    decision_maker_changed: Option<At<Id<Contact>>>,
    rounds: Vec<AskedRound>,
    answers: Vec<RoundAnswers>,
    last_answer: Option<Moment>,
    contract: Option<(Id<contract::Contract>, Option<Day>)>,
    reviewed_at: Option<Moment>,
    last_talk: Option<At<Talk>>,
}

/// What is known of a client at a moment.
///
/// # Errors
/// Not found when there is no such client; broken when the database says so.
pub fn account(connection: &mut DbConnection, client_id: &Id<Client>, at: Moment, today: Day) -> Result<Account> {
    let client = client::rows::any(connection, client_id)?;
    let contacts = contact::past::of_client(connection, client_id, at)?;
    let there = |contact: &&Past| contact.left_at.is_none();
    let decides = |contact: &&Past| there(contact) && contact.standing == Standing::DecisionMaker;
    let deciding: Vec<_> = contacts.iter().filter(decides).map(|contact| contact.id.clone()).collect();
    let began_at = entry::rows::first_at(connection, client_id.as_str())?.unwrap_or(at);
    let named = satisfaction::facts::named(connection, client_id, (days_before(at, SURVEY_DAYS), at))?;
    let talk = meeting::facts::last_talk_with(connection, &deciding, at)?;
    let contract = contract::rows::in_force(connection, client_id, today)?;
    let contract = match contract {
        Some(contract) => Some(renewal::next_term(connection, &contract, today)?),
        None => None,
    };
    Ok(Account {
        client: (client.id, client.name),
        contacts: contacts.iter().filter(there).count(),
        decision_maker_changed: newly_deciding(&contacts, began_at),
        rounds: rounds(connection, client_id, at)?,
        last_answer: named.iter().map(|one| one.at).max(),
        answers: by_round(&named),
        reviewed_at: match &contract {
            Some((id, _)) => renewal::rows::reviewed_at(connection, id, at)?,
            None => None,
        },
        contract,
        last_talk: talk.map(|(id, talked_at)| (Talk::Interaction(id), talked_at)),
        deciding,
    })
}

/// What is known of a site at a moment.
///
/// # Errors
/// Broken when the database says so.
pub fn site(connection: &mut DbConnection, site: &Site, account: &Account, at: Moment) -> Result<Known> {
    let window = (days_before(at, WINDOW_DAYS), at);
    let owed = past::owed(connection, &site.id, window)?;
    let written = past::written(connection, &site.id, window)?;
    let told_at = past::last_told_at(connection, &site.id, at)?;
    Ok(Known {
        site: (site.id.clone(), site.name.clone()),
        client: account.client.clone(),
        since: entry::rows::first_at(connection, site.id.as_str())?.unwrap_or(at),
        zone: site.zone.clone(),
        told: past::told(connection, &site.id, window)?,
        said: past::said(connection, &site.id, window)?,
        chased: chased(&owed, &written),
        owed,
        last_visit: meeting::facts::last_visit(connection, &site.id, at)?,
        visit_every_days: visit::rows::every_days(connection, &site.id)?,
        last_talk: last_talk(account, &written),
        last_heard: told_at.max(account.last_answer),
        rounds: account.rounds.clone(),
        contacts: account.contacts,
        answers: account.answers.clone(),
        officers: officers(connection, &site.id, at)?,
        unconfirmed: unconfirmed(connection, &site.id, at)?,
        decision_maker_changed: account.decision_maker_changed.clone(),
        contract: account.contract.clone(),
        reviewed_at: account.reviewed_at,
    })
}

const fn days_before(at: Moment, days: i64) -> Moment {
    at.plus_seconds(-days * DAY_SECONDS)
}

/// Who of those who decide came or went last, after we had begun.
fn newly_deciding(contacts: &[Past], began_at: Moment) -> Option<At<Id<Contact>>> {
    let settled_at = began_at.plus_seconds(BEGINNING_DAYS * DAY_SECONDS);
    let changed = contacts.iter().filter_map(|contact| Some((contact.id.clone(), contact.deciding_changed_at?)));
    changed.filter(|(_, at)| *at > settled_at).max_by_key(|(_, at)| *at)
}

fn rounds(connection: &mut DbConnection, client_id: &Id<Client>, at: Moment) -> Result<Vec<AskedRound>> {
    let asked = satisfaction::facts::asked(connection, client_id, at, ROUNDS)?;
    let round = |one: satisfaction::facts::Asked| AskedRound {
        id: one.round.id,
        opened_at: one.round.opened_at,
        answered: one.answered,
    };
    Ok(asked.into_iter().map(round).collect())
}

/// Answers under a name, those of a round together.
fn by_round(named: &[satisfaction::facts::Named]) -> Vec<RoundAnswers> {
    let mut rounds: Vec<RoundAnswers> = Vec::new();
    for one in named {
        if rounds.last().is_none_or(|round| round.id != one.round.id) {
            let (id, opened_at) = (one.round.id.clone(), one.round.opened_at);
            rounds.push(RoundAnswers { id, opened_at, overall: vec![], rapport: vec![], recommend: vec![] });
        }
        let Some(round) = rounds.last_mut() else { continue };
        let value = |name: &str| one.values.iter().find(|(item, _)| item == name).map(|(_, value)| *value);
        round.overall.extend(value("overall"));
        if one.standing == Some(Standing::DecisionMaker) {
            round.recommend.extend(value("recommend"));
        }
        let rapport = one.values.iter().filter(|(item, _)| RAPPORT.iter().any(|start| item.starts_with(start)));
        let grades: Vec<f64> = rapport.filter_map(|(_, value)| Some(f64::from(i16::try_from(*value).ok()?))).collect();
        round.rapport.extend(Mean::of(&grades).map(Mean::value));
    }
    rounds
}

/// About what somebody of the client asked again while we were late, each concern once.
fn chased(owed: &[Owed], written: &[Written]) -> Vec<At<Named>> {
    let mut chased: Vec<At<Named>> = Vec::new();
    for message in written {
        let was_late = |one: &Owed| {
            one.concern.id == message.concern.id
                && one.due_at < message.at
                && one.kept_at.is_none_or(|kept_at| kept_at > message.at)
        };
        let is_new = chased.iter().all(|(concern, _)| concern.id != message.concern.id);
        if is_new && owed.iter().any(was_late) {
            chased.push((message.concern.clone(), message.at));
        }
    }
    chased
}

/// The last talk with who decides: one that somebody noted, or what they wrote about a concern of the site.
fn last_talk(account: &Account, written: &[Written]) -> Option<At<Talk>> {
    let theirs = |message: &&Written| account.deciding.iter().any(|id| id.as_str() == message.by_id);
    let message = written.iter().rev().find(theirs).map(|one| (Talk::Concern(one.concern.clone()), one.at));
    [message, account.last_talk.clone()].into_iter().flatten().max_by_key(|(_, at)| *at)
}

/// Who stands at a site at a moment, and since when they stood there for the first time.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn officers(
    connection: &mut DbConnection,
    site_id: &Id<Site>,
    at: Moment,
) -> Result<Vec<At<Id<StaffMember>>>> {
    let posts: Vec<_> = post::rows::not_closed_by(connection, site_id, at)?.into_iter().map(|post| post.id).collect();
    let ever = post::rows::between(connection, &posts, (Moment::from_millis(0), at))?;
    let mut officers: Vec<At<Id<StaffMember>>> = Vec::new();
    for assignment in ever.iter().filter(|assignment| assignment.is_at(at)) {
        if officers.iter().all(|(id, _)| *id != assignment.staff_id) {
            let theirs = ever.iter().filter(|one| one.staff_id == assignment.staff_id);
            let first = theirs.map(|one| one.starts_at).min().unwrap_or(assignment.starts_at);
            officers.push((assignment.staff_id.clone(), first));
        }
    }
    Ok(officers)
}

fn unconfirmed(connection: &mut DbConnection, site_id: &Id<Site>, at: Moment) -> Result<Vec<StoodWithout>> {
    let found = briefing::facts::unconfirmed_at(connection, site_id, at)?;
    let named = |one: briefing::facts::StoodWithout| StoodWithout {
        officer: one.officer,
        post: (one.post.id, one.post.name),
        revision: one.revision,
    };
    Ok(found.into_iter().map(named).collect())
}
