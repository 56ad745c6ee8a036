//! The page of readiness. Who may enter is in the arguments.

use askama::Template;
use axum::response::Response;
use ground::web::Path;
use ground::words::{Language, Words};
use ground::{Id, Result};
use learning::competency;
use people::door::{Officer, Trainer};
use people::staff::{self, StaffMember};
use people::work::Work;
use satisfaction::figure::say_share;

use super::rules::{self, About};
use crate::known::{self, Forecast, Forms, Known, Pool};
use crate::paper::Paper;

/// How sure the interval of an ability is.
const LEVEL: f64 = 0.95;

#[derive(Template)]
#[template(path = "readiness/show.html")]
struct Show<'a> {
    w: &'a Words,
    /// Whose it is, where another looks at it.
    of: Option<String>,
    known: Known,
    papers: Vec<(Paper, Option<Forecast>)>,
    about: Vec<About>,
}

impl Show<'_> {
    fn ability(&self) -> String {
        say_ability(self.w, self.known.ability.ability(), self.known.ability.interval(LEVEL))
    }

    fn next(&self) -> Option<&About> {
        rules::read_next(&self.about)
    }
}

/// An ability with where it lies, in words.
pub(crate) fn say_ability(w: &Words, ability: f64, (low, high): (f64, f64)) -> String {
    let said = |value: f64| format!("{value:.1}").replace("-0.0", "0.0");
    let values = [("ability", said(ability).into()), ("low", said(low).into()), ("high", said(high).into())];
    w.with("ability-is", &values)
}

/// A chance in percent: "72". Nothing is certain, and so it is never 0 or 100.
pub(crate) fn percent(share: impl std::borrow::Borrow<f64>) -> String {
    match share.borrow() * 100.0 {
        low if low < 1.0 => "<1".to_owned(),
        high if high > 99.0 => ">99".to_owned(),
        percent => format!("{percent:.0}"),
    }
}

impl Forecast {
    /// In words.
    pub(crate) fn say(&self, w: &Words) -> String {
        let said = [self.likely, self.low, self.high].map(percent);
        if said[1] == said[2] {
            return format!("{} %", said[0]);
        }
        let [likely, low, high] = said.map(Into::into);
        w.with("readiness-likely", &[("likely", likely), ("low", low), ("high", high)])
    }
}

struct Found {
    known: Known,
    papers: Vec<(Paper, Option<Forecast>)>,
    about: Vec<About>,
}

fn find(work: &mut Work<'_>, staff_id: &Id<StaffMember>, language: Language) -> Result<Found> {
    let pool = Pool::read(work.connection)?;
    let known = known::of_staff(work.connection, &pool, staff_id)?;
    let forecast = |paper: Paper| {
        let told = (known.lacks() == 0).then(|| Forms::of(&paper, &pool, language).forecast(&known.ability));
        (paper, told.flatten())
    };
    let papers = Paper::all().into_iter().map(forecast).collect();
    let about = rules::about(&pool, &known.answers);
    Ok(Found { known, papers, about })
}

pub(super) async fn mine(officer: Officer) -> Result<Response> {
    let me = officer.me.staff_id();
    let Found { known, papers, about } = officer.read(move |work| find(work, &me, work.me.language)).await?;
    let w = &officer.words;
    officer.field_frame().page(&w.t("readiness-title"), &Show { w, of: None, known, papers, about })
}

pub(super) async fn of(trainer: Trainer, Path(id): Path<Id<StaffMember>>) -> Result<Response> {
    let found = trainer.read(move |work| {
        let officer = staff::rows::find(work.connection, &id)?;
        Ok((officer.name, find(work, &id, officer.language)?))
    });
    let (name, Found { known, papers, about }) = found.await?;
    let w = &trainer.words;
    trainer.page(&name, &Show { w, of: Some(name.clone()), known, papers, about })
}
