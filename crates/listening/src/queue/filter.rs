//! What somebody wants to see of the queue. All of it stands in the address, so that a filter can
//! be kept and sent on.

use agreement::contract::Severity;
use ground::fields::Choice;
use ground::web::address::encoded;
use ground::{Fields, Id, Moment};
use people::site::Site;
use people::staff::StaffMember;

use crate::concern::{Concern, State};

/// Where a concern stands in the queue: when its next promise is due, and which one it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// When its next promise is due.
    pub due_at: Moment,
    /// Which concern.
    pub id: Id<Concern>,
}

impl Place {
    /// The place as a text that sorts as the queue does.
    #[must_use]
    pub fn rank(&self) -> String {
        format!("{:015} {}", self.due_at.millis(), self.id)
    }

    /// The place of this text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (millis, id) = text.split_once(' ')?;
        Some(Self { due_at: Moment::from_millis(millis.parse().ok()?), id: Id::parse(id)? })
    }
}

/// What somebody wants to see.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only at this site.
    pub site: Option<Id<Site>>,
    /// Only as grave as this.
    pub severity: Option<Severity>,
    /// Only those to which this staff member sees.
    pub owner: Option<Id<StaffMember>>,
    /// Only those that stand there.
    pub state: Option<State>,
    /// Only those whose next promise is late.
    pub late: bool,
    /// Only those in whose words these stand; closed ones too.
    pub words: Option<String>,
    /// Only what comes after this place.
    pub after: Option<Place>,
}

impl Filter {
    /// Reads the filter of an address. What makes no sense filters nothing.
    #[must_use]
    pub fn read(fields: &Fields, me: &str) -> Self {
        let owner = match fields.typed("owner") {
            "me" => Some(Id::known(me)),
            id => Id::parse(id),
        };
        let words: String = fields.typed("q").chars().filter(|c| !c.is_control()).take(200).collect();
        Self {
            site: Id::parse(fields.typed("site")),
            severity: Severity::from_word(fields.typed("severity")),
            owner,
            state: State::from_word(fields.typed("state")).filter(|state| *state != State::Closed),
            late: fields.typed("late") == "yes",
            words: Some(words.trim().to_owned()).filter(|words| !words.is_empty()),
            after: Place::parse(fields.typed("after")),
        }
    }

    /// Whether it narrows the queue by a site, a severity, a state or an owner.
    #[must_use]
    pub const fn is_narrowed(&self) -> bool {
        self.site.is_some() || self.severity.is_some() || self.state.is_some() || self.owner.is_some()
    }

    /// The part of an address that says the same.
    #[must_use]
    pub fn query(&self) -> String {
        let text = |name: &str, value: Option<String>| value.map(|value| format!("{name}={}", encoded(&value)));
        [
            text("q", self.words.clone()),
            text("site", self.site.as_ref().map(ToString::to_string)),
            text("severity", self.severity.map(|severity| severity.word().to_owned())),
            text("owner", self.owner.as_ref().map(ToString::to_string)),
            text("state", self.state.map(|state| state.word().to_owned())),
            text("late", self.late.then(|| "yes".to_owned())),
            text("after", self.after.as_ref().map(Place::rank)),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_its_address() {
        let filter = Filter {
            site: Some(Id::fresh()),
            severity: Some(Severity::S2),
            owner: Some(Id::fresh()),
            state: Some(State::Waiting),
            late: true,
            words: Some("gate & lights?".to_owned()),
            after: Some(Place { due_at: Moment::from_millis(1_795_000_000_000), id: Id::fresh() }),
        };
        assert!(filter.is_narrowed() && !Filter { late: true, ..Filter::default() }.is_narrowed());
        let fields = Fields::from_encoded(filter.query().as_bytes()).unwrap();
        assert_eq!(Filter::read(&fields, "me"), filter);
        assert_eq!(Filter::read(&Fields::default().set("severity", "S9").set("after", "x"), "me"), Filter::default());
    }

    #[test]
    fn ranks_sort_as_the_queue_does() {
        let at = |millis| Place { due_at: Moment::from_millis(millis), id: Id::known("x") }.rank();
        assert!(at(999_999_999_999) < at(1_000_000_000_000));
    }
}
