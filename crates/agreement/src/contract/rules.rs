//! What a contract is, and what may happen to it.

use ground::{Day, Error, Fields, Id, Refusal, Result, choice};
use people::client::Client;
use serde::Serialize;

use super::approvals::Approvals;
use super::promises::Promises;

/// The longest notice that anybody agrees on, in days.
const MOST_NOTICE_DAYS: i64 = 730;

choice! {
    /// What happens when a contract comes to its end.
    pub enum Renewal {
        /// It goes on until somebody ends it.
        Automatic = "automatic", "renewal-automatic",
        /// It is over, unless both agree on another one.
        ByAgreement = "by_agreement", "renewal-by-agreement",
    }
}

/// What was agreed with a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contract {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Its name in the file or system it was imported from.
    pub outside_key: Option<String>,
    /// With whom.
    pub client_id: Id<Client>,
    /// Its first day.
    pub starts_on: Day,
    /// The last day of its term; none when it has no end.
    pub ends_on: Option<Day>,
    /// How many days before its end notice must be given.
    pub notice_days: i64,
    /// What happens at its end.
    pub renewal: Renewal,
    /// How long each promise may take.
    pub promises: Promises,
    /// How changed post orders are approved.
    pub approvals: Approvals,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// A contract as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContract {
    /// With whom.
    pub client_id: Id<Client>,
    /// Its first day.
    pub starts_on: Day,
    /// The last day of its term; none when it has no end.
    pub ends_on: Option<Day>,
    /// How many days before its end notice must be given.
    pub notice_days: i64,
    /// What happens at its end.
    pub renewal: Renewal,
    /// How long each promise may take.
    pub promises: Promises,
    /// How changed post orders are approved.
    pub approvals: Approvals,
}

impl NewContract {
    /// Reads what was typed.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let client_id = fields.checked("client", |typed| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose")));
        let starts_on = fields.checked("starts_on", day);
        let ends_on = if fields.given("ends_on") { fields.checked("ends_on", day).map(Some) } else { Some(None) };
        let notice_days = fields.number("notice_days", 0..=MOST_NOTICE_DAYS);
        let renewal = fields.choice("renewal");
        let promises = Promises::read(fields);
        let approvals = Approvals::read(fields);
        if let (Some(starts_on), Some(Some(ends_on))) = (starts_on, ends_on)
            && ends_on < starts_on
        {
            fields.refuse("ends_on", Refusal::new("contract-ends-before-start"));
            return None;
        }
        Some(Self {
            client_id: client_id?,
            starts_on: starts_on?,
            ends_on: ends_on?,
            notice_days: notice_days?,
            renewal: renewal?,
            promises: promises?,
            approvals: approvals?,
        })
    }
}

/// A day on which a contract can begin or end: rows compare days as texts, which holds for years of four digits.
pub(super) fn day(typed: &str) -> Result<Day, Refusal> {
    let day: Day = typed.trim().parse().map_err(|_| Refusal::new("field-day"))?;
    let sensible = Day::new(1900, 1, 1) <= Some(day) && Some(day) <= Day::new(2999, 12, 31);
    if sensible { Ok(day) } else { Err(Refusal::new("field-day")) }
}

impl Contract {
    /// A contract that is signed now.
    #[must_use]
    pub fn signed(new: &NewContract) -> Self {
        let NewContract { client_id, starts_on, ends_on, notice_days, renewal, promises, approvals } = new.clone();
        Self {
            id: Id::fresh(),
            outside_key: None,
            client_id,
            starts_on,
            ends_on,
            notice_days,
            renewal,
            promises,
            approvals,
            version: 0,
        }
    }

    /// The contract as typed anew over the version that was looked at. It stays with its client.
    ///
    /// # Errors
    /// Refused when it was changed since.
    pub fn changed(self, new: &NewContract, version: i64) -> Result<Self> {
        if self.version != version {
            return Err(Error::refused("changed-meanwhile"));
        }
        let NewContract { client_id: _, starts_on, ends_on, notice_days, renewal, promises, approvals } = new.clone();
        Ok(Self { starts_on, ends_on, notice_days, renewal, promises, approvals, ..self })
    }

    /// The contract after somebody ended it for this last day; it is not renewed.
    ///
    /// # Errors
    /// Refused when that is before its first day, or when it ends by then anyway.
    pub fn ended(self, on: Day) -> Result<Self> {
        if on < self.starts_on {
            return Err(Error::refused("contract-ends-before-start"));
        }
        if self.last_day().is_some_and(|last| last <= on) {
            return Err(Error::refused("contract-ends-already"));
        }
        Ok(Self { ends_on: Some(on), renewal: Renewal::ByAgreement, ..self })
    }

    /// The last day on which notice can be given: the end of the term minus the notice period.
    #[must_use]
    pub fn notice_deadline(&self) -> Option<Day> {
        self.ends_on.map(|ends_on| ends_on.plus_days(-self.notice_days))
    }

    /// Whether it holds on this day. What renews itself goes on after its term.
    #[must_use]
    pub fn is_in_force(&self, day: Day) -> bool {
        self.starts_on <= day && self.last_day().is_none_or(|last| day <= last)
    }

    /// The day after which it holds no more; none when it goes on until somebody ends it.
    fn last_day(&self) -> Option<Day> {
        self.ends_on.filter(|_| self.renewal == Renewal::ByAgreement)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(values: &[(&'static str, &str)]) -> Fields {
        let usual = [("starts_on", "2026-01-01"), ("notice_days", "90"), ("renewal", "by_agreement")];
        let fields = Fields::default().set("client", Id::<Client>::fresh().as_str());
        let given = |name: &str| values.iter().any(|(field, _)| *field == name);
        let rest = usual.iter().filter(|(name, _)| !given(name));
        values.iter().chain(rest).fold(fields, |fields, (name, value)| fields.set(name, *value))
    }

    fn contract(values: &[(&'static str, &str)]) -> Contract {
        Contract::signed(&NewContract::read(&mut typed(values)).unwrap())
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn the_notice_deadline_lies_the_notice_period_before_the_end() {
        let deadline = |ends_on, notice| contract(&[("ends_on", ends_on), ("notice_days", notice)]).notice_deadline();
        assert_eq!(deadline("2026-12-31", "90"), Some(day("2026-10-02")));
        assert_eq!(deadline("2028-03-01", "1"), Some(day("2028-02-29")));
        assert_eq!(deadline("2027-03-01", "1"), Some(day("2027-02-28")));
        assert_eq!(deadline("2026-12-31", "0"), Some(day("2026-12-31")));
        assert_eq!(contract(&[]).notice_deadline(), None);
    }

    #[test]
    fn what_cannot_be_agreed_is_refused_beside_its_field() {
        for (name, value, key) in [
            ("starts_on", "soon", "field-day"),
            ("starts_on", "-000001-01-01", "field-day"),
            ("ends_on", "2025-12-31", "contract-ends-before-start"),
            ("notice_days", "731", "field-number"),
            ("notice_days", "-1", "field-number"),
            ("renewal", "perhaps", "field-choose"),
            ("client", "harbour", "field-choose"),
            ("S1_answer", "soon", "limit-unreadable"),
        ] {
            let mut fields =
                if name == "client" { Fields::default().set(name, value) } else { typed(&[(name, value)]) };
            assert!(NewContract::read(&mut fields).is_none(), "{name} {value}");
            assert_eq!(fields.problem(name).map(|refusal| refusal.key), Some(key), "{name} {value}");
        }
    }

    #[test]
    fn a_contract_holds_from_its_first_to_its_last_day() {
        let year = contract(&[("ends_on", "2026-12-31")]);
        assert!(!year.is_in_force(day("2025-12-31")));
        assert!(year.is_in_force(day("2026-01-01")) && year.is_in_force(day("2026-12-31")));
        assert!(!year.is_in_force(day("2027-01-01")));
        assert!(contract(&[]).is_in_force(day("2099-01-01")));
        assert!(contract(&[("ends_on", "2026-12-31"), ("renewal", "automatic")]).is_in_force(day("2027-01-01")));
    }

    #[test]
    fn one_ends_a_contract_once_and_not_before_it_began() {
        let renewing = contract(&[("ends_on", "2026-12-31"), ("renewal", "automatic")]);
        let ended = renewing.ended(day("2027-06-30")).unwrap();
        assert!(ended.is_in_force(day("2027-06-30")) && !ended.is_in_force(day("2027-07-01")));
        assert!(matches!(ended.clone().ended(day("2027-06-30")), Err(Error::Refused(_))));
        assert!(matches!(ended.clone().ended(day("2025-12-31")), Err(Error::Refused(_))));
        assert!(ended.ended(day("2026-06-30")).is_ok());
    }

    #[test]
    fn a_change_over_another_one_is_refused() {
        let new = NewContract::read(&mut typed(&[("notice_days", "30")])).unwrap();
        assert_eq!(contract(&[]).changed(&new, 0).unwrap().notice_days, 30);
        assert!(matches!(contract(&[]).changed(&new, 1), Err(Error::Refused(_))));
    }
}
