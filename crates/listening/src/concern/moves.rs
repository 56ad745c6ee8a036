//! What may happen to a concern, and what that does to its promises. No database, no web, no clock.
//!
//! Every move ends in `settle`, which finds the next promise: an open concern always has one.

mod ladder;
mod measures;
mod promises;

use agreement::contract::Severity;
use calling::ladder::Ladder;
use ground::{Error, Id, Moment, Result};
use people::staff::StaffMember;

use super::{Category, Concern, Outcome, State};
use crate::promise::{Pause, Promise, Step, Terms};

/// For how long a closed concern can be opened again by one click, in seconds.
pub const REOPEN_SECONDS: i64 = 30 * 86_400;

/// A concern with all that was promised for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The concern.
    pub concern: Concern,
    /// Every promise that was ever given, oldest first.
    pub promises: Vec<Promise>,
    /// Every span in which we waited for whoever told us.
    pub pauses: Vec<Pause>,
    /// The terms under which it was taken.
    pub terms: Terms,
    /// Whom we call at its site, as it is today.
    pub ladder: Ladder,
}

impl Case {
    /// A concern that is raised now: its promises begin to run.
    ///
    /// # Errors
    /// Broken when the terms promise nothing for its severity.
    pub fn raised(concern: Concern, terms: Terms, ladder: Ladder) -> Result<Self> {
        let now = concern.raised_at;
        let mut case = Self { concern, promises: Vec::new(), pauses: Vec::new(), terms, ladder };
        case.give(Step::Acknowledge, now);
        case.give(Step::Answer, now);
        case.settle(now)?;
        Ok(case)
    }

    /// Somebody says that it was heard. Praise needs no more than that.
    ///
    /// # Errors
    /// Refused when somebody did before, or when it is closed.
    pub fn acknowledge(&mut self, now: Moment) -> Result<()> {
        self.must_be_open()?;
        if self.concern.state != State::New {
            return Err(Error::refused("concern-already-acknowledged"));
        }
        self.keep(Step::Acknowledge, now);
        if self.concern.severity == Severity::P {
            self.end(Outcome::Thanked, now);
            return Ok(());
        }
        self.concern.state = State::Acknowledged;
        self.settle(now)
    }

    /// It is answered; later we ask whether that helped.
    ///
    /// # Errors
    /// Refused when it is closed.
    pub fn answer(&mut self, now: Moment) -> Result<()> {
        self.respond(State::Answered, now)
    }

    /// It is refused, with a reason and a recourse. It stays open until the recourse is used or let go.
    ///
    /// # Errors
    /// Refused when it is closed or was refused before.
    pub fn refuse(&mut self, now: Moment) -> Result<()> {
        if self.concern.state == State::Refused {
            return Err(Error::refused("concern-already-refused"));
        }
        self.respond(State::Refused, now)
    }

    fn respond(&mut self, state: State, now: Moment) -> Result<()> {
        self.must_be_open()?;
        self.resume(now);
        self.keep(Step::Acknowledge, now);
        self.keep(Step::Answer, now);
        self.drop_promise(Step::CheckBack, now);
        self.drop_promise(Step::Close, now);
        self.concern.state = state;
        self.come_back(now);
        self.settle(now)
    }

    /// We ask back: the answer waits until we hear, and we promise to ask again.
    ///
    /// # Errors
    /// Refused when it is closed, or when we are waiting already.
    pub fn ask_back(&mut self, now: Moment) -> Result<()> {
        self.must_be_open()?;
        if self.concern.state == State::Waiting {
            return Err(Error::refused("concern-already-waiting"));
        }
        self.keep(Step::Acknowledge, now);
        self.drop_promise(Step::CheckBack, now);
        self.drop_promise(Step::Close, now);
        if self.owed(Step::Answer).is_none() {
            self.owe_answer(now);
        }
        self.pauses.push(Pause { id: Id::fresh(), started_at: now, ended_at: None });
        self.give(Step::FollowUp, now);
        self.concern.state = State::Waiting;
        self.settle(now)
    }

    /// We say something while we wait for whoever told us: asked again, they have as long again.
    ///
    /// # Errors
    /// Refused when it is closed.
    pub fn remind(&mut self, now: Moment) -> Result<()> {
        self.must_be_open()?;
        if self.concern.state == State::Waiting {
            self.keep(Step::FollowUp, now);
            self.give(Step::FollowUp, now);
        }
        self.settle(now)
    }

    /// Whoever told us says more. What waited for them runs on; after an answer, a new one is
    /// owed. The first message that is not answered keeps its clock.
    ///
    /// # Errors
    /// Refused when it is closed: it must be opened again first.
    pub fn hear(&mut self, now: Moment) -> Result<()> {
        self.must_be_open()?;
        match self.concern.state {
            State::New | State::Acknowledged | State::Closed => return Ok(()),
            State::Waiting => self.resume(now),
            State::Answered | State::Refused => {
                self.drop_promise(Step::CheckBack, now);
                self.drop_promise(Step::Close, now);
                self.owe_answer(now);
            }
        }
        self.concern.state = State::Acknowledged;
        self.settle(now)
    }

    /// A message such as "thank you" needs no answer; what was promised before it runs on.
    ///
    /// # Errors
    /// Refused when nothing was answered yet in this round, or nothing is owed.
    pub fn no_answer_needed(&mut self, now: Moment) -> Result<()> {
        self.must_be_open()?;
        if !self.may_need_no_answer() {
            return Err(Error::refused("concern-needs-answer"));
        }
        self.resume(now);
        self.drop_promise(Step::Answer, now);
        self.concern.state = State::Answered;
        self.come_back(now);
        self.settle(now)
    }

    /// Whether what was said last may be left unanswered: something was answered in this round, and an answer is owed.
    #[must_use]
    pub fn may_need_no_answer(&self) -> bool {
        let round = self.concern.round;
        let answered = |promise: &Promise| promise.step == Step::Answer && promise.kept_at.is_some();
        let was_answered = self.promises.iter().any(|promise| promise.round == round && answered(promise));
        was_answered && self.owed(Step::Answer).is_some()
    }

    /// We ask whether it helped; when nobody says, it is closed after a while. After the gravest
    /// concerns we ask once more, unless they have said by then.
    ///
    /// # Errors
    /// Refused unless it was answered or refused, and that question is owed.
    pub fn ask_whether_it_helped(&mut self, now: Moment) -> Result<()> {
        if !matches!(self.concern.state, State::Answered | State::Refused) {
            return Err(Error::refused("concern-not-answered"));
        }
        let Some(first) = self.owed(Step::CheckBack).cloned() else {
            return Err(Error::refused("concern-not-answered"));
        };
        self.keep(Step::CheckBack, now);
        let again = self.terms.target_again(self.concern.severity).filter(|again| *again != first.target);
        if let Some(again) = again {
            self.promises.push(Promise::given(Step::CheckBack, self.concern.round, again, first.given_at));
        }
        if self.owed(Step::Close).is_none() {
            self.give(Step::Close, now);
        }
        self.settle(now)
    }

    /// It helped: closed. Whoever told us may say so before they are asked.
    ///
    /// # Errors
    /// Refused unless it was answered or refused.
    pub fn settled(&mut self, now: Moment) -> Result<()> {
        self.close(Outcome::Settled, now)
    }

    /// It is closed.
    ///
    /// # Errors
    /// Refused when it is closed, before it was answered, refused or asked about, and while something is
    /// changed because of it, unless whoever told us says that it helped already.
    pub fn close(&mut self, outcome: Outcome, now: Moment) -> Result<()> {
        self.must_be_open()?;
        if outcome != Outcome::Settled && self.owed(Step::Adjust).is_some() {
            return Err(Error::refused("concern-measure-planned"));
        }
        if matches!(self.concern.state, State::New | State::Acknowledged) {
            return Err(Error::refused("concern-not-answered"));
        }
        self.resume(now);
        self.end(outcome, now);
        Ok(())
    }

    /// It is opened again: a new round with new promises. Those that were missed stay missed.
    ///
    /// # Errors
    /// Refused when it is open and unanswered, or was closed too long ago.
    pub fn reopen(&mut self, now: Moment) -> Result<()> {
        match self.concern.closed_at {
            None if matches!(self.concern.state, State::Answered | State::Refused) => {}
            None => return Err(Error::refused("concern-already-open")),
            Some(closed_at) if now.seconds_since(closed_at) > REOPEN_SECONDS => {
                return Err(Error::refused("concern-closed-long-ago"));
            }
            Some(_) => {}
        }
        self.resume(now);
        let planned = self.owed(Step::Adjust).map(|promise| promise.target.clone());
        self.drop_all(now);
        let concern = &mut self.concern;
        (concern.closed_at, concern.outcome) = (None, None);
        concern.round += 1;
        concern.state = State::New;
        if concern.severity == Severity::P {
            // Whoever comes back to praise has something to say that needs an answer.
            (concern.severity, concern.category) = (Severity::S3, Category::Unsorted);
        }
        self.give(Step::Acknowledge, now);
        self.give(Step::Answer, now);
        if let Some(target) = planned {
            self.promises.push(Promise::given(Step::Adjust, self.concern.round, target, now));
        }
        self.settle(now)
    }

    /// Somebody else sees to it.
    ///
    /// # Errors
    /// Refused when it is closed, or they do already.
    pub fn hand_over(&mut self, to: &Id<StaffMember>) -> Result<()> {
        self.must_be_open()?;
        if self.concern.owner_id == *to {
            return Err(Error::refused("concern-already-theirs"));
        }
        if self.concern.about_id.as_ref() == Some(to) {
            return Err(Error::refused("concern-about-them"));
        }
        self.concern.owner_id = to.clone();
        Ok(())
    }

    /// It is sorted. With another severity what is owed is promised anew, counted from the same
    /// start with the same pauses; what was promised before stays in the history.
    ///
    /// # Errors
    /// Refused when it is closed, or the severity does not fit where it stands.
    pub fn sort(&mut self, category: Category, severity: Severity, now: Moment) -> Result<()> {
        self.must_be_open()?;
        self.concern.category = category;
        if self.concern.severity == severity {
            return Ok(());
        }
        if severity == Severity::P && self.concern.state != State::New {
            return Err(Error::refused("concern-not-praise"));
        }
        self.concern.severity = severity;
        for step in [Step::Acknowledge, Step::Answer, Step::CheckBack] {
            let since = self.owed(step).map(|promise| promise.given_at);
            self.drop_promise(step, now);
            if let Some(since) = since {
                self.give(step, since);
            }
        }
        let answer_owed = matches!(self.concern.state, State::New | State::Acknowledged | State::Waiting);
        if answer_owed && severity != Severity::P && self.owed(Step::Answer).is_none() {
            self.give(Step::Answer, self.concern.raised_at);
        }
        self.settle(now)
    }

    /// It goes on the protected path: only a few may read it from now on, and an owner above the site sees to it.
    ///
    /// # Errors
    /// Refused when it is there already.
    pub fn protect(&mut self, owner: &Id<StaffMember>, about: Option<Id<StaffMember>>, now: Moment) -> Result<()> {
        if self.concern.protected_at.is_some() {
            return Err(Error::refused("concern-already-protected"));
        }
        if about.as_ref() == Some(owner) {
            return Err(Error::refused("concern-about-them"));
        }
        self.concern.protected_at = Some(now);
        self.concern.owner_id = owner.clone();
        self.concern.about_id = about;
        Ok(())
    }

    /// The promise of a step that is owed now.
    #[must_use]
    pub fn owed(&self, step: Step) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.step == step && promise.is_owed())
    }

    fn must_be_open(&self) -> Result<()> {
        if self.concern.closed_at.is_some() { Err(Error::refused("concern-closed")) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;
