//! What a site is, and what may happen to it.

use ground::{Error, Fields, Id, Moment, Refusal, Result};
use serde::Serialize;

use super::hours::Hours;
use crate::client::{Client, Setting};
use crate::staff::StaffMember;

/// The longest list of holidays: some decades of them.
const MOST_LETTERS_OF_HOLIDAYS: usize = 10_000;

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
    /// By which address mail is for it: a whole one, or what stands after the `+` in ours.
    pub mail_name: Option<String>,
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
    /// By which address mail is for it: a whole one, or what stands after the `+` in ours.
    pub mail_name: Option<String>,
}

impl NewSite {
    /// Reads what was typed: `client` and `owner` are names of rows, and `hours` and `holidays` are as in [`Hours`].
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let client_id = fields.checked("client", id);
        let name = fields.line("name", 1..=120);
        let setting = fields.choice("setting");
        let address = fields.line("address", 1..=200);
        let zone = fields.checked("zone", zone);
        let calendar = calendar(fields, zone.as_deref());
        let owner_id = fields.checked("owner", id);
        let mail_name = if fields.given("mail") { fields.checked("mail", mail_name).map(Some) } else { Some(None) };
        Some(Self {
            client_id: client_id?,
            name: name?,
            setting: setting?,
            address: address?,
            zone: zone?,
            calendar: calendar?,
            owner_id: owner_id?,
            mail_name: mail_name?,
        })
    }
}

/// The name of a thing that was chosen from a list.
pub(crate) fn id<T>(typed: &str) -> Result<Id<T>, Refusal> {
    Id::parse(typed.trim()).ok_or(Refusal::new("field-choose"))
}

/// A whole address of mail, or a short word for what stands after the `+` in ours: too short to be
/// taken for the address of one conversation.
fn mail_name(typed: &str) -> Result<String, Refusal> {
    let name = typed.trim().to_lowercase();
    let refused = || Refusal::new("site-mail-unfit");
    if name.contains('@') {
        let mut address = Fields::default().set("mail", name);
        return address.email("mail").ok_or_else(refused);
    }
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    if (1..=40).contains(&name.len()) && name.chars().all(plain) { Ok(name) } else { Err(refused()) }
}

/// A time zone that we know.
///
/// # Errors
/// Refused when there is none of this name.
pub fn zone(typed: &str) -> Result<String, Refusal> {
    let known = Moment::from_millis(0).in_zone(typed.trim()).is_some();
    known.then(|| typed.trim().to_owned()).ok_or(Refusal::new("field-zone"))
}

/// Reads `hours` and `holidays`; while the zone is not known they are checked all the same.
fn calendar(fields: &mut Fields, zone: Option<&str>) -> Option<String> {
    let week = fields.line("hours", 1..=500);
    let days = fields.optional_prose("holidays", MOST_LETTERS_OF_HOLIDAYS);
    let hours = Hours { week: week?, days: days?.unwrap_or_default() };
    match hours.read(zone.unwrap_or("UTC")) {
        Ok(calendar) => Some(calendar.to_string()),
        Err(wrong) => {
            for (field, refusal) in [("hours", wrong.week), ("holidays", wrong.days)] {
                if let Some(refusal) = refusal {
                    fields.refuse(field, refusal);
                }
            }
            None
        }
    }
}

impl Site {
    /// A site that is opened now.
    #[must_use]
    pub fn opened(new: &NewSite) -> Self {
        let NewSite { client_id, name, setting, address, zone, calendar, owner_id, mail_name } = new.clone();
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
            mail_name,
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
        let NewSite { client_id: _, name, setting, address, zone, calendar, owner_id, mail_name } = new.clone();
        Ok(Self { name, setting, address, zone, calendar, owner_id, mail_name, ..self })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Fields {
        let id = Id::<Client>::fresh().to_string();
        Fields::default()
            .set("client", id.clone())
            .set("name", "Harbour Gate")
            .set("setting", "residential")
            .set("address", "1 Quay Street, Port Lantern")
            .set("zone", "America/Chicago")
            .set("hours", "mon-fri 07:00-19:00")
            .set("owner", id)
    }

    #[test]
    fn hours_become_a_calendar_in_the_zone_of_the_site() {
        let calendar = NewSite::read(&mut typed()).unwrap().calendar;
        assert!(calendar.contains("America/Chicago") && calendar.contains("07:00-19:00"), "{calendar}");
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let mut fields = typed();
        for (name, value) in
            [("zone", "Nowhere/Else"), ("hours", "mon 8-12"), ("holidays", "Christmas"), ("owner", "sam"), ("name", "")]
        {
            fields.put(name, value);
        }
        assert_eq!(NewSite::read(&mut fields), None);
        let wrong: Vec<_> = fields.problems().iter().map(|problem| problem.field.as_ref()).collect();
        assert_eq!(wrong, ["name", "zone", "hours", "holidays", "owner"]);
    }

    #[test]
    fn mail_for_a_site_comes_to_an_address_or_a_short_name() {
        for (typed, name) in
            [("", None), ("Gate-3", Some("gate-3")), ("Gate@Guards.example", Some("gate@guards.example"))]
        {
            let new = NewSite::read(&mut typed_with_mail(typed)).unwrap();
            assert_eq!(new.mail_name.as_deref(), name);
        }
        for wrong in ["gate 3", "gate+3", "@x.example", "gate@localhost", &"x".repeat(41)] {
            assert_eq!(NewSite::read(&mut typed_with_mail(wrong)), None, "{wrong}");
        }
    }

    fn typed_with_mail(name: &str) -> Fields {
        typed().set("mail", name)
    }

    #[test]
    fn a_site_is_closed_once_and_stays_with_its_client() {
        let new = NewSite::read(&mut typed()).unwrap();
        let site = Site::opened(&new);
        let other = NewSite { client_id: Id::fresh(), name: "Gate 2".to_owned(), ..new.clone() };
        let changed = site.clone().changed(&other, 0).unwrap();
        assert_eq!((changed.client_id, changed.name.as_str()), (site.client_id.clone(), "Gate 2"));
        assert!(matches!(site.clone().changed(&new, 1), Err(Error::Refused(_))));
        let closed = site.closed(Moment::from_millis(1)).unwrap();
        assert!(matches!(closed.closed(Moment::from_millis(2)), Err(Error::Refused(_))));
    }
}
