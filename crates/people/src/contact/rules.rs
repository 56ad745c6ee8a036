//! What a contact is, and what may happen to them.

use std::collections::BTreeSet;

use ground::words::Language;
use ground::{Error, Fields, Id, Moment, Refusal, Result, choice};
use serde::Serialize;

use crate::client::Client;
use crate::site::Site;

choice! {
    /// How a contact stands in the client's company.
    pub enum Standing {
        /// Decides about the contract.
        DecisionMaker = "decision_maker", "standing-decision-maker",
        /// Deals with us from day to day.
        DayToDay = "day_to_day", "standing-day-to-day",
    }
}

/// A person of a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Its name in the file or system it was imported from.
    pub outside_key: Option<String>,
    /// Of which client.
    pub client_id: Id<Client>,
    /// What they are called.
    pub name: String,
    /// Where mail reaches them, and with what they sign in.
    pub email: String,
    /// Where they can be called.
    pub phone: Option<String>,
    /// How they stand in the client's company.
    pub standing: Standing,
    /// In which language they read.
    pub language: Language,
    /// The sites that they may see; none means all of the client's.
    pub sites: Vec<Id<Site>>,
    /// When they left the client.
    pub left_at: Option<Moment>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// A contact as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContact {
    /// Of which client.
    pub client_id: Id<Client>,
    /// What they are called.
    pub name: String,
    /// Where mail reaches them.
    pub email: String,
    /// Where they can be called.
    pub phone: Option<String>,
    /// How they stand in the client's company.
    pub standing: Standing,
    /// In which language they read.
    pub language: Language,
    /// The sites that they may see; none means all of the client's.
    pub sites: Vec<Id<Site>>,
}

impl NewContact {
    /// Reads what was typed.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let client_id = fields.checked("client", crate::site::id);
        let name = fields.line("name", 1..=120);
        let email = fields.email("email");
        let phone = fields.optional_line("phone", 40);
        let standing = fields.choice("standing");
        let language = fields.checked("language", crate::staff::language);
        // Each site once, however often it was chosen.
        let sites: Option<BTreeSet<Id<Site>>> =
            fields.all("sites").filter(|id| !id.is_empty()).map(Id::parse).collect();
        if sites.is_none() {
            fields.refuse("sites", Refusal::new("field-choose"));
        }
        Some(Self {
            client_id: client_id?,
            name: name?,
            email: email?,
            phone: phone?,
            standing: standing?,
            language: language?,
            sites: sites?.into_iter().collect(),
        })
    }
}

impl Contact {
    /// A contact that is added now.
    #[must_use]
    pub fn added(new: &NewContact) -> Self {
        let NewContact { client_id, name, email, phone, standing, language, sites } = new.clone();
        let (id, outside_key) = (Id::fresh(), None);
        Self { id, outside_key, client_id, name, email, phone, standing, language, sites, left_at: None, version: 0 }
    }

    /// The contact as typed anew over the version that was looked at. They stay with their client.
    ///
    /// # Errors
    /// Refused when they were changed since.
    pub fn changed(self, new: &NewContact, version: i64) -> Result<Self> {
        if self.version != version {
            return Err(Error::refused("changed-meanwhile"));
        }
        let NewContact { client_id: _, name, email, phone, standing, language, sites } = new.clone();
        Ok(Self { name, email, phone, standing, language, sites, ..self })
    }

    /// Whether they may see a site of their client's.
    #[must_use]
    pub fn sees(&self, site_id: &Id<Site>) -> bool {
        self.sites.is_empty() || self.sites.contains(site_id)
    }

    /// The contact after they left the client.
    ///
    /// # Errors
    /// Refused when that was done before.
    pub fn left(self, now: Moment) -> Result<Self> {
        match self.left_at {
            Some(_) => Err(Error::refused("contact-already-left")),
            None => Ok(Self { left_at: Some(now), ..self }),
        }
    }
}
