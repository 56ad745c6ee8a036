//! For those who decide, by the link of a letter. The mark in the link is the permission; it lets
//! nobody in any further.

use axum::response::{IntoResponse, Response};
use ground::web::form::refused;
use ground::web::{Path, see};
use ground::{Error, Fields, Id, Result};
use people::Door;
use people::door::Guest;
use people::session;

use super::super::{Approval, Way, link, rows};
use super::{page, read, read_remark};
use crate::post_orders;
use crate::revision::{self, shown::Pictures};

pub(in crate::approval) async fn ask(guest: Guest, Path(token): Path<String>) -> Result<Response> {
    shown(&guest, &token, &Fields::default()).await
}

pub(in crate::approval) async fn answer(
    guest: Guest,
    Path(token): Path<String>,
    mut fields: Fields,
) -> Result<Response> {
    let Some(said) = read(&mut fields, Way::Link) else {
        return Ok(refused(shown(&guest, &token, &fields).await?));
    };
    let (door, id) = theirs(&guest, &token).await?;
    match door.write(move |work| super::super::answer(work, &id, &said)).await {
        Ok(()) => Ok(see(format!("/approvals/{token}")).saying("done-approval-said").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(shown(&guest, &token, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

pub(in crate::approval) async fn remark(
    guest: Guest,
    Path(token): Path<String>,
    mut fields: Fields,
) -> Result<Response> {
    let Some(((key, line), words)) = read_remark(&mut fields) else {
        return Ok(refused(shown(&guest, &token, &fields).await?));
    };
    let (door, id) = theirs(&guest, &token).await?;
    let said = door.write(move |work| {
        let revision = rows::mine(work, &id)?.revision_id;
        super::super::remark(work, &revision, (&key, line), &words)
    });
    said.await?;
    Ok(see(format!("/approvals/{token}")).saying("done-remarked").into_response())
}

pub(in crate::approval) async fn picture(
    guest: Guest,
    Path((token, hash)): Path<(String, String)>,
) -> Result<Response> {
    let (door, id) = theirs(&guest, &token).await?;
    let name = hash.clone();
    door.read(move |work| {
        let revision = rows::mine(work, &id)?.revision_id;
        let orders = revision::rows::any(work.connection, &revision)?.orders_id;
        let there = post_orders::rows::has_picture(work.connection, &orders, &name)?;
        if there { Ok(()) } else { Err(Error::NotFound) }
    })
    .await?;
    post_orders::respond_with_picture(&guest, hash).await
}

/// Whoever the letter was written to, as they are now: who left, or may not see the site any more,
/// finds nothing.
async fn theirs(guest: &Guest, token: &str) -> Result<(Door, Id<Approval>)> {
    let id = link::read(&guest.app.keys, token)?;
    let approval = id.clone();
    let me = guest
        .read(move |work| {
            let approval = rows::any(work.connection, &approval)?;
            session::rows::as_contact(work.connection, &approval.contact_id)
        })
        .await?;
    let mut door = Door::clone(guest);
    door.me = me;
    Ok((door, id))
}

async fn shown(guest: &Guest, token: &str, fields: &Fields) -> Result<Response> {
    let (door, id) = theirs(guest, token).await?;
    let action = format!("/approvals/{token}");
    page((&door, guest), (&id, action.clone()), &Pictures::at(&action), fields).await
}
