//! What was noted at a site: a list, and the same as a file for a spreadsheet. Coaching stands in neither.

use askama::Template;
use axum::response::Response;
use ground::fields::Asked;
use ground::spreadsheet::{self, Column, Ending, Sheet};
use ground::web::Path;
use ground::web::form::Form;
use ground::words::Words;
use ground::{Fields, Id, Result};
use people::door::Staff;
use people::site::{self, Site};

use super::super::rows::{self, Filter};
use super::super::{Interaction, Kind, Mood};

/// So many stand on one page of the list.
const SHOWN: usize = 50;
/// The most rows that one file holds.
const MOST: i64 = 10_000;

#[derive(Template)]
#[template(path = "interaction/list.html")]
struct List<'a> {
    w: &'a Words,
    form: Form<'a>,
    site: Site,
    noted: Vec<Interaction>,
    kinds: Vec<(String, String)>,
    moods: Vec<(String, String)>,
    older: Option<String>,
    /// The path of the files of this list, and what is asked for.
    files: String,
    query: String,
}

/// What is asked for, and after which one the page begins.
fn read(asked: &mut Fields) -> (Filter, Option<Id<Interaction>>) {
    let kind: Option<Kind> = if asked.given("kind") { asked.choice("kind") } else { None };
    let mood: Option<Mood> = if asked.given("mood") { asked.choice("mood") } else { None };
    (Filter { kind, mood }, Id::parse(asked.typed("after")))
}

async fn found(
    staff: &Staff,
    id: Id<Site>,
    (filter, after): (Filter, Option<Id<Interaction>>),
    most: i64,
) -> Result<(Site, Vec<Interaction>)> {
    let found = staff.read(move |work| {
        let site = site::rows::find(work, &id)?;
        let after = after.map(|after| rows::find(work, &after)).transpose()?;
        let after = after.map(|one| (one.happened_at, one.id));
        Ok((site, rows::of_site(work.connection, &id, filter, after, most)?))
    });
    found.await
}

pub(in crate::interaction) async fn show(
    staff: Staff,
    Path(id): Path<Id<Site>>,
    Asked(mut asked): Asked,
) -> Result<Response> {
    let (filter, after) = read(&mut asked);
    let most = i64::try_from(SHOWN + 1).unwrap_or(i64::MAX);
    let (site, mut noted) = found(&staff, id, (filter, after), most).await?;
    let has_more = noted.len() > SHOWN;
    noted.truncate(SHOWN);
    let query = format!("kind={}&mood={}", filter.kind.map_or("", Kind::word), filter.mood.map_or("", Mood::word));
    let older = noted.last().filter(|_| has_more);
    let older = older.map(|last| format!("/sites/{}/interactions?{query}&after={}", site.id, last.id));
    let files = format!("/sites/{}/interactions", site.id);
    let w = &staff.words;
    let all = |choices: Vec<(String, String)>| {
        std::iter::once((String::new(), w.t("interaction-all"))).chain(choices).collect::<Vec<_>>()
    };
    let shown = Fields::default().set("kind", asked.typed("kind")).set("mood", asked.typed("mood"));
    let form = Form { w, fields: &shown };
    let (kinds, moods) = (all(Kind::choices(w)), all(Mood::choices(w)));
    staff.page(&w.t("interaction-title"), &List { w, form, site, noted, kinds, moods, older, files, query })
}

pub(in crate::interaction) async fn file(
    staff: Staff,
    Path(id): Path<Id<Site>>,
    Asked(mut asked): Asked,
    Ending(format): Ending,
) -> Result<Response> {
    let asked = read(&mut asked);
    let (site, noted) = found(&staff, id, asked, MOST).await?;
    let words = ["id", "site", "kind", "mood", "by", "with", "topic"].map(Column::text);
    let moments = ["happened_at", "received_at"].map(Column::moment);
    let mut list = Sheet::new(words.into_iter().chain(moments).collect::<Vec<_>>())?;
    for one in noted {
        let whom = one.with_name.unwrap_or_else(|| one.whom.word().to_owned());
        list.add([
            one.id.as_str().into(),
            site.name.as_str().into(),
            one.kind.word().into(),
            one.mood.map(Mood::word).into(),
            one.by_name.into(),
            whom.into(),
            one.topic.into(),
            one.happened_at.into(),
            one.received_at.into(),
        ])?;
    }
    spreadsheet::file("interactions", format, &list)
}
