//! The pages of the officer's app. Who may enter is in the arguments.

use std::collections::BTreeSet;

use adjustments::outcome::OfficerAnswer;
use agreement::post::{self, Post};
use askama::Template;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use briefing::confirmation;
use briefing::temporary::{self, Kind, Placed};
use ground::fields::Asked;
use ground::web::frame::Kept;
use ground::web::{Frame, assets};
use ground::words::Words;
use ground::{Id, Moment, Result};
use listening::concern::number;
use listening::facts;
use listening::queue::Line;
use meeting::given_word::GivenWord;
use orders::post_orders::AHEAD_SECONDS;
use orders::revision::Revision;
use people::door::{Door, Guest, Officer};
use people::site::{self, Site};
use people::staff::StaffMember;
use people::work::Work;
use serde_json::json;

use crate::phone;
use crate::sending::{self, Sending, State};

/// How many of each kind a page shows.
const SHOWN: i64 = 20;
/// The pages that a phone keeps wherever its officer stands.
const TAKEN: [&str; 7] =
    ["/field", "/field/told", "/field/sent", "/field/concerns", "/given-words", "/learning", "/practice"];
/// Praise is news for so long, in seconds.
const PRAISE_SECONDS: i64 = 14 * 86_400;

#[derive(Template)]
#[template(path = "home/home.html")]
struct Home<'a> {
    w: &'a Words,
    emergency_number: &'a str,
    number: Option<String>,
    page: Gathered,
    is_office: bool,
}

/// What the page shows.
struct Gathered {
    stands: Vec<Stand>,
    outcomes: Vec<(String, String)>,
    praise: Vec<(Line, String)>,
    /// What they promised by word of mouth, with the time by which as the site says it.
    given: Vec<(GivenWord, String)>,
    /// Visits of which there is something for them to read.
    coaching: Vec<String>,
    /// How many questions wait for them today.
    practice: i64,
    now: Moment,
    /// When they were here the time before: what was told since is new.
    since: Option<Moment>,
}

/// A post at which an officer stands, or will within some days.
struct Stand {
    post: Post,
    site: Site,
    /// Whether they stand there now.
    is_now: bool,
    temporary: Vec<Placed>,
    /// What they must confirm still.
    missing: Vec<Revision>,
}

impl Gathered {
    /// Whether something was told since they were here the time before.
    fn is_new(&self, placed: &Placed) -> bool {
        self.since.is_some_and(|since| placed.temporary.given_at > since)
    }
}

pub(super) async fn home(officer: Officer, Asked(asked): Asked) -> Result<Response> {
    let page = officer.read(gather).await?;
    let content = Home {
        w: &officer.words,
        emergency_number: &officer.organization.emergency_number,
        number: number::read(asked.typed("number")),
        page,
        is_office: officer.me.looks_after_clients(),
    };
    field_page(&officer, "app-title", &content)
}

fn field_page(door: &Door, title: &str, content: &impl Template) -> Result<Response> {
    door.field_frame().page(&door.words.t(title), content)
}

fn gather(work: &mut Work<'_>) -> Result<Gathered> {
    let me = work.me.staff_id();
    let now: Vec<Id<Post>> =
        post::rows::posts_of_officer(work.connection, &me, work.now)?.into_iter().map(|post| post.id).collect();
    let mut stands = Vec::new();
    for post in posts(work, &me)? {
        let site = site::rows::any(work.connection, &post.site_id)?;
        let in_force = temporary::rows::in_force(work.connection, &site.id, Some(&post.id), work.now)?;
        let temporary = temporary::placed(work, in_force)?;
        let missing = confirmation::to_confirm(work, &post, &me)?;
        let is_now = now.contains(&post.id);
        stands.push(Stand { post, site, is_now, temporary, missing });
    }
    stands.sort_by_key(|stand| !stand.is_now);
    let sites = each_once(stands.iter().map(|stand| stand.site.id.clone()));
    let w = work.app.catalogue.speak(work.me.language);
    let praise = facts::praise_at(work, &sites, work.now.plus_seconds(-PRAISE_SECONDS), SHOWN)?;
    let praise = praise.into_iter().map(|line| (w.when(line.concern.raised_at, &line.zone), line));
    let praise = praise.map(|(day, line)| (line, day)).collect();
    let since = phone::rows::of_staff(work.connection, &me)?.into_iter().filter_map(|phone| phone.seen_before_at).max();
    let given = given(work, &me)?;
    let coaching = meeting::facts::to_read(work, &me)?.into_iter().map(|id| id.to_string()).collect();
    let practice = learning::practice::facts::waiting_for_me(work)?;
    Ok(Gathered { stands, outcomes: outcomes(work)?, praise, given, coaching, practice, now: work.now, since })
}

/// What an officer promised by word of mouth and has not kept yet.
fn given(work: &mut Work<'_>, me: &Id<StaffMember>) -> Result<Vec<(GivenWord, String)>> {
    let w = work.app.catalogue.speak(work.me.language);
    let held = meeting::facts::held_by(work.connection, me)?;
    let dated = |word: GivenWord| {
        let zone = site::rows::any(work.connection, &word.site_id)?.zone;
        let due = w.when(word.due_at, &zone);
        Ok((word, due))
    };
    held.into_iter().map(dated).collect()
}

/// The posts at which an officer stands now, or will within some days.
fn posts(work: &mut Work<'_>, me: &Id<StaffMember>) -> Result<Vec<Post>> {
    let until = work.now.plus_seconds(AHEAD_SECONDS);
    post::rows::posts_of_officer_until(work.connection, me, (work.now, until))
}

/// Sites, each once.
fn each_once(sites: impl Iterator<Item = Id<Site>>) -> Vec<Id<Site>> {
    sites.collect::<BTreeSet<_>>().into_iter().collect()
}

/// What an officer is asked: whether something that was changed works.
fn outcomes(work: &mut Work<'_>) -> Result<Vec<(String, String)>> {
    let asked = adjustments::outcome::rows::waiting_for_me(work)?;
    let named = |asked: OfficerAnswer| {
        let adjustment = adjustments::adjustment::rows::any(work.connection, &asked.adjustment_id)?;
        Ok((asked.id.to_string(), adjustment.headline))
    };
    asked.into_iter().map(named).collect()
}

/// The pages that a phone keeps for when there is no signal: all that its officer may need on their posts.
///
/// # Errors
/// Broken when the database says so.
pub fn pages_to_take(work: &mut Work<'_>) -> Result<Vec<String>> {
    let me = work.me.staff_id();
    let mut pages: Vec<String> = TAKEN.map(str::to_owned).to_vec();
    let posts = posts(work, &me)?;
    for post in &posts {
        pages.push(format!("/posts/{}/briefing", post.id));
        for revision in confirmation::to_confirm(work, post, &me)? {
            pages.push(format!("/posts/{}/confirmations/{}", post.id, revision.id));
        }
    }
    let sites = each_once(posts.into_iter().map(|post| post.site_id));
    for site in sites {
        pages.extend([format!("/field/told?site={site}"), format!("/interactions/new?site={site}")]);
    }
    Ok(pages)
}

#[derive(Template)]
#[template(path = "home/sent.html")]
struct SentPage<'a> {
    w: &'a Words,
    sent: Vec<(Sending, String)>,
    mine: Vec<Line>,
    phones: String,
}

pub(super) async fn sent(officer: Officer) -> Result<Response> {
    let (sent, mine) = officer
        .read(|work| {
            let me = work.me.staff_id();
            Ok((sending::rows::of_staff(work.connection, &me, SHOWN)?, facts::written_down_by_me(work, SHOWN)?))
        })
        .await?;
    let w = &officer.words;
    let when = |one: Sending| (w.when(one.happened_at, &officer.organization.zone), one);
    let sent = sent.into_iter().map(when).map(|(when, one)| (one, when)).collect();
    let phones = format!("/staff/{}/phones", officer.me.actor.id);
    field_page(&officer, "app-sent", &SentPage { w, sent, mine, phones })
}

#[derive(Template)]
#[template(path = "home/concerns.html")]
struct Concerns<'a> {
    w: &'a Words,
    lines: Vec<Line>,
    stands: bool,
}

/// What is open at the sites of an officer, as far as they may know of it.
pub(super) async fn concerns(officer: Officer) -> Result<Response> {
    let (lines, stands) = officer
        .read(|work| {
            let me = work.me.staff_id();
            let sites = post::rows::sites_of_officer(work.connection, &me, work.now)?;
            Ok((facts::for_officers(work, &sites, SHOWN)?, !sites.is_empty()))
        })
        .await?;
    field_page(&officer, "app-concerns", &Concerns { w: &officer.words, lines, stands })
}

#[derive(Template)]
#[template(path = "home/offline.html")]
struct Offline<'a> {
    w: &'a Words,
}

/// What stands in the place of a page that is not on the phone.
pub(super) async fn offline(guest: Guest) -> Result<Response> {
    for_anybody(&guest, "offline-title", &Offline { w: &guest.words })
}

/// A page for whoever holds the phone. It names nobody.
///
/// # Errors
/// Broken when it cannot be rendered.
pub(crate) fn for_anybody(guest: &Door, title: &str, content: &impl Template) -> Result<Response> {
    let (account, navigation, kept) = (None, Vec::new(), Kept::ForAnybody);
    let frame = Frame { field: true, narrow: true, account, navigation, kept, ..guest.frame() };
    frame.page(&guest.words.t(title), content)
}

/// What a browser must know to put the app on the home screen of a phone (W3C, Web Application Manifest).
pub(super) async fn manifest(guest: Guest) -> Result<Response> {
    let icon = |name: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": assets::url(name), "sizes": sizes, "type": kind, "purpose": purpose });
    let content = json!({
        "id": "/field",
        "name": guest.organization.name,
        "short_name": guest.words.t("app-title"),
        "start_url": "/field",
        "scope": "/",
        "display": "standalone",
        "lang": guest.words.language.code(),
        "background_color": "#ffffff",
        "theme_color": "#0b57a4",
        "icons": [
            icon("icon.svg", "any", "image/svg+xml", "any"),
            icon("touch.png", "192x192", "image/png", "any maskable"),
        ],
    });
    Ok(([(CONTENT_TYPE, "application/manifest+json")], content.to_string()).into_response())
}
