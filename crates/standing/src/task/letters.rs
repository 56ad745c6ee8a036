//! Letters about tasks. They carry no words of what is to be done: the page does.

use agreement::contract;
use ground::letter::Class;
use ground::{Day, Result};
use people::letter::{self, ALL_ABOUT_IT, Said, Sort};
use people::work::Work;
use people::{client, staff};

use super::Task;

/// A task is due tomorrow, or late: its owner is written to, unless they have left.
pub(super) fn remind(work: &mut Work<'_>, task: &Task, today: Day) -> Result<()> {
    let owner = staff::rows::find(work.connection, &task.owner_id)?;
    if owner.left_at.is_some() {
        return Ok(());
    }
    let contract = contract::rows::any(work.connection, &task.contract_id)?;
    let client = client::rows::any(work.connection, &contract.client_id)?.name;
    let w = work.app.catalogue.speak(owner.language);
    let keys = match task.is_late(today) {
        true => ("renewal-letter-late-subject", "renewal-letter-late"),
        false => ("renewal-letter-due-subject", "renewal-letter-due"),
    };
    let named = [("what", w.t(task.kind.key()).into()), ("client", client.into()), ("day", w.day(task.due_on).into())];
    let (subject, words) = (w.with(keys.0, &named), w.with(keys.1, &named));
    let path = format!("/renewal-tasks/{}", task.id);
    let sort = Sort { kind: "renewal.task_reminded", class: Class::Alerts, about_id: task.id.as_str() };
    let said = Said { subject: &subject, words: &words, more: None, before_link: ALL_ABOUT_IT, path: &path };
    letter::short(work, &sort, &(&owner).into(), &said)
}
