//! The page of one task, for whoever sees to it. Who may enter is in the arguments.

use agreement::contract;
use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Day, Error, Fields, Id, Result};
use people::client::{self, Client};
use people::door::Staff;
use people::organization;
use people::staff;

use super::{Task, WORDS_LETTERS, find};
use crate::renewal;

#[derive(Template)]
#[template(path = "task/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    task: Task,
    client: Client,
    owner: String,
    done: Option<String>,
    /// Whether they may look at what was agreed, too.
    manages: bool,
    today: Day,
}

pub(super) async fn show(staff: Staff, Path(id): Path<Id<Task>>) -> Result<Response> {
    page(&staff, &id, &Fields::default()).await
}

pub(super) async fn complete(staff: Staff, Path(id): Path<Id<Task>>, mut fields: Fields) -> Result<Response> {
    let (seen, words) = (fields.number("version", 0..=i64::MAX), fields.prose("words", 2..=WORDS_LETTERS));
    let (Some(seen), Some(words)) = (seen, words) else { return Ok(refused(page(&staff, &id, &fields).await?)) };
    let task = id.clone();
    match staff.write(move |work| super::complete(work, &task, seen, &words)).await {
        Ok(()) => Ok(see(format!("/renewal-tasks/{id}")).saying("done-renewal-task").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&staff, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(staff: &Staff, id: &Id<Task>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let (task, client, owner, today) = staff
        .read(move |work| {
            let task = find(work, &id)?;
            let contract = contract::rows::any(work.connection, &task.contract_id)?;
            let client = client::rows::any(work.connection, &contract.client_id)?;
            let owner = staff::rows::find(work.connection, &task.owner_id)?.name;
            Ok((task, client, owner, organization::day(work.connection, work.now)?))
        })
        .await?;
    let (w, manages) = (&staff.words, renewal::answers_for_contracts(&staff.me));
    let done = task.done_at.map(|at| w.when(at, &staff.organization.zone));
    let content = Show { w, form: Form { w, fields }, task, client, owner, done, manages, today };
    staff.narrow_page(&w.t("renewal-task"), &content)
}
