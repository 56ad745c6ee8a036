//! The owner's first page. Who may enter is in the arguments.

use askama::Template;
use axum::response::Response;
use ground::fields::Asked;
use ground::spreadsheet::{self, Column, Ending, Sheet};
use ground::words::Words;
use ground::{Day, Error, Result};
use listening::facts::Share;
use people::door::AccountManager;
use people::organization;

use super::gather::{Changed, Found, PAGE, all, found};
use super::rules::Account;
use crate::health::{Reason, Weights, look, rows};

/// How many of the heaviest reasons a line names.
const REASONS: usize = 2;
/// How many of what came and went are named.
const NEWS: usize = 3;
/// Over so long it is counted which promises were kept: 90 days.
const KEPT_SECONDS: i64 = 90 * 86_400;

#[derive(Template)]
#[template(path = "portfolio/show.html")]
struct Show<'a> {
    w: &'a Words,
    found: Found,
    promises: Share,
    today: Day,
    zone: &'a str,
    page: usize,
    pages: usize,
}

impl Show<'_> {
    /// The first words of why.
    fn reasons(&self, account: &Account) -> Vec<(String, String)> {
        let said = |(reason, count): (Reason, usize)| {
            let more = if count > 1 {
                self.w.with("portfolio-and-more", &[("count", (count - 1).into())])
            } else {
                String::new()
            };
            (format!("{} {more}", reason.say(self.w, self.zone)), reason.path)
        };
        account.heaviest(REASONS).into_iter().map(said).collect()
    }

    /// The first of what came or went.
    fn news(&self, reasons: &[Reason]) -> Vec<(String, String)> {
        reasons.iter().take(NEWS).map(|reason| (reason.say(self.w, self.zone), reason.path.clone())).collect()
    }

    /// What a score was, and what it is.
    fn went_from(&self, changed: &Changed) -> String {
        let say = |score: Option<i64>| score.map_or_else(|| "?".to_owned(), |score| score.to_string());
        let (before, after) = (say(changed.scores.0), say(changed.scores.1));
        self.w.with("portfolio-from-to", &[("before", before.into()), ("after", after.into())])
    }

    /// How long there is until notice can be given no more.
    fn notice(&self, account: &Account) -> Option<(String, i64)> {
        let term = account.term?;
        Some((self.w.day(term.notice_by), term.notice_by.days_since(self.today)))
    }

    fn weights(&self) -> &Weights {
        &self.found.weights
    }
}

/// "+4", "-12" or nothing.
fn signed(change: Option<i64>) -> String {
    change.filter(|points| *points != 0).map(|points| format!("{points:+}")).unwrap_or_default()
}

pub(super) async fn show(manager: AccountManager, Asked(asked): Asked) -> Result<Response> {
    let zone = manager.organization.zone.clone();
    let today = manager.now.day_in(&zone).ok_or_else(|| Error::broken("now is no day"))?;
    let page = asked.typed("page").parse::<usize>().unwrap_or(1).clamp(1, 10_000) - 1;
    let since = manager.now.plus_seconds(-KEPT_SECONDS);
    let gathered = manager.read(move |work| {
        let found = found(work, today, page)?;
        Ok((found, listening::facts::answered_in_time(work, None, since)?))
    });
    let (found, promises) = gathered.await?;
    let w = &manager.words;
    let pages = found.count.div_ceil(PAGE).max(1);
    manager.page(&w.t("portfolio-title"), &Show { w, found, promises, today, zone: &zone, page: page + 1, pages })
}

/// Every client, as on the pages.
pub(super) async fn file(manager: AccountManager, Ending(format): Ending) -> Result<Response> {
    let (today, weights, accounts) = manager
        .read(|work| {
            let today = organization::day(work.connection, work.now)?;
            let weights = rows::weights_at(work.connection, work.now)?;
            Ok((today, weights, all(work, today)?))
        })
        .await?;
    let mut list = Sheet::new([
        Column::text("client"),
        Column::day("notice_by"),
        Column::day("ends_on"),
        Column::whole("days_to_notice"),
        Column::whole("health"),
        Column::text("band"),
        Column::whole("sites"),
        Column::whole("reasons"),
    ])?;
    for one in accounts {
        list.add([
            one.name.into(),
            one.term.map(|term| term.notice_by).into(),
            one.term.map(|term| term.ends_on).into(),
            one.term.map(|term| term.notice_by.days_since(today)).into(),
            one.score.into(),
            one.score.map(|score| weights.band(score).word()).into(),
            i64::try_from(one.sites).unwrap_or(i64::MAX).into(),
            i64::try_from(one.reasons.len()).unwrap_or(i64::MAX).into(),
        ])?;
    }
    spreadsheet::file("portfolio", format, &list)
}
