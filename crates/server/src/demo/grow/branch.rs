//! One copy of the company's branch: its supervisors and officers, its clients with their
//! contracts, and its sites with their posts and who stands there.

use std::collections::HashMap;
use std::sync::Arc;

use agreement::contract::{self, Approvals, NewContract, Promises};
use agreement::post::{self, NewAssignment, NewPost, Post};
use calling::duty::{self, NewDuty};
use ground::words::Language;
use ground::{App, Error, Id, Moment, Result};
use listening::sign::{self, NewSign};
use people::client::{self, NewClient};
use people::contact::{self, Contact, NewContact};
use people::door::Story;
use people::site::{self, NewSite, Site};
use people::staff::{self, Role, StaffMember};
use people::{Door, Me, session};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};

use super::{Garden, Place, Shift, Voice, employ, new_member};
use crate::demo::company::{self, Company};

/// How many officers stand at the sites of one copy.
const OFFICERS: usize = 150;
const DAY_SECONDS: i64 = 86_400;
/// A contract is signed this many days before it begins.
const SIGNED_DAYS_AHEAD: i64 = 30;
/// How long a supervisor is on duty, and since when those are who are when the demo begins.
const DUTY_SECONDS: i64 = 12 * 3_600;
const DUTY_BEGAN_SECONDS_AGO: i64 = 2 * 3_600;

/// A client, and its contacts by their names.
type Grown = (Id<client::Client>, Vec<(Id<Contact>, String)>);

/// Who and what a copy consists of, by name.
#[derive(Default)]
struct Branch {
    supervisors: Vec<Id<StaffMember>>,
    officers: Vec<Id<StaffMember>>,
    /// The clients and their contacts, by the client's name.
    clients: HashMap<String, Grown>,
    sites: Vec<Opened>,
}

struct Opened {
    id: Id<Site>,
    client: String,
    posts: Vec<(Id<Post>, String)>,
    sent: Vec<Sent>,
}

/// An officer, by their place among the officers, and from when to when they stand there.
struct Sent {
    officer: usize,
    starts_at: Moment,
    ends_at: Option<Moment>,
}

/// Founds a copy, verb by verb.
struct Founder<'a, 'b> {
    story: &'a mut Story<'b>,
    company: &'a Company,
    copy: u32,
    begins_at: Moment,
    hash: &'a str,
    dice: StdRng,
    branch: Branch,
}

impl Garden<'_> {
    /// Grows one copy of the branch; the first one bears the names of the company itself.
    pub(super) fn branch(&mut self, copy: u32, until: Moment) -> Result<Vec<Place>> {
        let (company, hash, begins_at) = (Arc::clone(&self.company), self.hash.clone(), self.begins_at);
        let seed = self.dice.random();
        let branch = Door::of_system(self.app, until).live(move |story| {
            let (company, hash, dice) = (&*company, hash.as_str(), StdRng::seed_from_u64(seed));
            let branch = Branch::default();
            let mut founder = Founder { story, company, copy, begins_at, hash, dice, branch };
            founder.staff()?;
            company.client.iter().try_for_each(|words| founder.client(words))?;
            company.site.iter().enumerate().try_for_each(|(at, words)| founder.site(at, words))?;
            founder.entrust()?;
            founder.send()?;
            founder.duty(until)?;
            Ok(founder.branch)
        })?;
        branch.into_places(self.app)
    }
}

impl Founder<'_, '_> {
    fn staff(&mut self) -> Result<()> {
        let (at, hash) = (self.begins_at, self.hash);
        for person in self.company.staff.iter().filter(|person| person.role == Role::Supervisor.word()) {
            let new = new_member(&person.name, self.address(&person.email), Role::Supervisor, person.language());
            self.branch.supervisors.push(employ(self.story, (at, hash), new)?);
        }
        let names = &self.company.names;
        for number in 1..=OFFICERS {
            let (Some(first), Some(last)) =
                (names.first_names.choose(&mut self.dice), names.last_names.choose(&mut self.dice))
            else {
                return Err(Error::broken("company.toml: no names"));
            };
            let language = if self.dice.random_ratio(1, 4) { Language::Spanish } else { Language::English };
            let email = self.address(&format!("officer{number}@heronlight.example"));
            let new = new_member(&format!("{first} {last}"), email, Role::Officer, language);
            self.branch.officers.push(employ(self.story, (at, hash), new)?);
        }
        Ok(())
    }

    /// Every other supervisor is on duty when the demo begins, and the others come after them. For the
    /// sites of the others nobody is on duty, so that it is seen how that is said.
    fn duty(&mut self, until: Moment) -> Result<()> {
        let system = Me::system();
        for (at, staff_id) in self.branch.supervisors.iter().enumerate() {
            let after = if at % 2 == 0 { 0 } else { DUTY_SECONDS };
            let starts_at = until.plus_seconds(after - DUTY_BEGAN_SECONDS_AGO);
            let ends_at = starts_at.plus_seconds(DUTY_SECONDS);
            let new = NewDuty { staff_id: staff_id.clone(), starts_at, ends_at };
            self.story.write(&system, until, |work| duty::take(work, &new))?;
        }
        Ok(())
    }

    fn client(&mut self, words: &company::Client) -> Result<()> {
        let (system, at) = (Me::system(), self.begins_at);
        let new = NewClient { name: self.numbered(&words.name), setting: words.setting()? };
        let client_id = self.story.write(&system, at, |work| client::welcome(work, &new))?;
        let mut contacts = Vec::new();
        for person in &words.contacts {
            let new = NewContact {
                client_id: client_id.clone(),
                name: person.name.clone(),
                email: self.address(&person.email),
                phone: Some(person.phone.clone()),
                standing: person.standing()?,
                language: person.language(),
                sites: Vec::new(),
            };
            let id = self.story.write(&system, at, |work| contact::add(work, &new))?;
            contacts.push((id, new.email));
        }
        words.contracts.iter().try_for_each(|term| self.contract(&client_id, term))?;
        self.branch.clients.insert(words.name.clone(), (client_id, contacts));
        Ok(())
    }

    fn contract(&mut self, client_id: &Id<client::Client>, term: &company::Term) -> Result<()> {
        let (starts_on, ends_on) = term.days()?;
        let signed_on = starts_on.plus_days(-SIGNED_DAYS_AHEAD);
        let signed_at = signed_on.start_in(&self.company.organization.zone).unwrap_or(self.begins_at);
        let new = NewContract {
            client_id: client_id.clone(),
            starts_on,
            ends_on: Some(ends_on),
            notice_days: term.notice_days,
            renewal: term.renewal(),
            promises: Promises::default(),
            approvals: Approvals::default(),
        };
        let at = signed_at.max(self.begins_at).min(self.story.now());
        self.story.write(&Me::system(), at, |work| contract::sign(work, &new))?;
        Ok(())
    }

    fn site(&mut self, place: usize, words: &company::Site) -> Result<()> {
        let (system, at) = (Me::system(), self.begins_at);
        let unknown = || Error::broken(format!("company.toml: client: {}", words.client));
        let (client_id, _) = self.branch.clients.get(&words.client).ok_or_else(unknown)?;
        let new = NewSite {
            client_id: client_id.clone(),
            name: self.numbered(&words.name),
            setting: words.setting()?,
            address: format!("{}, {}", words.address, words.city),
            zone: words.zone.clone(),
            calendar: words.calendar()?,
            owner_id: self.branch.supervisors[place % self.branch.supervisors.len()].clone(),
            mail_name: None,
        };
        let id = self.story.write(&system, at, |work| site::open(work, &new))?;
        let mut posts = Vec::new();
        for name in &words.posts {
            let new = NewPost { site_id: id.clone(), name: name.clone() };
            posts.push((self.story.write(&system, at, |work| post::open(work, &new))?, new.name));
        }
        for (number, place) in words.places.iter().enumerate() {
            // Every other sign hangs at a post.
            let post_id = posts.get(number).filter(|_| number % 2 == 0).map(|(id, _)| id.clone());
            let new = NewSign { site_id: id.clone(), post_id, place: place.clone() };
            self.story.write(&system, at, |work| sign::hang(work, &new))?;
        }
        self.branch.sites.push(Opened { id, client: words.client.clone(), posts, sent: Vec::new() });
        Ok(())
    }

    /// Each supervisor looks after the sites whose concerns fall to them first.
    fn entrust(&mut self) -> Result<()> {
        let (system, at, count) = (Me::system(), self.begins_at, self.branch.supervisors.len());
        for (place, supervisor) in self.branch.supervisors.iter().enumerate() {
            let theirs = self.branch.sites.iter().skip(place).step_by(count);
            let sites: Vec<_> = theirs.map(|site| site.id.clone()).collect();
            self.story.write(&system, at, |work| staff::look_after(work, supervisor, &sites))?;
        }
        Ok(())
    }

    /// Sends every officer to a post, and most of them to another one before.
    fn send(&mut self) -> Result<()> {
        let posts: Vec<(usize, Id<Post>)> = (self.branch.sites.iter().enumerate())
            .flat_map(|(at, site)| site.posts.iter().map(move |(id, _)| (at, id.clone())))
            .collect();
        let history_days = self.story.now().seconds_since(self.begins_at) / DAY_SECONDS;
        for officer in 0..self.branch.officers.len() {
            let moved = self.dice.random_ratio(2, 3) && history_days > 1;
            let day = if moved { self.dice.random_range(1..history_days) } else { 0 };
            let moved_at = self.begins_at.plus_seconds(day * DAY_SECONDS);
            // By their numbers, so that no post stays empty.
            self.assign(officer, &posts[officer % posts.len()], (moved_at, None))?;
            if moved {
                let Some(earlier) = posts.choose(&mut self.dice) else { continue };
                self.assign(officer, earlier, (self.begins_at, Some(moved_at)))?;
            }
        }
        Ok(())
    }

    fn assign(
        &mut self,
        officer: usize,
        (site, post_id): &(usize, Id<Post>),
        (starts_at, ends_at): (Moment, Option<Moment>),
    ) -> Result<()> {
        let staff_id = self.branch.officers[officer].clone();
        let new = NewAssignment { post_id: post_id.clone(), staff_id, starts_at, ends_at };
        self.story.write(&Me::system(), starts_at, |work| post::assign(work, &new))?;
        self.branch.sites[*site].sent.push(Sent { officer, starts_at, ends_at });
        Ok(())
    }

    /// The name of the first copy is the name itself.
    fn numbered(&self, name: &str) -> String {
        if self.copy == 1 { name.to_owned() } else { format!("{name} {}", self.copy) }
    }

    /// The address of the first copy is the address itself.
    fn address(&self, email: &str) -> String {
        if self.copy == 1 { email.to_owned() } else { format!("copy{}.{email}", self.copy) }
    }
}

impl Branch {
    /// The sites, with their people as those who ask.
    fn into_places(self, app: &App) -> Result<Vec<Place>> {
        app.db.read_here(|connection| {
            let mut as_staff = |id: &Id<StaffMember>| session::rows::as_staff(connection, id).map(Arc::new);
            let supervisors = self.supervisors.iter().map(&mut as_staff).collect::<Result<Vec<_>>>()?;
            let officers = self.officers.iter().map(&mut as_staff).collect::<Result<Vec<_>>>()?;
            let mut places = Vec::new();
            for (at, opened) in self.sites.into_iter().enumerate() {
                let mut contacts = Vec::new();
                for (id, email) in self.clients.get(&opened.client).map_or(&[][..], |(_, contacts)| contacts) {
                    let me = Arc::new(session::rows::as_contact(connection, id)?);
                    contacts.push(Voice { me, email: email.clone() });
                }
                let site = site::rows::any(connection, &opened.id)?;
                let calendar = site.calendar.parse().map_err(|_| Error::broken("a site has no readable calendar"))?;
                let shift = |Sent { officer, starts_at, ends_at }| {
                    let officer = Arc::clone(&officers[officer]);
                    Shift { officer, starts_at, ends_at }
                };
                places.push(Place {
                    site,
                    calendar,
                    posts: opened.posts,
                    shifts: opened.sent.into_iter().map(shift).collect(),
                    contacts,
                    supervisor: Arc::clone(&supervisors[at % supervisors.len()]),
                    colleague: Arc::clone(&supervisors[(at + 1) % supervisors.len()]),
                });
            }
            Ok(places)
        })
    }
}
