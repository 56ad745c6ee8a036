//! Moments in words, as the clocks of a place show them.

use super::Words;
use crate::{Day, Moment};

impl Words {
    /// A day: `22 Nov 2026`.
    #[must_use]
    pub fn day(&self, day: impl std::borrow::Borrow<Day>) -> String {
        let (year, month, day) = day.borrow().parts();
        let month = self.t(&format!("month-{month}"));
        self.with("day", &[("day", day.to_string().into()), ("month", month.into()), ("year", year.to_string().into())])
    }

    /// A moment by the clocks of an IANA zone, which is named, so that nobody takes it for
    /// another place's time: `22 Nov 2026, 06:00 CST`. Where there is no such zone, in UTC.
    #[must_use]
    pub fn when(&self, at: impl std::borrow::Borrow<Moment>, zone: &str) -> String {
        let at = *at.borrow();
        let Some(local) = at.in_zone(zone).or_else(|| at.in_zone("UTC")) else { return at.to_string() };
        self.with(
            "when",
            &[
                ("day", local.day.to_string().into()),
                ("month", self.t(&format!("month-{}", local.month)).into()),
                ("year", local.year.to_string().into()),
                ("time", format!("{:02}:{:02}", local.hour, local.minute).into()),
                ("zone", local.zone_abbreviation.into()),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Catalogue, Language, SENTENCES};
    use crate::Moment;

    #[test]
    fn a_moment_is_said_by_the_clocks_of_the_place_and_names_their_zone() {
        let words = Catalogue::gather(&[SENTENCES]).unwrap();
        let at = Moment::parse_rfc3339("2026-11-22T12:05:00Z").unwrap();
        assert_eq!(words.speak(Language::English).when(at, "America/Chicago"), "22 Nov 2026, 06:05 CST");
        assert_eq!(words.speak(Language::Spanish).when(at, "Europe/Madrid"), "22 nov 2026, 13:05 CET");
        assert_eq!(words.speak(Language::English).when(at, "Nowhere/Else"), "22 Nov 2026, 12:05 UTC");
        let leap_day = crate::Day::new(2028, 2, 29).unwrap();
        assert_eq!(words.speak(Language::Spanish).day(leap_day), "29 feb 2028");
    }
}
