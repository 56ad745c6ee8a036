//! What an alert is.

use calling::ladder::{Way, Whom};
use ground::{Id, Moment};
use people::staff::StaffMember;

use crate::concern::Concern;
use crate::promise::Promise;

/// One telling: who was told of which promise, when and by which way.
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
    /// By which way.
    pub way: Way,
    /// When.
    pub told_at: Moment,
}

/// Nobody is written to twice about one promise within this time: who was written to at once, for
/// want of a device, needs no second letter when the others are written to.
const TWICE_SECONDS: i64 = 180;

impl Alert {
    /// Somebody is told now.
    #[must_use]
    pub fn told(promise: (&Concern, &Promise), whom: Whom, (member, way): (&StaffMember, Way), now: Moment) -> Self {
        let (concern, promise) = promise;
        Self {
            id: Id::fresh(),
            concern_id: concern.id.clone(),
            promise_id: promise.id.clone(),
            whom,
            staff_id: member.id.clone(),
            way,
            told_at: now,
        }
    }

    /// Whether this is a letter of a moment ago about a promise to somebody.
    #[must_use]
    pub fn is_letter_just_now(&self, promise: &Promise, member: &StaffMember, now: Moment) -> bool {
        let theirs = self.promise_id == promise.id && self.staff_id == member.id;
        theirs && self.way == Way::Letter && now.seconds_since(self.told_at) < TWICE_SECONDS
    }
}
