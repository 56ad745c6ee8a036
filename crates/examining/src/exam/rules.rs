//! What an exam is.

mod clock;
mod likely;

pub use clock::{AWAY_SECONDS, Clock};
pub use likely::likely_again;

use ground::words::Language;
use ground::{Error, Id, Moment, Result, choice};
use learning::mixed::mixed;
use learning::question::{Question, Wording};
use people::staff::StaffMember;
use serde::Serialize;

use crate::paper::{Paper, Short};

choice! {
    /// What kind of exam it is.
    pub enum Kind {
        /// By a blueprint, against the clock.
        Exam = "exam", "exam-kind-exam",
        /// A test that finds out how much somebody can.
        Placement = "placement", "exam-kind-placement",
    }
}

choice! {
    /// Why no more is answered.
    pub enum Why {
        /// The officer handed it in.
        HandedIn = "handed_in", "exam-closed-handed-in",
        /// The time was up.
        Time = "time", "exam-closed-time",
        /// It is known well enough how much they can, or whether they pass.
        Sure = "sure", "exam-closed-sure",
        /// As many questions were asked as may be.
        Enough = "enough", "exam-closed-enough",
    }
}

/// An exam of one officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exam {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Whose.
    pub staff_id: Id<StaffMember>,
    /// What kind it is.
    pub kind: Kind,
    /// By which blueprint.
    pub blueprint: String,
    /// Which of its papers, where it has several.
    pub unit: Option<String>,
    /// In which language, as far as its questions have it.
    pub language: Language,
    /// What drew its questions.
    pub seed: i64,
    /// When it began.
    pub begun_at: Moment,
    /// When its time is up, as far as was written down; see [`Exam::clock`]. A test has no clock.
    pub ends_at: Option<Moment>,
    /// When its clock was watched last.
    #[serde(skip)]
    pub beat_at: Moment,
    /// How much of the time was given back because we were away, in seconds.
    pub given_back_seconds: i64,
    /// Since when nothing is answered any more.
    pub closed_at: Option<Moment>,
    /// Why.
    pub closed_why: Option<Why>,
    /// How many questions it has.
    pub asked: i64,
    /// How many must be right.
    pub pass_mark: i64,
    /// How many are.
    pub right_answers: Option<i64>,
    /// What there were too few questions about.
    pub short_of: Vec<Short>,
    /// How likely it was to be passed, in millionths, as was known before.
    pub foretold_millionths: Option<i64>,
    /// What a test found: the ability and how far off it may be, in thousandths of a logit.
    pub found: Option<Found>,
    /// When it was voided, and why; it counts for nothing since.
    pub voided: Option<(Moment, String)>,
    /// Grows with each change.
    pub version: i64,
}

/// What a test found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The ability, in thousandths of a logit.
    pub ability_thousandths: i64,
    /// How far off it may be, in thousandths of a logit.
    pub error_thousandths: i64,
}

/// A question of an exam.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its place, from 1.
    pub place: i64,
    /// Which question.
    pub question_id: Id<Question>,
    /// In which words.
    pub wording_id: Id<Wording>,
    /// The place of what was chosen among the options as their author has them.
    pub chosen: Option<usize>,
    /// When that was; a test may be answered with none of them.
    pub answered_at: Option<Moment>,
    /// Since when the officer wants to come back to it.
    pub flagged_at: Option<Moment>,
}

/// What an officer sends of one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// The place of what they choose among the options as their author has them; none changes nothing.
    pub chosen: Option<usize>,
    /// Whether they want to come back to it.
    pub flagged: bool,
}

/// An exam that was drawn and did not begin yet.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// What it is made of.
    pub paper: Paper,
    /// What kind it is.
    pub kind: Kind,
    /// In which language.
    pub language: Language,
    /// What drew its questions.
    pub seed: i64,
    /// Its questions in their order.
    pub questions: Vec<(Id<Question>, Id<Wording>)>,
    /// What there are too few questions about.
    pub short_of: Vec<Short>,
    /// How likely it is to be passed, in millionths; none where too little is known.
    pub foretold_millionths: Option<i64>,
}

impl Exam {
    /// One that begins now.
    ///
    /// # Errors
    /// Refused when there is nothing to ask.
    pub fn begun(drawn: &Drawn, staff_id: &Id<StaffMember>, now: Moment) -> Result<Self> {
        let Drawn { paper, kind, language, seed, questions, short_of, foretold_millionths } = drawn;
        if questions.is_empty() {
            return Err(Error::refused("exam-nothing-to-ask"));
        }
        let pass_mark = if *kind == Kind::Exam { paper.pass_of(questions.len()) } else { paper.pass() as usize };
        Ok(Self {
            id: Id::fresh(),
            staff_id: staff_id.clone(),
            kind: *kind,
            blueprint: paper.blueprint.id.clone(),
            unit: paper.unit.map(|unit| unit.id.clone()),
            language: *language,
            seed: *seed,
            begun_at: now,
            ends_at: (*kind == Kind::Exam).then(|| now.plus_seconds(60 * i64::from(paper.minutes()))),
            beat_at: now,
            given_back_seconds: 0,
            closed_at: None,
            closed_why: None,
            asked: number(questions.len()),
            pass_mark: number(pass_mark),
            right_answers: None,
            short_of: short_of.clone(),
            foretold_millionths: *foretold_millionths,
            found: None,
            voided: None,
            version: 0,
        })
    }

    /// How many questions it would have, had there been enough of them.
    #[must_use]
    pub fn whole(&self) -> i64 {
        self.asked + self.short_of.iter().map(|short| number(short.needed - short.there)).sum::<i64>()
    }

    /// Its clock as it stands, with the time that is given back; none of a test, which has no clock.
    ///
    /// Whatever asks until when an exam goes asks this, so that a page and the job that watches never differ.
    #[must_use]
    pub fn clock(&self, now: Moment) -> Option<Clock> {
        let Self { beat_at, given_back_seconds, .. } = *self;
        let kept = Clock { ends_at: self.ends_at?, beat_at, given_back_seconds };
        Some(if self.closed_at.is_some() { kept } else { kept.at(now) })
    }

    /// Whether answers are taken: it was not handed in, and its time is not up.
    #[must_use]
    pub fn is_open(&self, now: Moment) -> bool {
        self.closed_at.is_none() && !self.is_over(now)
    }

    /// Whether its time is up.
    #[must_use]
    pub fn is_over(&self, now: Moment) -> bool {
        self.clock(now).is_some_and(|clock| clock.is_over(now))
    }

    /// Nothing is answered any more; so many answers are right.
    ///
    /// # Errors
    /// Refused when that was so before.
    pub fn closed(self, why: Why, (asked, right): (i64, i64), now: Moment) -> Result<Self> {
        if self.closed_at.is_some() {
            return Err(Error::refused("exam-closed-before"));
        }
        let clock = self.clock(now);
        Ok(Self {
            closed_at: Some(now),
            closed_why: Some(why),
            asked,
            right_answers: Some(right),
            ends_at: clock.map(|clock| clock.ends_at),
            beat_at: now,
            given_back_seconds: clock.map_or(0, |clock| clock.given_back_seconds),
            ..self
        })
    }

    /// It counts for nothing.
    ///
    /// # Errors
    /// Refused while it is under way, when it is of whoever asks, and when that was done before.
    pub fn voided(self, by: &str, why: &str, now: Moment) -> Result<Self> {
        if self.closed_at.is_none() {
            return Err(Error::refused("exam-void-under-way"));
        }
        if self.staff_id.as_str() == by {
            return Err(Error::refused("exam-void-own"));
        }
        if self.voided.is_some() {
            return Err(Error::refused("exam-void-before"));
        }
        Ok(Self { voided: Some((now, why.to_owned())), ..self })
    }

    /// Whether as many were right as must be; none while it is under way.
    #[must_use]
    pub fn is_passed(&self) -> Option<bool> {
        self.right_answers.map(|right| right >= self.pass_mark)
    }

    /// The options of a question in the order in which whoever sits this exam sees them: their places as the author has
    /// them. It is mixed, and stays the same.
    #[must_use]
    pub fn order(&self, question_id: &Id<Question>, options: usize) -> Vec<usize> {
        mixed(options, &format!("{} {question_id}", self.id))
    }
}

impl Asked {
    /// What becomes of a question by what the officer sends of it.
    #[must_use]
    pub fn said(&self, said: Said, now: Moment) -> Self {
        let same = said.chosen.is_none() || (said.chosen == self.chosen && self.answered_at.is_some());
        let flagged_at = said.flagged.then(|| self.flagged_at.unwrap_or(now));
        if same {
            return Self { flagged_at, ..self.clone() };
        }
        Self { chosen: said.chosen, answered_at: Some(now), flagged_at, ..self.clone() }
    }
}

/// A count as rows hold it.
#[must_use]
pub fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
