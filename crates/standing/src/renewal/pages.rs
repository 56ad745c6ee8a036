//! The pages of renewals. Who may enter is in the arguments.

pub(super) mod board;
pub(super) mod file;
mod one;

use agreement::contract::Contract;
use axum::response::{IntoResponse, Response};
use ground::web::form::refused;
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Day, Error, Fields, Id, Result};
use people::door::AccountManager;
use people::organization;

use self::one::One;
use super::{NewOutcome, NewOutlook, Outlook, Term};
use crate::task::{self, NewTask};

/// The class and the words of the badge of a last day for notice.
fn deadline(w: &Words, term: Term, today: Day) -> (&'static str, String) {
    let left = term.notice_by.days_since(today);
    if term.is_past_notice(today) {
        return ("waiting", w.t("renewal-notice-passed"));
    }
    let class = if left <= 30 {
        "late"
    } else if left <= 90 {
        "soon"
    } else {
        "rest"
    };
    (class, w.with("renewal-days-left", &[("count", left.into())]))
}

pub(super) async fn show(manager: AccountManager, Path(id): Path<Id<Contract>>) -> Result<Response> {
    page(&manager, &id, None).await
}

pub(super) async fn change(
    manager: AccountManager,
    Path(id): Path<Id<Contract>>,
    mut fields: Fields,
) -> Result<Response> {
    let (new, version) = (NewOutlook::read(&mut fields), fields.number("version", 0..=i64::MAX));
    let (Some(new), Some(version)) = (new, version) else { return again(&manager, &id, fields).await };
    let contract = id.clone();
    let done = manager.write(move |work| super::change(work, &contract, &new, version)).await;
    answered(&manager, &id, fields, (done, "done-saved")).await
}

pub(super) async fn decide(
    manager: AccountManager,
    Path(id): Path<Id<Contract>>,
    mut fields: Fields,
) -> Result<Response> {
    let today = manager.read(|work| organization::day(work.connection, work.now)).await?;
    let Some(new) = NewOutcome::read(&mut fields, today) else { return again(&manager, &id, fields).await };
    let contract = id.clone();
    let done = manager.write(move |work| super::decide(work, &contract, &new)).await;
    answered(&manager, &id, fields, (done, "done-renewal-decided")).await
}

pub(super) async fn plan(
    manager: AccountManager,
    Path(id): Path<Id<Contract>>,
    mut fields: Fields,
) -> Result<Response> {
    let Some(new) = NewTask::read(&mut fields) else { return again(&manager, &id, fields).await };
    let contract = id.clone();
    let done = manager.write(move |work| Ok(task::plan(work, &contract, &new)?.map(|_| ()))).await;
    answered(&manager, &id, fields, (done, "done-renewal-planned")).await
}

async fn answered(
    manager: &AccountManager,
    id: &Id<Contract>,
    mut fields: Fields,
    (done, says): (Result<()>, &'static str),
) -> Result<Response> {
    match done {
        Ok(()) => Ok(see(format!("/contracts/{id}/renewal")).saying(says).into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            again(manager, id, fields).await
        }
        Err(error) => Err(error),
    }
}

async fn again(manager: &AccountManager, id: &Id<Contract>, fields: Fields) -> Result<Response> {
    Ok(refused(page(manager, id, Some(fields)).await?))
}

/// The page of one contract: with what stands in the rows, or with what was typed and refused.
async fn page(manager: &AccountManager, id: &Id<Contract>, typed: Option<Fields>) -> Result<Response> {
    let id = id.clone();
    let found = manager.read(move |work| one::find(work, &id)).await?;
    let typed = typed.unwrap_or_default();
    let fields = filled(typed, &found.outlook, found.today);
    let w = &manager.words;
    manager.page(&w.t("renewal-title"), &One::of(w, &fields, &found, &manager.organization.zone))
}

/// All three forms of the page, each with what was typed into it, and the others with what there is.
fn filled(typed: Fields, outlook: &Outlook, today: Day) -> Fields {
    let value = outlook.value_cents.map(|cents| format!("{}.{:02}", cents / 100, cents % 100));
    let usual = [
        ("value", value.unwrap_or_default()),
        ("currency", outlook.currency.clone()),
        ("renews_months", outlook.renews_months.to_string()),
        ("review_on", outlook.review_on.map(|day| day.to_string()).unwrap_or_default()),
        ("words", outlook.words.clone()),
        ("version", outlook.version.to_string()),
        ("decided_on", today.to_string()),
    ];
    let names: Vec<String> = typed.names().map(str::to_owned).collect();
    let left = usual.into_iter().filter(|(name, _)| !names.iter().any(|typed| typed == name));
    left.fold(typed, |fields, (name, value)| fields.set(name, value))
}
