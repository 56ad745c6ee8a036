//! What a digest says: gathered within the reach of whoever reads it, from messages alone.

use ground::{Id, Moment, Result};
use listening::facts::{self, News};
use listening::queue::{self, Filter, Line};
use people::work::Work;

use crate::portal::waits_for;

/// How many of each kind a digest names.
const SHOWN: i64 = 20;
/// How far ahead staff see what is due, in seconds.
const AHEAD_SECONDS: i64 = 86_400;

/// What a client reads.
pub(super) struct OfContact {
    /// What waits for them.
    pub(super) waiting: Vec<Line>,
    /// What is new and does not wait for them.
    pub(super) news: Vec<News>,
    /// How many others are open as they were.
    pub(super) others: usize,
}

impl OfContact {
    /// Whether there is anything to say.
    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.news.is_empty()
    }
}

/// What staff read.
pub(super) struct OfStaff {
    /// What is theirs and late.
    pub(super) late: Vec<Line>,
    /// What nobody has acknowledged yet, at their sites.
    pub(super) new: Vec<Line>,
    /// What is theirs and due within a day.
    pub(super) due: Vec<Line>,
}

impl OfStaff {
    /// Whether there is anything to say.
    pub(super) fn is_empty(&self) -> bool {
        self.late.is_empty() && self.new.is_empty() && self.due.is_empty()
    }
}

/// Gathers what a client reads. What waited for them before waits still, and is named until it is done.
pub(super) fn of_contact(work: &mut Work<'_>, since: Moment) -> Result<OfContact> {
    let me = work.me.actor.id.clone();
    let waiting = queue::rows::waiting_for_me(work, SHOWN)?;
    let (mut news, unchanged) = facts::news_since(work, since, 10 * SHOWN)?;
    news.retain(|news| news.line.concern.closed_at.is_some() || !waits_for(&news.line.concern, &me));
    news.truncate(usize::try_from(SHOWN).unwrap_or(usize::MAX));
    let others = unchanged.iter().filter(|line| !waits_for(&line.concern, &me)).count();
    Ok(OfContact { waiting, news, others })
}

/// Gathers what staff read.
pub(super) fn of_staff(work: &mut Work<'_>) -> Result<OfStaff> {
    let mine = Filter { owner: Some(work.me.staff_id()), ..Filter::default() };
    let late = queue::rows::list(work, &Filter { late: true, ..mine.clone() }, SHOWN)?;
    let new = Filter { state: Some(listening::concern::State::New), ..Filter::default() };
    let new = queue::rows::list(work, &new, SHOWN)?;
    let from_now = queue::Place { due_at: work.now, id: Id::known("") };
    let mut due = queue::rows::list(work, &Filter { after: Some(from_now), ..mine }, 2 * SHOWN)?;
    let until = work.now.plus_seconds(AHEAD_SECONDS);
    due.retain(|line| {
        let ours = line.concern.next_step.needs_us();
        ours && line.concern.next_due_at.is_some_and(|due_at| due_at <= until)
    });
    let named = |line: &Line| late.iter().chain(&due).any(|other| other.concern.id == line.concern.id);
    let new = new.into_iter().filter(|line| !named(line)).collect();
    Ok(OfStaff { late, new, due })
}
