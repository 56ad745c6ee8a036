//! What was agreed about changed post orders: how long the client takes to answer, who may answer
//! for them, and what their silence means.

use ground::{Fields, Id, Refusal, choice};
use people::contact::Contact;
use serde::Serialize;

use super::Limit;
use super::targets::{Hours, LimitError, Unit};

choice! {
    /// What it means when nobody of the client says anything in time.
    pub enum Silence {
        /// Nothing: the change waits, and whoever proposed it is told.
        Waits = "waits", "silence-waits",
        /// It counts as a yes, and is recorded as silence.
        CountsAsYes = "counts_as_yes", "silence-counts-as-yes",
        /// The change is taken back; one that was put in force at once ends.
        Lapses = "lapses", "silence-lapses",
    }
}

/// What was agreed about the approval of changed post orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Approvals {
    /// How long the client may take.
    pub limit: Limit,
    /// What silence means.
    pub silence: Silence,
    /// Who is asked as well when nobody has answered after half of the time.
    pub stand_in: Option<Id<Contact>>,
}

impl Default for Approvals {
    /// What contracts begin with: three working days, and silence is no answer.
    fn default() -> Self {
        let limit = Limit::new(3, Unit::Days, Hours::Working).unwrap_or_else(|_| unreachable!());
        Self { limit, silence: Silence::Waits, stand_in: None }
    }
}

impl Approvals {
    /// Reads what was typed; what was left out is as contracts begin.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let usual = Self::default();
        let limit = |typed: &str| typed.parse().map_err(|error: LimitError| Refusal::new(error.key()));
        let limit = match fields.given("approval_limit") {
            true => fields.checked("approval_limit", limit),
            false => Some(usual.limit),
        };
        let silence = match fields.given("approval_silence") {
            true => fields.choice("approval_silence"),
            false => Some(usual.silence),
        };
        let chosen = |typed: &str| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose"));
        let stand_in = match fields.given("stand_in") {
            true => fields.checked("stand_in", chosen).map(Some),
            false => Some(None),
        };
        Some(Self { limit: limit?, silence: silence?, stand_in: stand_in? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_as_contracts_begin() {
        let read = |fields: Fields| Approvals::read(&mut fields.clone());
        assert_eq!(read(Fields::default()), Some(Approvals::default()));
        assert_eq!(Approvals::default().limit.to_string(), "3 working days");
        let typed = Fields::default().set("approval_limit", "24 hours").set("approval_silence", "lapses");
        let agreed = read(typed).unwrap();
        assert_eq!((agreed.limit.to_string().as_str(), agreed.silence), ("24 hours", Silence::Lapses));
        for (name, value, key) in [
            ("approval_limit", "soon", "limit-unreadable"),
            ("approval_silence", "perhaps", "field-choose"),
            ("stand_in", "somebody", "field-choose"),
        ] {
            let mut fields = Fields::default().set(name, value);
            assert_eq!(Approvals::read(&mut fields), None);
            assert_eq!(fields.problem(name).map(|refusal| refusal.key), Some(key));
        }
    }
}
