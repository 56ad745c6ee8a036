//! The portal's first page, and the list of all that was told. Who may enter is in the arguments.

pub(super) mod concern;
pub(super) mod telling;

use askama::Template;
use askama::filters::Safe;
use axum::response::Response;
use ground::fields::Asked;
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Result};
use listening::check_back::Helped;
use listening::concern::{Concern, State};
use listening::conversation::Author;
use listening::facts::{self, SaidAndDone, Share};
use listening::promise::badge::badge;
use listening::queue::{self, Filter, Line};
use meeting::given_word::GivenWord;
use orders::facts::WaitsForMe;
use people::door::Contact;
use people::site::{self, Site};
use people::staff;
use people::work::Work;

use super::rules::{beginning, waits_for};

const DAY_SECONDS: i64 = 86_400;
/// How far back "recently" reaches.
const RECENT_SECONDS: i64 = 30 * DAY_SECONDS;
/// How far back it is counted whether answers came in time.
const COUNTED_SECONDS: i64 = 90 * DAY_SECONDS;
/// How many of each kind the first page shows.
const SHOWN: i64 = 12;
/// How many of what was told and done it shows.
const PAIRS: i64 = 6;
/// How many concerns a page of the list shows.
const PAGE: usize = 25;
/// How many letters of what was said and answered the first page shows.
const QUOTED: usize = 280;

/// One site to choose, or all of them.
struct Tab {
    name: String,
    path: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "portal/home.html")]
struct Home<'a> {
    w: &'a Words,
    me: &'a str,
    name: &'a str,
    now: Moment,
    tabs: Vec<Tab>,
    changes: Vec<WaitsForMe>,
    waiting: Vec<Line>,
    open: Vec<Line>,
    closed: Vec<Line>,
    pairs: Vec<SaidAndDone>,
    boards: Vec<(String, String)>,
    in_time: Share,
    /// Until when they can answer a survey.
    survey: Option<String>,
    /// What was promised to them by word of mouth and is open, or was settled of late, with the days.
    given: Vec<(GivenWord, String)>,
}

#[derive(Template)]
#[template(path = "portal/list.html")]
struct List<'a> {
    w: &'a Words,
    me: &'a str,
    now: Moment,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    next: Option<String>,
    people: Vec<SitePeople>,
}

/// Who looks after a site.
struct SitePeople {
    site: String,
    owner: String,
    supervisors: Vec<String>,
}

/// What the first page is made of.
struct Found {
    sites: Vec<Site>,
    changes: Vec<WaitsForMe>,
    waiting: Vec<Line>,
    open: Vec<Line>,
    closed: Vec<Line>,
    pairs: Vec<SaidAndDone>,
    in_time: Share,
    survey: Option<Moment>,
    given: Vec<(GivenWord, String)>,
}

pub(super) async fn home(contact: Contact, Asked(asked): Asked) -> Result<Response> {
    let wanted = asked.typed("site").to_owned();
    let found = contact.read(move |work| find(work, &wanted)).await?;
    let w = &contact.words;
    let content = Home {
        w,
        me: &contact.me.actor.id,
        name: &contact.me.actor.name,
        now: contact.now,
        tabs: tabs(w, &found.sites, "/portal", &asked),
        changes: found.changes,
        waiting: found.waiting,
        open: found.open,
        closed: found.closed,
        pairs: found.pairs,
        boards: found.sites.iter().map(|site| (site.id.to_string(), site.name.clone())).collect(),
        in_time: found.in_time,
        survey: found.survey.map(|until| w.when(until, &contact.organization.zone)),
        given: found.given,
    };
    contact.page(&w.t("portal-title"), &content)
}

fn find(work: &mut Work<'_>, wanted: &str) -> Result<Found> {
    let sites = site::rows::list(work)?;
    let site = chosen(&sites, wanted)?;
    let me = work.me.actor.id.clone();
    let changes = orders::facts::waits_for_me(work)?;
    let waiting = queue::rows::waiting_for_me(work, SHOWN)?;
    let mut open = queue::rows::list(work, &Filter { site: site.clone(), ..Filter::default() }, 2 * SHOWN)?;
    open.retain(|line| !waits_for(&line.concern, &me));
    let recently = work.now.plus_seconds(-RECENT_SECONDS);
    let closed = facts::closed_since(work, site.as_ref(), recently, SHOWN)?;
    let pairs = facts::said_and_done(work, site.as_ref(), recently, PAIRS)?;
    let since = work.now.plus_seconds(-COUNTED_SECONDS);
    let in_time = facts::answered_in_time(work, site.as_ref(), since)?;
    let survey = satisfaction::facts::open_for_me(work)?;
    let given = given(work, &sites, recently)?;
    Ok(Found { sites, changes, waiting, open, closed, pairs, in_time, survey, given })
}

/// What was promised by word of mouth to whoever asks, and is open or was settled since.
fn given(work: &mut Work<'_>, sites: &[Site], since: Moment) -> Result<Vec<(GivenWord, String)>> {
    let w = work.app.catalogue.speak(work.me.language);
    let me = work.me.contact_id();
    let mut words = meeting::facts::given_to(work.connection, &me)?;
    words.retain(|word| word.is_open() || word.kept_at.max(word.released_at) >= Some(since));
    let dated = |word: GivenWord| {
        let site = sites.iter().find(|site| site.id == word.site_id)?;
        let at = word.kept_at.or(word.released_at).unwrap_or(word.due_at);
        Some((word, w.when(at, &site.zone)))
    };
    Ok(words.into_iter().filter_map(dated).collect())
}

pub(super) async fn list(contact: Contact, Asked(asked): Asked) -> Result<Response> {
    let (wanted, before) = (asked.typed("site").to_owned(), place(asked.typed("before")));
    let (sites, mut lines, people) = contact
        .read(move |work| {
            let sites = site::rows::list(work)?;
            let site = chosen(&sites, &wanted)?;
            let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
            let lines = queue::rows::told(work, site.as_ref(), before.as_ref(), limit)?;
            let shown: Vec<Site> =
                sites.iter().filter(|one| site.as_ref().is_none_or(|only| *only == one.id)).cloned().collect();
            let people = people_of(work, &shown)?;
            Ok((sites, lines, people))
        })
        .await?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let next = lines.last().filter(|_| more).map(|last| {
        let site = asked.typed("site");
        let site = if site.is_empty() { String::new() } else { format!("site={site}&") };
        format!("/portal/concerns?{site}before={}_{}", last.concern.raised_at.millis(), last.concern.id)
    });
    let w = &contact.words;
    let tabs = tabs(w, &sites, "/portal/concerns", &asked);
    let content = List { w, me: &contact.me.actor.id, now: contact.now, tabs, lines, next, people };
    contact.page(&w.t("portal-told"), &content)
}

/// Where the list goes on, as its address says it; what makes no sense is its beginning.
fn place(text: &str) -> Option<(Moment, Id<Concern>)> {
    let (millis, id) = text.split_once('_')?;
    Some((Moment::from_millis(millis.parse().ok()?), Id::parse(id)?))
}

/// The site that was asked for, if any: one that they may see.
fn chosen(sites: &[Site], wanted: &str) -> Result<Option<Id<Site>>> {
    if wanted.is_empty() {
        return Ok(None);
    }
    let found = sites.iter().find(|site| site.id.as_str() == wanted).ok_or(Error::NotFound)?;
    Ok(Some(found.id.clone()))
}

/// The sites to choose from; nothing for whoever sees only one.
fn tabs(w: &Words, sites: &[Site], path: &str, asked: &Fields) -> Vec<Tab> {
    if sites.len() < 2 {
        return Vec::new();
    }
    let wanted = asked.typed("site");
    let all = Tab { name: w.t("portal-all-sites"), path: path.to_owned(), current: wanted.is_empty() };
    let one = |site: &Site| Tab {
        name: site.name.clone(),
        path: format!("{path}?site={}", site.id),
        current: wanted == site.id.as_str(),
    };
    std::iter::once(all).chain(sites.iter().map(one)).collect()
}

fn people_of(work: &mut Work<'_>, sites: &[Site]) -> Result<Vec<SitePeople>> {
    let ids: Vec<Id<Site>> = sites.iter().map(|site| site.id.clone()).collect();
    let supervisors = site::rows::supervisors(work.connection, &ids)?;
    let mut people = Vec::new();
    for site in sites {
        let owner = staff::rows::find(work.connection, &site.owner_id)?.name;
        let others = supervisors.iter().filter(|(of, name)| *of == site.id && *name != owner);
        let supervisors = others.map(|(_, name)| name.clone()).collect();
        people.push(SitePeople { site: site.name.clone(), owner, supervisors });
    }
    Ok(people)
}

/// Where a concern stands, in the words of whoever told us.
fn stands(w: &Words, concern: &Concern, zone: &str, me: &str, now: Moment) -> Safe<String> {
    let said = match concern.state {
        State::Waiting if waits_for(concern, me) => ("waiting", "portal-waits-for-you"),
        State::Waiting => ("waiting", "portal-waits-for-colleague"),
        State::Answered => ("info", "portal-answered"),
        State::Refused => ("info", "portal-refused"),
        State::New | State::Acknowledged | State::Closed => return badge(w, concern, zone, now),
    };
    Safe(format!("<span class=\"badge {}\">{}</span>", said.0, w.t(said.1)))
}

/// What whoever said something is called.
fn name(w: &Words, author: &Author) -> String {
    if author.name.is_empty() { w.t("author-unknown") } else { author.name.clone() }
}

fn quoted(words: &str) -> String {
    beginning(words, QUOTED)
}

/// Whether an answer helped, as far as anybody said.
fn settled(w: &Words, pair: &SaidAndDone, me: &str) -> Safe<String> {
    let concern = &pair.line.concern;
    let (look, key) = match pair.helped {
        Some(Helped::Yes) => ("ok", "portal-said-yes"),
        Some(Helped::Partly) => ("soon", "portal-said-partly"),
        Some(Helped::No) => ("late", "portal-said-no"),
        None if concern.closed_at.is_some() => ("rest", "portal-said-nothing"),
        None if waits_for(concern, me) => ("waiting", "portal-say-now"),
        None => ("rest", "portal-said-nothing-yet"),
    };
    Safe(format!("<span class=\"badge {look}\">{}</span>", w.t(key)))
}
