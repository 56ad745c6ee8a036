//! What contracts are worth, how their terms ended, what is to be done before the next ones do, and clients who left.

use agreement::contract::{self, Approvals, Contract, NewContract, Promises, Renewal};
use ground::{App, Day, Error, Id, Moment, Result};
use people::Me;
use people::client::{self, Client, NewClient, Setting};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use standing::renewal::{self, Cause, NewOutcome, NewOutlook, Outcome};
use standing::task::{self, Kind};

use super::World;

const DAY: i64 = 86_400;
/// What they write on the day on which they decide comes in the afternoon.
const AFTERNOON_SECONDS: i64 = 20 * 3_600;
/// What is usual was planned so long ago, so that some of it is done and some is late.
const PLANNED_DAYS_AGO: i64 = 40;

/// Clients who left: what they are called, what they have, when the contract began and when it ended, in days ago, and why.
const LEFT: [(&str, Setting, i64, i64, Cause); 14] = [
    ("Gullwing Outlet Park", Setting::ShoppingCentre, 2_310, 1_950, Cause::Price),
    ("Marrowby Storage", Setting::Industrial, 2_190, 1_460, Cause::InHouse),
    ("Saltmarsh Arts Week", Setting::Event, 1_700, 1_570, Cause::Other),
    ("Vintner Street Offices", Setting::Office, 1_980, 1_250, Cause::Service),
    ("Copperline Apartments", Setting::Residential, 1_640, 1_275, Cause::People),
    ("Fennick Business Court", Setting::Office, 1_500, 770, Cause::Price),
    ("Ashgrove Day School", Setting::School, 1_430, 700, Cause::Rule),
    ("Dunmore Timber Yard", Setting::Industrial, 1_320, 590, Cause::SiteClosed),
    ("Larkspur Clinic", Setting::Hospital, 1_250, 520, Cause::OneProvider),
    ("Pellworth Galleria", Setting::ShoppingCentre, 1_190, 460, Cause::Price),
    ("Tern Point Condominiums", Setting::Residential, 1_020, 290, Cause::People),
    ("Hexham Row Offices", Setting::Office, 930, 200, Cause::Service),
    ("Quillback Winter Fair", Setting::Event, 560, 195, Cause::Other),
    ("Brackenridge Logistics", Setting::Industrial, 470, 105, Cause::Technology),
];

/// The years of renewals.
struct Years<'a> {
    app: &'a App,
    manager: &'a Me,
    begins_at: Moment,
    until: Moment,
    zone: &'a str,
}

/// Grows it in the order of time: what was decided, what was to be done, and what is known today.
pub(super) fn grow(app: &App, world: &World, (begins_at, until): (Moment, Moment)) -> Result<()> {
    let years = Years { app, manager: &world.managers[0], begins_at, until, zone: &world.company.organization.zone };
    let mut contracts = app.db.read_here(contract::rows::everything)?;
    contracts.sort_by(|one, other| (one.starts_on, &one.id).cmp(&(other.starts_on, &other.id)));
    let mut dice = StdRng::seed_from_u64(contracts.len() as u64);
    contracts.iter().try_for_each(|contract| years.decided(contract, &mut dice))?;
    LEFT.iter().try_for_each(|left| years.left(left))?;
    years.tasks()?;
    contracts.iter().try_for_each(|contract| years.value(contract, &mut dice))
}

impl Years<'_> {
    fn day(&self, at: Moment) -> Result<Day> {
        at.day_in(self.zone).ok_or_else(|| Error::broken("a moment has no day"))
    }

    fn write<T: Send + 'static>(
        &self,
        at: Moment,
        verb: impl Fn(&mut people::work::Work<'_>) -> Result<people::work::Done<T>> + Send + 'static,
    ) -> Result<T> {
        super::write(self.app, self.until, (self.manager, at.max(self.begins_at)), verb)
    }

    fn value(&self, contract: &Contract, dice: &mut StdRng) -> Result<()> {
        let today = self.day(self.until)?;
        let review_on = dice.random_ratio(1, 3).then(|| today.plus_days(dice.random_range(5..150)));
        let new = NewOutlook {
            value_cents: Some(dice.random_range(60..900) * 100_000),
            currency: "USD".to_owned(),
            renews_months: 12,
            review_on,
            words: String::new(),
        };
        let id = contract.id.clone();
        self.write(self.until, move |work| renewal::change(work, &id, &new, 0))
    }

    /// How the terms ended of which the last day for notice lies in the history: most were kept.
    fn decided(&self, contract: &Contract, dice: &mut StdRng) -> Result<()> {
        let (first, last) = (self.day(self.begins_at)?, self.day(self.until)?);
        let Some(ends_on) = contract.ends_on else { return Ok(()) };
        let terms = if contract.renewal == Renewal::Automatic { 3 } else { 1 };
        for term in (0..terms).map(|years| ends_on.plus_months(12 * years)) {
            let decided_on = term.plus_days(-contract.notice_days);
            if decided_on <= first.plus_days(1) || decided_on >= last {
                continue;
            }
            let outcome =
                *[Outcome::Kept, Outcome::Kept, Outcome::Kept, Outcome::Changed].choose(dice).unwrap_or(&Outcome::Kept);
            let reason = *[Cause::Service, Cause::People, Cause::Price].choose(dice).unwrap_or(&Cause::Service);
            self.decide(&contract.id, (term, decided_on), (outcome, reason))?;
        }
        Ok(())
    }

    fn decide(
        &self,
        id: &Id<Contract>,
        (term_ends_on, decided_on): (Day, Day),
        (outcome, reason): (Outcome, Cause),
    ) -> Result<()> {
        let at = decided_on.start_in(self.zone).unwrap_or(self.until).plus_seconds(AFTERNOON_SECONDS);
        let at = at.max(self.begins_at).min(self.until);
        let new = NewOutcome { term_ends_on, outcome, reason, words: String::new(), decided_on };
        let id = id.clone();
        match self.write(at, move |work| renewal::decide(work, &id, &new)) {
            // A demo with a short history has terms that were over before it began.
            Err(Error::Refused(_)) => Ok(()),
            other => other,
        }
    }

    /// A client who left: nothing is known of them but the contract and why it ended.
    fn left(&self, (name, setting, began, ended, reason): &(&str, Setting, i64, i64, Cause)) -> Result<()> {
        let new = NewClient { name: (*name).to_owned(), setting: *setting };
        let client: Id<Client> = self.write(self.begins_at, move |work| client::welcome(work, &new))?;
        let today = self.day(self.until)?;
        let (starts_on, ends_on) = (today.plus_days(-began), today.plus_days(-ended));
        let new = NewContract {
            client_id: client.clone(),
            starts_on,
            ends_on: Some(ends_on),
            notice_days: 60,
            renewal: Renewal::ByAgreement,
            promises: Promises::default(),
            approvals: Approvals::default(),
        };
        let id = self.write(self.begins_at, move |work| contract::sign(work, &new))?;
        self.decide(&id, (ends_on, ends_on.plus_days(-60)), (Outcome::Lost, *reason))?;
        let parted_at = ends_on.plus_days(1).start_in(self.zone).unwrap_or(self.until);
        self.write(parted_at, move |work| client::part(work, &client))
    }

    /// What the clock planned some weeks ago and now. Two of three meetings that were due took place.
    fn tasks(&self) -> Result<()> {
        let planned_at = self.until.plus_seconds(-PLANNED_DAYS_AGO * DAY).max(self.begins_at);
        task::jobs::plan(self.app, planned_at, "")?;
        task::jobs::plan(self.app, self.until, "")?;
        let today = self.day(self.until)?;
        let contracts = self.app.db.read_here(contract::rows::everything)?;
        let ids: Vec<Id<Contract>> = contracts.into_iter().map(|contract| contract.id).collect();
        let open = self.app.db.read_here(|connection| task::rows::open_of(connection, &ids))?;
        let met = open.into_iter().filter(|task| task.kind == Kind::ReviewMeeting && task.due_on < today);
        for (_, task) in (0..).zip(met).filter(|(number, _): &(u32, _)| number % 3 != 2) {
            let at = task.due_on.start_in(self.zone).unwrap_or(self.until).plus_seconds(AFTERNOON_SECONDS);
            let words = "We went through the year together; they want to keep the same officers.";
            self.write(at, move |work| task::complete(work, &task.id, task.version, words))?;
        }
        Ok(())
    }
}
