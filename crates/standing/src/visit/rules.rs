//! When a visit is due, and how much the faces at a site change.

use ground::{Id, Moment};
use people::staff::StaffMember;

const DAY_SECONDS: i64 = 86_400;
/// How often a site is visited where nobody agreed on anything, in days.
pub const USUAL_DAYS: i64 = 30;
/// Over so many days it is counted how many stood at a site.
const WINDOW_DAYS: i64 = 90;

/// When a site is to be visited next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// When somebody last came; none as long as nobody did.
    pub last_at: Option<Moment>,
    /// By when somebody is to come.
    pub due_at: Moment,
}

impl Due {
    /// When a site is due that is visited every so many days, and where we began at a moment.
    #[must_use]
    pub const fn of(last_at: Option<Moment>, began_at: Moment, every_days: i64) -> Self {
        let from = match last_at {
            Some(at) => at,
            None => began_at,
        };
        Self { last_at, due_at: from.plus_seconds(every_days * DAY_SECONDS) }
    }

    /// Whether it is overdue.
    #[must_use]
    pub fn is_late(&self, now: Moment) -> bool {
        now > self.due_at
    }
}

/// Who stood at a site over some time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rotation {
    /// Who stands there now, and since when they stood there for the first time.
    pub standing: Vec<(Id<StaffMember>, Moment)>,
    /// How many different officers stood there in the window.
    pub officers: usize,
}

impl Rotation {
    /// Since when it is counted.
    pub(super) const fn since(now: Moment) -> Moment {
        now.plus_seconds(-WINDOW_DAYS * DAY_SECONDS)
    }

    /// How many of those who stand there came within the window.
    #[must_use]
    pub fn new_ones(&self, now: Moment) -> usize {
        let since = Self::since(now);
        self.standing.iter().filter(|(_, first)| *first > since).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64) -> Moment {
        Moment::from_millis(day * DAY_SECONDS * 1_000)
    }

    #[test]
    fn a_visit_is_due_so_many_days_after_the_last_or_after_we_began() {
        let visited = Due::of(Some(at(100)), at(0), 30);
        assert_eq!(visited.due_at, at(130));
        assert!(!visited.is_late(at(130)) && visited.is_late(at(131)));
        assert_eq!(Due::of(None, at(7), 14).due_at, at(21));
    }

    #[test]
    fn whoever_came_within_the_window_is_new() {
        let standing = vec![(Id::known("omar"), at(100)), (Id::known("olga"), at(11)), (Id::known("ida"), at(10))];
        assert_eq!(Rotation { standing, officers: 5 }.new_ones(at(100)), 2);
        assert_eq!(Rotation::default().new_ones(at(100)), 0);
    }
}
