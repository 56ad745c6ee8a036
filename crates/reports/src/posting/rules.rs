//! When a report is posted, and what is kept of that.

use ground::{Id, Moment};
use people::contact::Contact;
use serde::Serialize;

use crate::report::Period;

/// On which day of the month after it.
const DAY: i64 = 2;
/// At which hour of the organization's clocks, as they show it.
const HOUR: &str = "08:00";
/// For so many days it is posted late, where we were away; after them nobody waits for it.
const LATE_DAYS: i64 = 7;

/// What was decided about one contact and one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Posting {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Who.
    pub contact_id: Id<Contact>,
    /// Of which month.
    pub period: String,
    /// When.
    pub decided_at: Moment,
    /// Whether there was anything to say.
    pub is_written: bool,
}

impl Posting {
    /// What is decided now.
    #[must_use]
    pub fn decided(contact_id: &Id<Contact>, period: Period, is_written: bool, now: Moment) -> Self {
        Self {
            id: Id::fresh(),
            contact_id: contact_id.clone(),
            period: period.to_string(),
            decided_at: now,
            is_written,
        }
    }
}

/// The month whose report is to be posted by now: the one before, from the second day of the month on.
#[must_use]
pub fn due_month(now: Moment, zone: &str) -> Option<Period> {
    let today = now.day_in(zone)?;
    let (_, _, day) = today.parts();
    let second = today.plus_days(DAY - i64::from(day));
    let from = Moment::parse_local(&format!("{second} {HOUR}"), zone).ok()?;
    let is_due = now >= from && today.days_since(second) < LATE_DAYS;
    is_due.then(|| Period::month_of(today).earlier(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    // By hand: Chicago is at -6 on 2 December 2026 and at -5 on 2 April 2026; Madrid is at +1 on 2 November.
    #[test]
    fn it_is_due_from_the_morning_of_the_second_day_for_a_week() {
        for (now, zone, expected) in [
            ("2026-12-02T13:59:59Z", "America/Chicago", None),
            ("2026-12-02T14:00:00Z", "America/Chicago", Some("2026-11")),
            ("2026-12-09T05:59:59Z", "America/Chicago", Some("2026-11")),
            ("2026-12-09T06:00:00Z", "America/Chicago", None),
            ("2026-04-02T13:00:00Z", "America/Chicago", Some("2026-03")),
            ("2026-11-02T07:00:00Z", "Europe/Madrid", Some("2026-10")),
            ("2027-01-02T06:59:59Z", "Europe/Madrid", None),
            ("2027-01-02T07:00:00Z", "Europe/Madrid", Some("2026-12")),
            ("2026-12-01T23:00:00Z", "Europe/Madrid", None),
            ("2026-12-02T14:00:00Z", "Nowhere/Else", None),
        ] {
            let due = due_month(Moment::parse_rfc3339(now).unwrap(), zone).map(|month| month.to_string());
            assert_eq!(due.as_deref(), expected, "{now} in {zone}");
        }
    }
}
