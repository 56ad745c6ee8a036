//! The board of renewals as a file: every contract that holds, as on the pages.

use agreement::contract::Renewal;
use axum::response::Response;
use ground::Result;
use ground::spreadsheet::{self, Cell, Column, Ending, Sheet};
use people::door::AccountManager;
use people::organization;

use super::super::board::{Around, Running, Standing, around, running};

fn columns() -> [Column; 13] {
    [
        Column::text("client"),
        Column::text("contract_id"),
        Column::day("notice_by"),
        Column::day("ends_on"),
        Column::text("renewal"),
        Column::whole("renews_months"),
        Column::day("review_on"),
        Column::whole("value_cents"),
        Column::text("currency"),
        Column::whole("health"),
        Column::text("band"),
        Column::text("reasons"),
        Column::whole("open_tasks"),
    ]
}

pub(in crate::renewal) async fn file(manager: AccountManager, Ending(format): Ending) -> Result<Response> {
    let (all, found) = manager
        .read(|work| {
            let today = organization::day(work.connection, work.now)?;
            let all = running(work, today)?;
            let found = around(work, &all)?;
            Ok((all, found))
        })
        .await?;
    let zone = &manager.organization.zone;
    let mut list = Sheet::new(columns())?;
    for one in &all {
        let said = |standing: &Standing| {
            let reasons = standing
                .heaviest
                .iter()
                .map(|reason| format!("-{} {}", reason.points, reason.say(&manager.words, zone)));
            reasons.collect::<Vec<_>>().join(" ")
        };
        list.add(cells(one, &found, said))?;
    }
    spreadsheet::file("renewals", format, &list)
}

fn cells(one: &Running, (weights, standing, tasks): &Around, said: impl Fn(&Standing) -> String) -> [Cell; 13] {
    let Running { contract, client, term, outlook } = one;
    let standing = standing.get(&client.id);
    let score = standing.and_then(|standing| standing.score);
    let open = tasks.get(&contract.id).map_or(0, Vec::len);
    [
        client.name.as_str().into(),
        contract.id.as_str().into(),
        term.map(|term| term.notice_by).into(),
        term.map(|term| term.ends_on).into(),
        contract.renewal.word().into(),
        (contract.renewal == Renewal::Automatic).then_some(outlook.renews_months).into(),
        outlook.review_on.into(),
        outlook.value_cents.into(),
        outlook.currency.as_str().into(),
        score.into(),
        score.map(|score| weights.band(score).word()).into(),
        standing.map(said).into(),
        i64::try_from(open).unwrap_or(i64::MAX).into(),
    ]
}
