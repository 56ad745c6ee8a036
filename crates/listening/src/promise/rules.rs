//! What a promise is, and when it falls due.

use agreement::contract::{self, Limit, Promises, Severity};
use ground::calendar::Calendar;
use ground::{Id, Moment, choice};
use serde::Serialize;

use super::clock::{self, ClockEvent, Kind, Reading};

choice! {
    /// What is promised next.
    pub enum Step {
        /// That somebody says it was heard.
        Acknowledge = "acknowledge", "step-acknowledge",
        /// An answer.
        Answer = "answer", "step-answer",
        /// That we ask again when nobody answers our question.
        FollowUp = "follow_up", "step-follow-up",
        /// That what is changed because of it is in force.
        Adjust = "adjust", "step-adjust",
        /// That we ask whether it helped.
        CheckBack = "check_back", "step-check-back",
        /// That it is closed when nobody says whether it helped.
        Close = "close", "step-close",
    }
}

impl Step {
    /// Whether it is promised to whoever told us, and shown to them.
    #[must_use]
    pub const fn is_to_them(self) -> bool {
        matches!(self, Self::Acknowledge | Self::Answer | Self::Adjust | Self::CheckBack)
    }

    /// Whether it needs somebody of ours; the clock keeps the others.
    #[must_use]
    pub const fn needs_us(self) -> bool {
        matches!(self, Self::Acknowledge | Self::Answer | Self::FollowUp | Self::Adjust)
    }
}

/// The calendar and the targets under which a concern was taken, as they were on that day.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// The site's hours and holidays.
    pub calendar: Calendar,
    /// What was agreed with the client.
    pub targets: Promises,
}

/// A due time that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Promise {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// What was promised.
    pub step: Step,
    /// In which round of its concern.
    pub round: i64,
    /// How long it may take, in the words of the agreement: `4 working hours`.
    pub target: String,
    /// When it was given.
    pub given_at: Moment,
    /// When it falls due; nobody knows while it is paused.
    pub due_at: Option<Moment>,
    /// When it was kept.
    pub kept_at: Option<Moment>,
    /// When another promise took its place, or nobody was owed it any more.
    pub ended_at: Option<Moment>,
    /// Why it was late, in words for whoever was promised it.
    pub late_reason: Option<String>,
    /// How many rungs of its ladder were climbed: who was told is in the alerts.
    #[serde(skip)]
    pub told: i64,
}

/// A span in which an answer waits for whoever told us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pause {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// When we asked.
    pub started_at: Moment,
    /// When we heard.
    pub ended_at: Option<Moment>,
}

/// How long a reason for being late may be, in letters.
pub const REASON_LETTERS: usize = 1_000;
/// How long we wait for an answer to our question before we ask again.
const FOLLOW_UP: &str = "3 working days";
/// How long we wait for a word on whether it helped before a concern is closed.
const CLOSE: &str = "14 days";

impl Terms {
    /// How long a step may take, in the words of the agreement; `None` where nothing is promised.
    #[must_use]
    pub fn target(&self, severity: Severity, step: Step) -> Option<String> {
        let agreed = |step| self.targets.limit(severity, step).map(|limit: Limit| limit.to_string());
        match step {
            Step::Acknowledge => agreed(contract::Step::Acknowledge),
            Step::Answer => agreed(contract::Step::Answer),
            Step::Adjust => agreed(contract::Step::Adjust),
            Step::CheckBack => agreed(contract::Step::CheckBack),
            Step::FollowUp => Some(FOLLOW_UP.to_owned()),
            Step::Close => Some(CLOSE.to_owned()),
        }
    }
}

impl Terms {
    /// How long after an answer we ask a second time whether it helped, in the words of the agreement.
    #[must_use]
    pub fn target_again(&self, severity: Severity) -> Option<String> {
        self.targets.limit(severity, contract::Step::CheckBackAgain).map(|limit| limit.to_string())
    }
}

impl Promise {
    /// A promise that is given now.
    #[must_use]
    pub fn given(step: Step, round: i64, target: String, at: Moment) -> Self {
        Self {
            id: Id::fresh(),
            step,
            round,
            target,
            given_at: at,
            due_at: None,
            kept_at: None,
            ended_at: None,
            late_reason: None,
            told: 0,
        }
    }

    /// Whether it is still owed.
    #[must_use]
    pub const fn is_owed(&self) -> bool {
        self.kept_at.is_none() && self.ended_at.is_none()
    }

    /// What its clock says now. Only an answer waits while whoever told us is asked.
    #[must_use]
    pub fn read(&self, pauses: &[Pause], calendar: &Calendar, now: Moment) -> Reading {
        let at = |at, kind| ClockEvent { at, kind };
        let mut events = vec![at(self.given_at, Kind::Started)];
        if self.step == Step::Answer {
            for pause in pauses.iter().filter(|pause| pause.ended_at.is_none_or(|ended| ended > self.given_at)) {
                events.push(at(pause.started_at.max(self.given_at), Kind::Paused(String::new())));
                events.extend(pause.ended_at.map(|ended| at(ended, Kind::Resumed)));
            }
        }
        events.extend(self.kept_at.map(|kept| at(kept, Kind::Kept)));
        events.extend(self.ended_at.map(|ended| at(ended, Kind::Cancelled)));
        events.sort_by_key(|event| event.at);
        // A target that was kept as text was a limit when it was written; none of them is longer than a year.
        let span = self.target.parse::<Limit>().map_or(contract::Span::Always(0), |limit| limit.seconds(calendar));
        clock::read(&events, calendar, span, now)
    }

    /// Whether it was or is late, as of now. Closing in silence is never late: nobody waits for it.
    #[must_use]
    pub fn is_late(&self, now: Moment) -> bool {
        if self.step == Step::Close {
            return false;
        }
        let until = self.kept_at.or(self.ended_at).unwrap_or(now);
        self.due_at.is_some_and(|due| due < until)
    }
}
