//! The ladder: for each promise, who is told and when, from its owner up to the administrators.

use agreement::contract::Severity;
use ground::calendar::Calendar;
use ground::{Id, Moment, choice};
use people::staff::StaffMember;

use crate::concern::Concern;
use crate::promise::{Promise, Step};

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;

choice! {
    /// Who stands on a rung of the ladder.
    pub enum Whom {
        /// Whoever sees to the concern.
        Owner = "owner", "whom-owner",
        /// The supervisors who look after its site.
        Supervisors = "supervisors", "whom-supervisors",
        /// The account managers.
        AccountManagers = "account_managers", "whom-account-managers",
        /// The administrators: the owners of the firm.
        Administrators = "administrators", "whom-administrators",
    }
}

/// When a rung is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// So many seconds after the promise was given, day and night.
    AfterGiven(i64),
    /// So many seconds before it is due.
    BeforeDue(i64),
    /// So many seconds after it was due, day and night.
    AfterDue(i64),
    /// So many open seconds after it was due: nobody is woken for a wish.
    OpenAfterDue(i64),
}

/// One rung: who is told, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// Who.
    pub whom: Whom,
    when: When,
}

const fn at(when: When, whom: Whom) -> Rung {
    Rung { whom, when }
}

/// A grave concern that nobody has acknowledged: the office is told at once, and then again, one
/// rung higher every five minutes, until somebody does.
const NOBODY_HEARD: &[Rung] = &[
    at(When::AfterGiven(0), Whom::Owner),
    at(When::AfterGiven(0), Whom::Supervisors),
    at(When::AfterGiven(5 * MINUTE), Whom::AccountManagers),
    at(When::AfterGiven(10 * MINUTE), Whom::Administrators),
    at(When::AfterDue(0), Whom::Owner),
    at(When::AfterDue(0), Whom::Supervisors),
    at(When::AfterDue(5 * MINUTE), Whom::AccountManagers),
    at(When::AfterDue(10 * MINUTE), Whom::Administrators),
    at(When::AfterDue(30 * MINUTE), Whom::Supervisors),
    at(When::AfterDue(30 * MINUTE), Whom::AccountManagers),
    at(When::AfterDue(30 * MINUTE), Whom::Administrators),
];
const GRAVE_ANSWER: &[Rung] = &[
    at(When::BeforeDue(30 * MINUTE), Whom::Owner),
    at(When::AfterDue(0), Whom::Owner),
    at(When::AfterDue(0), Whom::Supervisors),
    at(When::AfterDue(30 * MINUTE), Whom::AccountManagers),
    at(When::AfterDue(HOUR), Whom::Administrators),
];
const SERIOUS_NEW: &[Rung] = &[
    at(When::AfterGiven(0), Whom::Owner),
    at(When::BeforeDue(15 * MINUTE), Whom::Owner),
    at(When::BeforeDue(15 * MINUTE), Whom::Supervisors),
    at(When::AfterDue(0), Whom::AccountManagers),
    at(When::AfterDue(HOUR), Whom::Administrators),
];
const SERIOUS_ANSWER: &[Rung] = &[
    at(When::BeforeDue(4 * HOUR), Whom::Owner),
    at(When::AfterDue(0), Whom::Owner),
    at(When::AfterDue(0), Whom::Supervisors),
    at(When::AfterDue(4 * HOUR), Whom::AccountManagers),
    at(When::AfterDue(24 * HOUR), Whom::Administrators),
];
const EVERYDAY: &[Rung] = &[
    at(When::BeforeDue(2 * HOUR), Whom::Owner),
    at(When::AfterDue(0), Whom::Owner),
    at(When::AfterDue(0), Whom::Supervisors),
    at(When::OpenAfterDue(8 * HOUR), Whom::AccountManagers),
    at(When::OpenAfterDue(24 * HOUR), Whom::Administrators),
];
const FOLLOW_UP: &[Rung] = &[at(When::AfterDue(0), Whom::Owner), at(When::OpenAfterDue(8 * HOUR), Whom::Supervisors)];

/// How often a grave concern that nobody acknowledged is told again, after its ladder ends.
const AGAIN_SECONDS: i64 = 30 * MINUTE;
/// Who is told again.
const AGAIN: [Whom; 3] = [Whom::Supervisors, Whom::AccountManagers, Whom::Administrators];

/// The rung of a promise after so many were climbed; `None` at the end of its ladder. The ladder of
/// a grave concern that nobody has acknowledged has no end.
#[must_use]
pub fn rung(severity: Severity, step: Step, climbed: i64) -> Option<Rung> {
    let (ladder, climbed) = (ladder(severity, step), usize::try_from(climbed).ok()?);
    if let Some(rung) = ladder.get(climbed) {
        return Some(*rung);
    }
    let beyond = climbed - ladder.len();
    let round = i64::try_from(beyond / AGAIN.len()).ok()? + 2;
    let again = at(When::AfterDue(round * AGAIN_SECONDS), AGAIN[beyond % AGAIN.len()]);
    (severity == Severity::S1 && step == Step::Acknowledge).then_some(again)
}

/// The ladder of a promise, in the order in which its rungs are climbed. What the clock itself
/// keeps has none.
const fn ladder(severity: Severity, step: Step) -> &'static [Rung] {
    match (step, severity) {
        (Step::CheckBack | Step::Close, _) => &[],
        (Step::FollowUp, _) => FOLLOW_UP,
        (Step::Acknowledge, Severity::S1) => NOBODY_HEARD,
        (Step::Answer, Severity::S1) => GRAVE_ANSWER,
        (Step::Acknowledge, Severity::S2) => SERIOUS_NEW,
        (Step::Answer, Severity::S2) => SERIOUS_ANSWER,
        (Step::Acknowledge | Step::Answer, _) => EVERYDAY,
    }
}

/// When a rung of a promise is reached; nobody knows while its due time waits. A warning is not
/// sent before the promise was given.
#[must_use]
pub fn rung_at(rung: Rung, promise: &Promise, calendar: &Calendar) -> Option<Moment> {
    let due_at = promise.due_at;
    match rung.when {
        When::AfterGiven(seconds) => Some(promise.given_at.plus_seconds(seconds)),
        When::BeforeDue(seconds) => due_at.map(|due_at| due_at.plus_seconds(-seconds).max(promise.given_at)),
        When::AfterDue(seconds) => due_at.map(|due_at| due_at.plus_seconds(seconds)),
        When::OpenAfterDue(seconds) => due_at.map(|due_at| calendar.add_open_millis(due_at, seconds * 1_000)),
    }
}

/// One telling of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// About which concern.
    pub concern_id: Id<Concern>,
    /// About which promise.
    pub promise_id: Id<Promise>,
    /// On which rung they stand.
    pub whom: Whom,
    /// Who was told.
    pub staff_id: Id<StaffMember>,
    /// When.
    pub told_at: Moment,
}

impl Alert {
    /// Somebody is told now.
    #[must_use]
    pub fn told(concern: &Concern, promise: &Promise, whom: Whom, member: &StaffMember, now: Moment) -> Self {
        Self {
            id: Id::fresh(),
            concern_id: concern.id.clone(),
            promise_id: promise.id.clone(),
            whom,
            staff_id: member.id.clone(),
            told_at: now,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A promise of Monday, 10:00, due at 16:00, at a site that is open from 08:00 to 18:00.
    fn promise() -> (Promise, Calendar) {
        let given_at = Moment::parse_rfc3339("2026-11-23T16:00:00Z").unwrap();
        let mut promise = Promise::given(Step::Answer, 1, "6 working hours".to_owned(), given_at);
        promise.due_at = Some(given_at.plus_seconds(6 * HOUR));
        let week = r#"{"zone":"America/Chicago","hours":{"mon":["08:00-18:00"],"tue":["08:00-18:00"]}}"#;
        (promise, week.parse().unwrap())
    }

    #[test]
    fn rungs_are_climbed_in_the_order_of_time() {
        let (promise, calendar) = promise();
        for severity in Severity::ALL {
            for step in Step::ALL {
                let at: Vec<Moment> =
                    ladder(*severity, *step).iter().map(|rung| rung_at(*rung, &promise, &calendar).unwrap()).collect();
                assert!(at.is_sorted(), "{severity:?} {step:?}");
            }
        }
    }

    #[test]
    fn a_grave_concern_is_told_until_somebody_acknowledges_it() {
        let (promise, calendar) = promise();
        let at = |climbed| {
            let rung = rung(Severity::S1, Step::Acknowledge, climbed).unwrap();
            rung_at(rung, &promise, &calendar).unwrap()
        };
        assert!((0..500).map(at).is_sorted());
        assert_eq!(at(499 + 3).seconds_since(at(499)), AGAIN_SECONDS);
        assert_eq!(rung(Severity::S2, Step::Acknowledge, 500), None);
    }

    #[test]
    fn nobody_is_woken_for_a_shortfall() {
        let (promise, calendar) = promise();
        let last = ladder(Severity::S3, Step::Answer)[3];
        assert_eq!(last.whom, Whom::AccountManagers);
        // Two open hours are left on Monday; six more end on Tuesday at 14:00.
        let at = rung_at(last, &promise, &calendar).unwrap();
        assert_eq!(at, Moment::parse_rfc3339("2026-11-24T20:00:00Z").unwrap());
    }

    #[test]
    fn a_warning_is_not_older_than_its_promise_and_waits_with_it() {
        let (mut promise, calendar) = promise();
        promise.due_at = Some(promise.given_at.plus_seconds(60));
        let warning = ladder(Severity::S3, Step::Answer)[0];
        assert_eq!(rung_at(warning, &promise, &calendar), Some(promise.given_at));
        promise.due_at = None;
        assert_eq!(rung_at(warning, &promise, &calendar), None);
    }
}
