//! What may happen to a revision. No database, no web, no clock.

use ground::{Error, Id, Moment, Result};

use super::{Next, Proposal, Revision, State};
use crate::approval::Terms;

impl Revision {
    /// The draft gets its number and its hash, and waits for the client.
    ///
    /// # Errors
    /// Refused when it is no draft any more, or what it changes was replaced meanwhile.
    pub fn propose(&mut self, proposal: &Proposal, in_force: Option<&Id<Self>>, now: Moment) -> Result<()> {
        self.check_draft()?;
        if self.base_id.as_ref() != in_force {
            return Err(Error::refused("draft-base-replaced"));
        }
        let Proposal { summary, cause, cause_words, effective_at, question, .. } = proposal.clone();
        self.summary = summary;
        self.cause = cause;
        self.cause_words = cause_words;
        self.effective_at = effective_at;
        self.question = question;
        self.state = State::Proposed;
        self.proposed_at = Some(now);
        Ok(())
    }

    /// The client is asked: the clock reminds them, and then does what was agreed.
    pub fn ask(&mut self, terms: &Terms, now: Moment) {
        self.next = Some((Next::Remind, terms.remind_at(now)));
    }

    /// Whoever was asked was reminded; next the clock does what was agreed for silence.
    ///
    /// # Errors
    /// Refused when nothing is asked any more.
    pub fn remind(&mut self, terms: &Terms) -> Result<()> {
        let asked_at = self.proposed_at.filter(|_| self.awaits_answer());
        let asked_at = asked_at.ok_or(Error::refused("approval-not-asked"))?;
        self.next = Some((Next::Silence, terms.silence_at(asked_at)));
        Ok(())
    }

    /// The client, or the contract for them, says yes. It takes force now, or at its time.
    ///
    /// # Errors
    /// Refused when nobody is asked any more.
    pub fn agree(&mut self, now: Moment) -> Result<()> {
        self.must_await_answer()?;
        self.decided_at = Some(now);
        self.next = None;
        match (self.state, self.effective_at.filter(|at| *at > now)) {
            (State::InForce, _) => {}
            (_, Some(at)) => {
                self.state = State::Approved;
                self.next = Some((Next::TakeForce, at));
            }
            (_, None) => self.take_force(now),
        }
        Ok(())
    }

    /// The client says no: it will not take force, or ends when it had.
    ///
    /// # Errors
    /// Refused when nobody is asked any more.
    pub fn refuse(&mut self, now: Moment) -> Result<()> {
        self.must_await_answer()?;
        self.decided_at = Some(now);
        self.end(State::Refused, now);
        Ok(())
    }

    /// It is taken back before it took force.
    ///
    /// # Errors
    /// Refused when it took force, or ended.
    pub fn withdraw(&mut self, now: Moment) -> Result<()> {
        if !matches!(self.state, State::Proposed | State::Approved) {
            return Err(Error::refused("revision-not-waiting"));
        }
        self.end(State::Withdrawn, now);
        Ok(())
    }

    /// Its time has come.
    ///
    /// # Errors
    /// Refused unless the client agreed and the time is there.
    pub fn come_into_force(&mut self, now: Moment) -> Result<()> {
        let due = self.next.is_some_and(|(next, at)| next == Next::TakeForce && at <= now);
        if self.state != State::Approved || !due {
            return Err(Error::refused("revision-not-waiting"));
        }
        self.take_force(now);
        Ok(())
    }

    /// It takes force before the client has said anything; they are asked afterwards.
    ///
    /// # Errors
    /// Refused unless it was just proposed.
    pub fn force_now(&mut self, now: Moment) -> Result<()> {
        if self.state != State::Proposed {
            return Err(Error::refused("revision-not-waiting"));
        }
        self.emergency_at = Some(now);
        let asked = self.next;
        self.take_force(now);
        self.next = asked;
        Ok(())
    }

    /// Another one takes its place.
    pub fn be_replaced(&mut self, now: Moment) {
        self.end(State::Replaced, now);
    }

    /// The one that had replaced it was refused: officers stand by it again.
    pub fn return_to_force(&mut self) {
        self.state = State::InForce;
        self.ended_at = None;
    }

    fn take_force(&mut self, now: Moment) {
        self.state = State::InForce;
        self.in_force_at = Some(now);
        self.next = None;
    }

    fn end(&mut self, state: State, now: Moment) {
        self.state = state;
        self.ended_at = Some(now);
        self.next = None;
    }

    fn must_await_answer(&self) -> Result<()> {
        if self.awaits_answer() { Ok(()) } else { Err(Error::refused("approval-not-asked")) }
    }
}

#[cfg(test)]
mod tests;
