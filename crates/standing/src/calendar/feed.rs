//! What comes up within the reach of somebody.

use agreement::contract;
use ground::words::Words;
use ground::{Day, Result};
use people::client::{self, Client};
use people::organization;
use people::work::Work;

use super::Event;
use crate::renewal::{answers_for_contracts, running};
use crate::task::{self, Task};

/// The days that matter to whoever asks, the earliest first. Those who answer for contracts have those of all of them, and all
/// tasks; others have their own tasks, for what was agreed with clients is not for them.
pub(super) fn events(work: &mut Work<'_>, w: &Words) -> Result<Vec<Event>> {
    let today = organization::day(work.connection, work.now)?;
    let mut found = if answers_for_contracts(work.me) { of_contracts(work, (w, today))? } else { own(work, w)? };
    found.sort_by(|one, other| (one.day, &one.name).cmp(&(other.day, &other.name)));
    Ok(found)
}

fn of_contracts(work: &mut Work<'_>, (w, today): (&Words, Day)) -> Result<Vec<Event>> {
    let running = running(work, today)?;
    let mut found = Vec::new();
    for line in &running {
        let path = format!("/contracts/{}/renewal", line.contract.id);
        let ends = line.term.map(|term| ("end", term.ends_on, "calendar-end"));
        let notice = line.term.filter(|term| !term.is_past_notice(today));
        let notice = notice.map(|term| ("notice", term.notice_by, "calendar-notice"));
        let review = line.outlook.review_on.filter(|day| *day >= today);
        let review = review.map(|day| ("review", day, "calendar-review"));
        for (what, day, key) in [notice, ends, review].into_iter().flatten() {
            let summary = w.with(key, &[("client", line.client.name.as_str().into())]);
            found.push(Event { name: format!("{what}-{}", line.contract.id), day, summary, path: path.clone() });
        }
    }
    let contracts: Vec<_> = running.iter().map(|line| line.contract.id.clone()).collect();
    for task in task::rows::open_of(work.connection, &contracts)? {
        if let Some(line) = running.iter().find(|line| line.contract.id == task.contract_id) {
            found.push(to_do(w, &task, &line.client));
        }
    }
    Ok(found)
}

fn own(work: &mut Work<'_>, w: &Words) -> Result<Vec<Event>> {
    let mut found = Vec::new();
    for task in task::rows::open_for(work.connection, &work.me.staff_id())? {
        let contract = contract::rows::any(work.connection, &task.contract_id)?;
        let client = client::rows::any(work.connection, &contract.client_id)?;
        found.push(to_do(w, &task, &client));
    }
    Ok(found)
}

/// A task says its kind and not its headline: a calendar lies on servers that are not ours.
fn to_do(w: &Words, task: &Task, client: &Client) -> Event {
    let named = [("what", w.t(task.kind.key()).into()), ("client", client.name.as_str().into())];
    Event {
        name: format!("task-{}", task.id),
        day: task.due_on,
        summary: w.with("calendar-task", &named),
        path: format!("/renewal-tasks/{}", task.id),
    }
}
