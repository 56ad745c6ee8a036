//! The words of the demo organization, as `company.toml` holds them.

use agreement::contract::Renewal;
use ground::calendar::{Draft, Week};
use ground::words::Language;
use ground::{Day, Error, Result};
use people::client::Setting;
use people::contact::Standing;
use people::staff::Role;
use serde::Deserialize;

const TEXT: &str = include_str!("company.toml");

/// The whole company.
#[derive(Debug, Deserialize)]
pub(super) struct Company {
    pub organization: Named,
    pub staff: Vec<Person>,
    pub names: Names,
    pub client: Vec<Client>,
    pub site: Vec<Site>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Named {
    pub name: String,
    pub emergency_number: String,
    pub zone: String,
    pub phone: String,
    pub email: String,
}

/// First and last names of officers.
#[derive(Debug, Deserialize)]
pub(super) struct Names {
    pub first_names: Vec<String>,
    pub last_names: Vec<String>,
}

/// A staff member or a contact.
#[derive(Debug, Deserialize)]
pub(super) struct Person {
    pub name: String,
    pub role: String,
    pub email: String,
    pub phone: String,
    pub language: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Client {
    pub name: String,
    pub setting: String,
    pub contacts: Vec<Person>,
    pub contracts: Vec<Term>,
}

/// One contract of a client.
#[derive(Debug, Deserialize)]
pub(super) struct Term {
    pub start: String,
    pub months: i16,
    pub notice_days: i64,
    pub auto_renew: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Site {
    pub name: String,
    pub client: String,
    pub setting: String,
    pub address: String,
    pub city: String,
    pub zone: String,
    pub hours: String,
    pub posts: Vec<String>,
}

impl Company {
    pub(super) fn read() -> Result<Self> {
        toml::from_str(TEXT).map_err(|error| Error::broken(format!("company.toml: {error}")))
    }
}

impl Person {
    pub(super) fn language(&self) -> Language {
        Language::parse(&self.language).unwrap_or_default()
    }

    pub(super) fn role(&self) -> Result<Role> {
        word(&self.role)
    }

    pub(super) fn standing(&self) -> Result<Standing> {
        word(&self.role.replace('-', "_"))
    }
}

impl Client {
    pub(super) fn setting(&self) -> Result<Setting> {
        word(&self.setting)
    }
}

impl Term {
    /// Its first and its last day.
    pub(super) fn days(&self) -> Result<(Day, Day)> {
        let wrong = || Error::broken(format!("company.toml: start: {}", self.start));
        let first: Day = self.start.parse().map_err(|_| wrong())?;
        let mut parts = self.start.splitn(3, '-').map(str::parse::<i16>);
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next()) else {
            return Err(wrong());
        };
        let months = year * 12 + month - 1 + self.months;
        let month = i8::try_from(months % 12 + 1).map_err(|_| wrong())?;
        let day = i8::try_from(day).map_err(|_| wrong())?;
        let after = Day::new(months / 12, month, day).ok_or_else(wrong)?;
        Ok((first, after.plus_days(-1)))
    }

    pub(super) const fn renewal(&self) -> Renewal {
        if self.auto_renew { Renewal::Automatic } else { Renewal::ByAgreement }
    }
}

impl Site {
    pub(super) fn setting(&self) -> Result<Setting> {
        word(&self.setting)
    }

    /// The hours as a calendar's text.
    pub(super) fn calendar(&self) -> Result<String> {
        if self.hours == "always" {
            return Ok(self.hours.clone());
        }
        let hours = week(&self.hours).ok_or_else(|| Error::broken(format!("company.toml: hours: {}", self.hours)))?;
        let draft = Draft { zone: self.zone.clone(), hours, ..Draft::default() };
        let calendar = draft.check().map_err(|error| Error::broken(format!("company.toml: {error}")))?;
        Ok(calendar.to_string())
    }
}

fn word<T: ground::fields::Choice>(word: &str) -> Result<T> {
    T::from_word(word).ok_or_else(|| Error::broken(format!("company.toml: {word}")))
}

/// Hours such as `mon-fri 07:00-19:00; sat 09:00-14:00`.
fn week(text: &str) -> Option<Week> {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let mut week: [Vec<String>; 7] = Default::default();
    for part in text.split(';') {
        let (days, hours) = part.trim().split_once(' ')?;
        let (first, last) = days.split_once('-').unwrap_or((days, days));
        let place = |day: &str| DAYS.iter().position(|name| *name == day);
        for day in week.get_mut(place(first)?..=place(last)?)? {
            day.push(hours.to_owned());
        }
    }
    let [mon, tue, wed, thu, fri, sat, sun] = week;
    Some(Week { mon, tue, wed, thu, fri, sat, sun })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_company_is_understood() {
        let company = Company::read().unwrap();
        assert_eq!(company.site.len(), 40);
        for site in &company.site {
            site.setting().unwrap();
            site.calendar().unwrap();
            assert!(company.client.iter().any(|client| client.name == site.client), "{}", site.client);
        }
        assert!(company.staff.iter().all(|person| person.role().is_ok()));
        for client in &company.client {
            client.setting().unwrap();
            assert!(client.contacts.iter().all(|person| person.standing().is_ok()));
            assert!(client.contracts.iter().all(|term| term.days().is_ok()));
        }
    }

    #[test]
    fn a_contract_ends_the_day_before_its_months_are_over() {
        let term = Term { start: "2023-11-01".to_owned(), months: 26, notice_days: 60, auto_renew: false };
        let (first, last) = term.days().unwrap();
        assert_eq!((first.to_string(), last.to_string()), ("2023-11-01".to_owned(), "2025-12-31".to_owned()));
    }

    #[test]
    fn hours_are_given_to_each_day() {
        let week = week("mon-fri 07:00-19:00; sat 09:00-14:00").unwrap();
        assert_eq!(week.fri, ["07:00-19:00"]);
        assert_eq!(week.sat, ["09:00-14:00"]);
        assert!(week.sun.is_empty());
        assert!(super::week("someday 07:00-19:00").is_none());
    }
}
