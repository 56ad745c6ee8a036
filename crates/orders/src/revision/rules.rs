//! What a revision is: who wrote it, why, and where it stands.

use ground::entry::Actor;
use ground::{Error, Fields, Id, Moment, Refusal, Result, choice};
use listening::concern::{Concern, number};
use serde::{Deserialize, Serialize};

use crate::post_orders::PostOrders;

/// How long the sentence that says what changed may be, in letters.
pub const SUMMARY_LETTERS: usize = 300;
/// How many concerns one revision answers at most.
const CONCERNS: usize = 20;
/// Nobody sets a change further ahead than this, in seconds; a later day is a slip of the finger.
const AHEAD_SECONDS: i64 = 366 * 86_400;

choice! {
    /// Where a revision stands.
    pub enum State {
        /// It is being written.
        Draft = "draft", "revision-draft",
        /// It waits for the client.
        Proposed = "proposed", "revision-proposed",
        /// The client agrees; it waits for its time.
        Approved = "approved", "revision-approved",
        /// Officers stand by it.
        InForce = "in_force", "revision-in-force",
        /// Another one took its place.
        Replaced = "replaced", "revision-replaced",
        /// The client said no.
        Refused = "refused", "revision-refused",
        /// It was taken back, or overtaken, before it took force.
        Withdrawn = "withdrawn", "revision-withdrawn",
    }
}

choice! {
    /// Why a revision was written.
    pub enum Cause {
        /// The orders are new.
        First = "first", "cause-first",
        /// Somebody told us something.
        Concern = "concern", "cause-concern",
        /// Something happened.
        Incident = "incident", "cause-incident",
        /// Somebody looked whether the orders still fit.
        Review = "review", "cause-review",
        /// The client wishes it.
        Client = "client", "cause-client",
        /// Anything else.
        Other = "other", "cause-other",
    }
}

choice! {
    /// What the clock does next to a revision that waits.
    pub enum Next {
        /// It reminds whoever was asked, and asks the stand-in.
        Remind = "remind", "next-remind",
        /// It does what was agreed for silence.
        Silence = "silence", "next-silence",
        /// It puts an approved revision in force.
        TakeForce = "take_force", "next-take-force",
    }
}

/// The question that an officer answers about what changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked.
    pub asked: String,
    /// The answer that the changed line gives.
    pub right: String,
    /// Answers that it does not give.
    pub wrong: Vec<String>,
}

/// One version of post orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Of which orders.
    pub orders_id: Id<PostOrders>,
    /// Its number; none while it is a draft.
    pub number: Option<i64>,
    /// Where it stands.
    pub state: State,
    /// The revision that it changes, and replaces when it takes force.
    pub base_id: Option<Id<Self>>,
    /// What changed, in one sentence.
    pub summary: String,
    /// Why.
    pub cause: Cause,
    /// Why, in words.
    pub cause_words: Option<String>,
    /// From when it is to be in force; none: as soon as the client agrees.
    pub effective_at: Option<Moment>,
    /// What officers are asked about the change.
    pub question: Option<Question>,
    /// Who proposed it; while it is a draft, who began it.
    pub author: Actor,
    /// The hash of all that anybody reads of it; none while it is a draft.
    pub hash: Option<String>,
    /// When it was begun.
    pub begun_at: Moment,
    /// When it got its number.
    pub proposed_at: Option<Moment>,
    /// When it was put in force before the client had said anything.
    pub emergency_at: Option<Moment>,
    /// When the client, or the contract for them, said yes or no.
    pub decided_at: Option<Moment>,
    /// When it took force.
    pub in_force_at: Option<Moment>,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// What the clock does next to it, and when.
    pub next: Option<(Next, Moment)>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// What somebody says when they propose a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What changed, in one sentence.
    pub summary: String,
    /// Why.
    pub cause: Cause,
    /// Why, in words.
    pub cause_words: Option<String>,
    /// The numbers of the concerns that it answers.
    pub concerns: Vec<String>,
    /// From when it is to be in force; none: as soon as the client agrees.
    pub effective_at: Option<Moment>,
    /// What officers are asked about the change.
    pub question: Option<Question>,
    /// Whether it takes force at once, and the client is asked afterwards.
    pub emergency: bool,
}

impl Proposal {
    /// Reads what was typed; times are those of the wall of the site.
    pub fn read(fields: &mut Fields, now: Moment, zone: &str) -> Option<Self> {
        let summary = fields.line("summary", 5..=SUMMARY_LETTERS);
        let cause = fields.choice("cause");
        let cause_words = fields.optional_prose("cause_words", 2_000);
        let concerns = fields.checked("concerns", numbers);
        let local = |typed: &str| Moment::parse_local(typed.trim(), zone).map_err(|_| Refusal::new("revision-time"));
        let effective_at = match fields.given("effective_at") {
            true => fields.checked("effective_at", |typed| ahead(local(typed)?, now)).map(Some),
            false => Some(None),
        };
        let question = Question::read(fields);
        let emergency = fields.given("emergency");
        if cause == Some(Cause::Concern) && concerns.as_ref().is_some_and(Vec::is_empty) {
            fields.refuse("concerns", Refusal::new("revision-which-concern"));
            return None;
        }
        if emergency && effective_at.is_some_and(|at| at.is_some()) {
            fields.refuse("effective_at", Refusal::new("revision-emergency-is-now"));
            return None;
        }
        Some(Self {
            summary: summary?,
            cause: cause?,
            cause_words: cause_words?,
            concerns: concerns?,
            effective_at: effective_at?,
            question: question?,
            emergency,
        })
    }
}

/// The numbers of concerns, as people write them in a row.
fn numbers(typed: &str) -> Result<Vec<String>, Refusal> {
    let numbers = number::read_all(typed).ok_or(Refusal::new("revision-concern-number"))?;
    if numbers.len() > CONCERNS { Err(Refusal::new("revision-too-many-concerns")) } else { Ok(numbers) }
}

fn ahead(at: Moment, now: Moment) -> Result<Moment, Refusal> {
    let wait = at.seconds_since(now);
    if (0..=AHEAD_SECONDS).contains(&wait) { Ok(at) } else { Err(Refusal::new("revision-not-ahead")) }
}

impl Question {
    /// Reads what was typed: all of it, or none. The inner `None` is "none".
    fn read(fields: &mut Fields) -> Option<Option<Self>> {
        let names = ["question", "right", "wrong_1", "wrong_2"];
        if !names.iter().any(|name| fields.given(name)) {
            return Some(None);
        }
        let (asked, right) = (fields.line("question", 5..=300), fields.line("right", 1..=200));
        let (first, second) = (fields.line("wrong_1", 1..=200), fields.optional_line("wrong_2", 200));
        let (asked, right) = (asked?, right?);
        let wrong: Vec<String> = first.into_iter().chain(second?).collect();
        if wrong.is_empty() || wrong.contains(&right) {
            fields.refuse("wrong_1", Refusal::new("question-answers-alike"));
            return None;
        }
        Some(Some(Self { asked, right, wrong }))
    }
}

impl Revision {
    /// A draft that is begun now, over what is in force.
    #[must_use]
    pub fn begun(orders: &PostOrders, author: &Actor, now: Moment) -> Self {
        Self {
            id: Id::fresh(),
            orders_id: orders.id.clone(),
            number: None,
            state: State::Draft,
            base_id: orders.revision_id.clone(),
            summary: String::new(),
            cause: if orders.revision_id.is_none() { Cause::First } else { Cause::Other },
            cause_words: None,
            effective_at: None,
            question: None,
            author: author.clone(),
            hash: None,
            begun_at: now,
            proposed_at: None,
            emergency_at: None,
            decided_at: None,
            in_force_at: None,
            ended_at: None,
            next: None,
            version: 0,
        }
    }

    /// Whether the client's answer is still asked for: it waits, or is in force without them.
    #[must_use]
    pub const fn awaits_answer(&self) -> bool {
        match self.state {
            State::Proposed => true,
            State::InForce => self.emergency_at.is_some() && self.decided_at.is_none(),
            _ => false,
        }
    }

    /// Whether nothing that anybody reads of it can change any more.
    #[must_use]
    pub const fn is_published(&self) -> bool {
        !matches!(self.state, State::Draft)
    }

    /// Holds that it is a draft.
    ///
    /// # Errors
    /// Refused when it has its number.
    pub fn check_draft(&self) -> Result<()> {
        if self.is_published() { Err(Error::refused("revision-not-a-draft")) } else { Ok(()) }
    }
}

/// A revision of orders with the concerns because of which it was written.
#[derive(Debug, Clone)]
pub struct Caused {
    /// The revision.
    pub revision: Revision,
    /// Those concerns that the reader may see.
    pub concerns: Vec<Concern>,
}
