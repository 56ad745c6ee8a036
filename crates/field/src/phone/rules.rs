//! What a phone is, its key, and its clock.

use ground::secret::Keys;
use ground::{Error, Id, Moment, Result};
use people::staff::StaffMember;
use serde::Serialize;

/// A clock that is further off than this, in seconds, is wrong: what it says is corrected.
pub const TOLERATED_SECONDS: i64 = 120;
/// Whoever comes back after so long, in seconds, comes anew: what happened meanwhile is news to them.
const AWAY_SECONDS: i64 = 3_600;
const PURPOSE: &str = "phone";
/// How much of what a browser calls itself is kept, in letters.
const LABEL_LETTERS: usize = 120;

/// A browser in which a staff member signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phone {
    /// The name that it gave itself.
    pub id: Id<Self>,
    /// Who signed in there; whoever shares it has a row of their own.
    pub staff_id: Id<StaffMember>,
    /// What it calls itself, so that its owner knows it again.
    pub label: String,
    /// When it was first heard of.
    pub first_seen_at: Moment,
    /// When it was last heard of.
    pub last_seen_at: Moment,
    /// When they were there the time before.
    pub seen_before_at: Option<Moment>,
    /// How far its clock was ahead of ours then, in seconds.
    pub clock_ahead_seconds: i64,
    /// When somebody said that it is lost.
    pub given_up_at: Option<Moment>,
}

impl Phone {
    /// A phone that is heard of for the first time.
    #[must_use]
    pub fn introduced(id: Id<Self>, staff_id: Id<StaffMember>, label: &str, (ahead, now): (i64, Moment)) -> Self {
        let label = label.chars().filter(|letter| !letter.is_control()).take(LABEL_LETTERS).collect();
        let (first_seen_at, last_seen_at) = (now, now);
        let (seen_before_at, given_up_at) = (None, None);
        Self {
            id,
            staff_id,
            label,
            first_seen_at,
            last_seen_at,
            seen_before_at,
            clock_ahead_seconds: ahead,
            given_up_at,
        }
    }

    /// The phone after it was heard of again.
    #[must_use]
    pub fn seen(self, ahead: i64, now: Moment) -> Self {
        let anew = now.seconds_since(self.last_seen_at) >= AWAY_SECONDS;
        let seen_before_at = if anew { Some(self.last_seen_at) } else { self.seen_before_at };
        Self { seen_before_at, last_seen_at: now, clock_ahead_seconds: ahead, ..self }
    }

    /// It is lost.
    ///
    /// # Errors
    /// Refused when that was said before.
    pub fn given_up(self, now: Moment) -> Result<Self> {
        match self.given_up_at {
            Some(_) => Err(Error::refused("phone-given-up-before")),
            None => Ok(Self { given_up_at: Some(now), ..self }),
        }
    }
}

/// Under which a staff member's words are sealed on a phone. It is derived, so that we can make it again.
#[must_use]
pub fn key(keys: &Keys, phone: &Id<Phone>, staff_id: &Id<StaffMember>) -> [u8; 32] {
    keys.keyed(PURPOSE, &format!("{phone} {staff_id}"))
}

/// How far a clock is ahead of ours, in seconds.
#[must_use]
pub fn ahead_seconds(theirs_millis: i64, now: Moment) -> i64 {
    theirs_millis.saturating_sub(now.millis()) / 1_000
}

/// When something happened by our clock: as the phone says where its clock is right, and corrected by how
/// far that is off where it is wrong. Never in the future.
#[must_use]
pub fn happened_at(at_millis: i64, ahead: i64, now: Moment) -> Moment {
    let off = if ahead.abs() > TOLERATED_SECONDS { ahead.saturating_mul(1_000) } else { 0 };
    Moment::from_millis(at_millis.saturating_sub(off).clamp(0, now.millis()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: Moment = Moment::from_millis(1_795_000_000_000);
    const HOUR: i64 = 3_600;

    #[test]
    fn a_clock_that_is_three_hours_off_is_corrected() {
        for (ahead, said, happened) in [
            (0, -600, -600),
            (119, -481, -481),
            (3 * HOUR, 3 * HOUR - 600, -600),
            (-3 * HOUR, -3 * HOUR - 600, -600),
            (0, 60, 0),
        ] {
            let at = NOW.plus_seconds(said);
            assert_eq!(happened_at(at.millis(), ahead, NOW), NOW.plus_seconds(happened), "{ahead} {said}");
        }
    }

    #[test]
    fn whoever_was_away_finds_news_and_whoever_was_not_does_not() {
        let phone = Phone::introduced(Id::known("p"), Id::known("omar"), "A\nB", (0, NOW));
        assert_eq!((phone.label.as_str(), phone.seen_before_at), ("AB", None));
        let soon = phone.clone().seen(5, NOW.plus_seconds(60));
        assert_eq!((soon.seen_before_at, soon.clock_ahead_seconds), (None, 5));
        let later = soon.seen(0, NOW.plus_seconds(60 + AWAY_SECONDS));
        assert_eq!(later.seen_before_at, Some(NOW.plus_seconds(60)));
        let again = later.clone().seen(0, NOW.plus_seconds(90 + AWAY_SECONDS));
        assert_eq!(again.seen_before_at, later.seen_before_at, "a page later it is still news");
        let lost = phone.given_up(NOW).unwrap();
        assert!(lost.given_up(NOW).is_err());
    }

    proptest! {
        #[test]
        fn nothing_happens_in_the_future(at in any::<i64>(), theirs in any::<i64>()) {
            let happened = happened_at(at, ahead_seconds(theirs, NOW), NOW);
            prop_assert!(happened <= NOW && happened.millis() >= 0);
        }

        #[test]
        fn the_time_between_two_things_stays(first in 1_000_000_i64..2_000_000, later in 0_i64..900_000, ahead in -100_000_i64..100_000) {
            let at = |millis| happened_at(NOW.millis() + ahead * 1_000 - 3_000_000 + millis, ahead, NOW.plus_seconds(200_000));
            prop_assert_eq!(at(first + later).millis() - at(first).millis(), later);
        }
    }
}
