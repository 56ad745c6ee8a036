//! The page of a concern for staff, and what they do there. Who may enter is in the arguments.

pub mod raising;
mod show;

use axum::response::{IntoResponse, Response};
use ground::web::{Path, see};
use ground::{Error, Fields, Id, Refusal, Result};
use people::door::Staff;
use people::staff::StaffMember;

use super::{Category, Concern};

pub(crate) use show::page;

pub(super) async fn show(staff: Staff, Path(id): Path<Id<Concern>>) -> Result<Response> {
    page(&staff, &id, &Fields::default()).await
}

pub(super) async fn history(staff: Staff, Path(id): Path<Id<Concern>>) -> Result<Response> {
    show::history(&staff, &id).await
}

pub(super) async fn acknowledge(staff: Staff, Path(id): Path<Id<Concern>>, mut fields: Fields) -> Result<Response> {
    let seen = seen(&mut fields);
    let concern_id = id.clone();
    let done = staff.write(move |work| super::acknowledge(work, &concern_id, seen, None)).await;
    after(&staff, &id, fields, done, "done-acknowledged").await
}

pub(super) async fn hand_over(staff: Staff, Path(id): Path<Id<Concern>>, mut fields: Fields) -> Result<Response> {
    let seen = seen(&mut fields);
    // The row of a list has a button that says "take".
    if fields.typed("owner") == "me" {
        fields.put("owner", staff.me.actor.id.clone());
    }
    let owner: Option<Id<StaffMember>> = fields.checked("owner", chosen);
    let Some(owner) = owner else { return again(&staff, &id, &fields).await };
    let concern_id = id.clone();
    let done = staff.write(move |work| super::hand_over(work, &concern_id, seen, &owner)).await;
    let (is_done, concern_id) = (done.is_ok(), id.clone());
    let is_gone = is_done && staff.read(move |work| super::rows::find(work, &concern_id)).await.is_err();
    if is_gone {
        // Whoever saw it only because it was theirs no longer does.
        return Ok(see("/queue").saying("done-handed-over").into_response());
    }
    after(&staff, &id, fields, done, "done-handed-over").await
}

pub(super) async fn sort(staff: Staff, Path(id): Path<Id<Concern>>, mut fields: Fields) -> Result<Response> {
    let seen = seen(&mut fields);
    let category: Option<Category> = fields.choice("category");
    let severity = fields.choice("severity");
    let (Some(category), Some(severity)) = (category, severity) else { return again(&staff, &id, &fields).await };
    let concern_id = id.clone();
    let done = staff.write(move |work| super::sort(work, &concern_id, seen, (category, severity))).await;
    after(&staff, &id, fields, done, "done-sorted").await
}

pub(super) async fn protect(staff: Staff, Path(id): Path<Id<Concern>>, mut fields: Fields) -> Result<Response> {
    let seen = seen(&mut fields);
    let owner: Option<Id<StaffMember>> = fields.checked("protected_owner", chosen);
    let about: Option<Option<Id<StaffMember>>> =
        if fields.given("about") { fields.checked("about", chosen).map(Some) } else { Some(None) };
    let (Some(owner), Some(about)) = (owner, about) else { return again(&staff, &id, &fields).await };
    let concern_id = id.clone();
    let done = staff.write(move |work| super::protect(work, &concern_id, seen, (&owner, about.as_ref()))).await;
    match done {
        // Whoever moved it there may no longer read it.
        Ok(()) if !staff.me.reach.protected => Ok(see("/queue").saying("done-protected").into_response()),
        done => after(&staff, &id, fields, done, "done-protected").await,
    }
}

pub(super) async fn write_again(staff: Staff, Path(id): Path<Id<Concern>>) -> Result<Response> {
    let concern_id = id.clone();
    staff.write(move |work| super::letters::write_again(work, &concern_id)).await?;
    Ok(see(format!("/concerns/{id}")).saying("done-writing-again").into_response())
}

/// The version that was looked at.
pub(crate) fn seen(fields: &mut Fields) -> Option<i64> {
    fields.typed("version").parse().ok()
}

/// After a verb: the page of the concern, saying what was done; or, where a rule said no, the
/// page as it is now, with the refusal and with all that was typed.
pub(crate) async fn after(
    staff: &Staff,
    id: &Id<Concern>,
    mut fields: Fields,
    done: Result<()>,
    said: &'static str,
) -> Result<Response> {
    match done {
        Ok(()) => Ok(see(format!("/concerns/{id}")).saying(said).draft_done(draft_key(staff, id)).into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            again(staff, id, &fields).await
        }
        Err(error) => Err(error),
    }
}

pub(crate) async fn again(staff: &Staff, id: &Id<Concern>, fields: &Fields) -> Result<Response> {
    Ok(ground::web::form::refused(page(staff, id, fields).await?))
}

/// Under which key a device keeps what somebody types about a concern.
pub(crate) fn draft_key(staff: &Staff, id: &Id<Concern>) -> String {
    format!("{} {id}", staff.me.actor.id)
}

fn chosen<T>(typed: &str) -> Result<Id<T>, Refusal> {
    Id::parse(typed.trim()).ok_or(Refusal::new("field-choose"))
}
