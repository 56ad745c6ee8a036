//! The pages of reports. Who may enter is in the arguments; both see the same report, within the reach of the client.

pub(super) mod telling;

use askama::Template;
use askama::filters::Safe;
use axum::response::Response;
use ground::fields::Asked as Typed;
use ground::figure;
use ground::web::Path;
use ground::words::Words;
use ground::{Error, Id, Result, secret};
use orders::printed;
use people::client::Client;
use people::door::{AccountManager, Contact, Door};
use people::work::Work;
use people::{Me, Person, site};

use crate::subscription;

use super::{Asked, Frame, Period, Report, Said, Section, Shown, as_client, document, gather, shown};

/// So many months and quarters the list offers, the newest first.
const MONTHS: i64 = 12;
const QUARTERS: i64 = 4;

#[derive(Template)]
#[template(path = "report/list.html")]
struct List<'a> {
    w: &'a Words,
    back: Option<(String, String)>,
    pack: Option<String>,
    kinds: Vec<(String, Vec<Link>)>,
    /// Whether a contact is written each month; none on the page for staff.
    letters: Option<bool>,
}

/// A way to a report.
struct Link {
    path: String,
    name: String,
    is_running: bool,
}

#[derive(Template)]
#[template(path = "report/show.html")]
struct Show<'a> {
    w: &'a Words,
    shown: &'a Shown,
    parts: Vec<Part<'a>>,
    /// Where one comes from.
    back: (String, String),
    /// Where the same page of another period or site stands.
    path: String,
    paper: String,
    earlier: Link,
    later: Option<Link>,
    /// The sites to choose from; none for whoever sees only one.
    sites: Vec<(String, String)>,
    site: &'a str,
    /// For whoever may say something of a line: what makes its form one that is sent once.
    once: Option<String>,
}

/// A section with its charts as a page shows them, each with its title.
struct Part<'a> {
    section: &'a Section,
    figures: Vec<(&'a str, Safe<String>)>,
    lines: Vec<Line<'a>>,
}

/// A line, with what was typed of it and cannot be taken.
struct Line<'a> {
    said: &'a Said,
    typed: &'a str,
    problem: Option<&'a str>,
}

/// What was typed of a line and cannot be taken: of which line, in which words, and why.
struct Failed {
    line: String,
    typed: String,
    problem: String,
}

/// Who looks at a report: where concerns and other reports stand for them.
#[derive(Clone, Copy)]
struct Place<'a> {
    reports: &'a str,
    concerns: &'a str,
}

const PORTAL: Place<'static> = Place { reports: "/portal/reports", concerns: "/portal/concerns" };
const CONCERNS: &str = "/concerns";

impl<'a> Part<'a> {
    fn of(w: &Words, section: &'a Section, failed: Option<&'a Failed>) -> Result<Self> {
        let mut figures = Vec::new();
        for (at, chart) in section.charts.iter().enumerate() {
            figures.push((chart.title.as_str(), figure::shown(w, chart, &format!("{}-{at}", section.id))?));
        }
        let line = |said: &'a Said| {
            let failed = failed.filter(|failed| failed.line == said.key);
            Line {
                said,
                typed: failed.map_or("", |failed| failed.typed.as_str()),
                problem: failed.map(|failed| failed.problem.as_str()),
            }
        };
        Ok(Self { section, figures, lines: section.lines.iter().map(line).collect() })
    }
}

pub(super) async fn list(contact: Contact) -> Result<Response> {
    let id = contact.me.contact_id();
    let begun = contact.read(move |work| {
        let contact = people::contact::rows::any(work.connection, &id)?;
        subscription::is_begun(work, &contact)
    });
    contents(&contact, PORTAL.reports, (None, Some(begun.await?)))
}

pub(super) async fn staff_list(manager: AccountManager, Path(id): Path<Id<Client>>) -> Result<Response> {
    let client = manager.read(move |work| people::client::rows::find(work, &id)).await?;
    let back = (format!("/clients/{}", client.id), client.name.clone());
    contents(&manager, &format!("/clients/{}/reports", client.id), (Some(back), None))
}

/// The periods, with a way back for staff, and for a contact whether they are written each month.
fn contents(door: &Door, path: &str, (back, letters): (Option<(String, String)>, Option<bool>)) -> Result<Response> {
    let zone = &door.organization.zone;
    let today = door.now.day_in(zone).ok_or_else(|| Error::broken("now is no day"))?;
    let w = &door.words;
    let links = |newest: Period, count: i64| -> Vec<Link> {
        (0..count).map(|ago| link(w, path, newest.earlier(ago), "", ago == 0)).collect()
    };
    let kinds = vec![
        (w.t("reports-months"), links(Period::month_of(today), MONTHS)),
        (w.t("reports-quarters"), links(Period::quarter_of(today), QUARTERS)),
    ];
    let pack = back.as_ref().map(|(client, _)| format!("{client}/pack"));
    door.narrow_page(&w.t("reports-title"), &List { w, back, pack, kinds, letters })
}

fn link(w: &Words, path: &str, period: Period, site: &str, is_running: bool) -> Link {
    let site = if site.is_empty() { String::new() } else { format!("?site={site}") };
    Link { path: format!("{path}/{period}{site}"), name: period.title(w), is_running }
}

pub(super) async fn portal(contact: Contact, Path(period): Path<String>, Typed(asked): Typed) -> Result<Response> {
    let asked = of_contact(&contact.me, &period, asked.typed("site"))?;
    let report = read(&contact, &asked, None).await?;
    page(&contact, &report, PORTAL, None)
}

pub(super) async fn portal_paper(
    contact: Contact,
    Path(period): Path<String>,
    Typed(asked): Typed,
) -> Result<Response> {
    let asked = of_contact(&contact.me, &period, asked.typed("site"))?;
    let report = read(&contact, &asked, None).await?;
    paper(&contact, report, PORTAL.concerns).await
}

pub(super) async fn staff(
    manager: AccountManager,
    Path((id, period)): Path<(Id<Client>, String)>,
    Typed(asked): Typed,
) -> Result<Response> {
    let path = format!("/clients/{id}/reports");
    let report = of_client(&manager, id, &period, asked.typed("site")).await?;
    page(&manager, &report, Place { reports: &path, concerns: CONCERNS }, None)
}

pub(super) async fn staff_paper(
    manager: AccountManager,
    Path((id, period)): Path<(Id<Client>, String)>,
    Typed(asked): Typed,
) -> Result<Response> {
    let report = of_client(&manager, id, &period, asked.typed("site")).await?;
    paper(&manager, report, CONCERNS).await
}

/// The renewal pack: the twelve months that are over, for talking about the next.
pub(super) async fn pack(manager: AccountManager, Path(id): Path<Id<Client>>, Typed(asked): Typed) -> Result<Response> {
    let path = format!("/clients/{id}/reports");
    let report = of_client(&manager, id, &twelve(&manager)?, asked.typed("site")).await?;
    page(&manager, &report, Place { reports: &path, concerns: CONCERNS }, None)
}

pub(super) async fn pack_paper(
    manager: AccountManager,
    Path(id): Path<Id<Client>>,
    Typed(asked): Typed,
) -> Result<Response> {
    let report = of_client(&manager, id, &twelve(&manager)?, asked.typed("site")).await?;
    paper(&manager, report, CONCERNS).await
}

fn twelve(door: &Door) -> Result<String> {
    let today = door.now.day_in(&door.organization.zone).ok_or_else(|| Error::broken("now is no day"))?;
    Ok(Period::twelve_before(today).to_string())
}

/// What a contact asks for.
fn of_contact(me: &Me, period: &str, site: &str) -> Result<Asked> {
    let Person::Contact { client_id } = &me.person else { return Err(Error::NotFound) };
    let period = Period::parse(period).ok_or(Error::NotFound)?;
    Ok(Asked { client_id: client_id.clone(), site: site.to_owned(), period })
}

async fn of_client(door: &Door, client_id: Id<Client>, period: &str, site: &str) -> Result<Report> {
    let period = Period::parse(period).ok_or(Error::NotFound)?;
    let me = as_client(&door.me, &client_id);
    read(door, &Asked { client_id, site: site.to_owned(), period }, Some(me)).await
}

/// The report as whoever entered may read it, or somebody in whose place they ask, for a client that they may see.
async fn read(door: &Door, asked: &Asked, instead: Option<Me>) -> Result<Report> {
    let asked = asked.clone();
    let found = door.read(move |work| match &instead {
        None => gather(work, &asked),
        Some(me) => {
            people::client::rows::find(work, &asked.client_id)?;
            let Work { app, now, their_at, .. } = *work;
            gather(&mut Work { app, me, now, connection: &mut *work.connection, their_at }, &asked)
        }
    });
    found.await
}

fn page(door: &Door, report: &Report, place: Place<'_>, failed: Option<&Failed>) -> Result<Response> {
    let (w, path) = (&door.words, place.reports);
    let shown = shown(report, w, place.concerns);
    let site = report.site.as_ref().map_or("", |site| site.id.as_str());
    let here = format!("{path}/{}", report.period);
    let query = if site.is_empty() { String::new() } else { format!("?site={site}") };
    let (is_contact, client) = (place.reports == PORTAL.reports, &report.client);
    let content = Show {
        parts: shown.sections.iter().map(|section| Part::of(w, section, failed)).collect::<Result<_>>()?,
        back: (path.to_owned(), if is_contact { w.t("reports-title") } else { client.name.clone() }),
        paper: format!("{here}/paper{query}"),
        path: here,
        earlier: link(w, path, report.period.earlier(1), site, false),
        later: report.is_over().then(|| link(w, path, report.period.earlier(-1), site, false)),
        sites: choices(&report.sites),
        once: if is_contact { Some(secret::token()?) } else { None },
        site,
        shown: &shown,
        w,
    };
    door.page(&shown.title, &content)
}

fn choices(sites: &[site::Site]) -> Vec<(String, String)> {
    let named = |site: &site::Site| (site.id.to_string(), site.name.clone());
    if sites.len() < 2 { Vec::new() } else { sites.iter().map(named).collect() }
}

async fn paper(door: &Door, report: Report, concerns: &'static str) -> Result<Response> {
    let w = door.words.clone();
    let frame = Frame { organization: door.organization.name.clone(), zone: report.zone.clone(), printed_at: door.now };
    let name = format!("report-{}.pdf", report.period);
    printed::respond(name, move || Ok(document(&shown(&report, &w, concerns), &w, &frame))).await
}
