//! Grows the demo organization through the verbs that everybody uses, as of two years ago.

use std::collections::HashMap;

use ground::{App, Id, Moment};
use people::client::{self, NewClient};
use people::contact::{self, NewContact};
use people::organization::{self, Organization};
use people::session::{self, password};
use people::site::{self, NewSite, Site};
use people::staff::{self, NewStaffMember, Role, Roles, StaffMember};
use people::work::{Done, Work};
use people::{Door, program};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::company::{Client, Company, Person};
use super::{PASSWORD, TOKEN};
use crate::Outcome;

/// How long the history is.
const DAYS: i64 = 730;
const OFFICERS: usize = 150;

/// What grows: the company's words, the moment at which it begins, and its dice.
struct Garden<'a> {
    app: &'a App,
    company: Company,
    begins_at: Moment,
    dice: StdRng,
}

/// Grows the company, `scale` times as large; the same seed grows the same names.
///
/// # Errors
/// Broken when a word of the company is not understood, or the database says so.
pub fn grow(app: &App, seed: u64, scale: u32) -> Outcome {
    let begins_at = app.clock.now().plus_seconds(-DAYS * 86_400);
    let mut garden = Garden { app, company: Company::read()?, begins_at, dice: StdRng::seed_from_u64(seed) };
    garden.describe()?;
    let hash = password::hash_here(PASSWORD)?;
    let supervisors = garden.office(&hash)?;
    garden.officers(&hash, scale)?;
    for copy in 1..=scale {
        garden.clients(&supervisors, copy)?;
    }
    garden.write(|work| program::add_with(work, "Demo program", TOKEN))?;
    Ok(())
}

impl Garden<'_> {
    fn write<T: Send + 'static>(
        &self,
        verb: impl Fn(&mut Work<'_>) -> ground::Result<Done<T>> + Send + 'static,
    ) -> ground::Result<T> {
        Door::of_system(self.app, self.begins_at).write(verb)
    }

    fn describe(&self) -> ground::Result<()> {
        let words = &self.company.organization;
        let organization = Organization {
            name: words.name.clone(),
            zone: words.zone.clone(),
            emergency_number: words.emergency_number.clone(),
            phone: Some(words.phone.clone()),
            email: Some(words.email.clone()),
            demo_since: Some(self.begins_at),
            ..Organization::default()
        };
        self.write(move |work| organization::describe(work, &organization))
    }

    /// The people of the office; the supervisors among them are given back.
    fn office(&self, hash: &str) -> ground::Result<Vec<Id<StaffMember>>> {
        let mut supervisors = Vec::new();
        for person in &self.company.staff {
            let (role, email) = (person.role()?, person.email.clone());
            let id = self.employ(new_member(&person.name, email, role, person.language()), hash)?;
            if role == Role::Supervisor {
                supervisors.push(id);
            }
        }
        Ok(supervisors)
    }

    fn officers(&mut self, hash: &str, scale: u32) -> ground::Result<()> {
        for number in 1..=OFFICERS * scale as usize {
            let names = &self.company.names;
            let first = pick(&mut self.dice, &names.first_names);
            let last = pick(&mut self.dice, &names.last_names);
            let email = format!("officer{number}@heronlight.example");
            let spanish = self.dice.random_ratio(1, 4);
            let language = if spanish { ground::words::Language::Spanish } else { Default::default() };
            let new = new_member(&format!("{first} {last}"), email, Role::Officer, language);
            self.employ(new, hash)?;
        }
        Ok(())
    }

    fn employ(&self, new: NewStaffMember, hash: &str) -> ground::Result<Id<StaffMember>> {
        let hash = hash.to_owned();
        self.write(move |work| {
            let done = staff::take_on(work, &new)?;
            Ok(session::set_password(work, done.value(), &hash)?.map(|()| done.value().clone()))
        })
    }

    /// All clients with their contacts and sites, once more.
    fn clients(&self, supervisors: &[Id<StaffMember>], copy: u32) -> ground::Result<()> {
        let mut ids = HashMap::new();
        for words in &self.company.client {
            let new = NewClient { name: numbered(&words.name, copy), setting: words.setting()? };
            let id = self.write(move |work| client::welcome(work, &new))?;
            self.contacts(words, &id, copy)?;
            ids.insert(words.name.as_str(), id);
        }
        let mut theirs: HashMap<&Id<StaffMember>, Vec<Id<Site>>> = HashMap::new();
        for (words, supervisor) in self.company.site.iter().zip(supervisors.iter().cycle()) {
            let Some(client_id) = ids.get(words.client.as_str()) else { continue };
            let new = NewSite {
                client_id: client_id.clone(),
                name: numbered(&words.name, copy),
                setting: words.setting()?,
                address: format!("{}, {}", words.address, words.city),
                zone: words.zone.clone(),
                calendar: words.calendar()?,
                owner_id: supervisor.clone(),
            };
            let id = self.write(move |work| site::open(work, &new))?;
            theirs.entry(supervisor).or_default().push(id);
        }
        theirs.into_iter().try_for_each(|(supervisor, sites)| self.entrust(supervisor, sites))
    }

    fn contacts(&self, words: &Client, client_id: &Id<client::Client>, copy: u32) -> ground::Result<()> {
        for person in &words.contacts {
            let Person { name, phone, .. } = person;
            let new = NewContact {
                client_id: client_id.clone(),
                name: name.clone(),
                email: if copy == 1 { person.email.clone() } else { format!("copy{copy}.{}", person.email) },
                phone: Some(phone.clone()),
                standing: person.standing()?,
                language: person.language(),
                sites: Vec::new(),
            };
            self.write(move |work| contact::add(work, &new))?;
        }
        Ok(())
    }

    /// A supervisor looks after these sites too.
    fn entrust(&self, supervisor: &Id<StaffMember>, sites: Vec<Id<Site>>) -> ground::Result<()> {
        let supervisor = supervisor.clone();
        self.write(move |work| {
            let mut all = site::rows::looked_after_by(work.connection, &supervisor)?;
            all.extend(sites.iter().cloned());
            staff::look_after(work, &supervisor, &all)
        })
    }
}

fn new_member(name: &str, email: String, role: Role, language: ground::words::Language) -> NewStaffMember {
    // One role is never no role.
    let roles = Roles::of(&[role]).unwrap_or_else(|| unreachable!());
    NewStaffMember { name: name.to_owned(), email, roles, language }
}

fn pick<'a>(dice: &mut StdRng, names: &'a [String]) -> &'a str {
    &names[dice.random_range(0..names.len())]
}

/// The name of the first copy is the name itself.
fn numbered(name: &str, copy: u32) -> String {
    if copy == 1 { name.to_owned() } else { format!("{name} {copy}") }
}
