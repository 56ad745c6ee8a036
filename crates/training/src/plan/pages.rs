//! The pages of plans. Who may enter is in the arguments; what a supervisor saw on a visit is for its officer alone.

use std::collections::HashMap;

use askama::Template;
use axum::response::{IntoResponse, Response};
use curriculum::Scenario;
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Day, Error, Fields, Id, Result};
use learning::competency;
use people::door::{Officer, Trainer};
use people::organization;
use people::site::{self, Site};
use people::staff::{self, StaffMember};
use people::work::Work;

use super::gather::{self, Coached};
use super::rules::{DAYS, WORDS_LETTERS};
use super::{Item, NewItem, Reason, rows};
use crate::advice::{WINDOW_DAYS, dialogue};

#[derive(Template)]
#[template(path = "plan/mine.html")]
struct Mine<'a> {
    w: &'a Words,
    lines: Vec<Line>,
    coached: Vec<Coached>,
}

#[derive(Template)]
#[template(path = "plan/of.html")]
struct Of<'a> {
    w: &'a Words,
    form: Form<'a>,
    officer: StaffMember,
    lines: Vec<Line>,
    competencies: Vec<(String, String)>,
}

/// Something to practise, and with what.
struct Line {
    item: Item,
    site: Option<Site>,
    dialogue: Option<&'static Scenario>,
}

impl Line {
    fn of(item: Item, sites: &HashMap<Id<Site>, Site>) -> Self {
        let site = item.site_id.as_ref().and_then(|id| sites.get(id)).cloned();
        let dialogue = dialogue(&item.competency, site.as_ref().map(|site| site.setting));
        Self { item, site, dialogue }
    }

    /// Why it is to be practised, where that is not a trainer's own words.
    fn why(&self, w: &Words) -> String {
        let (count, of) = self.item.counts.unwrap_or_default();
        let site = self.site.as_ref().map(|site| site.name.clone()).unwrap_or_default();
        let named = [("count", count.into()), ("of", of.into()), ("site", site.into()), ("days", WINDOW_DAYS.into())];
        match self.item.reason {
            Reason::Site => w.with("plan-why-site", &named),
            Reason::Answered => w.with("plan-why-answered", &named),
            Reason::Dialogues => w.with("plan-why-dialogues", &named),
            Reason::Answers => w.with("plan-why-answers", &named),
            Reason::Trainer => w.t("plan-why-trainer"),
        }
    }
}

/// What holds today in the plan of an officer.
fn lines(work: &mut Work<'_>, id: &Id<StaffMember>) -> Result<(Vec<Line>, Day)> {
    let today = organization::day(work.connection, work.now)?;
    let mut items = rows::of_staff(work.connection, id)?;
    items.retain(|one| one.holds(today));
    let mut sites = HashMap::new();
    for site_id in items.iter().filter_map(|one| one.site_id.clone()) {
        let site = site::rows::any(work.connection, &site_id)?;
        sites.insert(site_id, site);
    }
    Ok((items.into_iter().map(|one| Line::of(one, &sites)).collect(), today))
}

pub(super) async fn mine(officer: Officer) -> Result<Response> {
    let me = officer.me.staff_id();
    let found = officer.read(move |work| Ok((lines(work, &me)?.0, gather::coached(work, &me)?)));
    let (lines, coached) = found.await?;
    let w = &officer.words;
    officer.field_frame().page(&w.t("plan-mine"), &Mine { w, lines, coached })
}

pub(super) async fn of(trainer: Trainer, Path(id): Path<Id<StaffMember>>) -> Result<Response> {
    page(&trainer, &id, &Fields::default()).await
}

pub(super) async fn add(trainer: Trainer, Path(id): Path<Id<StaffMember>>, mut fields: Fields) -> Result<Response> {
    let Some(new) = NewItem::read(&mut fields) else { return Ok(refused(page(&trainer, &id, &fields).await?)) };
    let of = id.clone();
    match trainer.write(move |work| super::add(work, &of, &new)).await {
        Ok(_) => Ok(see(format!("/staff/{id}/plan")).saying("done-plan-added").into_response()),
        Err(Error::Refused(refusal)) => {
            let field = match refusal.key {
                "plan-until-wrong" => "until_on",
                "plan-is-there" => "competency",
                _ => "",
            };
            fields.refuse(field, refusal);
            Ok(refused(page(&trainer, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn end(trainer: Trainer, Path(id): Path<Id<Item>>) -> Result<Response> {
    let of = trainer.write(move |work| {
        let staff_id = rows::find(work.connection, &id)?.staff_id;
        Ok(super::end(work, &id)?.map(|()| staff_id))
    });
    let staff_id = of.await?;
    Ok(see(format!("/staff/{staff_id}/plan")).saying("done-plan-ended").into_response())
}

async fn page(trainer: &Trainer, id: &Id<StaffMember>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let found = trainer.read(move |work| {
        let officer = staff::rows::find(work.connection, &id)?;
        Ok((officer, lines(work, &id)?))
    });
    let (officer, (lines, today)) = found.await?;
    let w = &trainer.words;
    let mut shown = fields.clone();
    if !shown.given("until_on") {
        shown.put("until_on", today.plus_days(DAYS).to_string());
    }
    let mut competencies = competency::choices(w);
    competencies.insert(0, (String::new(), w.t("choose")));
    let title = officer.name.clone();
    trainer.page(&title, &Of { w, form: Form { w, fields: &shown }, officer, lines, competencies })
}
