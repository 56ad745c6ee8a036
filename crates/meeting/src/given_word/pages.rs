//! The pages of given words. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Refusal, Result};
use people::contact;
use people::door::Officer;
use people::site::{self, Site};
use people::staff::{self, StaffMember};

use super::{GivenWord, WORDS_LETTERS, holders, open_for_me, rows};

#[derive(Template)]
#[template(path = "given_word/list.html")]
struct List<'a> {
    w: &'a Words,
    words: Vec<(GivenWord, Site)>,
    now: Moment,
}

#[derive(Template)]
#[template(path = "given_word/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    site: Site,
    word: GivenWord,
    holder: String,
    to: Option<String>,
    holders: Vec<(String, String)>,
    may_see_to: bool,
    now: Moment,
}

pub(super) async fn list(officer: Officer) -> Result<Response> {
    let words = officer
        .read(|work| {
            let found = open_for_me(work)?;
            let with_site = |word: GivenWord| Ok((site::rows::any(work.connection, &word.site_id)?, word));
            found.into_iter().map(with_site).map(|pair| pair.map(|(site, word)| (word, site))).collect::<Result<_>>()
        })
        .await?;
    let w = &officer.words;
    officer.narrow_page(&w.t("given-title"), &List { w, words, now: officer.now })
}

pub(super) async fn show(officer: Officer, Path(id): Path<Id<GivenWord>>) -> Result<Response> {
    page(&officer, &id, &Fields::default()).await
}

pub(super) async fn keep(officer: Officer, Path(id): Path<Id<GivenWord>>, mut fields: Fields) -> Result<Response> {
    let (seen, how) = (fields.number("version", 0..=i64::MAX), fields.line("how", 2..=WORDS_LETTERS));
    let (Some(seen), Some(how)) = (seen, how) else { return again(&officer, &id, &fields).await };
    let word = id.clone();
    let done = officer.write(move |work| super::keep(work, &word, seen, &how)).await;
    answered(&officer, &id, fields, (done, "done-given-kept")).await
}

pub(super) async fn release(officer: Officer, Path(id): Path<Id<GivenWord>>, mut fields: Fields) -> Result<Response> {
    let (seen, why) = (fields.number("version", 0..=i64::MAX), fields.line("why", 2..=WORDS_LETTERS));
    let (Some(seen), Some(why)) = (seen, why) else { return again(&officer, &id, &fields).await };
    let word = id.clone();
    let done = officer.write(move |work| super::release(work, &word, seen, &why)).await;
    answered(&officer, &id, fields, (done, "done-given-released")).await
}

pub(super) async fn hand_over(officer: Officer, Path(id): Path<Id<GivenWord>>, mut fields: Fields) -> Result<Response> {
    let seen = fields.number("version", 0..=i64::MAX);
    let to: Option<Id<StaffMember>> =
        fields.checked("holder", |typed| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose")));
    let why = fields.line("reason", 2..=WORDS_LETTERS);
    let (Some(seen), Some(to), Some(why)) = (seen, to, why) else { return again(&officer, &id, &fields).await };
    let word = id.clone();
    let done = officer.write(move |work| super::hand_over(work, &word, seen, (&to, &why))).await;
    answered(&officer, &id, fields, (done, "done-given-handed-over")).await
}

async fn answered(
    officer: &Officer,
    id: &Id<GivenWord>,
    mut fields: Fields,
    (done, says): (Result<()>, &'static str),
) -> Result<Response> {
    match done {
        // Whoever handed it over may see it no longer: the list is there for everybody.
        Ok(()) if says == "done-given-handed-over" => Ok(see("/given-words").saying(says).into_response()),
        Ok(()) => Ok(see(format!("/given-words/{id}")).saying(says).into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            again(officer, id, &fields).await
        }
        Err(error) => Err(error),
    }
}

async fn again(officer: &Officer, id: &Id<GivenWord>, fields: &Fields) -> Result<Response> {
    Ok(refused(page(officer, id, fields).await?))
}

async fn page(officer: &Officer, id: &Id<GivenWord>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let (word, site, holder, to, others) = officer
        .read(move |work| {
            let word = rows::find(work, &id)?;
            let site = site::rows::any(work.connection, &word.site_id)?;
            let holder = staff::rows::find(work.connection, &word.holder_id)?.name;
            let to = match &word.contact_id {
                Some(contact_id) => Some(contact::rows::name(work.connection, contact_id)?),
                None => word.to_name.clone(),
            };
            let others = holders(work, &word.site_id)?;
            Ok((word, site, holder, to, others))
        })
        .await?;
    let w = &officer.words;
    let others = others.into_iter().filter(|one| one.id != word.holder_id);
    let holders = others.map(|one| (one.id.to_string(), one.name)).collect();
    let may_see_to = word.holder_id.as_str() == officer.me.actor.id || officer.me.looks_after_clients();
    let (form, now) = (Form { w, fields }, officer.now);
    officer.narrow_page(&w.t("given-one"), &Show { w, form, site, word, holder, to, holders, may_see_to, now })
}
