//! The pages of advice. Who may enter is in the arguments.

use askama::Template;
use axum::response::Response;
use curriculum::Scenario;
use ground::web::Path;
use ground::words::Words;
use ground::{Id, Moment, Result};
use learning::{competency, library};
use people::client::Setting;
use people::door::{Door, Staff, Trainer};
use people::site::{self, Site};
use people::work::{Me, Work};
use satisfaction::facts::low::TREATED;
use satisfaction::figure::say_share;

use super::{Evidence, Pointer, Source, Told, WINDOW_DAYS, everywhere, of_site};
use crate::effect::{self, Became, Effect};

/// So many concerns are named of each competency.
const NAMED: usize = 8;

#[derive(Template)]
#[template(path = "advice/list.html")]
struct List<'a> {
    w: &'a Words,
    lines: Vec<(Site, Vec<Pointer>)>,
}

#[derive(Template)]
#[template(path = "advice/show.html")]
struct Show<'a> {
    w: &'a Words,
    site: Site,
    /// Whether a trainer looks at it, who came from the list of all sites.
    trains: bool,
    /// Whether the reader may open the concerns that are named.
    may_open: bool,
    lines: Vec<Line>,
    became: Became<'a>,
    zone: &'a str,
}

/// A competency, why, and with what one practises it.
struct Line {
    pointer: Pointer,
    /// The concerns that are the reasons.
    reasons: Vec<Told>,
    /// How many more there are.
    more: usize,
    /// A dialogue about it, one of that kind of place first.
    dialogue: Option<&'static Scenario>,
}

impl Line {
    fn of(mut pointer: Pointer, site: &Site, me: &Me) -> Self {
        // Nobody reads of a concern about themselves, not even that there is one: it is counted in the figures alone.
        pointer.concerns.retain(|one| one.about_id.is_none() || one.about_id != me.reach.not_about);
        let reasons = pointer.concerns.iter().take(NAMED).cloned().collect();
        let more = pointer.concerns.len().saturating_sub(NAMED);
        let dialogue = dialogue(&pointer.competency, Some(site.setting));
        Self { pointer, reasons, more, dialogue }
    }
}

/// A dialogue in which a competency is practised: of a kind of place, or else of another.
pub(crate) fn dialogue(competency: &str, setting: Option<Setting>) -> Option<&'static Scenario> {
    let is_about = |one: &&Scenario| one.competencies.iter().any(|id| id == competency);
    let about = || library::curriculum().scenarios.iter().filter(is_about);
    let of_setting = setting.and_then(|setting| about().find(|one| one.setting == setting.word()));
    of_setting.or_else(|| about().next())
}

pub(super) async fn list(trainer: Trainer) -> Result<Response> {
    let found = trainer.read(|work| {
        let mut lines = Vec::new();
        for (id, mut pointers) in everywhere(work.connection, work.now)? {
            pointers.retain(Pointer::points);
            let site = site::rows::any(work.connection, &id)?;
            if !pointers.is_empty() && site.closed_at.is_none() {
                lines.push((site, pointers));
            }
        }
        lines.sort_by(|(one, _), (other, _)| one.name.cmp(&other.name).then_with(|| one.id.cmp(&other.id)));
        Ok(lines)
    });
    let lines = found.await?;
    let w = &trainer.words;
    trainer.page(&w.t("advice-title"), &List { w, lines })
}

pub(super) async fn for_trainers(trainer: Trainer, Path(id): Path<Id<Site>>) -> Result<Response> {
    let found = trainer.read(move |work| {
        let site = site::rows::any(work.connection, &id)?;
        gather(work, site)
    });
    let found = found.await?;
    page(&trainer, found, true)
}

pub(super) async fn for_staff(staff: Staff, Path(id): Path<Id<Site>>) -> Result<Response> {
    let found = staff.read(move |work| {
        let site = site::rows::find(work, &id)?;
        gather(work, site)
    });
    let found = found.await?;
    page(&staff, found, false)
}

fn gather(work: &mut Work<'_>, site: Site) -> Result<(Site, Vec<Line>, Vec<Effect>)> {
    let pointers = of_site(work.connection, &site.id, work.now)?;
    let lines = pointers.into_iter().map(|pointer| Line::of(pointer, &site, work.me)).collect();
    let effects = effect::of_site(work.connection, &site.id, work.now)?;
    Ok((site, lines, effects))
}

fn page(door: &Door, (site, lines, effects): (Site, Vec<Line>, Vec<Effect>), trains: bool) -> Result<Response> {
    let (w, zone) = (&door.words, site.zone.clone());
    let became = Became { w, effects, zone: &zone };
    let title = w.t("advice-of-site");
    let may_open = door.me.looks_after_clients() && door.me.reach.has_site(&site.client_id, &site.id);
    door.page(&title, &Show { w, site, trains, may_open, lines, became, zone: &zone })
}

/// What a source is called.
fn name(source: impl std::borrow::Borrow<Source>, w: &Words) -> String {
    match source.borrow() {
        Source::Concerns => w.t("advice-concerns"),
        Source::Answers(TREATED) => w.t("advice-public"),
        Source::Answers(dimension) => w.with("advice-survey", &[("what", w.t(dimension).into())]),
    }
}

/// What comes from a source, with the counts of the site and of all: nobody's own answer, and no words of anybody.
fn say(one: &Evidence, w: &Words) -> String {
    let figures = [("here", say_share(&one.here, w).into()), ("company", say_share(&one.company, w).into())];
    match one.source {
        Source::Concerns => w.with("advice-say-concerns", &figures),
        Source::Answers(TREATED) => w.with("advice-say-public", &figures),
        Source::Answers(_) => w.with("advice-say-survey", &figures),
    }
}

/// When something was told, as the day where the site is.
fn day(w: &Words, at: impl std::borrow::Borrow<Moment>, zone: &str) -> String {
    at.borrow().day_in(zone).map(|day| w.day(day)).unwrap_or_default()
}
