//! The pages of post orders. Who may enter is in the arguments.

use agreement::post::{self, Post};
use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::{Language, Words};
use ground::{Day, Error, Fields, Id, Result};
use people::door::{Door, Member, Staff};
use people::site::{self, Site};
use people::staff::Role;
use people::work::Work;

use super::{PostOrders, REASON_LETTERS, rows};
use crate::revision::shown::{self, Part, Pictures, Shown};
use crate::revision::{self, Caused, Content, Revision};

/// Who writes and changes orders.
const WRITERS: &[Role] = &[Role::Supervisor, Role::AccountManager, Role::Administrator];

#[derive(Template)]
#[template(path = "post_orders/site.html")]
struct OfSite<'a> {
    w: &'a Words,
    form: Form<'a>,
    site: Site,
    lines: Vec<Line>,
    languages: Vec<(String, String)>,
    today: Day,
}

/// Orders in the list of a site: of the whole site, or of one post.
struct Line {
    post: Option<Post>,
    orders: Option<PostOrders>,
    in_force: Option<Revision>,
    draft: Option<Revision>,
    waiting: Option<Revision>,
}

#[derive(Template)]
#[template(path = "post_orders/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    site: Site,
    post: Option<Post>,
    orders: PostOrders,
    in_force: Option<Caused>,
    draft: Option<Revision>,
    waiting: Option<Revision>,
    parts: Vec<Part>,
    others: Vec<Language>,
    behind: usize,
    is_writer: bool,
    is_staff: bool,
    today: Day,
}

pub(super) async fn of_site(staff: Staff, Path(id): Path<Id<Site>>) -> Result<Response> {
    let fields = Fields::default().set("language", staff.organization.language.code()).set("template", "on");
    list(&staff, &id, &fields).await
}

pub(super) async fn begin(staff: Staff, Path(id): Path<Id<Site>>, mut fields: Fields) -> Result<Response> {
    let chosen = |typed: &str| Language::parse(typed).ok_or(ground::Refusal::new("field-choose"));
    let language = fields.checked("language", chosen);
    let post = match fields.given("post") {
        true => fields
            .checked("post", |typed| Id::<Post>::parse(typed).ok_or(ground::Refusal::new("field-choose")))
            .map(Some),
        false => Some(None),
    };
    let (Some(language), Some(post)) = (language, post) else {
        return Ok(refused(list(&staff, &id, &fields).await?));
    };
    let (site_id, from_template) = (id.clone(), fields.given("template"));
    let begun = staff.write(move |work| super::begin(work, &site_id, post.as_ref(), (language, from_template)));
    match begun.await {
        Ok(draft) => Ok(see(format!("/revisions/{draft}/draft")).saying("done-orders-begun").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(list(&staff, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn list(staff: &Door, id: &Id<Site>, fields: &Fields) -> Result<Response> {
    let site_id = id.clone();
    let (site, lines) = staff
        .read(move |work| {
            let site = site::rows::find(work, &site_id)?;
            let posts = post::rows::of_site(work, &site_id)?;
            let orders = rows::of_site(work.connection, &site_id)?;
            let lines = std::iter::once(None).chain(posts.into_iter().map(Some));
            let lines = lines.map(|post| line(work, post, &orders)).collect::<Result<Vec<_>>>()?;
            Ok((site, lines))
        })
        .await?;
    let w = &staff.words;
    let languages = Language::ALL.map(|language| (language.code().to_owned(), language.own_name().to_owned())).to_vec();
    let today = staff.now.day_in(&site.zone).ok_or_else(|| Error::broken("a site is in no known zone"))?;
    let title = w.with("orders-of", &[("place", site.name.as_str().into())]);
    staff.page(&title, &OfSite { w, form: Form { w, fields }, site, lines, languages, today })
}

fn line(work: &mut Work<'_>, post: Option<Post>, all: &[PostOrders]) -> Result<Line> {
    let own = all.iter().find(|orders| orders.post_id.as_ref() == post.as_ref().map(|post| &post.id)).cloned();
    let Some(orders) = own else { return Ok(Line { post, orders: None, in_force: None, draft: None, waiting: None }) };
    let in_force = orders.revision_id.as_ref().map(|id| revision::rows::any(work.connection, id)).transpose()?;
    let draft = revision::rows::draft_of(work.connection, &orders.id)?;
    let waiting = revision::rows::waiting_of(work.connection, &orders.id)?;
    Ok(Line { post, orders: Some(orders), in_force, draft, waiting })
}

pub(super) async fn show(member: Member, Path(id): Path<Id<PostOrders>>, Asked(asked): Asked) -> Result<Response> {
    let fields = Fields::default().set("why", asked.typed("why"));
    page(&member, &id, Language::parse(asked.typed("language")), &fields).await
}

pub(super) async fn review(staff: Staff, Path(id): Path<Id<PostOrders>>, mut fields: Fields) -> Result<Response> {
    let reason = fields.prose("reason", 5..=REASON_LETTERS);
    let (next_on, version) = (fields.day("next_on"), fields.number("version", 0..=i64::MAX));
    let (Some(reason), Some(next_on), Some(version)) = (reason, next_on, version) else {
        return Ok(refused(page(&staff, &id, None, &fields).await?));
    };
    let orders_id = id.clone();
    match staff.write(move |work| super::review(work, &orders_id, version, (&reason, next_on))).await {
        Ok(()) => Ok(see(format!("/orders/{id}")).saying("done-orders-reviewed").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse(if refusal.key == "orders-review-day" { "next_on" } else { "" }, refusal);
            Ok(refused(page(&staff, &id, None, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(door: &Door, id: &Id<PostOrders>, language: Option<Language>, fields: &Fields) -> Result<Response> {
    let orders_id = id.clone();
    let (orders, (site, post), (in_force, draft, waiting), content) = door
        .read(move |work| {
            let orders = rows::find_to_read(work, &orders_id)?;
            let site = site::rows::any(work.connection, &orders.site_id)?;
            let post = orders.post_id.as_ref().map(|id| post::rows::any(work.connection, id)).transpose()?;
            let (draft, waiting) = (
                revision::rows::draft_of(work.connection, &orders_id)?,
                revision::rows::waiting_of(work.connection, &orders_id)?,
            );
            let Some(id) = orders.revision_id.clone() else {
                return Ok((orders, (site, post), (None, draft, waiting), Content::default()));
            };
            let content = revision::rows::content(work.connection, &id)?;
            let in_force = revision::rows::any(work.connection, &id)?;
            let in_force = revision::rows::caused(work, in_force)?;
            Ok((orders, (site, post), (Some(in_force), draft, waiting), content))
        })
        .await?;
    let w = &door.words;
    let language = language.unwrap_or(door.me.language);
    let is_writer = door.me.has_role(WRITERS);
    let today = door.now.day_in(&site.zone).ok_or_else(|| Error::broken("a site is in no known zone"))?;
    let mut shown_fields = fields.clone();
    shown_fields.put("version", orders.version.to_string());
    if !fields.given("next_on") {
        shown_fields.put("next_on", today.plus_days(super::REVIEW_DAYS).to_string());
    }
    let pictures = Pictures::of_orders(&orders.id);
    let is_staff = door.me.actor.kind == ground::entry::ActorKind::Staff;
    let why = is_staff && fields.given("why");
    let shown = Shown { w, pictures: &pictures, why };
    let content = Show {
        form: Form { w, fields: &shown_fields },
        parts: shown::whole(&content, (language, orders.language), &shown),
        others: content.translations(orders.language),
        behind: content
            .translations(orders.language)
            .into_iter()
            .map(|other| content.behind(other, orders.language).len())
            .sum(),
        is_staff,
        w,
        site,
        post,
        orders,
        in_force,
        draft,
        waiting,
        is_writer,
        today,
    };
    let place = content.post.as_ref().map_or_else(|| content.site.name.clone(), |post| post.name.clone());
    door.page(&w.with("orders-of", &[("place", place.into())]), &content)
}

/// A picture of orders, for whoever may read them.
pub(super) async fn picture(member: Member, Path((id, hash)): Path<(Id<PostOrders>, String)>) -> Result<Response> {
    let hash_read = hash.clone();
    member
        .read(move |work| {
            let orders = rows::find_to_read(work, &id)?;
            let there = rows::has_picture(work.connection, &orders.id, &hash_read)?;
            if there { Ok(()) } else { Err(Error::NotFound) }
        })
        .await?;
    respond_with_picture(&member, hash).await
}

/// A picture that may be shown.
pub(crate) async fn respond_with_picture(door: &Door, hash: String) -> Result<Response> {
    let files = door.app.files.clone();
    let bytes = tokio::task::spawn_blocking(move || files.read(&hash)).await??;
    let headers = [(CONTENT_TYPE, "image/jpeg"), (CACHE_CONTROL, "private, max-age=31536000, immutable")];
    Ok((headers, bytes).into_response())
}
