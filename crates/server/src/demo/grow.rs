//! Grows the demo organization through the verbs that everybody uses, as of two years ago.

mod branch;
mod briefings;
mod health;
mod history;
mod life;
mod measures;
mod meetings;
mod practices;
mod pulses;
mod raise;
mod renewals;
mod surveys;

use std::sync::Arc;

use agreement::post::Post;
use ground::calendar::Calendar;
use ground::words::Language;
use ground::{App, Id, Moment};
use people::door::Story;
use people::organization::{self, Organization};
use people::session::{self, password};
use people::site::Site;
use people::staff::{self, NewStaffMember, Role, Roles, StaffMember};
use people::work::{Done, Work};
use people::{Door, Me, program};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::company::Company;
use super::concerns::Concerns;
use super::{PASSWORD, TOKEN};
use crate::Outcome;

/// How long the history of a demo is.
pub const DAYS: i64 = 730;
/// The history ends this long ago, so that no clock is ahead of it.
const UNTIL_SECONDS_AGO: i64 = 60;

/// What all of the history is grown from.
struct World {
    company: Company,
    concerns: Concerns,
    places: Vec<Place>,
    /// Who sees to what is on the protected path.
    managers: Vec<Me>,
    /// The program that raises concerns, too.
    program: Me,
}

/// A site with everybody who can tell us something there.
struct Place {
    site: Site,
    calendar: Calendar,
    posts: Vec<(Id<Post>, String)>,
    shifts: Vec<Shift>,
    contacts: Vec<Voice>,
    supervisor: Arc<Me>,
    /// Supervises other sites, and helps out.
    colleague: Arc<Me>,
}

/// A contact, as one who asks.
#[derive(Clone)]
struct Voice {
    me: Arc<Me>,
    email: String,
}

/// An officer's time at a site.
struct Shift {
    officer: Arc<Me>,
    starts_at: Moment,
    ends_at: Option<Moment>,
}

/// What grows: the company's words, the moment at which it begins, and its dice.
struct Garden<'a> {
    app: &'a App,
    company: Arc<Company>,
    begins_at: Moment,
    /// What every staff member's password is kept as: hashing is slow on purpose.
    hash: String,
    dice: StdRng,
}

/// Grows the company, `scale` times as large, with this many days of history; the same seed
/// grows the same people, sites and words.
///
/// # Errors
/// Broken when a word of the company is not understood, or the database says so.
pub fn grow(app: &App, seed: u64, scale: u32, days: i64) -> Outcome {
    let until = app.clock.now().plus_seconds(-UNTIL_SECONDS_AGO);
    let begins_at = until.plus_seconds(-days * 86_400);
    let company = Arc::new(Company::read()?);
    let dice = StdRng::seed_from_u64(seed);
    let mut garden = Garden { app, company, begins_at, hash: password::hash_here(PASSWORD)?, dice };
    garden.describe()?;
    let managers = garden.office()?;
    let mut places = Vec::new();
    for copy in 1..=scale {
        places.extend(garden.branch(copy, until)?);
    }
    garden.write(|work| program::add_with(work, "Demo program", TOKEN))?;
    let program = app.db.read_here(|connection| program::rows::enter(connection, TOKEN))?;
    let program = program.ok_or("the demo's program has no token")?;
    let (company, concerns) = (Company::read()?, Concerns::read()?);
    let world = Arc::new(World { company, concerns, places, managers, program });
    history::grow(app, &world, garden.dice, (begins_at, until))?;
    measures::grow(app, &world, (begins_at, until))?;
    briefings::grow(app, &world, until)?;
    meetings::grow(app, &world, (begins_at, until))?;
    practices::grow(app, &world, (begins_at, until))?;
    surveys::grow(app, &world, (begins_at, until))?;
    pulses::grow(app, &world, until)?;
    renewals::grow(app, &world, (begins_at, until))?;
    Ok(health::grow(app, (begins_at, until))?)
}

/// One thing that somebody does at a moment of the history, as it was then.
fn write<T: Send + 'static>(
    app: &App,
    until: Moment,
    (me, at): (&Me, Moment),
    verb: impl Fn(&mut Work<'_>) -> ground::Result<Done<T>> + Send + 'static,
) -> ground::Result<T> {
    let (me, at) = (me.clone(), at.min(until));
    Door::of_system(app, until).live(move |story| story.write(&me, at, &verb))
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

    /// The people of the office but the supervisors; the account managers among them are given back.
    fn office(&self) -> ground::Result<Vec<Me>> {
        let (company, hash) = (Arc::clone(&self.company), self.hash.clone());
        let at = self.begins_at;
        let managers = Door::of_system(self.app, at).live(move |story| {
            let mut managers = Vec::new();
            for person in &company.staff {
                let role = person.role()?;
                if role == Role::Supervisor {
                    continue;
                }
                let id = employ(
                    story,
                    (at, &hash),
                    new_member(&person.name, person.email.clone(), role, person.language()),
                )?;
                if role == Role::AccountManager {
                    managers.push(id);
                }
            }
            Ok(managers)
        })?;
        let read = |id: &Id<StaffMember>| self.app.db.read_here(|connection| session::rows::as_staff(connection, id));
        managers.iter().map(read).collect()
    }
}

/// Takes on a staff member, with the password of the demo.
fn employ(story: &mut Story<'_>, (at, hash): (Moment, &str), new: NewStaffMember) -> ground::Result<Id<StaffMember>> {
    let system = Me::system();
    let id = story.write(&system, at, |work| staff::take_on(work, &new))?;
    story.write(&system, at, |work| session::set_password(work, &id, hash))?;
    Ok(id)
}

fn new_member(name: &str, email: String, role: Role, language: Language) -> NewStaffMember {
    // One role is never no role.
    let roles = Roles::of(&[role]).unwrap_or_else(|| unreachable!());
    NewStaffMember { name: name.to_owned(), email, roles, language }
}
