//! Which term of a contract comes to its end next.

use agreement::contract::{Contract, Renewal};
use ground::Day;

/// A term that comes to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Its last day.
    pub ends_on: Day,
    /// The last day on which notice can be given.
    pub notice_by: Day,
}

impl Term {
    /// The term of a contract that comes to its end next. One that renews itself is in its next term as soon as notice can no
    /// longer be given for the one before; terms are counted from the first end, so that a leap day comes back.
    #[must_use]
    pub fn next(contract: &Contract, renews_months: i64, today: Day) -> Option<Self> {
        let first = contract.ends_on?;
        let term = |ends_on: Day| Self { ends_on, notice_by: ends_on.plus_days(-contract.notice_days) };
        if contract.renewal == Renewal::ByAgreement || renews_months < 1 {
            return Some(term(first));
        }
        // A thousand terms of a month are more than eighty years.
        (0..1_000).map(|times| term(first.plus_months(times * renews_months))).find(|term| term.notice_by >= today)
    }
}

#[cfg(test)]
mod tests {
    use agreement::contract::{Approvals, NewContract, Promises};
    use ground::Id;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn contract(ends_on: Option<&str>, notice_days: i64, renewal: Renewal) -> Contract {
        Contract::signed(&NewContract {
            client_id: Id::known("client"),
            starts_on: day("2024-03-01"),
            ends_on: ends_on.map(day),
            notice_days,
            renewal,
            promises: Promises::default(),
            approvals: Approvals::default(),
        })
    }

    fn next(contract: &Contract, today: &str) -> Option<(String, String)> {
        Term::next(contract, 12, day(today)).map(|term| (term.ends_on.to_string(), term.notice_by.to_string()))
    }

    fn days(ends_on: &str, notice_by: &str) -> Option<(String, String)> {
        Some((ends_on.to_owned(), notice_by.to_owned()))
    }

    #[test]
    fn what_ends_by_agreement_keeps_its_end_also_when_notice_is_no_longer_possible() {
        let one = contract(Some("2026-12-31"), 90, Renewal::ByAgreement);
        assert_eq!(next(&one, "2026-11-26"), days("2026-12-31", "2026-10-02"));
        assert_eq!(next(&contract(None, 90, Renewal::ByAgreement), "2026-11-26"), None);
        assert_eq!(next(&contract(None, 90, Renewal::Automatic), "2026-11-26"), None);
    }

    #[test]
    fn what_renews_itself_is_in_its_next_term_once_nobody_can_give_notice() {
        let one = contract(Some("2026-12-31"), 90, Renewal::Automatic);
        assert_eq!(next(&one, "2026-10-02"), days("2026-12-31", "2026-10-02"));
        assert_eq!(next(&one, "2026-10-03"), days("2027-12-31", "2027-10-02"));
        assert_eq!(next(&one, "2031-01-01"), days("2031-12-31", "2031-10-02"));
    }

    #[test]
    fn a_leap_day_comes_back() {
        let one = contract(Some("2024-02-29"), 0, Renewal::Automatic);
        assert_eq!(next(&one, "2024-03-01"), days("2025-02-28", "2025-02-28"));
        assert_eq!(next(&one, "2027-03-01"), days("2028-02-29", "2028-02-29"));
    }

    #[test]
    fn a_term_of_no_months_renews_into_nothing() {
        let one = contract(Some("2026-12-31"), 0, Renewal::Automatic);
        assert_eq!(Term::next(&one, 0, day("2030-01-01")).map(|term| term.ends_on), Some(day("2026-12-31")));
    }
}
