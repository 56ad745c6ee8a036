//! What a ladder is, and when its rungs are reached.

use std::collections::BTreeMap;

use agreement::contract::Severity;
use ground::calendar::Calendar;
use ground::fields::Choice;
use ground::{Id, Moment, choice};
use people::organization;
use people::site::Site;

use super::usual::{AGAIN, AGAIN_SECONDS, usual};

/// The most rungs that a ladder has.
pub const MOST_RUNGS: usize = 12;

choice! {
    /// Who stands on a rung of the ladder.
    pub enum Whom {
        /// Whoever sees to the concern.
        Owner = "owner", "whom-owner",
        /// The supervisors who look after its site: those on duty, if any is.
        Supervisors = "supervisors", "whom-supervisors",
        /// The account managers.
        AccountManagers = "account_managers", "whom-account-managers",
        /// The administrators: the owners of the firm.
        Administrators = "administrators", "whom-administrators",
    }
}

choice! {
    /// By which way somebody is told.
    pub enum Way {
        /// On their devices; by letter when they have none.
        Push = "push", "way-push",
        /// By letter.
        Letter = "letter", "way-letter",
    }
}

choice! {
    /// What is promised: that which has a ladder. Where nobody is owed anything by us, nobody is called.
    pub enum Step {
        /// That somebody says it was heard.
        Acknowledge = "acknowledge", "step-acknowledge",
        /// An answer.
        Answer = "answer", "step-answer",
        /// That we ask again when nobody answers our question.
        FollowUp = "follow_up", "ladder-follow-up",
        /// That what is changed because of it is in force.
        Adjust = "adjust", "step-adjust",
    }
}

choice! {
    /// From where the time of a rung is counted, in the order of time.
    pub enum Point {
        /// After the promise was given, day and night.
        AfterGiven = "after_given", "point-after-given",
        /// Before it is due.
        BeforeDue = "before_due", "point-before-due",
        /// After it was due, day and night.
        AfterDue = "after_due", "point-after-due",
        /// After it was due, in open hours: nobody is woken for a wish.
        OpenAfterDue = "open_after_due", "point-open-after-due",
    }
}

/// One rung: who is told, when, and by which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// Who.
    pub whom: Whom,
    /// From where its time is counted.
    pub point: Point,
    /// How many seconds from there.
    pub seconds: i64,
    /// By which way.
    pub by: Way,
}

/// When a promise was given, and when it is due; nobody knows while it waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// When it was given.
    pub given_at: Moment,
    /// When it is due.
    pub due_at: Option<Moment>,
}

/// Whose ladder it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// That of the organization.
    Organization,
    /// That of a site, over the organization's.
    Site(Id<Site>),
}

impl Scope {
    /// As the rows name it.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Organization => organization::ID,
            Self::Site(id) => id.as_str(),
        }
    }
}

impl Rung {
    /// The rung as a row keeps it: `owner after_given 0 push`.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{} {} {} {}", self.whom.word(), self.point.word(), self.seconds, self.by.word())
    }

    /// Reads what a row keeps.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let (whom, point) = (Whom::from_word(parts.next()?)?, Point::from_word(parts.next()?)?);
        let (seconds, by) = (parts.next()?.parse().ok()?, Way::from_word(parts.next()?)?);
        parts.next().is_none().then_some(Self { whom, point, seconds, by })
    }

    /// When it is reached by itself. A warning is not sent before the promise was given.
    pub(super) fn at(&self, times: Times, calendar: &Calendar) -> Option<Moment> {
        let seconds = self.seconds;
        match (self.point, times.due_at) {
            (Point::AfterGiven, _) => Some(times.given_at.plus_seconds(seconds)),
            (Point::BeforeDue, Some(due_at)) => Some(due_at.plus_seconds(-seconds).max(times.given_at)),
            (Point::AfterDue, Some(due_at)) => Some(due_at.plus_seconds(seconds)),
            (Point::OpenAfterDue, Some(due_at)) => Some(calendar.add_open_millis(due_at, seconds * 1_000)),
            (_, None) => None,
        }
    }
}

/// The ladders that hold at a site: its own over the organization's over the usual ones.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ladder {
    own: BTreeMap<(Severity, Step), Vec<Rung>>,
}

impl Ladder {
    /// The same ladders with other rungs for one promise.
    #[must_use]
    pub fn with(mut self, severity: Severity, step: Step, rungs: Vec<Rung>) -> Self {
        self.own.insert((severity, step), rungs);
        self
    }

    /// The rungs of a promise, in the order in which they are climbed. When there is nobody who
    /// acknowledges a grave concern, they go on without end; see [`Ladder::rung`].
    #[must_use]
    pub fn rungs(&self, severity: Severity, step: Step) -> &[Rung] {
        self.own.get(&(severity, step)).map_or_else(|| usual(severity, step), Vec::as_slice)
    }

    /// The rung of a promise after so many were climbed; `None` at the end of its ladder. The
    /// ladder of a grave concern that nobody has acknowledged has no end.
    #[must_use]
    pub fn rung(&self, severity: Severity, step: Step, climbed: i64) -> Option<Rung> {
        let (rungs, climbed) = (self.rungs(severity, step), usize::try_from(climbed).ok()?);
        if let Some(rung) = rungs.get(climbed) {
            return Some(*rung);
        }
        has_no_end(severity, step).then(|| AGAIN[(climbed - rungs.len()) % AGAIN.len()])
    }

    /// When the rung after so many is reached: not before the one before it, however short the
    /// promise is, so that nobody is passed over. Nobody knows while the due time waits.
    #[must_use]
    pub fn rung_at(
        &self,
        (severity, step): (Severity, Step),
        climbed: i64,
        times: Times,
        calendar: &Calendar,
    ) -> Option<Moment> {
        let (rungs, climbed) = (self.rungs(severity, step), usize::try_from(climbed).ok()?);
        let until = rungs.len().min(climbed + 1);
        let reached = rungs[..until]
            .iter()
            .try_fold(times.given_at, |before, rung| rung.at(times, calendar).map(|at| at.max(before)))?;
        if climbed < rungs.len() {
            return Some(reached);
        }
        let rounds = i64::try_from((climbed - rungs.len()) / AGAIN.len()).ok()? + 1;
        has_no_end(severity, step).then(|| reached.plus_seconds(rounds * AGAIN_SECONDS))
    }
}

/// Whether its ladder goes on until a human says that they heard it.
fn has_no_end(severity: Severity, step: Step) -> bool {
    severity == Severity::S1 && step == Step::Acknowledge
}
