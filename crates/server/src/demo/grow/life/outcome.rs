//! How a concern ends: answered, asked about, opened again, closed.

use listening::check_back::{self, Feedback, Handling, Helped};
use listening::concern::State;
use listening::conversation;
use listening::promise::Step;
use people::Me;
use rand::Rng;

use super::{HOUR, Life, MINUTE, Stop};

/// After so many rounds whoever told us is content, or tired.
const ROUNDS: i64 = 3;

/// What they say when we ask whether it helped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Yes,
    Partly,
    No,
    Nothing,
}

impl Life<'_, '_> {
    /// It is answered, or refused where that is realistic, and lives on until it is closed.
    pub(super) fn come_to_an_end(&mut self) -> Result<(), Stop> {
        let refusal = self.words("refusal");
        if !refusal.is_empty() && self.dice.random_ratio(1, 5) {
            let at = self.in_time();
            self.staff(at, |work, id| conversation::refuse(work, id, None, &refusal))?;
            return self.fall_silent();
        }
        let mut answer = self.words("answer");
        loop {
            let at = self.in_time();
            self.staff(at, |work, id| conversation::answer(work, id, None, &answer))?;
            match self.said() {
                Said::Yes => return self.check(Helped::Yes),
                Said::Nothing => return self.fall_silent(),
                Said::Partly => self.check(Helped::Partly)?,
                Said::No => {
                    self.check(Helped::No)?;
                    self.acknowledge_again()?;
                }
            }
            answer = self.any_of("answered_again");
        }
    }

    /// Seven in ten say yes, and of those who hear of it again more.
    fn said(&mut self) -> Said {
        match self.dice.random_range(0..100) {
            70..78 if self.concern.round < ROUNDS => Said::No,
            78..88 if self.concern.round == 1 => Said::Partly,
            88.. => Said::Nothing,
            _ => Said::Yes,
        }
    }

    /// We ask when we promised to, and they say.
    fn check(&mut self, helped: Helped) -> Result<(), Stop> {
        self.ask()?;
        let words = match helped {
            Helped::Yes if self.dice.random_ratio(1, 3) => None,
            Helped::Yes => Some(self.words("check_yes")),
            Helped::Partly => Some(self.words("check_partly")).filter(|words| !words.is_empty()),
            Helped::No => Some(self.words("check_no")),
        };
        let words = words.or_else(|| (helped == Helped::Partly).then(|| self.any_of("partly")));
        let feedback = Feedback { handling: self.handling(helped), helped, words };
        let (me, at) = (self.reporter(), self.soon(20 * MINUTE..60 * HOUR));
        self.act(&me, at, |work, id| check_back::answer(work, id, &feedback))
    }

    /// How they found it handled: half of them say, and more kindly when it helped.
    fn handling(&mut self, helped: Helped) -> Handling {
        let base = match helped {
            Helped::Yes => 4,
            Helped::Partly => 3,
            Helped::No => 1,
        };
        let says = self.dice.random_ratio(1, 2);
        let mut grade = |more: i64| says.then(|| (base + more + self.dice.random_range(-1..=1)).clamp(1, 5));
        Handling { fair: grade(0), prompt: grade(0), respect: grade(1), told_why: grade(0) }
    }

    /// The clock asks whether it helped, but on the protected path.
    fn ask(&mut self) -> Result<(), Stop> {
        if self.concern.protected_at.is_some() {
            return Ok(());
        }
        let at = self.when_due();
        self.act(&Me::system(), at, check_back::ask)
    }

    fn acknowledge_again(&mut self) -> Result<(), Stop> {
        let words = self.any_of("acknowledged_again");
        let at = self.in_time();
        self.staff(at, |work, id| conversation::say(work, id, None, &words))
    }

    /// Nobody says whether it helped: it is closed after a while, now and then by staff who called;
    /// and a few come back to it.
    fn fall_silent(&mut self) -> Result<(), Stop> {
        let answered = self.concern.state == State::Answered;
        self.ask()?;
        if self.concern.protected_at.is_some() || self.dice.random_ratio(1, 6) {
            let words = self.any_of("closing");
            let at = self.soon(20 * HOUR..200 * HOUR);
            return self.staff(at, |work, id| check_back::close(work, id, None, &words));
        }
        while self.concern.next_step == Step::CheckBack {
            self.ask()?;
        }
        let at = self.when_due();
        self.act(&Me::system(), at, check_back::close_in_silence)?;
        if answered && self.dice.random_ratio(1, 10) { self.reopen() } else { Ok(()) }
    }

    fn reopen(&mut self) -> Result<(), Stop> {
        let words = self.words("check_no");
        let (me, at) = (self.reporter(), self.soon(24 * HOUR..25 * 24 * HOUR));
        self.act(&me, at, |work, id| check_back::reopen(work, id, &words))?;
        self.acknowledge_again()?;
        let (answer, at) = (self.any_of("answered_again"), self.in_time());
        self.staff(at, |work, id| conversation::answer(work, id, None, &answer))?;
        self.check(Helped::Yes)
    }
}
