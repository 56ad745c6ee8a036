//! The page of what was answered. Who may enter is in the arguments; everything is within reach.

use askama::Template;
use axum::response::Response;
use ground::fields::{Asked, Choice};
use ground::spreadsheet;
use ground::web::form::Form;
use ground::words::Words;
use ground::{Fields, Id, Moment, Result};
use listening::facts::{self, Checked};
use people::client::{self, Client};
use people::door::Staff;
use people::work::Work;

use super::rules::{Period, Summary, trend_key};
use crate::figure::{FEWEST, say_share};
use crate::theme::{Sorted, names};

/// How many comments the page shows, the newest first.
const COMMENTS: usize = 20;

#[derive(Template)]
#[template(path = "reading/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    clients: Vec<(String, String)>,
    periods: Vec<(String, String)>,
    summary: Summary,
    sorted: Sorted<Checked>,
    zone: &'a str,
    csv: String,
    /// The address of this page, ready for a theme.
    here: String,
}

/// What was asked for in the address: of which client, and of which time.
fn chosen(asked: &Fields) -> (Option<Id<Client>>, Period) {
    (Id::parse(asked.typed("client")), Period::from_word(asked.typed("period")).unwrap_or(Period::Quarter))
}

fn read(work: &mut Work<'_>, client: Option<&Id<Client>>, since: Moment) -> Result<Vec<Checked>> {
    if let Some(client) = client {
        client::rows::find(work, client)?;
    }
    facts::checked(work, client, since)
}

pub(super) async fn show(staff: Staff, Asked(asked): Asked) -> Result<Response> {
    let (client, period) = chosen(&asked);
    let since = period.since(staff.now);
    let of = client.clone();
    let found = staff.read(move |work| Ok((client::rows::list(work)?, read(work, of.as_ref(), since)?)));
    let (clients, checked) = found.await?;
    let w = &staff.words;
    let everybody = (String::new(), w.t("satisfaction-all"));
    let clients = [everybody].into_iter().chain(clients.into_iter().map(|one| (one.id.to_string(), one.name)));
    let of = format!("client={}&period={}", client.map_or(String::new(), |id| id.to_string()), period.word());
    let summary = Summary::of(&checked, period, staff.now);
    let worded = checked.into_iter().filter(|one| one.words.is_some()).collect();
    let sorted = Sorted::of(worded, asked.typed("theme"), COMMENTS, |one: &Checked| {
        (one.words.as_deref().unwrap_or_default(), None)
    });
    let content = Show {
        w,
        form: Form { w, fields: &asked },
        clients: clients.collect(),
        periods: Period::choices(w),
        summary,
        sorted,
        zone: &staff.organization.zone,
        csv: format!("/satisfaction.csv?{of}"),
        here: format!("/satisfaction?{of}&"),
    };
    staff.page(&w.t("satisfaction-title"), &content)
}

pub(super) async fn file(staff: Staff, Asked(asked): Asked) -> Result<Response> {
    let (client, period) = chosen(&asked);
    let since = period.since(staff.now);
    let checked = staff.read(move |work| read(work, client.as_ref(), since)).await?;
    let columns = ["number", "asked_at", "answered_at", "helped", "fair", "prompt", "respect", "told_why", "words"];
    let grade = |grade: Option<i64>| grade.map_or(String::new(), |grade| grade.to_string());
    let rows = checked.into_iter().map(|one| {
        let handling = one.handling;
        [
            one.number,
            one.asked_at.to_string(),
            one.answered_at.map_or(String::new(), |at| at.to_string()),
            one.answer.map_or(String::new(), |answer| answer.word().to_owned()),
            grade(handling.fair),
            grade(handling.prompt),
            grade(handling.respect),
            grade(handling.told_why),
            one.words.unwrap_or_default(),
        ]
    });
    spreadsheet::file("satisfaction.csv", columns, rows)
}
