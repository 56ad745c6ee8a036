//! Until when an exam goes. It is a column that nobody can stop: a phone that dies, a browser that is closed, an officer who
//! walks away change nothing. When it is we who were away, that time is given back.

use ground::Moment;

/// While exams are under way a job watches their clocks every minute. When it did not for longer than this, we were away.
pub const AWAY_SECONDS: i64 = 180;

/// The clock of an exam.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// When the time is up.
    pub ends_at: Moment,
    /// When it was watched last.
    pub beat_at: Moment,
    /// How much was given back so far, in seconds.
    pub given_back_seconds: i64,
}

impl Clock {
    /// The same clock at a later moment. Were we away since it was watched last, exactly that while is given back, so that
    /// as much is left as there was then; whoever's time was up before gets nothing.
    #[must_use]
    pub fn at(self, now: Moment) -> Self {
        let away = now.seconds_since(self.beat_at);
        if away <= AWAY_SECONDS || self.beat_at >= self.ends_at {
            return self;
        }
        Self {
            ends_at: self.ends_at.plus_seconds(away),
            beat_at: now,
            given_back_seconds: self.given_back_seconds + away,
        }
    }

    /// Whether the time is up.
    #[must_use]
    pub fn is_over(self, now: Moment) -> bool {
        now >= self.ends_at
    }

    /// How much is left, in seconds.
    #[must_use]
    pub fn left_seconds(self, now: Moment) -> i64 {
        self.ends_at.seconds_since(now).max(0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn second(at: i64) -> Moment {
        Moment::from_millis(at * 1_000)
    }

    fn clock(ends_at: i64, beat_at: i64) -> Clock {
        Clock { ends_at: second(ends_at), beat_at: second(beat_at), given_back_seconds: 0 }
    }

    #[test]
    fn only_what_we_were_away_is_given_back() {
        // (ends at, watched last at, asked at) and (ends at, given back, is over), in seconds.
        let table = [
            ((3_000, 60, 60), (3_000, 0, false), "watched just now"),
            ((3_000, 60, 119), (3_000, 0, false), "between two minutes"),
            ((3_000, 60, 240), (3_000, 0, false), "three minutes late is not away"),
            ((3_000, 60, 241), (3_181, 181, false), "away"),
            ((3_000, 60, 7_260), (10_200, 7_200, false), "away for two hours, beyond the end"),
            ((3_000, 2_940, 3_000), (3_000, 0, true), "up at its second"),
            ((3_000, 2_940, 2_999), (3_000, 0, false), "a second before"),
            ((3_000, 2_980, 3_100), (3_000, 0, true), "watched late, and up meanwhile"),
            ((3_000, 2_940, 90_000), (90_060, 87_060, false), "went away in its last minute: that minute is left"),
            ((3_000, 3_000, 90_000), (3_000, 0, true), "was up when we went away"),
            ((3_000, 3_060, 90_000), (3_000, 0, true), "was up before we went away"),
            ((3_000, 500, 400), (3_000, 0, false), "a clock that went back gives nothing"),
        ];
        for ((ends_at, beat_at, now), (expected, given_back, over), what) in table {
            let found = clock(ends_at, beat_at).at(second(now));
            assert_eq!((found.ends_at, found.given_back_seconds), (second(expected), given_back), "{what}");
            assert_eq!(found.is_over(second(now)), over, "{what}");
        }
    }

    proptest! {
        #[test]
        fn as_much_is_left_as_there_was_and_never_more(ends in 1_i64..20_000, beat in 0_i64..20_000, later in 0_i64..200_000) {
            let (before, now) = (clock(ends, beat), second(beat + later));
            let after = before.at(now);
            prop_assert_eq!(after.at(now), after, "asked twice, the same");
            prop_assert!(after.ends_at.seconds_since(before.ends_at) <= later, "never more than the gap");
            prop_assert!(after.left_seconds(now) <= before.left_seconds(before.beat_at));
            prop_assert!(after.ends_at >= before.ends_at);
            if after.given_back_seconds > 0 {
                prop_assert_eq!(after.left_seconds(now), ends - beat);
            }
        }
    }
}
