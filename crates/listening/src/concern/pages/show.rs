//! The page of a concern for staff: the conversation, what was promised, and what they can do.

use agreement::contract::Severity;
use askama::Template;
use askama::filters::Safe;
use axum::response::Response;
use ground::entry::{self, Entry};
use ground::letter::{self, Letter};
use ground::web::form::Form;
use ground::words::Words;
use ground::{Fields, Id, Moment, Result};
use people::client::{self, Client};
use people::door::Staff;
use people::site::{self, Site};
use people::staff::{self, StaffMember};

use super::draft_key;
use crate::alert::{self, rows::Told};
use crate::check_back;
use crate::concern::{Case, Category, Concern, letters, may_own, rows};
use crate::conversation::{self, Shown};
use crate::measure::{self, Measure};
use crate::promise::badge::badge;

/// More letters that did not arrive are no news.
const UNDELIVERED_SHOWN: i64 = 5;

#[derive(Template)]
#[template(path = "concern/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    case: Case,
    site: Site,
    client: Client,
    owner: String,
    messages: Vec<Shown>,
    told: Vec<Told>,
    measures: Vec<Measure>,
    handling: Vec<(&'static str, i64)>,
    undelivered: Vec<Letter>,
    is_refused: bool,
    badge: Safe<String>,
    now: Moment,
    draft: String,
    me: &'a str,
    replies: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    severities: Vec<(String, String)>,
    owners: Vec<(String, String)>,
    above: Vec<(String, String)>,
    anybody: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "concern/history.html")]
struct History<'a> {
    w: &'a Words,
    concern: Concern,
    zone: String,
    entries: Vec<Entry>,
}

impl Show<'_> {
    /// That a letter did not arrive: when it was written, and why it did not.
    fn undelivered(&self, letter: &Letter) -> String {
        let when = self.w.when(Moment::from_millis(letter.written_at), &self.site.zone);
        let why = self.w.t(letter::failure_key(letter.failure.as_deref().unwrap_or_default()));
        self.w.with("concern-undelivered", &[("when", when.into()), ("why", why.into())])
    }
}

impl History<'_> {
    /// What was done, in words; `xtask tidy` holds that every deed of a concern has some.
    fn deed(&self, entry: &Entry) -> String {
        self.w.t(&format!("deed-{}", entry.deed.replace(['.', '_'], "-")))
    }

    /// Who did it.
    fn by(&self, entry: &Entry) -> String {
        match (entry.by_name.as_str(), entry.by_kind.as_str()) {
            ("", "system") => self.w.t("history-by-system"),
            ("", _) => self.w.t("history-by-guest"),
            (name, _) => name.to_owned(),
        }
    }
}

/// The page, with what was typed and what is wrong with it.
pub(crate) async fn page(staff: &Staff, id: &Id<Concern>, fields: &Fields) -> Result<Response> {
    let concern_id = id.clone();
    let (case, (site, client), (messages, told, measures), handling, (undelivered, is_refused), members) = staff
        .read(move |work| {
            let case = rows::case(work, &concern_id)?;
            let site = site::rows::any(work.connection, &case.concern.site_id)?;
            let client = client::rows::any(work.connection, &case.concern.client_id)?;
            let messages = conversation::rows::all(work.connection, &concern_id)?;
            let members = staff::rows::all(work.connection)?;
            let told = alert::rows::of_concern(work.connection, &concern_id)?;
            let mut undelivered = letter::failed_about(work.connection, concern_id.as_str(), UNDELIVERED_SHOWN)?;
            undelivered.retain(|letter| letter.kind.starts_with("concern."));
            let is_refused = letters::refused(work.connection, &case.concern)?.is_some();
            let measures = measure::rows::of_concern(work.connection, &concern_id)?;
            let handling = check_back::rows::handling(work.connection, &concern_id)?.given();
            Ok((case, (site, client), (messages, told, measures), handling, (undelivered, is_refused), members))
        })
        .await?;
    let (w, concern) = (&staff.words, &case.concern);
    let shown = shown_fields(fields, concern);
    let owner = name_of(&members, &concern.owner_id);
    let protected = concern.protected_at.is_some();
    let content = Show {
        form: Form { w, fields: &shown },
        badge: badge(w, concern, &site.zone, staff.now),
        now: staff.now,
        draft: draft_key(staff, id),
        me: &staff.me.actor.id,
        replies: replies(w, concern),
        categories: Category::choices(w),
        severities: Severity::choices(w),
        owners: named(&members, |member| may_own(member, protected)),
        above: named(&members, |member| may_own(member, true)),
        anybody: [(String::new(), w.t("about-nobody"))].into_iter().chain(named(&members, |_| true)).collect(),
        owner,
        messages,
        told,
        measures,
        handling,
        undelivered,
        is_refused,
        site,
        client,
        w,
        case,
    };
    let title = format!("{} {}", content.case.concern.number, content.case.concern.headline);
    staff.page(&title, &content)
}

/// What the forms of the page show: what was typed, or else how the concern stands.
fn shown_fields(fields: &Fields, concern: &Concern) -> Fields {
    let mut shown = fields.clone();
    let standing = [
        ("category", concern.category.word()),
        ("severity", concern.severity.word()),
        ("owner", concern.owner_id.as_str()),
        ("act", if concern.closed_at.is_some() { "note" } else { "answer" }),
    ];
    for (name, value) in standing {
        if !shown.given(name) {
            shown.put(name, value);
        }
    }
    shown.put("version", concern.version.to_string());
    shown
}

/// What staff can say: each with who will see it.
fn replies(w: &Words, concern: &Concern) -> Vec<(String, String)> {
    let all = [
        ("answer", "reply-answer"),
        ("say", "reply-say"),
        ("ask_back", "reply-ask-back"),
        ("note", "reply-note"),
        ("refuse", "reply-refuse"),
        ("close", "reply-close"),
    ];
    let open = concern.closed_at.is_none();
    all.into_iter().filter(|(act, _)| open || *act == "note").map(|(act, key)| (act.to_owned(), w.t(key))).collect()
}

fn named(members: &[StaffMember], may: impl Fn(&StaffMember) -> bool) -> Vec<(String, String)> {
    members.iter().filter(|member| may(member)).map(|member| (member.id.to_string(), member.name.clone())).collect()
}

fn name_of(members: &[StaffMember], id: &Id<StaffMember>) -> String {
    members.iter().find(|member| member.id == *id).map_or_else(String::new, |member| member.name.clone())
}

/// Everything that was done to a concern, as the record has it.
pub(super) async fn history(staff: &Staff, id: &Id<Concern>) -> Result<Response> {
    let concern_id = id.clone();
    let (concern, zone, entries) = staff
        .read(move |work| {
            let concern = rows::find(work, &concern_id)?;
            let zone = site::rows::any(work.connection, &concern.site_id)?.zone;
            let entries = entry::rows::of_subject(work.connection, concern_id.as_str())?;
            Ok((concern, zone, entries))
        })
        .await?;
    let title = staff.words.with("history-title", &[("number", concern.number.as_str().into())]);
    staff.page(&title, &History { w: &staff.words, concern, zone, entries })
}
