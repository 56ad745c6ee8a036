//! Rows of concerns, promises and pauses, and what they mean.

use agreement::contract::Severity;
use agreement::post::Post;
use diesel::prelude::*;
use ground::words::Language;
use ground::{Id, Moment};
use people::client::Client;
use people::site::Site;
use people::staff::StaffMember;

use crate::concern::{Category, Channel, Concern, Outcome, Reporter, State, Voice};
use crate::promise::{Pause, Promise, Step};
use crate::schema::{concern, pause, promise};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = concern, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(crate) struct ConcernRow {
    id: Id<Concern>,
    number: String,
    client_id: Id<Client>,
    site_id: Id<Site>,
    post_id: Option<Id<Post>>,
    channel: Channel,
    voice: Voice,
    reporter_id: Option<String>,
    reporter_name: Option<String>,
    reporter_email: Option<String>,
    language: String,
    headline: String,
    category: Category,
    severity: Severity,
    remedy: Option<String>,
    state: State,
    owner_id: Id<StaffMember>,
    about_id: Option<Id<StaffMember>>,
    next_step: Step,
    next_due_at: Option<Moment>,
    next_alert_at: Option<Moment>,
    said_at: Moment,
    raised_at: Moment,
    closed_at: Option<Moment>,
    outcome: Option<Outcome>,
    protected_at: Option<Moment>,
    round: i64,
    tracking_digest: String,
    terms_hash: String,
    version: i64,
}

impl ConcernRow {
    pub(super) fn of(concern: &Concern, version: i64) -> Self {
        let concern = concern.clone();
        Self {
            id: concern.id,
            number: concern.number,
            client_id: concern.client_id,
            site_id: concern.site_id,
            post_id: concern.post_id,
            channel: concern.channel,
            voice: concern.voice,
            reporter_id: concern.reporter.id,
            reporter_name: concern.reporter.name,
            reporter_email: concern.reporter.email,
            language: concern.language.code().to_owned(),
            headline: concern.headline,
            category: concern.category,
            severity: concern.severity,
            remedy: concern.remedy,
            state: concern.state,
            owner_id: concern.owner_id,
            about_id: concern.about_id,
            next_step: concern.next_step,
            next_due_at: concern.next_due_at,
            next_alert_at: concern.next_alert_at,
            said_at: concern.said_at,
            raised_at: concern.raised_at,
            closed_at: concern.closed_at,
            outcome: concern.outcome,
            protected_at: concern.protected_at,
            round: concern.round,
            tracking_digest: concern.tracking_digest,
            terms_hash: concern.terms_hash,
            version,
        }
    }
}

impl From<ConcernRow> for Concern {
    fn from(row: ConcernRow) -> Self {
        Self {
            id: row.id,
            number: row.number,
            client_id: row.client_id,
            site_id: row.site_id,
            post_id: row.post_id,
            channel: row.channel,
            voice: row.voice,
            reporter: Reporter { id: row.reporter_id, name: row.reporter_name, email: row.reporter_email },
            language: Language::parse(&row.language).unwrap_or_default(),
            headline: row.headline,
            category: row.category,
            severity: row.severity,
            remedy: row.remedy,
            state: row.state,
            owner_id: row.owner_id,
            about_id: row.about_id,
            next_step: row.next_step,
            next_due_at: row.next_due_at,
            next_alert_at: row.next_alert_at,
            said_at: row.said_at,
            raised_at: row.raised_at,
            closed_at: row.closed_at,
            outcome: row.outcome,
            protected_at: row.protected_at,
            round: row.round,
            tracking_digest: row.tracking_digest,
            terms_hash: row.terms_hash,
            version: row.version,
        }
    }
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = promise, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct PromiseRow {
    id: Id<Promise>,
    concern_id: Id<Concern>,
    step: Step,
    round: i64,
    target: String,
    given_at: Moment,
    due_at: Option<Moment>,
    kept_at: Option<Moment>,
    ended_at: Option<Moment>,
    late_reason: Option<String>,
    told: i64,
}

impl PromiseRow {
    pub(super) fn of(promise: &Promise, concern_id: &Id<Concern>) -> Self {
        let promise = promise.clone();
        Self {
            id: promise.id,
            concern_id: concern_id.clone(),
            step: promise.step,
            round: promise.round,
            target: promise.target,
            given_at: promise.given_at,
            due_at: promise.due_at,
            kept_at: promise.kept_at,
            ended_at: promise.ended_at,
            late_reason: promise.late_reason,
            told: promise.told,
        }
    }
}

impl From<PromiseRow> for Promise {
    fn from(row: PromiseRow) -> Self {
        Self {
            id: row.id,
            step: row.step,
            round: row.round,
            target: row.target,
            given_at: row.given_at,
            due_at: row.due_at,
            kept_at: row.kept_at,
            ended_at: row.ended_at,
            late_reason: row.late_reason,
            told: row.told,
        }
    }
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = pause, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct PauseRow {
    id: Id<Pause>,
    concern_id: Id<Concern>,
    started_at: Moment,
    ended_at: Option<Moment>,
}

impl PauseRow {
    pub(super) fn of(pause: &Pause, concern_id: &Id<Concern>) -> Self {
        let Pause { id, started_at, ended_at } = pause.clone();
        Self { id, concern_id: concern_id.clone(), started_at, ended_at }
    }
}

impl From<PauseRow> for Pause {
    fn from(PauseRow { id, concern_id: _, started_at, ended_at }: PauseRow) -> Self {
        Self { id, started_at, ended_at }
    }
}
