//! The only place that asks what time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::Moment;

/// How far ahead of the machine's clock the record may stand before we stop believing the record.
const BELIEVED_AHEAD_SECONDS: i64 = 600;

/// What time it is. It never goes back, also when the machine's clock does.
#[derive(Clone, Debug)]
pub struct Clock {
    latest_millis: Arc<AtomicI64>,
    /// A clock that stands still until it is moved; for tests and for growing a history.
    standing: bool,
}

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub fn system() -> Self {
        Self { latest_millis: Arc::new(AtomicI64::new(i64::MIN)), standing: false }
    }

    /// A clock that stands at this moment until it is moved.
    #[must_use]
    pub fn standing_at(moment: Moment) -> Self {
        Self { latest_millis: Arc::new(AtomicI64::new(moment.millis())), standing: true }
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Moment {
        if self.standing {
            return Moment::from_millis(self.latest_millis.load(Ordering::Relaxed));
        }
        let system = system_millis();
        let latest = self.latest_millis.fetch_max(system, Ordering::Relaxed);
        Moment::from_millis(latest.max(system))
    }

    /// Moves a standing clock forward. The machine's clock is not ours to move.
    pub fn forward_seconds(&self, seconds: i64) {
        if self.standing {
            self.latest_millis.fetch_add(seconds * 1000, Ordering::Relaxed);
        }
    }

    /// From now on it is at least this moment: the record already says so.
    /// A record that is far ahead is not believed, so that one wrong clock does not stop all clocks.
    pub fn not_before(&self, recorded: Moment) {
        if !self.standing && recorded.millis() <= system_millis() + BELIEVED_AHEAD_SECONDS * 1000 {
            self.latest_millis.fetch_max(recorded.millis(), Ordering::Relaxed);
        }
    }
}

#[allow(clippy::disallowed_methods, reason = "the only place that asks the machine what time it is")]
fn system_millis() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_never_goes_back() {
        let clock = Clock::system();
        let ahead = clock.now().plus_seconds(300);
        clock.not_before(ahead);
        assert!(clock.now() >= ahead);
    }

    #[test]
    fn a_record_from_far_ahead_is_not_believed() {
        let clock = Clock::system();
        let now = clock.now();
        clock.not_before(now.plus_seconds(86_400));
        assert!(clock.now() < now.plus_seconds(60));
    }

    #[test]
    fn a_standing_clock_moves_when_it_is_moved() {
        let clock = Clock::standing_at(Moment::from_millis(0));
        clock.forward_seconds(5);
        assert_eq!(clock.now(), Moment::from_millis(5_000));
    }
}
