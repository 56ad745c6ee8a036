//! The cast: the same people in every test.

use ground::entry::{Actor, ActorKind};
use ground::words::Language;
use ground::{App, Id, Result};
use people::client::{self, Client, NewClient, Setting};
use people::contact::{self, Contact, NewContact, Standing};
use people::organization::{self, Organization};
use people::session;
use people::site::{self, NewSite, Site};
use people::staff::{self, NewStaffMember, Role, Roles, StaffMember};
use people::work::{Done, Work};
use people::{Door, Me, Person, Reach};

/// Somebody who plays: as one who asks, and with the session of their browser.
#[derive(Debug, Clone)]
pub struct Who {
    /// As one who asks.
    pub me: Me,
    /// The token of their session; none for a visitor.
    pub session: Option<String>,
    /// Where mail reaches them.
    pub email: &'static str,
}

/// Who plays, and where.
pub struct Cast {
    /// Somebody at the site who signs in to nothing.
    pub visitor: Who,
    /// Manages Harbour Lofts, a client; decides.
    pub alice: Who,
    /// Works at Harbour Lofts too, and sees the gate alone; reads Spanish.
    pub bruno: Who,
    /// Manages Mill Works, another client.
    pub olaf: Who,
    /// An officer.
    pub omar: Who,
    /// The supervisor of the sites of Harbour Lofts.
    pub sam: Who,
    /// The supervisor of Mill Works.
    pub nora: Who,
    /// The account manager.
    pub maya: Who,
    /// The administrator.
    pub ines: Who,
    /// Harbour Lofts, where people live.
    pub harbour: Id<Client>,
    /// Its gate.
    pub gate: Id<Site>,
    /// Its roof terrace.
    pub terrace: Id<Site>,
    /// Mill Works, a factory.
    pub mill: Id<Client>,
    /// Its yard.
    pub yard: Id<Site>,
}

/// The hours of the terrace: working days in Chicago.
const WEEK: &str = r#"{"zone":"America/Chicago","hours":{"mon":["08:00-18:00"],"tue":["08:00-18:00"],"wed":["08:00-18:00"],"thu":["08:00-18:00"],"fri":["08:00-18:00"]}}"#;

struct Troupe<'a> {
    app: &'a App,
}

impl Troupe<'_> {
    fn write<T: Send + 'static>(&self, verb: impl Fn(&mut Work<'_>) -> Result<Done<T>> + Send + 'static) -> T {
        Door::of_system(self.app, self.app.clock.now()).write(verb).unwrap()
    }

    fn staff(&self, name: &'static str, email: &'static str, roles: &[Role]) -> (Id<StaffMember>, Who) {
        let new = NewStaffMember {
            name: name.to_owned(),
            email: email.to_owned(),
            roles: Roles::of(roles).unwrap(),
            language: Language::English,
        };
        let id = self.write(move |work| staff::take_on(work, &new));
        (id.clone(), self.who_staff(&id, email))
    }

    fn who_staff(&self, id: &Id<StaffMember>, email: &'static str) -> Who {
        let me = self.app.db.read_here(|connection| session::rows::as_staff(connection, id)).unwrap();
        self.signed_in(me, email)
    }

    fn contact(&self, new: NewContact, email: &'static str) -> Who {
        let id: Id<Contact> = self.write(move |work| contact::add(work, &new));
        let me = self.app.db.read_here(|connection| session::rows::as_contact(connection, &id)).unwrap();
        self.signed_in(me, email)
    }

    fn signed_in(&self, me: Me, email: &'static str) -> Who {
        let person = session::PersonKey { kind: me.actor.kind, id: me.actor.id.clone() };
        let token = self.write(move |work| session::sign_in(work, &person, "Stage"));
        Who { me, session: Some(token), email }
    }

    fn client(&self, name: &'static str, setting: Setting) -> Id<Client> {
        self.write(move |work| client::welcome(work, &NewClient { name: name.to_owned(), setting }))
    }

    fn site(
        &self,
        client_id: &Id<Client>,
        name: &'static str,
        calendar: &'static str,
        owner: &Id<StaffMember>,
    ) -> Id<Site> {
        let new = NewSite {
            client_id: client_id.clone(),
            name: name.to_owned(),
            setting: Setting::Residential,
            address: format!("1 {name} Street, Port Lantern"),
            zone: "America/Chicago".to_owned(),
            calendar: calendar.to_owned(),
            owner_id: owner.clone(),
            mail_name: None,
        };
        self.write(move |work| site::open(work, &new))
    }
}

fn contact_of(client_id: &Id<Client>, name: &str, email: &str, standing: Standing) -> NewContact {
    NewContact {
        client_id: client_id.clone(),
        name: name.to_owned(),
        email: email.to_owned(),
        phone: None,
        standing,
        language: Language::English,
        sites: Vec::new(),
    }
}

impl Cast {
    pub(crate) fn gather(app: &App) -> Self {
        let troupe = Troupe { app };
        let lantern = Organization {
            name: "Lantern Guards".to_owned(),
            zone: "America/Chicago".to_owned(),
            ..Organization::default()
        };
        troupe.write(move |work| organization::describe(work, &lantern));
        let (_, ines) = troupe.staff("Ines Carballo", "ines@lantern.example", &[Role::Administrator]);
        let (_, maya) = troupe.staff("Maya Roy", "maya@lantern.example", &[Role::AccountManager]);
        let (sam_id, _) = troupe.staff("Sam Okonjo", "sam@lantern.example", &[Role::Supervisor]);
        let (nora_id, _) = troupe.staff("Nora Finch", "nora@lantern.example", &[Role::Supervisor]);
        let (_, omar) = troupe.staff("Omar Diallo", "omar@lantern.example", &[Role::Officer]);
        let harbour = troupe.client("Harbour Lofts", Setting::Residential);
        let mill = troupe.client("Mill Works", Setting::Industrial);
        let gate = troupe.site(&harbour, "Harbour Gate", "always", &sam_id);
        let terrace = troupe.site(&harbour, "Harbour Terrace", WEEK, &sam_id);
        let yard = troupe.site(&mill, "Mill Yard", "always", &nora_id);
        for (id, sites) in [(&sam_id, vec![gate.clone(), terrace.clone()]), (&nora_id, vec![yard.clone()])] {
            let id = id.clone();
            app.db.write_here(move |connection| site::rows::look_after(connection, &id, &sites)).unwrap();
        }
        let alice = contact_of(&harbour, "Alice Hale", "alice@harbour.example", Standing::DecisionMaker);
        let bruno = contact_of(&harbour, "Bruno Paz", "bruno@harbour.example", Standing::DayToDay);
        let bruno = NewContact { language: Language::Spanish, sites: vec![gate.clone()], ..bruno };
        let olaf = contact_of(&mill, "Olaf Berg", "olaf@mill.example", Standing::DecisionMaker);
        let nobody = Me {
            actor: Actor { kind: ActorKind::Guest, id: String::new(), name: String::new() },
            person: Person::Guest,
            reach: Reach::nothing(),
            language: Language::English,
        };
        Self {
            visitor: Who { me: nobody, session: None, email: "visitor@elsewhere.example" },
            alice: troupe.contact(alice, "alice@harbour.example"),
            bruno: troupe.contact(bruno, "bruno@harbour.example"),
            olaf: troupe.contact(olaf, "olaf@mill.example"),
            omar,
            sam: troupe.who_staff(&sam_id, "sam@lantern.example"),
            nora: troupe.who_staff(&nora_id, "nora@lantern.example"),
            maya,
            ines,
            harbour,
            gate,
            terrace,
            mill,
            yard,
        }
    }
}
