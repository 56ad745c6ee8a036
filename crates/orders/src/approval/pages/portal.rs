//! For those who decide, when they are signed in.

use axum::response::{IntoResponse, Response};
use ground::web::form::refused;
use ground::web::{Path, see};
use ground::{Error, Fields, Id, Result};
use people::door::Contact;

use super::super::{Approval, Way, rows};
use super::{page, read, read_remark};
use crate::revision::{self, shown::Pictures};

pub(in crate::approval) async fn ask(contact: Contact, Path(id): Path<Id<Approval>>) -> Result<Response> {
    shown(&contact, &id, &Fields::default()).await
}

pub(in crate::approval) async fn answer(
    contact: Contact,
    Path(id): Path<Id<Approval>>,
    mut fields: Fields,
) -> Result<Response> {
    let Some(said) = read(&mut fields, Way::Portal) else {
        return Ok(refused(shown(&contact, &id, &fields).await?));
    };
    let approval = id.clone();
    match contact.write(move |work| super::super::answer(work, &approval, &said)).await {
        Ok(()) => Ok(see(format!("/portal/approvals/{id}")).saying("done-approval-said").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(shown(&contact, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

pub(in crate::approval) async fn remark(
    contact: Contact,
    Path(id): Path<Id<Approval>>,
    mut fields: Fields,
) -> Result<Response> {
    let Some(((key, line), words)) = read_remark(&mut fields) else {
        return Ok(refused(shown(&contact, &id, &fields).await?));
    };
    let approval = id.clone();
    let said = contact.write(move |work| {
        let revision = rows::mine(work, &approval)?.revision_id;
        super::super::remark(work, &revision, (&key, line), &words)
    });
    said.await?;
    Ok(see(format!("/portal/approvals/{id}")).saying("done-remarked").into_response())
}

async fn shown(contact: &Contact, id: &Id<Approval>, fields: &Fields) -> Result<Response> {
    let approval = id.clone();
    let orders = contact
        .read(move |work| {
            let revision = rows::mine(work, &approval)?.revision_id;
            Ok(revision::rows::any(work.connection, &revision)?.orders_id)
        })
        .await?;
    let action = format!("/portal/approvals/{id}");
    page((contact, contact), (id, action), &Pictures::of_orders(&orders), fields).await
}
