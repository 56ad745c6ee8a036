//! The page of the secrets of a post. Who may enter is in the arguments.

use askama::Template;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use ground::entry::{self, Entry};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Result};
use people::door::{Door, Officer, Staff};

use super::{LOOKED, NewSecret, Secret, rows};
use crate::post_orders::{self, Place, PostOrders, place};

/// How many of the last looks at a secret are shown.
const LOOKS: usize = 5;

#[derive(Template)]
#[template(path = "secret/list.html")]
struct List<'a> {
    w: &'a Words,
    form: Form<'a>,
    place: Place,
    orders: PostOrders,
    lines: Vec<Line>,
    is_writer: bool,
}

/// A secret in the list, with who looked at it last.
struct Line {
    secret: Secret,
    /// What it says, where it was asked for.
    words: Option<String>,
    looks: Vec<Entry>,
}

impl List<'_> {
    fn looked(&self, entry: &Entry) -> String {
        let when = self.w.when(Moment::from_millis(entry.recorded_at), &self.place.site.zone);
        self.w.with("secret-looked", &[("name", entry.by_name.as_str().into()), ("when", when.into())])
    }
}

pub(super) async fn list(officer: Officer, Path(id): Path<Id<PostOrders>>) -> Result<Response> {
    page(&officer, &id, None, &Fields::default()).await
}

/// Shows a secret: by a form, so that no address, history or cache of a browser leads to it.
pub(super) async fn look(officer: Officer, Path(id): Path<Id<Secret>>) -> Result<Response> {
    let (secret, words) = officer.write(move |work| super::look(work, &id)).await?;
    let page = page(&officer, &secret.orders_id, Some((&secret.id, words)), &Fields::default()).await?;
    Ok(([(CACHE_CONTROL, "no-store")], page).into_response())
}

pub(super) async fn keep(staff: Staff, Path(id): Path<Id<PostOrders>>, mut fields: Fields) -> Result<Response> {
    let Some(new) = NewSecret::read(&mut fields) else {
        return Ok(refused(page(&staff, &id, None, &without_words(fields)).await?));
    };
    let orders = id.clone();
    staff.write(move |work| super::keep(work, &orders, &new)).await?;
    Ok(see(format!("/orders/{id}/secrets")).saying("done-saved").into_response())
}

pub(super) async fn change(staff: Staff, Path(id): Path<Id<Secret>>, mut fields: Fields) -> Result<Response> {
    let version = fields.number("version", 0..=i64::MAX);
    let (Some(new), Some(version)) = (NewSecret::read(&mut fields), version) else {
        return again(&staff, id, fields).await;
    };
    let secret = id.clone();
    answered(&staff, id, fields, staff.write(move |work| super::change(work, &secret, version, &new)).await).await
}

pub(super) async fn retire(staff: Staff, Path(id): Path<Id<Secret>>, mut fields: Fields) -> Result<Response> {
    let Some(version) = fields.number("version", 0..=i64::MAX) else {
        return again(&staff, id, fields).await;
    };
    let secret = id.clone();
    answered(&staff, id, fields, staff.write(move |work| super::retire(work, &secret, version)).await).await
}

async fn answered(staff: &Staff, id: Id<Secret>, mut fields: Fields, done: Result<Id<PostOrders>>) -> Result<Response> {
    match done {
        Ok(orders) => Ok(see(format!("/orders/{orders}/secrets")).saying("done-saved").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            again(staff, id, fields).await
        }
        Err(error) => Err(error),
    }
}

async fn again(staff: &Staff, id: Id<Secret>, fields: Fields) -> Result<Response> {
    let orders = staff.read(move |work| Ok(rows::find(work, &id)?.orders_id)).await?;
    Ok(refused(page(staff, &orders, None, &without_words(fields)).await?))
}

/// A secret that was typed is not sent back.
fn without_words(mut fields: Fields) -> Fields {
    fields.put("secret", "");
    fields
}

async fn page(
    door: &Door,
    id: &Id<PostOrders>,
    shown: Option<(&Id<Secret>, String)>,
    fields: &Fields,
) -> Result<Response> {
    let is_writer = door.me.looks_after_clients();
    let (orders_id, shown) = (id.clone(), shown.map(|(id, words)| (id.clone(), words)));
    let (orders, place, lines) = door
        .read(move |work| {
            let orders = post_orders::rows::find_on_post(work, &orders_id)?;
            let place = place(work, &orders)?;
            let mut lines = Vec::new();
            for secret in rows::of_orders(work.connection, &orders_id)? {
                let entries = entry::rows::of_subject(work.connection, secret.id.as_str())?;
                let looks = entries.into_iter().rev().filter(|entry| entry.deed == LOOKED.0).take(LOOKS);
                let words = shown.as_ref().filter(|(id, _)| *id == secret.id).map(|(_, words)| words.clone());
                lines.push(Line { looks: if is_writer { looks.collect() } else { Vec::new() }, words, secret });
            }
            Ok((orders, place, lines))
        })
        .await?;
    let w = &door.words;
    door.page(&w.t("secrets-title"), &List { w, form: Form { w, fields }, place, orders, lines, is_writer })
}
