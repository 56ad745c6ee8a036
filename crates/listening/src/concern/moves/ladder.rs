//! How far the ladders of a case were climbed: whom the clock has told, and whom it tells next.

use ground::Moment;

use super::Case;
use crate::alert::{self, Rung};
use crate::promise::Promise;

impl Case {
    /// Climbs every ladder as far as it reaches by now: the rungs that are new, each with its promise.
    pub fn climb(&mut self, now: Moment) -> Vec<(Promise, Rung)> {
        let (severity, calendar) = (self.concern.severity, &self.terms.calendar);
        let mut climbed = Vec::new();
        for promise in self.promises.iter_mut().filter(|promise| promise.is_owed()) {
            while let Some(rung) = alert::rung(severity, promise.step, promise.told) {
                if alert::rung_at(rung, promise, calendar).is_none_or(|at| at > now) {
                    break;
                }
                promise.told += 1;
                climbed.push((promise.clone(), rung));
            }
        }
        self.concern.next_alert_at = self.next_alert_at();
        climbed
    }

    /// When the next rung of any ladder is reached.
    pub(super) fn next_alert_at(&self) -> Option<Moment> {
        let next = |promise: &Promise| {
            let rung = alert::rung(self.concern.severity, promise.step, promise.told)?;
            alert::rung_at(rung, promise, &self.terms.calendar)
        };
        self.promises.iter().filter(|promise| promise.is_owed()).filter_map(next).min()
    }
}
