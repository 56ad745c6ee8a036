//! The page of a briefing, for a phone at night. Who may enter is in the arguments.

use agreement::post::{self, Post};
use askama::Template;
use axum::response::Response;
use ground::web::Path;
use ground::web::form::Form;
use ground::words::Words;
use ground::{Fields, Id, Result};
use orders::post_orders::{self, PostOrders};
use orders::revision::shown::{self, Part, Pictures, Shown};
use orders::revision::{self, Content, Revision};
use people::door::{Door, Officer};
use people::site::{self, Site};
use people::staff::{self, StaffMember};
use people::work::Work;

use crate::confirmation::{self, Confirmation, standing};
use crate::temporary::{self, Kind, Placed};

/// So many of one's own last confirmations stand on the page.
const SHOWN: i64 = 5;

#[derive(Template)]
#[template(path = "post_briefing/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    page: Gathered,
    orders: Vec<Read>,
    others: Vec<(String, String)>,
    is_office: bool,
}

/// What the page shows.
struct Gathered {
    post: Post,
    site: Site,
    temporary: Vec<Placed>,
    /// What whoever reads must confirm, and whether it is of this post alone.
    missing: Vec<(Revision, bool)>,
    /// Whether they stand there now: codes are for nobody else.
    is_on_post: bool,
    texts: Vec<(PostOrders, Revision, Content)>,
    /// Officers who must confirm something here still.
    others: Vec<StaffMember>,
    /// What whoever reads confirmed last, each with the number of its revision.
    mine: Vec<(Confirmation, i64)>,
}

/// Orders for reading.
struct Read {
    orders: PostOrders,
    revision: Revision,
    parts: Vec<Part>,
}

pub(super) async fn show(officer: Officer, Path(id): Path<Id<Post>>) -> Result<Response> {
    page(&officer, &id, &Fields::default()).await
}

pub(crate) async fn page(door: &Door, id: &Id<Post>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let mut page = door.read(move |work| gather(work, &id)).await?;
    let (w, language) = (&door.words, door.me.language);
    let read = |(orders, revision, content): (PostOrders, Revision, Content)| {
        let pictures = Pictures::of_orders(&orders.id);
        let shown = Shown { w, pictures: &pictures, why: false };
        let parts = shown::whole(&content, (language, orders.language), &shown);
        Read { orders, revision, parts }
    };
    let orders = std::mem::take(&mut page.texts).into_iter().map(read).collect();
    let others = page.others.iter().filter(|other| other.id.as_str() != door.me.actor.id);
    let others = others.map(|other| (other.id.to_string(), other.name.clone())).collect();
    let is_office = door.me.reach.has_site(&page.site.client_id, &page.site.id);
    let title = format!("{}: {}", w.t("briefing-title"), page.post.name);
    let content = Show { w, form: Form { w, fields }, page, orders, others, is_office };
    door.field_frame().page(&title, &content)
}

fn gather(work: &mut Work<'_>, id: &Id<Post>) -> Result<Gathered> {
    let post = super::find(work, id)?;
    let site = site::rows::any(work.connection, &post.site_id)?;
    let me = work.me.staff_id();
    let in_force = temporary::rows::in_force(work.connection, &site.id, Some(&post.id), work.now)?;
    let temporary = temporary::placed(work, in_force)?;
    let is_on_post = post::rows::posts_of_officer(work.connection, &me, work.now)?.iter().any(|one| one.id == post.id);
    let to_confirm = confirmation::to_confirm(work, &post, &me)?;
    let (mut texts, mut mine, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for orders in post_orders::rows::of_post(work.connection, &post)? {
        for one in confirmation::rows::of_officer(work.connection, &me, &orders.id, SHOWN)? {
            let number = revision::rows::any(work.connection, &one.revision_id)?.number.unwrap_or_default();
            mine.push((one, number));
        }
        let Some(revision_id) = &orders.revision_id else { continue };
        let revision = revision::rows::any(work.connection, revision_id)?;
        let lines = standing(work, &orders, &revision)?.into_iter();
        let here = lines.filter(|line| line.confirmation.is_none() && line.assignment.post_id == post.id);
        others.extend(here.map(|line| line.assignment.staff_id));
        let content = revision::rows::content(work.connection, revision_id)?;
        texts.push((orders, revision, content));
    }
    let with_own = |revision: Revision| {
        let own = texts.iter().find(|(orders, ..)| orders.id == revision.orders_id);
        let is_own = own.is_some_and(|(orders, ..)| orders.post_id.is_some());
        (revision, is_own)
    };
    let missing = to_confirm.into_iter().map(with_own).collect();
    others.sort();
    others.dedup();
    let others = others.iter().map(|id| staff::rows::find(work.connection, id)).collect::<Result<_>>()?;
    Ok(Gathered { post, site, temporary, missing, is_on_post, texts, others, mine })
}
