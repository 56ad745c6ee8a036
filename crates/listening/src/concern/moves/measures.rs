//! What is changed because of a concern, and what that does to its promises.

use agreement::contract::{Limit, Severity};
use ground::{Error, Moment, Result};

use super::Case;
use crate::concern::State;
use crate::promise::{Promise, Step};

impl Case {
    /// Something will be changed because of it, within a limit that is promised. Whether it helps is
    /// asked when the change is in force, not before. A second change shares the promise of the first.
    ///
    /// # Errors
    /// Refused when it is closed, or praise.
    pub fn plan_measure(&mut self, limit: Limit, now: Moment) -> Result<()> {
        self.must_take_measures()?;
        self.drop_promise(Step::CheckBack, now);
        self.drop_promise(Step::Close, now);
        if self.owed(Step::Adjust).is_none() {
            self.promises.push(Promise::given(Step::Adjust, self.concern.round, limit.to_string(), now));
        }
        self.settle(now)
    }

    /// What was changed is in force, and whoever told us is told so: that is an answer. After a
    /// while we ask whether it worked. `last` when nothing else is still to be changed.
    ///
    /// # Errors
    /// Refused when it is closed, or praise.
    pub fn adjust(&mut self, check_back_after: Limit, last: bool, now: Moment) -> Result<()> {
        self.must_take_measures()?;
        self.resume(now);
        self.keep(Step::Acknowledge, now);
        self.keep(Step::Answer, now);
        self.drop_promise(Step::CheckBack, now);
        self.drop_promise(Step::Close, now);
        self.concern.state = State::Answered;
        if last || self.owed(Step::Adjust).is_none() {
            self.keep(Step::Adjust, now);
            let (round, target) = (self.concern.round, check_back_after.to_string());
            self.promises.push(Promise::given(Step::CheckBack, round, target, now));
        }
        self.settle(now)
    }

    /// Nothing will be changed after all. `last` when nothing else is still to be changed.
    ///
    /// # Errors
    /// Refused when it is closed.
    pub fn drop_measure(&mut self, last: bool, now: Moment) -> Result<()> {
        self.must_be_open()?;
        if last && self.owed(Step::Adjust).is_some() {
            self.drop_promise(Step::Adjust, now);
            if matches!(self.concern.state, State::Answered | State::Refused) {
                self.come_back(now);
            }
        }
        self.settle(now)
    }

    fn must_take_measures(&self) -> Result<()> {
        self.must_be_open()?;
        if self.concern.severity == Severity::P { Err(Error::refused("concern-is-praise")) } else { Ok(()) }
    }

    /// After an answer we come back to it, and ask whether it helped; where that is not promised, it
    /// closes after a while. While something is still to be changed, that comes first.
    pub(super) fn come_back(&mut self, now: Moment) {
        if self.owed(Step::Adjust).is_none() && !self.give(Step::CheckBack, now) {
            self.give(Step::Close, now);
        }
    }
}
