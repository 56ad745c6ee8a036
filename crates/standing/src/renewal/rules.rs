//! Which term of a contract comes to its end next, what else is known of it, and how a term ended.

mod outcome;
mod outlook;

pub use outcome::{Cause, Decided, NewOutcome, Outcome};
pub(crate) use outlook::USUAL_MONTHS;
pub use outlook::{NewOutlook, Outlook, WORDS_LETTERS, money};

use agreement::contract::{Contract, Renewal};
use ground::{Day, Fields, Refusal};

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

    /// The terms of which somebody may say now how they ended: the next one, and the one before it where there was one.
    #[must_use]
    pub fn around(contract: &Contract, renews_months: i64, today: Day) -> Vec<Self> {
        let Some(next) = Self::next(contract, renews_months, today) else { return Vec::new() };
        let first = contract.ends_on.unwrap_or(next.ends_on);
        let ends = (0..1_000).map(|times| first.plus_months(times * renews_months.max(1)));
        let before = ends.take_while(|end| *end < next.ends_on).last();
        let before = before.map(|ends_on| Self { ends_on, notice_by: ends_on.plus_days(-contract.notice_days) });
        before.into_iter().chain([next]).collect()
    }

    /// Whether nobody can give notice any more, or has to: it runs to its end.
    #[must_use]
    pub fn is_past_notice(&self, today: Day) -> bool {
        self.notice_by < today
    }

    /// The last day on which something can be due for it: while notice can be given, its last day for that.
    #[must_use]
    pub fn tasks_until(&self, today: Day) -> Day {
        if self.is_past_notice(today) { self.ends_on } else { self.notice_by }
    }
}

/// A day that is typed; rows compare days as texts, which holds for years of four digits.
pub(crate) fn day(typed: &str) -> Result<Day, Refusal> {
    let day: Day = typed.trim().parse().map_err(|_| Refusal::new("field-day"))?;
    let sensible = Day::new(1900, 1, 1) <= Some(day) && Some(day) <= Day::new(2999, 12, 31);
    if sensible { Ok(day) } else { Err(Refusal::new("field-day")) }
}

/// A day that may be left out: the inner `None` is "left out".
fn optional_day(fields: &mut Fields, name: &'static str) -> Option<Option<Day>> {
    if fields.given(name) { fields.checked(name, day).map(Some) } else { Some(None) }
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
    fn one_may_say_how_the_term_before_ended_and_how_the_next_one_does() {
        let ends = |contract: &Contract, today: &str| -> Vec<String> {
            Term::around(contract, 12, day(today)).iter().map(|term| term.ends_on.to_string()).collect()
        };
        let renewing = contract(Some("2024-02-29"), 30, Renewal::Automatic);
        assert_eq!(ends(&renewing, "2024-01-30"), ["2024-02-29"]);
        assert_eq!(ends(&renewing, "2024-01-31"), ["2024-02-29", "2025-02-28"]);
        assert_eq!(ends(&renewing, "2027-06-01"), ["2027-02-28", "2028-02-29"]);
        assert_eq!(ends(&contract(Some("2024-02-29"), 30, Renewal::ByAgreement), "2030-01-01"), ["2024-02-29"]);
        assert!(ends(&contract(None, 30, Renewal::Automatic), "2030-01-01").is_empty());
    }

    #[test]
    fn a_notice_longer_than_the_term_is_a_deadline_before_it_begins() {
        let one = contract(Some("2026-12-31"), 400, Renewal::Automatic);
        assert_eq!(next(&one, "2025-11-26"), days("2026-12-31", "2025-11-26"));
        assert_eq!(next(&one, "2025-11-27"), days("2027-12-31", "2026-11-26"));
    }

    proptest::proptest! {
        #[test]
        fn the_next_term_can_still_be_ended_and_the_one_before_cannot(
            ahead in -4_000_i64..4_000, notice in 0_i64..731, months in 1_i64..121, now in 0_i64..4_000
        ) {
            let (first, today) = (day("2020-02-29").plus_days(ahead), day("2020-01-31").plus_days(now));
            let one = Contract { ends_on: Some(first), ..contract(None, notice, Renewal::Automatic) };
            let terms = Term::around(&one, months, today);
            let next = Term::next(&one, months, today).unwrap();
            proptest::prop_assert_eq!(terms.last(), Some(&next));
            proptest::prop_assert!(next.notice_by >= today && !next.is_past_notice(today));
            proptest::prop_assert_eq!(next.ends_on.days_since(next.notice_by), notice);
            if let [before, _] = terms[..] {
                proptest::prop_assert!(before.is_past_notice(today) && before.ends_on < next.ends_on);
            }
        }
    }

    #[test]
    fn a_term_of_no_months_renews_into_nothing() {
        let one = contract(Some("2026-12-31"), 0, Renewal::Automatic);
        assert_eq!(Term::next(&one, 0, day("2030-01-01")).map(|term| term.ends_on), Some(day("2026-12-31")));
    }
}
