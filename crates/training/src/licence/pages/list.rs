//! The licences of everybody, by when they expire.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use ground::spreadsheet::{self, Column, Ending, Sheet};
use ground::words::Words;
use ground::{Day, Id, Result};
use people::door::Trainer;
use people::organization;
use people::staff::{self, StaffMember};
use people::work::Work;

use super::super::{Licence, rows};

/// So many are shown; the files hold all.
const SHOWN: usize = 300;

/// A licence, and what its officer is called.
type Line = (Licence, String);

#[derive(Template)]
#[template(path = "licence/list.html")]
struct List<'a> {
    w: &'a Words,
    lines: Vec<Line>,
    more: usize,
    today: Day,
}

/// Those of everybody who works here.
fn lines(work: &mut Work<'_>) -> Result<(Vec<Line>, Day)> {
    let members = staff::rows::all(work.connection)?;
    let names: HashMap<Id<StaffMember>, String> = members.into_iter().map(|one| (one.id, one.name)).collect();
    let all = rows::in_force(work.connection)?.into_iter();
    let lines = all.filter_map(|one| names.get(&one.staff_id).cloned().map(|name| (one, name))).collect();
    Ok((lines, organization::day(work.connection, work.now)?))
}

pub(crate) async fn show(trainer: Trainer) -> Result<Response> {
    let (mut lines, today) = trainer.read(lines).await?;
    let more = lines.len().saturating_sub(SHOWN);
    lines.truncate(SHOWN);
    let w = &trainer.words;
    trainer.page(&w.t("licences-title"), &List { w, lines, more, today })
}

/// Every one, as on the page, with its number.
pub(crate) async fn file(trainer: Trainer, Ending(format): Ending) -> Result<Response> {
    let (lines, today) = trainer.read(lines).await?;
    let [officer, kind, jurisdiction, number, standing, renewal] =
        ["officer", "kind", "jurisdiction", "number", "standing", "renewal"].map(Column::text);
    let [issued, expires] = ["issued_on", "expires_on"].map(Column::day);
    let mut list = Sheet::new([officer, kind, jurisdiction, number, issued, expires, standing, renewal])?;
    for (one, name) in lines {
        let standing = one.standing(today).word();
        list.add([
            name.into(),
            one.kind.into(),
            one.jurisdiction.into(),
            one.number.into(),
            one.issued_on.into(),
            one.expires_on.into(),
            standing.into(),
            one.renewal.into(),
        ])?;
    }
    spreadsheet::file("licences", format, &list)
}
