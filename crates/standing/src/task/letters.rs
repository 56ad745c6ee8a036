//! Letters about tasks. They carry no words of what is to be done: the page does.

use agreement::contract;
use askama::Template;
use ground::letter::{self, Automatic, Class, Draft};
use ground::words::Words;
use ground::{Day, Result};
use people::work::Work;
use people::{client, organization, staff};

use super::Task;

#[derive(Template)]
#[template(path = "task/letter.txt")]
struct Letter<'a> {
    w: &'a Words,
    subject: &'a str,
    name: &'a str,
    words: &'a str,
    link: &'a str,
}

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
    let link = format!("{}/renewal-tasks/{}", work.app.settings.public_url, task.id);
    let text = Letter { w: &w, subject: &subject, name: &owner.name, words: &words, link: &link }.render()?;
    let organization = organization::rows::get(work.connection)?.name;
    let draft = Draft {
        kind: "renewal.task_reminded",
        class: Class::Alerts,
        about_id: task.id.as_str(),
        in_thread: false,
        automatic: Automatic::Generated,
        from_name: &organization,
        to_name: &owner.name,
        to_address: &owner.email,
        language: owner.language,
        text,
    };
    letter::write(work.app, work.connection, draft, work.now)
}
