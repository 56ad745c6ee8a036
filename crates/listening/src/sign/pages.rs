//! The signs of a site, for staff. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result};
use people::door::Staff;
use people::site::{self, Site};

use super::{NewSign, Sign, rows};

#[derive(Template)]
#[template(path = "sign/list.html")]
struct List<'a> {
    w: &'a Words,
    form: Form<'a>,
    site: Site,
    signs: Vec<Sign>,
    posts: Vec<(String, String)>,
    public_url: &'a str,
}

pub(super) async fn list(staff: Staff, Path(id): Path<Id<Site>>) -> Result<Response> {
    page(&staff, id, &Fields::default()).await
}

pub(super) async fn hang(staff: Staff, Path(id): Path<Id<Site>>, mut fields: Fields) -> Result<Response> {
    let Some(new) = NewSign::read(&mut fields, &id) else {
        return Ok(refused(page(&staff, id, &fields).await?));
    };
    match staff.write(move |work| super::hang(work, &new)).await {
        Ok(_) => Ok(see(format!("/sites/{id}/signs")).saying("done-sign-hung").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("place", refusal);
            Ok(refused(page(&staff, id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn retire(staff: Staff, Path(code): Path<String>) -> Result<Response> {
    let find = code.clone();
    let sign = staff.read(move |work| rows::find(work, &find)).await?;
    staff.write(move |work| super::retire(work, &code)).await?;
    Ok(see(format!("/sites/{}/signs", sign.site_id)).saying("done-sign-retired").into_response())
}

async fn page(staff: &Staff, id: Id<Site>, fields: &Fields) -> Result<Response> {
    let (site, signs, posts) = staff
        .read(move |work| {
            let site = site::rows::find(work, &id)?;
            let signs = rows::of_site(work, &id)?;
            Ok((site, signs, agreement::post::rows::of_site(work, &id)?))
        })
        .await?;
    let w = &staff.words;
    let posts = posts.into_iter().map(|post| (post.id.to_string(), post.name));
    let posts = [(String::new(), w.t("sign-no-post"))].into_iter().chain(posts).collect();
    let public_url = &staff.app.settings.public_url;
    staff.page(&w.t("signs-title"), &List { w, form: Form { w, fields }, site, signs, posts, public_url })
}
