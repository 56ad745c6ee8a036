//! From contracts to how long a client stayed.

use agreement::contract::{Contract, Renewal};
use ground::Day;

/// How long a client stayed, or has stayed until today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// The first day of the first contract.
    pub from: Day,
    /// For how many days, the first one included.
    pub days: i64,
    /// Whether it is over. Else they are still there, and who knows for how long.
    pub ended: bool,
}

/// How long a client stayed: from the first day of the first contract to the last day of the last one, or to the day on which
/// we parted ways, whichever was first; as long as a contract is in force, or one is signed that begins later, they are there.
///
/// A time without a contract between two of them ends nothing: who came back had not left. A contract that was not begun by
/// today counts for nothing but that. `None` where no contract began by today, or where we parted before one did.
#[must_use]
pub fn stay(contracts: &[Contract], left_on: Option<Day>, today: Day) -> Option<Stay> {
    let begun = || contracts.iter().filter(|contract| contract.starts_on <= today);
    let from = begun().map(|contract| contract.starts_on).min()?;
    // The first day on which they were no longer there.
    let left = left_on.filter(|day| *day <= today);
    let goes_on = contracts.iter().any(|contract| contract.starts_on > today || contract.is_in_force(today));
    let over = if goes_on { None } else { begun().filter_map(first_day_after).max() };
    let gone = [left, over].into_iter().flatten().min();
    let until = gone.unwrap_or_else(|| today.plus_days(1));
    let days = until.days_since(from);
    (days >= 0).then_some(Stay { from, days, ended: gone.is_some() })
}

/// The day after a contract's last one; none where it renews itself, or has no end.
fn first_day_after(contract: &Contract) -> Option<Day> {
    contract.ends_on.filter(|_| contract.renewal == Renewal::ByAgreement).map(|day| day.plus_days(1))
}

#[cfg(test)]
mod tests {
    use agreement::contract::{Approvals, NewContract, Promises};
    use ground::Id;
    use proptest::prelude::*;
    use statistics::{Span, Survival};

    use super::*;

    fn on(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn contract(starts_on: &str, ends_on: Option<&str>, renewal: Renewal) -> Contract {
        Contract::signed(&NewContract {
            client_id: Id::known("client"),
            starts_on: on(starts_on),
            ends_on: ends_on.map(on),
            notice_days: 30,
            renewal,
            promises: Promises::default(),
            approvals: Approvals::default(),
        })
    }

    fn year(starts_on: &str, ends_on: &str) -> Contract {
        contract(starts_on, Some(ends_on), Renewal::ByAgreement)
    }

    fn found(contracts: &[Contract], left_on: Option<&str>) -> Option<(i64, bool)> {
        stay(contracts, left_on.map(on), on("2026-11-26")).map(|stay| (stay.days, stay.ended))
    }

    #[test]
    fn a_client_stays_from_the_first_contract_to_the_last_day_of_the_last() {
        assert_eq!(found(&[year("2024-01-01", "2024-12-31")], None), Some((366, true)), "a leap year");
        let two = [year("2024-01-01", "2024-12-31"), year("2025-01-01", "2025-12-31")];
        assert_eq!(found(&two, None), Some((731, true)));
        let back = [year("2024-01-01", "2024-12-31"), year("2025-07-01", "2026-12-31")];
        assert_eq!(found(&back, None), Some((1_061, false)), "who came back had not left");
    }

    #[test]
    fn who_is_still_there_was_seen_until_today() {
        let renewing = contract("2026-11-25", Some("2026-11-25"), Renewal::Automatic);
        assert_eq!(found(&[renewing], None), Some((2, false)));
        assert_eq!(found(&[contract("2026-11-26", None, Renewal::ByAgreement)], None), Some((1, false)));
        assert_eq!(found(&[year("2025-11-26", "2026-11-26")], None), Some((366, false)), "today is its last day");
        assert_eq!(found(&[year("2025-11-26", "2026-11-25")], None), Some((365, true)));
        let to_come = [year("2025-11-26", "2026-11-25"), year("2027-01-01", "2027-12-31")];
        assert_eq!(found(&to_come, None), Some((366, false)));
    }

    #[test]
    fn parting_ends_it_at_once_and_not_later_than_the_contract() {
        assert_eq!(found(&[year("2026-01-01", "2026-12-31")], Some("2026-03-02")), Some((60, true)));
        assert_eq!(found(&[year("2024-01-01", "2024-12-31")], Some("2025-06-30")), Some((366, true)));
        assert_eq!(found(&[year("2026-01-01", "2026-12-31")], Some("2026-01-01")), Some((0, true)));
    }

    #[test]
    fn where_no_contract_began_nothing_is_known() {
        assert_eq!(found(&[], None), None);
        assert_eq!(found(&[], Some("2026-01-01")), None);
        assert_eq!(found(&[year("2027-01-01", "2027-12-31")], None), None);
        assert_eq!(found(&[year("2026-01-01", "2026-12-31")], Some("2025-12-31")), None, "parted before it began");
    }

    /// Five clients, worked by hand: they stayed 90 days (ended), 181 (ended), 335 (still there), 366 (ended) and 697 (still
    /// there). Of five, four remain after 90 days: 0.8. Of four, three after 181: 0.8 * 3/4 = 0.6. One is censored at 335, so
    /// two are at risk at 366: 0.6 * 1/2 = 0.3, which is the median.
    #[test]
    fn five_clients_by_hand() {
        let clients: [(&[Contract], Option<&str>); 5] = [
            (&[year("2026-01-01", "2026-12-31")], Some("2026-04-01")),
            (&[year("2026-01-01", "2026-06-30")], None),
            (&[year("2025-12-27", "2027-12-26")], None),
            (&[year("2024-01-01", "2024-12-31")], Some("2025-02-01")),
            (&[contract("2024-12-30", Some("2025-12-29"), Renewal::Automatic)], None),
        ];
        let stays: Vec<(i64, bool)> =
            clients.iter().map(|(contracts, left_on)| found(contracts, *left_on).unwrap()).collect();
        assert_eq!(stays, [(90, true), (181, true), (335, false), (366, true), (697, false)]);
        let spans: Vec<Span> = stays.iter().map(|(days, ended)| Span { days: *days as f64, ended: *ended }).collect();
        let survival = Survival::of(&spans, 0.95).unwrap();
        let steps: Vec<String> = survival.steps().iter().map(|step| format!("{:.3}", step.survival)).collect();
        assert_eq!(steps, ["0.800", "0.600", "0.600", "0.300", "0.300"]);
        assert_eq!(survival.median(), Some(366.0));
    }

    proptest! {
        #[test]
        fn a_stay_begins_with_its_first_contract_and_ends_by_today(
            terms in proptest::collection::vec((0_i64..4_000, 0_i64..1_500, any::<bool>()), 0..6),
            left in proptest::option::of(0_i64..4_000),
        ) {
            let (epoch, today) = (on("2018-01-01"), on("2026-11-26"));
            let contracts: Vec<Contract> = terms.iter().map(|(start, days, renews)| {
                let starts_on = epoch.plus_days(*start);
                let renewal = if *renews { Renewal::Automatic } else { Renewal::ByAgreement };
                Contract { starts_on, ends_on: Some(starts_on.plus_days(*days)), ..contract("2018-01-01", None, renewal) }
            }).collect();
            if let Some(stay) = stay(&contracts, left.map(|days| epoch.plus_days(days)), today) {
                prop_assert_eq!(Some(stay.from), contracts.iter().map(|contract| contract.starts_on).min());
                prop_assert!(stay.days >= 0 && stay.from.plus_days(stay.days) <= today.plus_days(1));
                prop_assert!(stay.ended || stay.from.plus_days(stay.days) == today.plus_days(1));
            }
        }
    }
}
