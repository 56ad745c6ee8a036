//! What quiet hours are.

use ground::{Fields, Moment, Refusal};
use serde::Serialize;

/// The hours in which it is quiet for somebody, every day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quiet {
    /// From which minute of the day.
    pub from_minute: i64,
    /// Until which minute of the day; before the first one, it is that of the next day.
    pub until_minute: i64,
    /// By the clocks of this zone (IANA).
    pub zone: String,
}

impl Quiet {
    /// Reads what was typed: two times of the day and a zone. Without times, it is never quiet.
    #[allow(clippy::option_option, reason = "the inner none is \"never\", as with every field that may be left out")]
    pub fn read(fields: &mut Fields) -> Option<Option<Self>> {
        if !fields.given("quiet_from") && !fields.given("quiet_until") {
            return Some(None);
        }
        let (from, until) = (fields.checked("quiet_from", minute), fields.checked("quiet_until", minute));
        let zone = fields.checked("quiet_zone", |typed| {
            let zone = typed.trim();
            let is_known = Moment::from_millis(0).in_zone(zone).is_some();
            is_known.then(|| zone.to_owned()).ok_or(Refusal::new("quiet-zone-unknown"))
        });
        let (from_minute, until_minute, zone) = (from?, until?, zone?);
        if from_minute == until_minute {
            fields.refuse("quiet_until", Refusal::new("quiet-no-hours"));
            return None;
        }
        Some(Some(Self { from_minute, until_minute, zone }))
    }

    /// Whether it is quiet at a moment.
    #[must_use]
    pub fn is_at(&self, moment: Moment) -> bool {
        let Some(local) = moment.in_zone(&self.zone) else { return false };
        let minute = i64::from(local.hour) * 60 + i64::from(local.minute);
        let (from, until) = (self.from_minute, self.until_minute);
        if from < until { (from..until).contains(&minute) } else { minute >= from || minute < until }
    }

    /// A minute of the day as the clock shows it: `22:00`.
    #[must_use]
    pub fn shown(minute: i64) -> String {
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }
}

/// The minute of the day that a time names.
fn minute(typed: &str) -> Result<i64, Refusal> {
    let unreadable = || Refusal::new("quiet-time");
    let (hour, minute) = typed.trim().split_once(':').ok_or_else(unreadable)?;
    let two =
        |part: &str| part.parse::<i64>().ok().filter(|_| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()));
    match (two(hour), two(minute)) {
        (Some(hour @ 0..=23), Some(minute @ 0..=59)) => Ok(hour * 60 + minute),
        _ => Err(unreadable()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(from: &str, until: &str, zone: &str) -> Fields {
        Fields::default().set("quiet_from", from).set("quiet_until", until).set("quiet_zone", zone)
    }

    #[test]
    fn it_is_quiet_from_a_time_until_a_time_also_over_midnight_and_clock_changes() {
        let is_quiet = |from: &str, until: &str, at: &str| {
            let quiet = Quiet::read(&mut typed(from, until, "America/Chicago")).unwrap().unwrap();
            quiet.is_at(Moment::parse_rfc3339(at).unwrap())
        };
        // Chicago is six hours behind UTC in winter, and five in summer.
        for (from, until, at, expected) in [
            ("22:00", "06:30", "2026-11-23T04:00:00Z", true),
            ("22:00", "06:30", "2026-11-23T03:59:59Z", false),
            ("22:00", "06:30", "2026-11-23T12:29:59Z", true),
            ("22:00", "06:30", "2026-11-23T12:30:00Z", false),
            ("22:00", "06:30", "2026-07-01T03:00:00Z", true),
            ("22:00", "06:30", "2026-07-01T11:30:00Z", false),
            ("12:00", "13:00", "2026-11-22T18:30:00Z", true),
            ("12:00", "13:00", "2026-11-22T19:00:00Z", false),
            ("00:00", "23:59", "2026-11-23T05:59:00Z", false),
        ] {
            assert_eq!(is_quiet(from, until, at), expected, "{from} to {until} at {at}");
        }
    }

    #[test]
    fn without_times_it_is_never_quiet_and_half_a_span_is_none() {
        assert_eq!(Quiet::read(&mut typed("", " ", "")), Some(None));
        for (from, until, zone, field, key) in [
            ("22:00", "", "UTC", "quiet_until", "quiet-time"),
            ("25:00", "06:00", "UTC", "quiet_from", "quiet-time"),
            ("22:00", "22:00", "UTC", "quiet_until", "quiet-no-hours"),
            ("22:00", "06:00", "Nowhere/Else", "quiet_zone", "quiet-zone-unknown"),
        ] {
            let mut fields = typed(from, until, zone);
            assert_eq!(Quiet::read(&mut fields), None);
            assert_eq!(fields.problem(field).map(|refusal| refusal.key), Some(key));
        }
    }
}
