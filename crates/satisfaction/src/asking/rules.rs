//! What an asking is, and what is kept of an answer to it.

use ground::secret::{self, Keys};
use ground::words::Language;
use ground::{Error, Id, Moment, Result};
use people::client::Client;
use people::contact::{Contact, Standing};
use people::site::Site;
use serde::Serialize;

use crate::questions::Answers;
use crate::round::Round;

/// Nobody is asked more often than once in so many seconds, whatever about: 30 days.
const RESTS_SECONDS: i64 = 30 * 86_400;

/// Whoever was asked since then is not asked now.
pub(super) fn rests_since(now: Moment) -> Moment {
    now.plus_seconds(-RESTS_SECONDS)
}

/// One contact who was asked in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asking {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// In which round.
    pub round_id: Id<Round>,
    /// Of which client they are.
    pub client_id: Id<Client>,
    /// About which site, where they see one alone; else about all of the client's.
    pub site_id: Option<Id<Site>>,
    /// Who.
    pub contact_id: Id<Contact>,
    /// When.
    pub asked_at: Moment,
    /// When they are reminded.
    pub reminds_at: Option<Moment>,
    /// When they were.
    pub reminded_at: Option<Moment>,
    /// When they answered, at first.
    pub answered_at: Option<Moment>,
    /// Whether they left their name out.
    pub is_anonymous: bool,
}

impl Asking {
    /// One that is asked now. In the middle of what is left of the round they are reminded.
    #[must_use]
    pub fn asked(round: &Round, contact: &Contact, now: Moment) -> Self {
        let half = round.closes_at.seconds_since(now) / 2;
        let site_id = match contact.sites.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        };
        Self {
            id: Id::fresh(),
            round_id: round.id.clone(),
            client_id: contact.client_id.clone(),
            site_id,
            contact_id: contact.id.clone(),
            asked_at: now,
            reminds_at: Some(now.plus_seconds(half)),
            reminded_at: None,
            answered_at: None,
            is_anonymous: false,
        }
    }

    /// They are reminded, once.
    ///
    /// # Errors
    /// Refused when they were, when they answered, or before its time.
    pub fn reminded(self, now: Moment) -> Result<Self> {
        if self.reminds_at.is_none_or(|at| at > now) || self.answered_at.is_some() {
            return Err(Error::refused("survey-not-now"));
        }
        Ok(Self { reminds_at: None, reminded_at: Some(now), ..self })
    }

    /// They answered. When whoever leaves their name out did so is not kept to the second: that they did is.
    ///
    /// # Errors
    /// Refused when they answered without their name before: nobody can find that answer to change it.
    pub fn answered(self, is_anonymous: bool, now: Moment) -> Result<Self> {
        if self.is_anonymous {
            return Err(Error::refused("survey-is-final"));
        }
        Ok(Self { answered_at: self.answered_at.or(Some(now)), reminds_at: None, is_anonymous, ..self })
    }
}

/// What somebody says when they are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What they answered.
    pub answers: Answers,
    /// Whether they leave their name out.
    pub is_anonymous: bool,
    /// In which language they read the questions.
    pub language: Language,
}

/// What is kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Its name in the rows; drawn by lot where its author left their name out.
    pub id: Id<Self>,
    /// To which asking; none where its author left their name out.
    pub asking_id: Option<Id<Asking>>,
    /// In which round.
    pub round_id: Id<Round>,
    /// About which client.
    pub client_id: Id<Client>,
    /// About which site.
    pub site_id: Option<Id<Site>>,
    /// How its author stands in the client's company; unknown where they left their name out.
    pub standing: Option<Standing>,
    /// When it was given; where its author left their name out, when the round closes.
    pub counted_at: Moment,
    /// In which language the questions were read.
    pub language: Language,
    /// What was answered.
    pub answers: Answers,
}

impl Reply {
    /// What is kept of what somebody said.
    ///
    /// # Errors
    /// Broken when the system has no random numbers.
    pub fn of(asking: &Asking, (round, contact): (&Round, &Contact), said: &Said, now: Moment) -> Result<Self> {
        let named = !said.is_anonymous;
        Ok(Self {
            id: if named { Id::known(asking.id.as_str()) } else { Id::known(secret::token()?) },
            asking_id: named.then(|| asking.id.clone()),
            round_id: round.id.clone(),
            client_id: asking.client_id.clone(),
            site_id: asking.site_id.clone(),
            standing: named.then_some(contact.standing),
            counted_at: if named { now } else { round.closes_at },
            language: said.language,
            answers: said.answers.clone(),
        })
    }
}

/// The token of the link in a letter. It follows from the asking's name and the installation's key, so that the reminder
/// carries the same link.
pub(super) fn token(keys: &Keys, id: &Id<Asking>) -> String {
    secret::hex(&keys.keyed("survey", id.as_str()))
}

#[cfg(test)]
mod tests;
