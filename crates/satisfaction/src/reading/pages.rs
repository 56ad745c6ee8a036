//! The page of what was answered. Who may enter is in the arguments; everything is within reach.

use askama::Template;
use axum::response::Response;
use ground::fields::{Asked, Choice};
use ground::spreadsheet::{self, Column, Ending, Sheet};
use ground::web::form::Form;
use ground::words::Words;
use ground::{Fields, Id, Moment, Result};
use listening::check_back::Helped;
use listening::facts::{self, Checked};
use people::client::{self, Client};
use people::door::Staff;
use people::staff::Role;
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
    /// What is asked for, as the address of a file has it.
    query: String,
    /// The address of this page, ready for a theme.
    here: String,
    /// Whether whoever reads may ask.
    manages: bool,
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
        here: format!("/satisfaction?{of}&"),
        query: of,
        manages: staff.me.has_role(&[Role::AccountManager, Role::Administrator]),
    };
    staff.page(&w.t("satisfaction-title"), &content)
}

pub(super) async fn file(staff: Staff, Asked(asked): Asked, Ending(format): Ending) -> Result<Response> {
    let (client, period) = chosen(&asked);
    let since = period.since(staff.now);
    let checked = staff.read(move |work| read(work, client.as_ref(), since)).await?;
    let grades = ["fair", "prompt", "respect", "told_why"].map(Column::whole);
    let [number, helped, words] = ["number", "helped", "words"].map(Column::text);
    let [asked_at, answered_at] = ["asked_at", "answered_at"].map(Column::moment);
    let columns = [number, asked_at, answered_at, helped].into_iter().chain(grades).chain([words]);
    let mut list = Sheet::new(columns.collect::<Vec<_>>())?;
    for one in checked {
        let handling = one.handling;
        list.add([
            one.number.into(),
            one.asked_at.into(),
            one.answered_at.into(),
            one.answer.map(Helped::word).into(),
            handling.fair.into(),
            handling.prompt.into(),
            handling.respect.into(),
            handling.told_why.into(),
            one.words.into(),
        ])?;
    }
    spreadsheet::file("satisfaction", format, &list)
}
