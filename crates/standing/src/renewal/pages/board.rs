//! The board of renewals.

use agreement::contract::Renewal;
use askama::Template;
use axum::response::Response;
use ground::fields::Asked;
use ground::words::Words;
use ground::{Day, Result};
use people::door::AccountManager;
use people::organization;

use super::super::board::{Around, Running, Standing, around, running};
use crate::health;
use crate::task::Task;

/// How many contracts a page shows.
const PAGE: usize = 100;

#[derive(Template)]
#[template(path = "renewal/board.html")]
struct Board<'a> {
    w: &'a Words,
    lines: Vec<Line>,
    endless: Vec<Line>,
    total: usize,
    before: Option<String>,
    next: Option<String>,
}

/// A contract on the board, in words.
struct Line {
    contract_id: String,
    client_id: String,
    client: String,
    notice: Option<String>,
    /// The class and the words of its badge.
    badge: (&'static str, String),
    ends: Option<String>,
    renewal: &'static str,
    value: Option<String>,
    health: (&'static str, String),
    score: Option<i64>,
    reasons: Vec<String>,
    tasks: Vec<(String, String, &'static str)>,
}

pub(in crate::renewal) async fn list(manager: AccountManager, Asked(asked): Asked) -> Result<Response> {
    let page = asked.typed("page").parse::<usize>().unwrap_or(1).clamp(1, 10_000);
    let (today, total, shown, found) = manager
        .read(move |work| {
            let today = organization::day(work.connection, work.now)?;
            let all = running(work, today)?;
            let total = all.len();
            let shown: Vec<Running> = all.into_iter().skip((page - 1) * PAGE).take(PAGE).collect();
            let found = around(work, &shown)?;
            Ok((today, total, shown, found))
        })
        .await?;
    let (w, zone) = (&manager.words, manager.organization.zone.as_str());
    let line = |running: &Running| line(w, running, &found, (today, zone));
    let (with_end, endless): (Vec<&Running>, Vec<&Running>) = shown.iter().partition(|one| one.term.is_some());
    let address = |page: usize| format!("/renewals?page={page}");
    let content = Board {
        w,
        lines: with_end.into_iter().map(line).collect(),
        endless: endless.into_iter().map(line).collect(),
        total,
        before: (page > 1).then(|| address(page - 1)),
        next: (page * PAGE < total).then(|| address(page + 1)),
    };
    manager.page(&w.t("renewals-title"), &content)
}

fn line(w: &Words, running: &Running, (weights, standing, tasks): &Around, (today, zone): (Day, &str)) -> Line {
    let Running { contract, client, term, outlook } = running;
    let none = Standing::default();
    let standing = standing.get(&client.id).unwrap_or(&none);
    let (class, key) = health::look(&standing.score, weights);
    let task = |task: &Task| {
        let said = format!("{}, {}", w.t(task.kind.key()), w.day(task.due_on));
        (format!("/renewal-tasks/{}", task.id), said, task.look(today))
    };
    Line {
        contract_id: contract.id.to_string(),
        client_id: client.id.to_string(),
        client: client.name.clone(),
        notice: term.map(|term| w.day(term.notice_by)),
        badge: term.map_or(("rest", String::new()), |term| super::deadline(w, term, today)),
        ends: term.map(|term| w.day(term.ends_on)),
        renewal: match contract.renewal {
            Renewal::Automatic => "renewal-itself",
            Renewal::ByAgreement => "renewal-ends",
        },
        value: outlook.value(),
        health: (class, w.t(key)),
        score: standing.score,
        reasons: standing.heaviest.iter().map(|reason| format!("-{} {}", reason.points, reason.say(w, zone))).collect(),
        tasks: tasks.get(&contract.id).map(|open| open.iter().map(task).collect()).unwrap_or_default(),
    }
}
