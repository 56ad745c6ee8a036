//! What a site is, and what may happen to it.

use ground::calendar::Calendar;
use ground::{Error, Fields, Id, Moment, Refusal, Result};
use serde::Serialize;

use crate::client::{Client, Setting};
use crate::staff::StaffMember;

/// A place that is guarded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Site {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Its name in the file or system it was imported from.
    pub outside_key: Option<String>,
    /// Whose it is.
    pub client_id: Id<Client>,
    /// What it is called.
    pub name: String,
    /// What kind of place it is.
    pub setting: Setting,
    /// Where it is.
    pub address: String,
    /// Its time zone (IANA).
    pub zone: String,
    /// Its working hours and holidays, as a calendar's text.
    pub calendar: String,
    /// To whom its concerns fall first.
    pub owner_id: Id<StaffMember>,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// A site as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSite {
    /// Whose it is.
    pub client_id: Id<Client>,
    /// What it is called.
    pub name: String,
    /// What kind of place it is.
    pub setting: Setting,
    /// Where it is.
    pub address: String,
    /// Its time zone (IANA).
    pub zone: String,
    /// Its working hours and holidays, as a calendar's text.
    pub calendar: String,
    /// To whom its concerns fall first.
    pub owner_id: Id<StaffMember>,
}

impl NewSite {
    /// Reads what was typed.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let client_id = fields.checked("client", id);
        let name = fields.line("name", 1..=120);
        let setting = fields.choice("setting");
        let address = fields.line("address", 1..=200);
        let zone = fields.checked("zone", zone);
        let calendar = fields.checked("calendar", calendar);
        let owner_id = fields.checked("owner", id);
        Some(Self {
            client_id: client_id?,
            name: name?,
            setting: setting?,
            address: address?,
            zone: zone?,
            calendar: calendar?,
            owner_id: owner_id?,
        })
    }
}

/// The name of a thing that was chosen from a list.
pub(crate) fn id<T>(typed: &str) -> Result<Id<T>, Refusal> {
    Id::parse(typed.trim()).ok_or(Refusal::new("field-choose"))
}

/// A time zone that we know.
pub(crate) fn zone(typed: &str) -> Result<String, Refusal> {
    let known = Moment::from_millis(0).in_zone(typed.trim()).is_some();
    known.then(|| typed.trim().to_owned()).ok_or(Refusal::new("field-zone"))
}

fn calendar(typed: &str) -> Result<String, Refusal> {
    let calendar: Calendar =
        typed.trim().parse().map_err(|error: ground::calendar::CalendarError| Refusal::new(error.key()))?;
    Ok(calendar.to_string())
}

impl Site {
    /// A site that is opened now.
    #[must_use]
    pub fn opened(new: &NewSite) -> Self {
        let NewSite { client_id, name, setting, address, zone, calendar, owner_id } = new.clone();
        let (id, outside_key) = (Id::fresh(), None);
        Self {
            id,
            outside_key,
            client_id,
            name,
            setting,
            address,
            zone,
            calendar,
            owner_id,
            closed_at: None,
            version: 0,
        }
    }

    /// The site as typed anew over the version that was looked at. It stays with its client.
    ///
    /// # Errors
    /// Refused when it was changed since.
    pub fn changed(self, new: &NewSite, version: i64) -> Result<Self> {
        if self.version != version {
            return Err(Error::refused("changed-meanwhile"));
        }
        let NewSite { client_id: _, name, setting, address, zone, calendar, owner_id } = new.clone();
        Ok(Self { name, setting, address, zone, calendar, owner_id, ..self })
    }

    /// The site after it was closed.
    ///
    /// # Errors
    /// Refused when that was done before.
    pub fn closed(self, now: Moment) -> Result<Self> {
        match self.closed_at {
            Some(_) => Err(Error::refused("site-already-closed")),
            None => Ok(Self { closed_at: Some(now), ..self }),
        }
    }
}
