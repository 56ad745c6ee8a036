//! How a term ended, and why.

use agreement::contract::Contract;
use ground::{Day, Error, Fields, Id, Refusal, Result, choice};
use people::client::Client;
use serde::Serialize;

use super::{Term, WORDS_LETTERS, day};

choice! {
    /// How a term ended.
    pub enum Outcome {
        /// It goes on as it was.
        Kept = "kept", "renewal-kept",
        /// It goes on, with something changed.
        Changed = "changed", "renewal-changed",
        /// They asked others as well; it is not known yet who gets it.
        Retendered = "retendered", "renewal-retendered",
        /// It ends.
        Lost = "lost", "renewal-lost",
    }
}

choice! {
    /// What decided it.
    pub enum Cause {
        /// The price.
        Price = "price", "renewal-reason-price",
        /// How we worked.
        Service = "service", "renewal-reason-service",
        /// Who worked, or with whom they dealt.
        People = "people", "renewal-reason-people",
        /// They guard themselves.
        InHouse = "in_house", "renewal-reason-in-house",
        /// The site is closed, sold or needs no guard.
        SiteClosed = "site_closed", "renewal-reason-site-closed",
        /// They buy from one provider for several places.
        OneProvider = "one_provider", "renewal-reason-one-provider",
        /// Technology in the place of people.
        Technology = "technology", "renewal-reason-technology",
        /// They may not go on without asking others.
        Rule = "rule", "renewal-reason-rule",
        /// Something else.
        Other = "other", "renewal-reason-other",
    }
}

/// How one term of a contract ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Of which contract.
    pub contract_id: Id<Contract>,
    /// With which client.
    pub client_id: Id<Client>,
    /// The last day of the term.
    pub term_ends_on: Day,
    /// How it ended.
    pub outcome: Outcome,
    /// What decided it.
    pub reason: Cause,
    /// What else there is to say; may be empty.
    pub words: String,
    /// When they decided.
    pub decided_on: Day,
}

/// The same as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOutcome {
    /// The last day of the term.
    pub term_ends_on: Day,
    /// How it ended.
    pub outcome: Outcome,
    /// What decided it.
    pub reason: Cause,
    /// What else there is to say.
    pub words: String,
    /// When they decided.
    pub decided_on: Day,
}

impl NewOutcome {
    /// Reads what was typed today.
    pub fn read(fields: &mut Fields, today: Day) -> Option<Self> {
        let term_ends_on = fields.checked("term", |typed| day(typed).map_err(|_| Refusal::new("field-choose")));
        let outcome = fields.choice("outcome");
        let reason = fields.choice("reason");
        let words = fields.optional_prose("outcome_words", WORDS_LETTERS);
        let decided_on = fields.checked("decided_on", |typed| {
            let day = day(typed)?;
            if day <= today { Ok(day) } else { Err(Refusal::new("renewal-decided-ahead")) }
        });
        Some(Self {
            term_ends_on: term_ends_on?,
            outcome: outcome?,
            reason: reason?,
            words: words?.unwrap_or_default(),
            decided_on: decided_on?,
        })
    }
}

impl Decided {
    /// How one of these terms of a contract ended.
    ///
    /// # Errors
    /// Refused when the contract has no such term.
    pub fn of(contract: &Contract, terms: &[Term], new: &NewOutcome) -> Result<Self> {
        if terms.is_empty() {
            return Err(Error::refused("renewal-no-end"));
        }
        if !terms.iter().any(|term| term.ends_on == new.term_ends_on) {
            return Err(Error::refused("renewal-no-such-term"));
        }
        let NewOutcome { term_ends_on, outcome, reason, words, decided_on } = new.clone();
        let (contract_id, client_id) = (contract.id.clone(), contract.client_id.clone());
        Ok(Self { id: Id::fresh(), contract_id, client_id, term_ends_on, outcome, reason, words, decided_on })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_said_of_a_term_is_refused_beside_its_field() {
        let today: Day = "2026-11-26".parse().unwrap();
        let typed = |name: &str, value: &str| {
            let usual =
                [("term", "2026-12-31"), ("outcome", "lost"), ("reason", "price"), ("decided_on", "2026-11-26")];
            let fields = usual.iter().filter(|(field, _)| *field != name);
            fields.fold(Fields::default().set(name, value), |fields, (name, value)| fields.set(name, *value))
        };
        assert_eq!(NewOutcome::read(&mut typed("outcome_words", ""), today).unwrap().outcome, Outcome::Lost);
        for (name, value, key) in [
            ("term", "soon", "field-choose"),
            ("outcome", "won", "field-choose"),
            ("reason", "", "field-choose"),
            ("decided_on", "2026-11-27", "renewal-decided-ahead"),
            ("decided_on", "", "field-day"),
        ] {
            let mut fields = typed(name, value);
            assert_eq!(NewOutcome::read(&mut fields, today), None, "{name} {value}");
            assert_eq!(fields.problem(name).map(|refusal| refusal.key), Some(key), "{name} {value}");
        }
    }
}
