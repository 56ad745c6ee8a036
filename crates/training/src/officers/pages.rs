//! The list of everybody who works here, and what those of a site hold and practise. Who may enter is in the arguments.

use agreement::post;
use askama::Template;
use axum::response::Response;
use ground::web::Path;
use ground::words::Words;
use ground::{Day, Id, Result};
use learning::competency;
use people::door::{Staff, Trainer};
use people::organization;
use people::site::{self, Site};
use people::staff::{self, StaffMember};
use people::work::Work;

use super::SHIFTS_DAYS;
use crate::certificate::{self, Certificate};
use crate::licence::{self, Licence};
use crate::plan::{self, Item};

#[derive(Template)]
#[template(path = "officers/list.html")]
struct List<'a> {
    w: &'a Words,
    members: Vec<StaffMember>,
}

pub(super) async fn list(trainer: Trainer) -> Result<Response> {
    let members = trainer.read(|work| staff::rows::all(work.connection)).await?;
    let w = &trainer.words;
    trainer.page(&w.t("training-title"), &List { w, members })
}

#[derive(Template)]
#[template(path = "officers/at_site.html")]
struct AtSite<'a> {
    w: &'a Words,
    site: Site,
    lines: Vec<Line>,
    today: Day,
}

/// An officer, and what of theirs a supervisor needs to know: no number of a licence, no answers, no words of a trainer.
struct Line {
    officer: StaffMember,
    licences: Vec<Licence>,
    certificates: Vec<Certificate>,
    items: Vec<Item>,
}

impl Line {
    fn of(work: &mut Work<'_>, officer: StaffMember, today: Day) -> Result<Self> {
        let mut licences = licence::rows::of_staff(work.connection, &officer.id)?;
        licences.retain(|one| one.ended.is_none());
        let mut certificates = certificate::rows::of_staff(work.connection, &officer.id)?;
        certificates.retain(|one| one.standing(today) == certificate::Standing::Valid);
        let mut items = plan::rows::of_staff(work.connection, &officer.id)?;
        items.retain(|one| one.holds(today));
        Ok(Self { officer, licences, certificates, items })
    }
}

/// Those who stood at a site of late or are to stand there soon, by name.
pub(super) async fn at_site(staff: Staff, Path(id): Path<Id<Site>>) -> Result<Response> {
    let found = staff.read(move |work| {
        let site = site::rows::find(work, &id)?;
        let today = organization::day(work.connection, work.now)?;
        let [from, until] = [-SHIFTS_DAYS, SHIFTS_DAYS].map(|days| work.now.plus_seconds(days * 86_400));
        let mut officers = post::rows::officers_at(work.connection, &site.id, (from, until))?;
        officers.sort_by(|one, other| one.name.cmp(&other.name).then_with(|| one.id.cmp(&other.id)));
        let lines = officers.into_iter().map(|officer| Line::of(work, officer, today)).collect::<Result<_>>()?;
        Ok((site, lines, today))
    });
    let (site, lines, today) = found.await?;
    let w = &staff.words;
    staff.page(&w.t("officers-of-site"), &AtSite { w, site, lines, today })
}
