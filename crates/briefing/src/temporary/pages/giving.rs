//! Giving a temporary order from a supervisor's phone, in under a minute.

use agreement::post;
use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::entry::ActorKind;
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::{Frame, Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result, secret};
use people::door::{Staff, once};
use people::site::{self, Site};

use super::super::{Kind, NewTemporary, Until};

#[derive(Template)]
#[template(path = "temporary/new.html")]
struct New<'a> {
    w: &'a Words,
    form: Form<'a>,
    site: Site,
    posts: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    untils: Vec<(String, String)>,
}

pub(in crate::temporary) async fn form(
    staff: Staff,
    Path(id): Path<Id<Site>>,
    Asked(asked): Asked,
) -> Result<Response> {
    let fields = Fields::default().set("post", asked.typed("post")).set("concern", asked.typed("concern"));
    page(&staff, &id, &fields).await
}

pub(in crate::temporary) async fn give(staff: Staff, Path(id): Path<Id<Site>>, mut fields: Fields) -> Result<Response> {
    let find = id.clone();
    let site = staff.read(move |work| site::rows::find(work, &find)).await?;
    let Some(new) = NewTemporary::read(&mut fields, (staff.now, &site.zone), ActorKind::Staff) else {
        return Ok(refused(page(&staff, &id, &fields).await?));
    };
    let said = said(&id, &fields);
    let site_id = id.clone();
    let given = once(&staff, &fields, ("temporary", &said), move |work| {
        Ok(super::super::give(work, &site_id, &new)?.map(|id| format!("/temporary/{id}")))
    });
    match given.await {
        Ok(path) => Ok(see(path).saying("done-temporary-given").draft_done(format!("temporary {id}")).into_response()),
        Err(Error::Refused(refusal)) => {
            let field = if refusal.key == "temporary-concern-unknown" { "concern" } else { "" };
            fields.refuse(field, refusal);
            Ok(refused(page(&staff, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

/// What was typed, as far as it makes one order differ from another. Of an end that is counted from now,
/// that is how it was said: a form that is sent again a minute later says the same.
pub(super) fn said(site_id: &Id<Site>, fields: &Fields) -> String {
    let typed = ["post", "kind", "words", "until", "ends_at", "concern"].map(|name| fields.typed(name));
    format!("{site_id}\n{}", typed.join("\n"))
}

async fn page(staff: &Staff, id: &Id<Site>, fields: &Fields) -> Result<Response> {
    let find = id.clone();
    let (site, posts) = staff
        .read(move |work| {
            let site = site::rows::find(work, &find)?;
            Ok((site, post::rows::of_site(work, &find)?))
        })
        .await?;
    let w = &staff.words;
    let everywhere = std::iter::once((String::new(), w.t("temporary-all-posts")));
    let posts = everywhere.chain(posts.into_iter().map(|post| (post.id.to_string(), post.name))).collect();
    let mut shown = fields.clone();
    shown.put("once", secret::token()?);
    for (name, usual) in [("kind", Kind::Order.word()), ("until", Until::Hours72.word())] {
        if !shown.given(name) {
            shown.put(name, usual);
        }
    }
    let form = Form { w, fields: &shown };
    let content = New { w, form, site, posts, kinds: Kind::choices(w), untils: Until::choices(w) };
    Frame { narrow: true, ..staff.frame() }.page(&w.t("temporary-new"), &content)
}
