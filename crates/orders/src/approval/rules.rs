//! Whom of a client we ask for a changed order, and what they say.

use agreement::contract::{Contract, Limit, Silence};
use ground::calendar::Calendar;
use ground::entry::Actor;
use ground::{Error, Id, Moment, Result, choice};
use people::contact::{self, Contact};
use serde::Serialize;

use crate::revision::Revision;

/// How long a reason or a remark may be, in letters.
pub const WORDS_LETTERS: usize = 2_000;

choice! {
    /// What was said.
    pub enum Answer {
        /// The changed orders are right.
        Yes = "yes", "approval-yes",
        /// They are not, and the words say why.
        No = "no", "approval-no",
    }
}

choice! {
    /// How it was said.
    pub enum Way {
        /// In the portal, signed in.
        Portal = "portal", "approval-by-portal",
        /// By the link of a letter.
        Link = "link", "approval-by-link",
        /// To one of ours, who wrote it down.
        ToldUs = "told_us", "approval-told-us",
    }
}

/// One asking of one contact about one revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Approval {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Of which revision.
    pub revision_id: Id<Revision>,
    /// Who is asked.
    pub contact_id: Id<Contact>,
    /// When they were asked to stand in for somebody who said nothing.
    pub standing_in_at: Option<Moment>,
    /// When they were asked.
    pub asked_at: Moment,
    /// When they were reminded.
    pub reminded_at: Option<Moment>,
    /// What they said.
    pub said: Option<Said>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// What somebody said about a revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// Yes or no.
    pub answer: Answer,
    /// In words; a no says why.
    pub words: Option<String>,
    /// How it was said.
    pub way: Way,
    /// The hash of the text that they saw.
    pub hash: String,
    /// When.
    pub at: Moment,
}

/// What somebody said of one line of a revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Of which revision.
    pub revision_id: Id<Revision>,
    /// Of which section.
    pub section_key: String,
    /// Of which of its lines, counted from 0.
    pub line: i64,
    /// What that line says.
    pub line_words: String,
    /// Who said it.
    pub by: Actor,
    /// What they said.
    pub words: String,
    /// When.
    pub said_at: Moment,
}

/// What was agreed with a client about the approval of changed orders.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// How long they may take.
    pub limit: Limit,
    /// What it means when they say nothing for so long.
    pub silence: Silence,
    /// Who is asked as well when they have said nothing for half of that.
    pub stand_in: Option<Id<Contact>>,
    /// The hours that count.
    pub calendar: Calendar,
}

impl Terms {
    /// What a contract says; without one, what contracts begin with.
    #[must_use]
    pub fn of(contract: Option<&Contract>, calendar: Calendar) -> Self {
        let usual = agreement::contract::Approvals::default();
        let agreed = contract.map_or(usual, |contract| contract.approvals.clone());
        Self { limit: agreed.limit, silence: agreed.silence, stand_in: agreed.stand_in, calendar }
    }

    /// When whoever was asked is reminded: after half of the time.
    #[must_use]
    pub fn remind_at(&self, asked_at: Moment) -> Moment {
        self.limit.seconds(&self.calendar).half().after(asked_at, &self.calendar)
    }

    /// When silence means what was agreed.
    #[must_use]
    pub fn silence_at(&self, asked_at: Moment) -> Moment {
        self.limit.seconds(&self.calendar).after(asked_at, &self.calendar)
    }
}

impl Approval {
    /// Somebody is asked now.
    #[must_use]
    pub fn asked(revision: &Id<Revision>, contact: &Id<Contact>, now: Moment) -> Self {
        Self {
            id: Id::fresh(),
            revision_id: revision.clone(),
            contact_id: contact.clone(),
            standing_in_at: None,
            asked_at: now,
            reminded_at: None,
            said: None,
            version: 0,
        }
    }

    /// They say yes or no to the text that was shown to them.
    ///
    /// # Errors
    /// Refused when they said so before, when the revision has another text, or a no has no reason.
    pub fn answer(&mut self, said: Said, revision: &Revision) -> Result<()> {
        if self.said.is_some() {
            return Err(Error::refused("approval-said-before"));
        }
        if revision.hash.as_deref() != Some(said.hash.as_str()) {
            return Err(Error::refused("approval-other-text"));
        }
        if said.answer == Answer::No && said.words.is_none() {
            return Err(Error::refused("approval-say-why"));
        }
        self.said = Some(said);
        Ok(())
    }
}

/// Who of a client is asked about orders of a site: those who decide, and see it.
pub fn deciders<'a>(contacts: impl IntoIterator<Item = &'a Contact>, site: &people::site::Site) -> Vec<&'a Contact> {
    let decides = |contact: &&Contact| {
        let decides = contact.standing == contact::Standing::DecisionMaker;
        decides && contact.left_at.is_none() && contact.sees(&site.id)
    };
    contacts.into_iter().filter(decides).collect()
}
