//! What a client is, and what may happen to it.

use ground::{Error, Fields, Id, Moment, Result, choice};
use serde::Serialize;

choice! {
    /// What kind of place is guarded.
    pub enum Setting {
        /// Concerts, matches, fairs.
        Event = "event", "setting-event",
        /// Shopping centres and shops.
        ShoppingCentre = "shopping_centre", "setting-shopping-centre",
        /// Offices.
        Office = "office", "setting-office",
        /// Where people live.
        Residential = "residential", "setting-residential",
        /// Hospitals and clinics.
        Hospital = "hospital", "setting-hospital",
        /// Factories, warehouses, building sites.
        Industrial = "industrial", "setting-industrial",
        /// Schools and campuses.
        School = "school", "setting-school",
    }
}

/// A customer company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Client {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Its name in the file or system it was imported from.
    pub outside_key: Option<String>,
    /// What it is called.
    pub name: String,
    /// What kind of places it has, mostly.
    pub setting: Setting,
    /// When we parted ways.
    pub left_at: Option<Moment>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// A client as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewClient {
    /// What it is called.
    pub name: String,
    /// What kind of places it has, mostly.
    pub setting: Setting,
}

impl NewClient {
    /// Reads what was typed.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let name = fields.line("name", 1..=120);
        let setting = fields.choice("setting");
        Some(Self { name: name?, setting: setting? })
    }
}

impl Client {
    /// A client that is taken on now.
    #[must_use]
    pub fn welcomed(new: &NewClient) -> Self {
        let NewClient { name, setting } = new.clone();
        Self { id: Id::fresh(), outside_key: None, name, setting, left_at: None, version: 0 }
    }

    /// The client as typed anew over the version that was looked at.
    ///
    /// # Errors
    /// Refused when it was changed since.
    pub fn changed(self, new: &NewClient, version: i64) -> Result<Self> {
        if self.version != version {
            return Err(Error::refused("changed-meanwhile"));
        }
        let NewClient { name, setting } = new.clone();
        Ok(Self { name, setting, ..self })
    }

    /// Whether it is still a client of ours, to whom sites and contacts can be added.
    ///
    /// # Errors
    /// Refused when we parted ways.
    pub fn check_stays(&self) -> Result<()> {
        if self.left_at.is_some() { Err(Error::refused("client-already-parted")) } else { Ok(()) }
    }

    /// The client after we parted ways.
    ///
    /// # Errors
    /// Refused when that was done before.
    pub fn parted(self, now: Moment) -> Result<Self> {
        self.check_stays()?;
        Ok(Self { left_at: Some(now), ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn harbour() -> Client {
        Client::welcomed(&NewClient { name: "Harbour Lofts".to_owned(), setting: Setting::Residential })
    }

    #[test]
    fn a_change_over_another_one_is_refused() {
        let new = NewClient { name: "Harbour House".to_owned(), setting: Setting::Office };
        assert_eq!(harbour().changed(&new, 0).unwrap().name, "Harbour House");
        assert!(matches!(harbour().changed(&new, 1), Err(Error::Refused(_))));
    }

    #[test]
    fn one_parts_once() {
        let parted = harbour().parted(Moment::from_millis(1)).unwrap();
        assert!(matches!(parted.parted(Moment::from_millis(2)), Err(Error::Refused(_))));
    }

    #[test]
    fn a_setting_is_one_of_seven() {
        assert!(NewClient::read(&mut Fields::default().set("name", "x").set("setting", "castle")).is_none());
        assert!(NewClient::read(&mut Fields::default().set("name", "x").set("setting", "school")).is_some());
    }
}
