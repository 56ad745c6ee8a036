//! The usual ladders: what holds where nobody said otherwise. Their times are ours (field-notes 3.7
//! names the targets of promises; no source names rungs).

use agreement::contract::Severity;

use super::rules::{Point, Rung, Step, Way, Whom};

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;

const fn rung(whom: Whom, point: Point, seconds: i64, by: Way) -> Rung {
    Rung { whom, point, seconds, by }
}

use Point::{AfterDue, AfterGiven, BeforeDue, OpenAfterDue};
use Way::{Letter, Push};
use Whom::{AccountManagers, Administrators, Owner, Supervisors};

/// A grave concern that nobody has acknowledged: the office is called at once, then written to,
/// then whoever stands above them, and again when it is due.
const NOBODY_HEARD: &[Rung] = &[
    rung(Owner, AfterGiven, 0, Push),
    rung(Supervisors, AfterGiven, 0, Push),
    rung(Owner, AfterGiven, 2 * MINUTE, Letter),
    rung(Supervisors, AfterGiven, 2 * MINUTE, Letter),
    rung(AccountManagers, AfterGiven, 5 * MINUTE, Push),
    rung(AccountManagers, AfterGiven, 7 * MINUTE, Letter),
    rung(Administrators, AfterGiven, 10 * MINUTE, Push),
    rung(Administrators, AfterGiven, 12 * MINUTE, Letter),
    rung(Owner, AfterDue, 0, Push),
    rung(Supervisors, AfterDue, 0, Push),
    rung(AccountManagers, AfterDue, 5 * MINUTE, Push),
    rung(Administrators, AfterDue, 10 * MINUTE, Push),
];
const GRAVE_ANSWER: &[Rung] = &[
    rung(Owner, BeforeDue, 30 * MINUTE, Push),
    rung(Owner, AfterDue, 0, Letter),
    rung(Supervisors, AfterDue, 0, Push),
    rung(AccountManagers, AfterDue, 30 * MINUTE, Push),
    rung(Administrators, AfterDue, HOUR, Push),
];
const SERIOUS_NEW: &[Rung] = &[
    rung(Owner, AfterGiven, 0, Push),
    rung(Owner, BeforeDue, 15 * MINUTE, Letter),
    rung(Supervisors, BeforeDue, 15 * MINUTE, Push),
    rung(AccountManagers, AfterDue, 0, Push),
    rung(Administrators, AfterDue, HOUR, Letter),
];
const SERIOUS_ANSWER: &[Rung] = &[
    rung(Owner, BeforeDue, 4 * HOUR, Push),
    rung(Owner, AfterDue, 0, Letter),
    rung(Supervisors, AfterDue, 0, Push),
    rung(AccountManagers, AfterDue, 4 * HOUR, Letter),
    rung(Administrators, AfterDue, 24 * HOUR, Letter),
];
const EVERYDAY: &[Rung] = &[
    rung(Owner, BeforeDue, 2 * HOUR, Letter),
    rung(Owner, AfterDue, 0, Letter),
    rung(Supervisors, AfterDue, 0, Letter),
    rung(AccountManagers, OpenAfterDue, 8 * HOUR, Letter),
    rung(Administrators, OpenAfterDue, 24 * HOUR, Letter),
];
const FOLLOW_UP: &[Rung] = &[rung(Owner, AfterDue, 0, Letter), rung(Supervisors, OpenAfterDue, 8 * HOUR, Letter)];

/// How often a grave concern that nobody acknowledged is told again, after its ladder ends.
pub(super) const AGAIN_SECONDS: i64 = 20 * MINUTE;
/// Who is told again, all at once and by both ways.
pub(super) const AGAIN: [Rung; 6] = [
    rung(Supervisors, AfterDue, AGAIN_SECONDS, Push),
    rung(AccountManagers, AfterDue, AGAIN_SECONDS, Push),
    rung(Administrators, AfterDue, AGAIN_SECONDS, Push),
    rung(Supervisors, AfterDue, AGAIN_SECONDS, Letter),
    rung(AccountManagers, AfterDue, AGAIN_SECONDS, Letter),
    rung(Administrators, AfterDue, AGAIN_SECONDS, Letter),
];

/// The usual rungs of a promise.
pub(super) const fn usual(severity: Severity, step: Step) -> &'static [Rung] {
    match (step, severity) {
        (Step::FollowUp, _) => FOLLOW_UP,
        (Step::Acknowledge, Severity::S1) => NOBODY_HEARD,
        (Step::Answer | Step::Adjust, Severity::S1) => GRAVE_ANSWER,
        (Step::Acknowledge, Severity::S2) => SERIOUS_NEW,
        (Step::Answer, Severity::S2) => SERIOUS_ANSWER,
        (Step::Acknowledge | Step::Answer | Step::Adjust, _) => EVERYDAY,
    }
}
