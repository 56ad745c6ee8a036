//! What the moves do to the promises of a case.

use agreement::contract::Severity;
use ground::{Error, Moment, Result};

use super::Case;
use crate::concern::{Outcome, State};
use crate::promise::{Promise, Step};

impl Case {
    /// The promises of this round to whoever told us that are late, and nobody said why.
    pub fn unexplained(&self, now: Moment) -> impl Iterator<Item = &Promise> {
        self.promises.iter().filter(move |promise| self.is_unexplained(promise, now))
    }

    fn is_unexplained(&self, promise: &Promise, now: Moment) -> bool {
        let of_this_round = promise.round == self.concern.round && promise.step.is_to_them();
        of_this_round && promise.late_reason.is_none() && promise.is_late(now)
    }

    /// Whoever told us is told why what was promised is late.
    ///
    /// # Errors
    /// Refused when nothing is late, or the reasons were said.
    pub fn explain(&mut self, reason: &str, now: Moment) -> Result<()> {
        let late: Vec<bool> = self.promises.iter().map(|promise| self.is_unexplained(promise, now)).collect();
        if !late.contains(&true) {
            return Err(Error::refused("promise-not-late"));
        }
        for (promise, _) in self.promises.iter_mut().zip(late).filter(|(_, late)| *late) {
            promise.late_reason = Some(reason.to_owned());
        }
        Ok(())
    }

    /// Gives a promise, when the terms have one for this step; says whether they have.
    pub(super) fn give(&mut self, step: Step, at: Moment) -> bool {
        let target = self.terms.target(self.concern.severity, step);
        let given = target.map(|target| Promise::given(step, self.concern.round, target, at));
        let has = given.is_some();
        self.promises.extend(given);
        has
    }

    /// Promises an answer; to who praised and says more, as to a wish, for praise itself is promised none.
    pub(super) fn owe_answer(&mut self, at: Moment) {
        if !self.give(Step::Answer, at) {
            let target = self.terms.target(Severity::S4, Step::Answer);
            let given = target.map(|target| Promise::given(Step::Answer, self.concern.round, target, at));
            self.promises.extend(given);
        }
    }

    pub(super) fn keep(&mut self, step: Step, now: Moment) {
        self.change_owed(step, |promise| promise.kept_at = Some(now));
    }

    pub(super) fn drop_promise(&mut self, step: Step, now: Moment) {
        self.change_owed(step, |promise| promise.ended_at = Some(now));
    }

    pub(super) fn drop_all(&mut self, now: Moment) {
        self.promises.iter_mut().filter(|promise| promise.is_owed()).for_each(|promise| promise.ended_at = Some(now));
    }

    pub(super) fn change_owed(&mut self, step: Step, change: impl Fn(&mut Promise)) {
        self.promises.iter_mut().filter(|promise| promise.step == step && promise.is_owed()).for_each(change);
    }

    pub(super) fn resume(&mut self, now: Moment) {
        self.pauses.iter_mut().filter(|pause| pause.ended_at.is_none()).for_each(|pause| pause.ended_at = Some(now));
        self.drop_promise(Step::FollowUp, now);
        // What waited knows its due time again, also when it is kept in the same moment.
        self.reckon(now);
    }

    pub(super) fn end(&mut self, outcome: Outcome, now: Moment) {
        let last = if outcome == Outcome::Silent { Step::Close } else { self.concern.next_step };
        if outcome == Outcome::Silent {
            self.keep(Step::Close, now);
        }
        self.reckon(now);
        self.drop_all(now);
        let concern = &mut self.concern;
        concern.state = State::Closed;
        concern.outcome = Some(outcome);
        concern.closed_at = Some(now);
        concern.next_step = last;
        concern.next_due_at = None;
        concern.next_alert_at = None;
    }

    /// Reckons every due time, and finds what comes next.
    pub(super) fn settle(&mut self, now: Moment) -> Result<()> {
        self.reckon(now);
        // While we wait for whoever told us, the answer is not what comes next, also when it is late.
        let waits = self.pauses.iter().any(|pause| pause.ended_at.is_none());
        let due = |promise: &Promise| {
            let is_next = promise.is_owed() && !(waits && promise.step == Step::Answer);
            promise.due_at.filter(|_| is_next).map(|due| (due, promise.step))
        };
        let next = self.promises.iter().filter_map(due).min();
        let (due_at, step) = next.ok_or_else(|| Error::broken("an open concern has no next promise"))?;
        self.concern.next_step = step;
        self.concern.next_due_at = Some(due_at);
        self.concern.next_alert_at = self.next_alert_at();
        Ok(())
    }

    pub(super) fn reckon(&mut self, now: Moment) {
        for promise in self.promises.iter_mut().filter(|promise| promise.is_owed()) {
            let reading = promise.read(&self.pauses, &self.terms.calendar, now);
            // What was missed before it waits stays missed.
            promise.due_at = reading.due_at.or(reading.breached_at);
        }
    }
}
