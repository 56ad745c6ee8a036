//! The page of the queue. Who may enter is in the arguments.

use agreement::contract::Severity;
use askama::Template;
use askama::filters::Safe;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::Form;
use ground::web::see;
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Result};
use people::door::Staff;
use people::staff::StaffMember;
use people::{site, staff};

use super::{Count, Filter, Line, rows};
use crate::concern::{self, Concern, State, may_own, number};
use crate::promise::badge::badge;

/// How many concerns a page shows.
pub(super) const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "queue/list.html")]
struct List<'a> {
    w: &'a Words,
    form: Form<'a>,
    rows: Vec<Safe<String>>,
    tabs: Vec<Tab>,
    next: Option<String>,
    live: Option<String>,
    /// What is asked for, as the address of a file has it.
    query: String,
    back: String,
    searching: bool,
    narrowed: bool,
    sites: Vec<(String, String)>,
    severities: Vec<(String, String)>,
    states: Vec<(String, String)>,
    owners: Vec<(String, String)>,
    hand_to: Vec<(String, String)>,
}

/// A filter that many need, with how many concerns it lets through.
struct Tab {
    name: String,
    path: String,
    count: Count,
    current: bool,
}

#[derive(Template)]
#[template(path = "queue/row.html")]
struct Row<'a> {
    w: &'a Words,
    line: &'a Line,
    rank: String,
    badge: Safe<String>,
    mine: bool,
}

/// One row of the queue, on the page and in a live event alike.
pub(super) fn row(w: &Words, line: &Line, me: &str, now: Moment) -> Safe<String> {
    let rank = line.place().map(|place| place.rank()).unwrap_or_default();
    let badge = badge(w, &line.concern, &line.zone, now);
    let mine = line.concern.owner_id.as_str() == me;
    Safe(Row { w, line, rank, badge, mine }.render().unwrap_or_default())
}

pub(super) async fn list(staff: Staff, Asked(asked): Asked) -> Result<Response> {
    if let Some(number) = number::read(asked.typed("q")) {
        let found = staff.read(move |work| concern::rows::by_number(work, &number)).await;
        if let Ok(found) = found {
            return Ok(see(format!("/concerns/{}", found.id)).into_response());
        }
    }
    page(&staff, &asked).await
}

async fn page(staff: &Staff, asked: &Fields) -> Result<Response> {
    let me = staff.me.actor.id.clone();
    let filter = Filter::read(asked, &me);
    let tabs = tabs_of(&me);
    let (wanted, counted) = (filter.clone(), tabs.clone());
    let (lines, counts, sites, members) = staff
        .read(move |work| {
            let mut lines = rows::list(work, &wanted, PAGE + 1)?;
            rows::look_up_told(work.connection, &mut lines)?;
            let counts: Result<Vec<Count>> = counted.iter().map(|(_, tab)| rows::count(work, tab)).collect();
            Ok((lines, counts?, site::rows::list(work)?, staff::rows::of_the_office(work.connection)?))
        })
        .await?;
    let w = &staff.words;
    let shown = &lines[..lines.len().min(usize::try_from(PAGE).unwrap_or(usize::MAX))];
    let more = lines.len() > shown.len();
    let last = shown.last().and_then(Line::place);
    let next = last.clone().filter(|_| more && filter.words.is_none());
    let next = next.map(|after| format!("/queue?{}", Filter { after: Some(after), ..filter.clone() }.query()));
    let anybody = |key: &str| (String::new(), w.t(key));
    let owners = members.iter().filter(|member| may_own(member, false));
    let owners: Vec<(String, String)> = owners.map(|owner| (owner.id.to_string(), owner.name.clone())).collect();
    let tabs: Vec<Tab> =
        tabs.iter().zip(counts).map(|((key, tab), count)| shown_tab(w, key, tab, count, &filter)).collect();
    let content = List {
        narrowed: filter.is_narrowed() && !tabs.iter().any(|tab| tab.current),
        rows: shown.iter().map(|line| row(w, line, &me, staff.now)).collect(),
        tabs,
        next,
        live: filter.words.is_none().then(|| {
            let to = last.filter(|_| more).map(|place| place.rank()).unwrap_or_default();
            let to = ground::web::address::encoded(&to);
            format!("/queue/live?{}&from={}&to={to}", filter.query(), staff.now.millis())
        }),
        query: filter.query(),
        back: format!("/queue?{}", filter.query()),
        searching: filter.words.is_some(),
        sites: std::iter::once(anybody("filter-any-site"))
            .chain(sites.into_iter().map(|site| (site.id.to_string(), site.name)))
            .collect(),
        severities: std::iter::once(anybody("filter-any-severity")).chain(Severity::choices(w)).collect(),
        states: std::iter::once(anybody("filter-any-state"))
            .chain(State::choices(w).into_iter().filter(|(word, _)| word != "closed"))
            .collect(),
        owners: std::iter::once(anybody("filter-any-owner")).chain(owners.clone()).collect(),
        hand_to: owners,
        form: Form { w, fields: asked },
        w,
    };
    staff.page(&w.t("queue-title"), &content)
}

fn tabs_of(me: &str) -> Vec<(&'static str, Filter)> {
    let all = Filter::default();
    vec![
        ("tab-all", all.clone()),
        ("tab-mine", Filter { owner: Some(Id::known(me)), ..all.clone() }),
        ("tab-new", Filter { state: Some(State::New), ..all.clone() }),
        ("tab-late", Filter { late: true, ..all }),
    ]
}

fn shown_tab(w: &Words, key: &str, tab: &Filter, count: Count, filter: &Filter) -> Tab {
    let current = Filter { after: None, ..filter.clone() } == *tab;
    Tab { name: w.t(key), path: format!("/queue?{}", tab.query()), count, current }
}

pub(super) async fn hand_over(staff: Staff, fields: Fields) -> Result<Response> {
    let taken = fields.typed("take");
    let (ids, owner): (Vec<Id<Concern>>, Option<Id<StaffMember>>) = if taken.is_empty() {
        (fields.all("ids").filter_map(Id::parse).collect(), Id::parse(fields.typed("hand_to")))
    } else {
        (Id::parse(taken).into_iter().collect(), Some(staff.me.staff_id()))
    };
    let owner = owner.ok_or(Error::refused("queue-none-chosen"))?;
    staff.write(move |work| super::hand_over(work, &ids, &owner)).await?;
    let back = fields.typed("back");
    let back = if back.starts_with("/queue") && ground::web::address::is_ours(back) { back } else { "/queue" };
    Ok(see(back).saying("done-handed-over").into_response())
}
