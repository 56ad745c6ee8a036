//! What the client tells in one line: who comes, who has left, what is brought.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::see;
use ground::words::Words;
use ground::{Error, Fields, Id, Refusal, Result, secret};
use people::door::{Contact, once};
use people::site::{self, Site};

use super::super::{Kind, NewTemporary, Placed, Temporary, Until, placed, rows};

#[derive(Template)]
#[template(path = "temporary/portal.html")]
struct Portal<'a> {
    w: &'a Words,
    form: Form<'a>,
    sites: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    untils: Vec<(String, String)>,
    /// What holds now that the client told, each with its site.
    in_force: Vec<(Placed, Site)>,
}

pub(in crate::temporary) async fn form(contact: Contact, Asked(asked): Asked) -> Result<Response> {
    page(&contact, &Fields::default().set("site", asked.typed("site"))).await
}

pub(in crate::temporary) async fn give(contact: Contact, mut fields: Fields) -> Result<Response> {
    let chosen = |typed: &str| Id::<Site>::parse(typed.trim()).ok_or(Refusal::new("field-choose"));
    let Some(site_id) = fields.checked("site", chosen) else {
        return Ok(refused(page(&contact, &fields).await?));
    };
    let find = site_id.clone();
    let site = contact.read(move |work| site::rows::find(work, &find)).await?;
    // A post, or a concern, is not the client's to name here.
    fields.put("post", "");
    fields.put("concern", "");
    let Some(new) = NewTemporary::read(&mut fields, (contact.now, &site.zone), contact.me.actor.kind) else {
        return Ok(refused(page(&contact, &fields).await?));
    };
    let said = super::giving::said(&site_id, &fields);
    let given = once(&contact, &fields, ("temporary portal", &said), move |work| {
        Ok(super::super::give(work, &site_id, &new)?.map(|id| format!("/temporary/{id}")))
    });
    match given.await {
        Ok(path) => Ok(see(path).saying("done-temporary-told").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&contact, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(contact: &Contact, fields: &Fields) -> Result<Response> {
    let (sites, in_force) = contact
        .read(|work| {
            let sites = site::rows::list(work)?;
            let mut in_force = Vec::new();
            for site in &sites {
                let mut here = rows::in_force(work.connection, &site.id, None, work.now)?;
                here.retain(Temporary::is_of_client);
                in_force.extend(placed(work, here)?.into_iter().map(|placed| (placed, site.clone())));
            }
            Ok((sites, in_force))
        })
        .await?;
    let w = &contact.words;
    let mut typed = fields.clone();
    typed.put("once", secret::token()?);
    for (name, usual) in [("kind", Kind::Visitors.word()), ("until", Until::Hours72.word())] {
        if !typed.given(name) {
            typed.put(name, usual);
        }
    }
    let mut kinds = Kind::choices(w);
    kinds.retain(|(word, _)| word != Kind::Order.word());
    let open = sites.into_iter().filter(|site| site.closed_at.is_none());
    let sites = open.map(|site| (site.id.to_string(), site.name)).collect();
    let form = Form { w, fields: &typed };
    let content = Portal { w, form, sites, kinds, untils: Until::choices(w), in_force };
    contact.narrow_page(&w.t("temporary-portal-title"), &content)
}
