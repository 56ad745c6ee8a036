//! What goes out of the interface for programs.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::bounds;
use crate::concern::Concern;
use crate::conversation;
use crate::conversation::told::Told;
use crate::promise::Promise;

/// Where a concern stands.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(super) struct Standing {
    /// Its id.
    #[schema(schema_with = bounds::id)]
    pub(super) id: String,
    /// Its number, as people say it.
    #[schema(schema_with = bounds::number)]
    number: String,
    /// The id of its site.
    #[schema(schema_with = bounds::id)]
    site: String,
    /// Where it stands.
    #[schema(schema_with = bounds::state)]
    state: String,
    /// When it reached us.
    #[schema(format = DateTime, example = "2026-11-22T12:00:00Z")]
    raised_at: String,
    /// What comes next; of a closed concern, what came last.
    #[schema(schema_with = bounds::step)]
    next_step: String,
    /// When that is due; null when the concern is closed.
    #[schema(format = DateTime, required = true)]
    next_due_at: Option<String>,
}

/// A concern that was raised.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Raised {
    #[serde(flatten)]
    pub(super) standing: Standing,
    /// The page on which whoever told us follows it, without an account. Whoever has the link sees it.
    #[schema(schema_with = bounds::tracking_url)]
    pub(super) tracking_url: String,
}

/// A concern in the list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Listed {
    #[serde(flatten)]
    standing: Standing,
    /// What its site is called.
    site_name: String,
    /// By which door it came in.
    #[schema(schema_with = bounds::channel)]
    channel: String,
    /// Whose voice it is.
    #[schema(schema_with = bounds::voice)]
    voice: String,
    /// The language in which it was said.
    #[schema(schema_with = bounds::language)]
    language: String,
    /// The beginning of what was said.
    headline: String,
    /// When it was said, by the clock of whoever wrote it down.
    #[schema(format = DateTime, example = "2026-11-22T12:00:00Z")]
    said_at: String,
    /// When it was closed.
    #[schema(format = DateTime, required = true)]
    closed_at: Option<String>,
    /// How it ended.
    #[schema(schema_with = bounds::outcome_or_null, required = true)]
    outcome: Option<String>,
}

/// A page of the list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Page {
    /// The concerns, newest first.
    #[schema(max_items = 100)]
    pub(super) concerns: Vec<Listed>,
    /// What to send as `before` for the next page; null on the last one.
    #[schema(schema_with = bounds::cursor_or_null, required = true)]
    pub(super) next: Option<String>,
}

/// A concern, with what was said and promised.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Shown {
    #[serde(flatten)]
    listed: Listed,
    /// What whoever told us would like to happen.
    #[schema(required = true)]
    remedy: Option<String>,
    /// What was said, oldest first.
    messages: Vec<Said>,
    /// What was promised to whoever told us, oldest first.
    promises: Vec<Promised>,
}

/// Something that was said.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Said {
    /// Its id.
    #[schema(schema_with = bounds::id)]
    id: String,
    /// What kind of somebody said it.
    #[schema(schema_with = bounds::speaker)]
    by: String,
    /// What they are called; empty when they did not say.
    by_name: String,
    /// The language in which it was said.
    #[schema(schema_with = bounds::language)]
    language: String,
    /// What was said.
    words: String,
    /// When.
    #[schema(format = DateTime, example = "2026-11-22T12:00:00Z")]
    said_at: String,
    /// When it was last corrected.
    #[schema(format = DateTime, required = true)]
    edited_at: Option<String>,
    /// What it said before it was corrected, oldest first.
    earlier: Vec<String>,
}

/// A promise, and what became of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Promised {
    /// What was promised.
    #[schema(schema_with = bounds::step)]
    step: String,
    /// When it falls due; null while it waits for whoever told us.
    #[schema(format = DateTime, required = true)]
    due_at: Option<String>,
    /// When it was kept.
    #[schema(format = DateTime, required = true)]
    kept_at: Option<String>,
    /// Why it was late, in the words of staff; null when it was not, or nobody has said so yet.
    #[schema(required = true)]
    late_reason: Option<String>,
}

/// The open sites.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Sites {
    /// The sites, by name.
    pub(super) sites: Vec<SiteName>,
}

/// A site.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SiteName {
    /// Its id.
    #[schema(schema_with = bounds::id)]
    pub(super) id: String,
    /// What it is called.
    pub(super) name: String,
}

impl Standing {
    pub(super) fn of(concern: &Concern) -> Self {
        Self {
            id: concern.id.to_string(),
            number: concern.number.clone(),
            site: concern.site_id.to_string(),
            state: concern.state.word().to_owned(),
            raised_at: concern.raised_at.to_string(),
            next_step: concern.next_step.word().to_owned(),
            next_due_at: concern.next_due_at.map(|at| at.to_string()),
        }
    }
}

impl Listed {
    pub(super) fn of(concern: &Concern, site_name: &str) -> Self {
        Self {
            standing: Standing::of(concern),
            site_name: site_name.to_owned(),
            channel: concern.channel.word().to_owned(),
            voice: concern.voice.word().to_owned(),
            language: concern.language.code().to_owned(),
            headline: concern.headline.clone(),
            said_at: concern.said_at.to_string(),
            closed_at: concern.closed_at.map(|at| at.to_string()),
            outcome: concern.outcome.map(|outcome| outcome.word().to_owned()),
        }
    }
}

impl Shown {
    pub(super) fn of(told: &Told) -> Self {
        let said = |shown: &conversation::Shown| Said {
            id: shown.message.id.to_string(),
            by: shown.message.author.kind.clone(),
            by_name: shown.message.author.name.clone(),
            language: shown.message.language.code().to_owned(),
            words: shown.message.words.clone(),
            said_at: shown.message.said_at.to_string(),
            edited_at: shown.message.edited_at.map(|at| at.to_string()),
            earlier: shown.earlier.clone(),
        };
        let promised = |promise: &Promise| Promised {
            step: promise.step.word().to_owned(),
            due_at: promise.due_at.map(|at| at.to_string()),
            kept_at: promise.kept_at.map(|at| at.to_string()),
            late_reason: promise.late_reason.clone(),
        };
        Self {
            listed: Listed::of(&told.concern, &told.site_name),
            remedy: told.concern.remedy.clone(),
            messages: told.messages.iter().map(said).collect(),
            promises: told.given().map(promised).collect(),
        }
    }
}
