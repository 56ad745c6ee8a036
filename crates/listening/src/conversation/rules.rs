//! What a message is.

use ground::entry::{Actor, ActorKind};
use ground::file::Picture;
use ground::words::Language;
use ground::{Error, Id, Moment, Result, choice};
use serde::Serialize;

use crate::concern::{Channel, Concern, Voice};

choice! {
    /// Who sees it.
    pub enum Kind {
        /// Whoever told us, and staff.
        Message = "message", "message-message",
        /// Staff alone.
        Note = "note", "message-note",
    }
}

choice! {
    /// Whether the sender of a mail is who they say.
    pub enum Trust {
        /// Our mail server checked it.
        Verified = "verified", "trust-verified",
        /// Nobody checked it.
        Unchecked = "unchecked", "trust-unchecked",
        /// Our mail server checked it, and it is not so.
        Failed = "failed", "trust-failed",
    }
}

/// What is special about a message that came by mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ByMail {
    /// The mail, as it is kept.
    pub arrival_id: String,
    /// Whether its sender is who they say.
    pub trust: Trust,
    /// What was quoted below the new words; the mail itself keeps it for the record.
    #[serde(skip)]
    pub folded: Option<String>,
}

/// A file that came with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// Its name in the rows.
    pub id: String,
    /// What it is called, cleaned.
    pub name: String,
    /// SHA-256 of it, in hex: its name on disk.
    pub hash: String,
    /// How large it is.
    pub bytes: i64,
}

/// All that came with words by mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// What is special about it.
    pub by_mail: ByMail,
    /// The Message-ID of the mail, which our next letter answers.
    pub message_id: Option<String>,
    /// The pictures that came with it.
    pub photos: Vec<Picture>,
    /// The other files.
    pub files: Vec<Attached>,
}

/// Who wrote a message, as they were called then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Author {
    /// What kind of somebody, in the words of the record.
    pub kind: String,
    /// Their name in the rows; empty for a visitor.
    pub id: String,
    /// What they were called; empty when they did not say.
    pub name: String,
}

impl Author {
    /// Whoever works now.
    #[must_use]
    pub fn of_actor(actor: &Actor) -> Self {
        Self { kind: actor.kind.as_str().to_owned(), id: actor.id.clone(), name: actor.name.clone() }
    }

    /// Whoever told us, also where staff or a program wrote it down for them.
    #[must_use]
    pub fn of_reporter(concern: &Concern) -> Self {
        let theirs = concern.channel == Channel::Portal || concern.voice == Voice::Client;
        let kind = if theirs { ActorKind::Contact } else { ActorKind::Guest };
        let id = concern.contact_id().unwrap_or_default().to_owned();
        let name = concern.reporter.name.clone().unwrap_or_default();
        Self { kind: kind.as_str().to_owned(), id, name }
    }

    /// Whether it is one of us.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        self.kind == ActorKind::Staff.as_str()
    }
}

/// One thing that was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// About which concern.
    pub concern_id: Id<Concern>,
    /// Who sees it.
    pub kind: Kind,
    /// Who wrote it.
    pub author: Author,
    /// In which language.
    pub language: Language,
    /// What was said.
    pub words: String,
    /// When.
    pub said_at: Moment,
    /// When it was last corrected.
    pub edited_at: Option<Moment>,
    /// What is special about it, where it came by mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_mail: Option<ByMail>,
    /// Grows with each correction.
    pub version: i64,
}

/// A message as a page shows it: with what it said before, and with its photos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The message.
    pub message: Message,
    /// What it said before, oldest first.
    pub earlier: Vec<String>,
    /// The names of its photos.
    pub photos: Vec<String>,
    /// The other files that came with it.
    pub files: Vec<Attached>,
}

impl Message {
    /// A message that is written now.
    #[must_use]
    pub fn new(concern: &Concern, kind: Kind, author: Author, words: &str, said_at: Moment) -> Self {
        Self {
            id: Id::fresh(),
            concern_id: concern.id.clone(),
            kind,
            author,
            language: Language::default(),
            words: words.to_owned(),
            said_at,
            edited_at: None,
            by_mail: None,
            version: 0,
        }
    }

    /// What was quoted below the new words, where it came by mail.
    #[must_use]
    pub fn folded(&self) -> Option<&str> {
        self.by_mail.as_ref()?.folded.as_deref()
    }

    /// The message with other words, over the version that was looked at.
    ///
    /// # Errors
    /// Refused when it was corrected since, or says the same.
    pub fn corrected(self, words: &str, seen: i64, now: Moment) -> Result<Self> {
        if self.version != seen {
            return Err(Error::refused("changed-meanwhile"));
        }
        if self.words == words {
            return Err(Error::refused("message-same"));
        }
        Ok(Self { words: words.to_owned(), edited_at: Some(now), ..self })
    }
}
