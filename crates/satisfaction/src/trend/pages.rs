//! The page of the rounds together, for those who answer for clients. Who may enter is in the arguments.

use askama::Template;
use askama::filters::Safe;
use axum::response::Response;
use ground::fields::Asked;
use ground::figure;
use ground::spreadsheet::{self, Column, Ending, Sheet};
use ground::web::form::Form;
use ground::words::Words;
use ground::{Fields, Id, Result};
use people::client::{self, Client};
use people::door::AccountManager;
use people::work::Work;

use super::drawn;
use super::rules::{Past, Thing, trend_key};
use crate::asking;
use crate::figure::{FEWEST, say_share, share};
use crate::round::results::Results;
use crate::round::rows;

/// How many rounds are looked at: five years of quarters, and the one that is open.
const LOOKED_AT: i64 = 21;

#[derive(Template)]
#[template(path = "trend/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    clients: Vec<(String, String)>,
    things: Vec<(String, String)>,
    rounds: usize,
    figure: Option<Safe<String>>,
    lines: Vec<Line>,
    /// What is asked for, as the address of a file has it.
    query: String,
}

/// What the page says of one thing.
struct Line {
    name: String,
    newest: String,
    before: String,
    trend: Option<&'static str>,
}

/// The rounds that are over, the oldest first.
fn past(work: &mut Work<'_>, client_id: Option<&Id<Client>>) -> Result<Vec<Past>> {
    if let Some(client_id) = client_id {
        client::rows::find(work, client_id)?;
    }
    let mut rounds = rows::newest(work.connection, LOOKED_AT)?;
    rounds.retain(|round| round.closed_at.is_some());
    rounds.reverse();
    let past = rounds.into_iter().map(|round| {
        let (answered, asked) = asking::rows::response(work.connection, &round.id, client_id)?;
        let results = Results::of(&asking::rows::given(work.connection, &round.id, client_id)?);
        Ok(Past { opened_at: round.opened_at, response: share(answered, asked), results })
    });
    past.collect()
}

fn client_of(asked: &Fields) -> Option<Id<Client>> {
    Id::parse(asked.typed("client"))
}

pub(super) async fn show(manager: AccountManager, Asked(asked): Asked) -> Result<Response> {
    let client_id = client_of(&asked);
    let of = client_id.clone();
    let found = manager.read(move |work| Ok((client::rows::list(work)?, past(work, of.as_ref())?)));
    let (clients, rounds) = found.await?;
    let w = &manager.words;
    let thing = Thing::of(asked.typed("of"));
    let chosen = thing.or_else(|| Thing::all().into_iter().next());
    let chart = chosen.and_then(|thing| drawn::chart(w, &manager.organization.zone, thing, &rounds));
    let everybody = (String::new(), w.t("satisfaction-all"));
    let content = Show {
        w,
        form: Form { w, fields: &asked },
        clients: [everybody].into_iter().chain(clients.into_iter().map(|one| (one.id.to_string(), one.name))).collect(),
        things: Thing::all().into_iter().map(|thing| (thing.0.to_owned(), w.t(thing.0))).collect(),
        rounds: rounds.len(),
        figure: chart.map(|chart| figure::shown(w, &chart, "trend")).transpose()?,
        lines: lines(w, &rounds),
        query: client_id.map_or(String::new(), |id| format!("client={id}")),
    };
    manager.page(&w.t("trend-title"), &content)
}

/// How many answered, and then each thing.
fn lines(w: &Words, rounds: &[Past]) -> Vec<Line> {
    let Some((newest, earlier)) = rounds.split_last() else { return Vec::new() };
    let of = |say: &dyn Fn(&Past) -> String| (say(newest), earlier.last().map(say).unwrap_or_default());
    let (now, before) = of(&|round| say_share(&round.response, w));
    let response = Line { name: w.t("satisfaction-response"), newest: now, before, trend: None };
    let things = Thing::all().into_iter().map(|thing| {
        let (newest, before) = of(&|round| thing.told(round).map(|told| told.say(w)).unwrap_or_default());
        Line { name: w.t(thing.0), newest, before, trend: Some(trend_key(&thing.trend(rounds))) }
    });
    [response].into_iter().chain(things).collect()
}

/// A row for each thing of each round. Of few answers there is their number alone.
pub(super) async fn file(manager: AccountManager, Asked(asked): Asked, Ending(format): Ending) -> Result<Response> {
    let client_id = client_of(&asked);
    let rounds = manager.read(move |work| past(work, client_id.as_ref())).await?;
    let columns = [Column::moment("opened_at"), Column::text("item"), Column::whole("answers")];
    let mut list =
        Sheet::new(columns.into_iter().chain(["value", "low", "high"].map(Column::number)).collect::<Vec<_>>())?;
    for round in &rounds {
        for thing in Thing::all() {
            let Some(told) = thing.told(round) else { continue };
            let figure = told.figure();
            let interval = figure.and_then(|(_, interval)| interval);
            list.add([
                round.opened_at.into(),
                thing.0.into(),
                i64::try_from(told.answers()).ok().into(),
                figure.map(|(value, _)| value).into(),
                interval.map(|interval| interval.low).into(),
                interval.map(|interval| interval.high).into(),
            ])?;
        }
    }
    spreadsheet::file("surveys", format, &list)
}
