//! What an arrival is: one mail that reached us, and what became of it.

use ground::secret;
use ground::{Error, Id, Moment, Result, choice};
use listening::concern::Concern;
use listening::conversation::Trust;
use people::site::Site;
use serde::Serialize;

choice! {
    /// By which door it came.
    pub enum Source {
        /// It lay in our mailbox.
        Mailbox = "mailbox", "arrival-source-mailbox",
        /// A mail server handed it over.
        HandedOver = "handed_over", "arrival-source-handed-over",
    }
}

choice! {
    /// What became of it.
    pub enum State {
        /// It was not looked at yet.
        Waiting = "waiting", "arrival-waiting",
        /// It became a concern.
        Raised = "raised", "arrival-raised",
        /// It joined the conversation about a concern.
        Heard = "heard", "arrival-heard",
        /// A machine wrote it; it is kept.
        Machine = "machine", "arrival-machine",
        /// It says that a letter of ours did not reach somebody.
        Bounced = "bounced", "arrival-bounced",
        /// It came before.
        Twin = "twin", "arrival-twin",
        /// Somebody has to decide.
        Held = "held", "arrival-held",
        /// Somebody decided that it is nothing.
        SetAside = "set_aside", "arrival-set-aside",
    }
}

choice! {
    /// Why that became of it.
    pub enum Reason {
        /// It speaks of something new.
        Fresh = "fresh", "arrival-why-fresh",
        /// Staff forwarded what somebody wrote to them.
        Forwarded = "forwarded", "arrival-why-forwarded",
        /// It named a concern, and its sender has no part in that.
        NoPart = "no_part", "arrival-why-no-part",
        /// The concern that it named was closed long ago.
        LongAgo = "long_ago", "arrival-why-long-ago",
        /// It answers one of our letters.
        Answers = "answers", "arrival-why-answers",
        /// It opened a closed concern again.
        Reopens = "reopens", "arrival-why-reopens",
        /// It thanks for something that is closed.
        Thanks = "thanks", "arrival-why-thanks",
        /// Its headers say that a machine wrote it.
        AutoSubmitted = "auto_submitted", "arrival-why-auto-submitted",
        /// Its sender wants no automatic answers.
        Suppress = "suppress", "arrival-why-suppress",
        /// It was sent to many.
        Bulk = "bulk", "arrival-why-bulk",
        /// It came by a mailing list.
        List = "list", "arrival-why-list",
        /// Nobody can be answered: its envelope names no sender.
        NullSender = "null_sender", "arrival-why-null-sender",
        /// Nobody reads at the address that it came from.
        Nobody = "nobody", "arrival-why-nobody",
        /// A mail server reports something.
        Report = "report", "arrival-why-report",
        /// Somebody answered an invitation.
        Calendar = "calendar", "arrival-why-calendar",
        /// It is from ourselves.
        Ourselves = "ourselves", "arrival-why-ourselves",
        /// A machine answered one of our letters: somebody is away.
        Away = "away", "arrival-why-away",
        /// A letter did not reach somebody.
        NotDelivered = "not_delivered", "arrival-why-not-delivered",
        /// A letter did not reach somebody yet.
        Delayed = "delayed", "arrival-why-delayed",
        /// The same mail came before.
        CameBefore = "came_before", "arrival-why-came-before",
        /// It names no sender.
        NoSender = "no_sender", "arrival-why-no-sender",
        /// Nobody knows at which site.
        NoSite = "no_site", "arrival-why-no-site",
        /// Too many come from this sender.
        TooMany = "too_many", "arrival-why-too-many",
        /// It looks like a machine that answers our automatic letters.
        Loop = "loop", "arrival-why-loop",
        /// Staff answered by mail.
        StaffAnswer = "staff_answer", "arrival-why-staff-answer",
        /// Staff wrote, and forwarded nothing that can be read.
        StaffWrote = "staff_wrote", "arrival-why-staff-wrote",
        /// It cannot be read.
        Unreadable = "unreadable", "arrival-why-unreadable",
        /// What it asked for was refused meanwhile.
        Refused = "refused", "arrival-why-refused",
        /// Somebody of ours decided.
        Decided = "decided", "arrival-why-decided",
    }
}

choice! {
    /// By what it named a concern.
    pub enum MatchedBy {
        /// By the Message-ID of one of our letters.
        MessageId = "message_id", "arrival-by-message-id",
        /// By the address that one of our letters gave for answers.
        ReplyAddress = "reply_address", "arrival-by-reply-address",
        /// By the number in its subject.
        SubjectToken = "subject_token", "arrival-by-subject-token",
    }
}

/// Where a mail came from and for whom it was, as whoever handed it over says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// By which door.
    pub source: Source,
    /// Whether it named no sender, as what machines send does; unknown where no envelope is left.
    pub null_sender: bool,
    /// For which addresses of ours; none where no envelope is left.
    pub recipients: Vec<String>,
}

/// What a mail says of itself, once it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// Its Message-ID.
    pub message_id: Option<String>,
    /// What its sender calls themselves.
    pub from_name: Option<String>,
    /// Its sender's address.
    pub from_address: Option<String>,
    /// What it is about.
    pub subject: String,
    /// When it was written.
    pub written_at: Option<Moment>,
    /// A digest of its words.
    pub words_digest: Option<String>,
}

/// What became of a mail, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Settled {
    /// What became of it.
    pub state: State,
    /// Why.
    pub reason: Reason,
    /// Whether its sender is who they say.
    pub trust: Trust,
    /// By what it named a concern.
    pub matched_by: Option<MatchedBy>,
    /// The concern that it named, where it did not join it.
    pub named_id: Option<Id<Concern>>,
    /// The concern that it belongs to.
    pub concern_id: Option<Id<Concern>>,
    /// The site that it is about.
    pub site_id: Option<Id<Site>>,
}

/// One mail that reached us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// The digest of what it is and for whom: the same mail for the same addresses is the same arrival.
    pub key: String,
    /// SHA-256 of the mail, in hex: its name on disk.
    pub hash: String,
    /// How large it is.
    pub bytes: i64,
    /// How it came.
    pub envelope: Envelope,
    /// When it reached us.
    pub received_at: Moment,
    /// What it says of itself.
    pub said: Said,
    /// What became of it; none while it waits.
    pub settled: Option<Settled>,
    /// When that was.
    pub settled_at: Option<Moment>,
    /// Grows with each change.
    pub version: i64,
}

impl Arrival {
    /// A mail that reached us now.
    #[must_use]
    pub fn kept(hash: &str, bytes: usize, envelope: &Envelope, now: Moment) -> Self {
        let mut recipients = envelope.recipients.clone();
        recipients.sort();
        recipients.dedup();
        Self {
            id: Id::fresh(),
            key: secret::digest(&format!("{hash} {}", recipients.join(" "))),
            hash: hash.to_owned(),
            bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
            envelope: Envelope { recipients, ..envelope.clone() },
            received_at: now,
            said: Said::default(),
            settled: None,
            settled_at: None,
            version: 0,
        }
    }

    /// What became of it.
    #[must_use]
    pub fn state(&self) -> State {
        self.settled.as_ref().map_or(State::Waiting, |settled| settled.state)
    }

    /// The mail after it was settled, for the first time.
    ///
    /// # Errors
    /// Refused when it was settled before.
    pub fn settle(self, said: &Said, settled: Settled, now: Moment) -> Result<Self> {
        match self.settled {
            None => Ok(Self { said: said.clone(), settled: Some(settled), settled_at: Some(now), ..self }),
            Some(_) => Err(Error::refused("arrival-settled")),
        }
    }

    /// The mail after somebody decided what was held.
    ///
    /// # Errors
    /// Refused when it is not held, or somebody else decided meanwhile.
    pub fn decide(self, seen: i64, to: State, concern: Option<&Concern>, now: Moment) -> Result<Self> {
        let held = self.settled.clone().filter(|settled| settled.state == State::Held && self.version == seen);
        let Some(held) = held else { return Err(Error::refused("arrival-settled")) };
        let settled = Settled {
            state: to,
            reason: Reason::Decided,
            concern_id: concern.map(|concern| concern.id.clone()),
            site_id: concern.map(|concern| concern.site_id.clone()).or(held.site_id.clone()),
            ..held
        };
        Ok(Self { settled: Some(settled), settled_at: Some(now), ..self })
    }
}

/// Whether words do nothing but thank: they open nothing again. Whoever asks, or says "but", does more.
#[must_use]
pub fn is_thanks(words: &str) -> bool {
    const THANKS: &[&str] = &["thank", "thanks", "thx", "gracias", "agradezco", "agradecemos", "appreciated"];
    const MORE: &[&str] = &[
        "but",
        "however",
        "still",
        "again",
        "not",
        "no",
        "never",
        "please",
        "yet",
        "except",
        "when",
        "pero",
        "todav\u{ed}a",
        "a\u{fa}n",
        "nunca",
        "otra",
        "vez",
        "sigue",
        "siguen",
        "favor",
        "cuando",
        "falta",
        "sin",
    ];
    const MOST_WORDS: usize = 30;
    let lower = words.to_lowercase();
    let parts: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).collect();
    let more = |word: &&str| MORE.contains(word) || word.ends_with("n't");
    parts.len() <= MOST_WORDS
        && !words.contains('?')
        && parts.iter().any(|word| THANKS.contains(word))
        && !parts.iter().any(more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thanks_alone_open_nothing_again() {
        for thanks in
            ["Thank you!", "Thanks a lot, that was quick. Alice", "Muchas gracias, todo bien.", "Great, thanks"]
        {
            assert!(is_thanks(thanks), "{thanks}");
        }
        for more in [
            "Thanks, but it is open again.",
            "Thank you. When will it be done?",
            "Thanks, it doesn't work",
            "Gracias, pero sigue abierta.",
            "It is open.",
            "",
        ] {
            assert!(!is_thanks(more), "{more}");
        }
    }

    #[test]
    fn a_mail_is_settled_once_and_what_is_held_is_decided_once() {
        let envelope =
            Envelope { source: Source::HandedOver, null_sender: false, recipients: vec!["b".into(), "a".into()] };
        let arrival = Arrival::kept("hash", 7, &envelope, Moment::from_millis(0));
        let same = Envelope { recipients: vec!["a".into(), "b".into(), "a".into()], ..envelope };
        assert_eq!(arrival.key, Arrival::kept("hash", 7, &same, Moment::from_millis(9)).key);
        let held = Settled {
            state: State::Held,
            reason: Reason::NoSite,
            trust: Trust::Unchecked,
            matched_by: None,
            named_id: None,
            concern_id: None,
            site_id: None,
        };
        let held = arrival.settle(&Said::default(), held.clone(), Moment::from_millis(1)).unwrap();
        let again = held.clone().settle(&Said::default(), held.settled.clone().unwrap(), Moment::from_millis(2));
        assert!(matches!(again, Err(Error::Refused(_))));
        assert!(
            held.clone().decide(1, State::SetAside, None, Moment::from_millis(2)).is_err(),
            "somebody else was first"
        );
        let decided = held.decide(0, State::SetAside, None, Moment::from_millis(2)).unwrap();
        assert_eq!(decided.settled.as_ref().unwrap().reason, Reason::Decided);
        assert!(decided.decide(0, State::SetAside, None, Moment::from_millis(3)).is_err());
    }
}
