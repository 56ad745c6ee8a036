//! How far the ladders of a case were climbed: whom the clock has told, and whom it tells next.

use agreement::contract::Severity;
use calling::ladder::{self, Ladder, Rung, Times};
use ground::Moment;
use ground::calendar::Calendar;

use super::Case;
use crate::promise::{Promise, Step};

impl Case {
    /// Climbs every ladder as far as it reaches by now: the rungs that are new, each with its promise.
    pub fn climb(&mut self, now: Moment) -> Vec<(Promise, Rung)> {
        let (severity, calendar) = (self.concern.severity, &self.terms.calendar);
        let mut climbed = Vec::new();
        for promise in self.promises.iter_mut().filter(|promise| promise.is_owed()) {
            while let Some((rung, _)) = next(&self.ladder, severity, promise, calendar).filter(|(_, at)| *at <= now) {
                promise.told += 1;
                climbed.push((promise.clone(), rung));
            }
        }
        self.concern.next_alert_at = self.next_alert_at();
        climbed
    }

    /// When the next rung of any ladder is reached.
    pub(super) fn next_alert_at(&self) -> Option<Moment> {
        let next = |promise: &Promise| next(&self.ladder, self.concern.severity, promise, &self.terms.calendar);
        self.promises.iter().filter(|promise| promise.is_owed()).filter_map(next).map(|(_, at)| at).min()
    }
}

/// The next rung of a promise, and when it is reached. What the clock itself keeps has no ladder.
fn next(ladder: &Ladder, severity: Severity, promise: &Promise, calendar: &Calendar) -> Option<(Rung, Moment)> {
    let step = match promise.step {
        Step::Acknowledge => ladder::Step::Acknowledge,
        Step::Answer => ladder::Step::Answer,
        Step::FollowUp => ladder::Step::FollowUp,
        Step::Adjust => ladder::Step::Adjust,
        Step::CheckBack | Step::Close => return None,
    };
    let times = Times { given_at: promise.given_at, due_at: promise.due_at };
    let rung = ladder.rung(severity, step, promise.told)?;
    Some((rung, ladder.rung_at((severity, step), promise.told, times, calendar)?))
}
